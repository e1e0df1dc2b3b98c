import { describe, expect, test } from 'vitest';
import { manifestText, safeFileName, utf8Length } from '../../../shared/packets/index.ts';

describe('a file name that goes out', () => {
  test.each([
    ['..\\..\\windows\\system32\\a.png', '_.._windows_system32_a.png'],
    ['../../etc/passwd', '_.._etc_passwd'],
    ['CON.txt', '_CON.txt'],
    ['nul', '_nul'],
    ['com1.tar.gz', '_com1.tar.gz'],
    ['聊天<记录>:"|?*.png', '聊天_记录______.png'],
    ['a\u0000b\nc\u202egnp.exe', 'abcgnp.exe'],
    [' ..名字.. ', '名字'],
    ['', 'file'],
    ['....', 'file'],
    ['\ud800.png', '_.png'],
  ])('%j becomes %j', (name, expected) => {
    expect(safeFileName(name)).toBe(expected);
  });

  test('keeps emoji, or drops them where only ASCII is wanted', () => {
    expect(safeFileName('截图😀1.png')).toBe('截图😀1.png');
    expect(safeFileName('截图😀1.png', { style: 'ascii' })).toBe('1.png');
    expect(safeFileName('聊天.png', { style: 'ascii' })).toBe('png');
  });

  test('over 120 bytes loses its end, never its ending or half a character', () => {
    const name = safeFileName(`${'证'.repeat(260)}.jpeg`);
    expect(utf8Length(name)).toBeLessThanOrEqual(120);
    expect(name).toMatch(/^证+\.jpeg$/u);
  });
});

describe('the manifest', () => {
  /** Reads a manifest as GNU coreutils does. */
  function readAsGnu(text: string): { path: string; sha256: string }[] {
    return text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => {
        const escaped = line.startsWith('\\');
        const [, sha256 = '', name = ''] =
          /^([0-9a-f]{64}) [ *](.+)$/s.exec(escaped ? line.slice(1) : line) ?? [];
        const path = escaped
          ? name.replace(/\\([\\nr])/g, (_, sign: string) => ({ n: '\n', r: '\r' })[sign] ?? '\\')
          : name;
        return { path, sha256 };
      });
  }

  test('reads back as sha256sum reads it, with Chinese names, spaces, backslashes and line breaks', () => {
    const names = [
      '证据1 聊天.png',
      '*star',
      'back\\slash',
      'line\nbreak',
      'both\\n\r',
      '-dash',
      'a/b 😀.txt',
    ];
    const entries = names.map((path, index) => ({ path, sha256: String(index).repeat(64) }));
    expect(readAsGnu(manifestText(entries))).toEqual(entries);
  });

  test.each(['../out', '/abs', 'a//b', '', 'a/./b'])('refuses the path %j', (path) => {
    expect(() => manifestText([{ path, sha256: '0'.repeat(64) }])).toThrow('BAD_REQUEST');
  });

  test('refuses what is not a hash', () => {
    expect(() => manifestText([{ path: 'a', sha256: 'ABC' }])).toThrow('BAD_REQUEST');
  });
});
