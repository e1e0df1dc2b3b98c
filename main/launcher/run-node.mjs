import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { delimiter, dirname } from 'node:path';

const FORWARDED = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

/**
 * Runs a program with our stdio and gives its exit code (128 + n when signal n ended it).
 *
 * A terminal sends Ctrl-C to the whole group, so the child has it already: we only must not die before it. The other
 * signals reach only us and are passed on.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd: string, env?: Record<string, string> }} options
 * @returns {Promise<number>}
 */
export function run(program, args, { cwd, env = {} }) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd,
      stdio: 'inherit',
      windowsHide: false,
      env: { ...process.env, ...env, PATH: `${dirname(program)}${delimiter}${process.env['PATH'] ?? ''}` },
    });
    const handlers = FORWARDED.map((signal) => {
      const handler = () => {
        if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
      };
      process.on(signal, handler);
      return { signal, handler };
    });
    const finish = (/** @type {number} */ code) => {
      for (const { signal, handler } of handlers) process.off(signal, handler);
      resolve(code);
    };
    child.once('error', (error) => {
      process.stderr.write(`${program}: ${error.message}\n`);
      finish(127);
    });
    child.once('exit', (code, signal) => finish(code ?? 128 + (signal ? constants.signals[signal] : 0)));
  });
}
