import { rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { describe, expect, it, onTestFinished } from 'vitest';
import { lineOf } from '../../../main/hosts/loopback/console-text.ts';
import { runningAlready } from '../../../main/hosts/loopback/running-already.ts';
import { writeHostFile } from '../../../main/hosts/ports/index.ts';
import { testFolder } from '../../helpers/files.ts';

const HOLDER = { computer: hostname(), process: 4711, since: Date.now() };

async function said(holder: Readonly<Record<string, string | number>>, language: 'zh-CN' | 'en' = 'zh-CN') {
  const folder = await testFolder();
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await writeHostFile(folder, {
    socket: 'ws://127.0.0.1:4567/rpc',
    attachToken: 'x'.repeat(24),
    process: 4711,
  });
  const values = await runningAlready({ ...HOLDER, ...holder }, folder, language);
  return { folder, line: lineOf(language, 'running', values) };
}

describe('started a second time, the program says what runs already', () => {
  it.each([
    ['browser window', '浏览器窗口', 'http://127.0.0.1:4567', '按回车'],
    ['desktop', '桌面窗口', '切到它的窗口', '菜单栏'],
    ['desk', '命令行脚本', '等它做完', '再启动'],
    ['something else', 'something else', '请先退出', '那一份'],
  ])('%s', async (program, ...words) => {
    const { folder, line } = await said({ program });
    for (const each of [...words, '4711', folder]) expect(line).toContain(each);
    expect(line).not.toContain('x'.repeat(24));
  });

  it('and that it is on another computer, whose address leads nowhere from here', async () => {
    const { line } = await said({ program: 'browser window', computer: 'laptop-of-lin' }, 'en');
    expect(line).toContain('laptop-of-lin');
    expect(line).not.toContain('4567');
  });
});
