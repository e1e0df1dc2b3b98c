/**
 * A fresh machine, as far as one machine can show it: the committed files alone in a new folder, `npm ci` with npm 11
 * and with npm 12 (which blocks install scripts), then one call through `npm run desk`. Slow (90 s each) and needs the
 * registry; `.ci/run` calls it.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './modules.ts';

const LIMIT_MS = 5 * 60_000;
const onWindows = process.platform === 'win32';

/** The launcher put our Node first on the path; a fresh machine has only its own. */
const PATH = (process.env['PATH'] ?? '')
  .split(onWindows ? ';' : ':')
  .filter(
    (folder) =>
      !folder.includes(join('node_modules', 'node')) && !folder.includes(join('node_modules', '.bin')),
  )
  .join(onWindows ? ';' : ':');

function npm(
  folder: string,
  args: readonly string[],
  extra: Readonly<Record<string, string>> = {},
): { code: number; output: string; json: string } {
  const environment = Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name));
  const result = spawnSync('npx', ['--yes', ...args], {
    cwd: folder,
    encoding: 'utf8',
    timeout: LIMIT_MS,
    shell: onWindows,
    maxBuffer: 64 * 2 ** 20,
    env: { ...Object.fromEntries(environment), PATH, ...extra },
  });
  return { code: result.status ?? 1, output: `${result.stdout}${result.stderr}`, json: result.stdout };
}

function freshCopy(): string {
  const folder = mkdtempSync(join(tmpdir(), 'appealdesk-fresh-'));
  const listed = execFileSync('git', ['ls-files', '-z'], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 64 * 2 ** 20,
  });
  for (const path of listed.split('\0').filter((each) => each !== '')) {
    if (!existsSync(join(ROOT, path))) continue;
    cpSync(join(ROOT, path), join(folder, path), { recursive: true });
  }
  return folder;
}

function tryVersion(version: string): string | null {
  const folder = freshCopy();
  // A home of its own, so that the default workspace is a new one; npm keeps the cache it had.
  const home = mkdtempSync(join(tmpdir(), 'appealdesk-home-'));
  const cache = npm(folder, [`npm@${version}`, 'config', 'get', 'cache']).json.trim();
  const fresh = { HOME: home, USERPROFILE: home, APPDATA: home, LOCALAPPDATA: home, npm_config_cache: cache };
  try {
    const install = npm(folder, [`npm@${version}`, 'ci', '--no-audit', '--no-fund']);
    if (install.code !== 0) return `npm ci ended with ${install.code}:\n${install.output.slice(-2_000)}`;
    const args = [`npm@${version}`, 'run', '--silent', 'desk', '--', 'cases.list', '{}'];
    const desk = npm(folder, args, { ...fresh, XDG_CONFIG_HOME: home, XDG_DATA_HOME: home });
    if (desk.code !== 0) return `desk ended with ${desk.code}:\n${desk.output.slice(-2_000)}`;
    JSON.parse(desk.json);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    for (const each of [folder, home]) rmSync(each, { recursive: true, force: true, maxRetries: 3 });
  }
}

const counts = { passed: 0, failed: 0, skipped: 0 };
const wanted = process.argv.slice(2);
for (const version of wanted.length > 0 ? wanted : ['11', '12']) {
  const started = performance.now();
  const name = `npm ${version}: npm ci, then npm run desk`;
  if (!existsSync(join(ROOT, 'main/hosts/desk/desk.ts'))) {
    counts.skipped += 1;
    console.log(`skipped  ${name}  (main/hosts/desk/desk.ts is not built yet)`);
    continue;
  }
  const problem = tryVersion(version);
  counts[problem === null ? 'passed' : 'failed'] += 1;
  console.log(
    `${problem === null ? 'passed' : 'failed'}   ${name}  ${((performance.now() - started) / 1000).toFixed(0)} s`,
  );
  if (problem !== null) console.log(problem.replace(/^/gm, '    '));
}
console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exitCode = counts.failed === 0 ? 0 : 1;
