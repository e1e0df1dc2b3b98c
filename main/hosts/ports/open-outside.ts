import { spawn } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/** A program and its arguments, started without a shell. */
export interface Command {
  readonly program: string;
  readonly args: readonly string[];
}

/** How this system opens a folder, or an address in the browser of the person's choice. */
export function openCommand(platform: string, target: string): Command {
  if (platform === 'win32') {
    return /^https?:/.test(target)
      ? { program: 'rundll32.exe', args: ['url.dll,FileProtocolHandler', target] }
      : { program: 'explorer.exe', args: [target] };
  }
  return { program: platform === 'darwin' ? 'open' : 'xdg-open', args: [target] };
}

/** Starts a program that outlives us and is not waited for. False where it does not exist. */
export function startApart({ program, args }: Command): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(program, [...args], { detached: true, stdio: 'ignore', windowsHide: false });
    child.once('error', () => resolve(false));
    child.once('spawn', () => {
      child.unref();
      resolve(true);
    });
  });
}

/** Shows a folder, or the folder a file lies in, in the computer's file manager. A file itself is never opened. */
export async function showFolder(path: string): Promise<boolean> {
  try {
    const folder = (await stat(path)).isDirectory() ? path : dirname(path);
    return await startApart(openCommand(process.platform, folder));
  } catch {
    return false;
  }
}
