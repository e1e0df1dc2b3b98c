import { ERROR_CODES, isAppError } from '../../../shared/kernel/index.ts';
import { chosenWorkspace, describeError, openSettings, rendererFolder } from '../ports/index.ts';
import { createConsole } from './console-text.ts';
import { openWindow } from './browser.ts';
import { startLoopbackHost, type LoopbackHost } from './host.ts';
import { runningAlready } from './running-already.ts';
import { readArguments, type LoopbackArguments } from './options.ts';

/** `npm start` without the desktop shell: opens the workspace, serves it, opens a window, ends on Ctrl-C. */
async function main(): Promise<void> {
  let asked: LoopbackArguments;
  try {
    asked = readArguments(process.argv.slice(2));
  } catch (error) {
    createConsole('en')('usage', { reason: error instanceof Error ? error.message : String(error) });
    process.exitCode = ERROR_CODES.BAD_REQUEST.exitCode;
    return;
  }
  const settings = openSettings(asked.places.settingsFile);
  const { language } = settings.get();
  const say = createConsole(language);
  if (settings.setAside !== null) say('setAside', { file: settings.setAside });

  const workspaceDir = chosenWorkspace(asked.workspace, settings.get(), asked.places);
  let host: LoopbackHost;
  try {
    host = await startLoopbackHost({
      workspaceDir,
      exampleDir: asked.places.example,
      settings,
      rendererDir: rendererFolder(),
      port: asked.port,
      events: { restarting: () => say('restarting'), lost: () => say('lost') },
    });
  } catch (error) {
    const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    if (isTaken) say('portTaken', { reason: String(asked.port) });
    else if (isAppError(error) && error.code === 'LOCKED')
      say('running', await runningAlready(error.params, workspaceDir, language));
    else say('failed', { reason: describeError(error, language) });
    process.exitCode = isAppError(error) ? ERROR_CODES[error.code].exitCode : ERROR_CODES.INTERNAL.exitCode;
    return;
  }

  const openOne = async (): Promise<void> => {
    const shown = asked.open ? await openWindow(host.enterUrl(), asked.places.browserProfile) : 'none';
    say(shown === 'none' ? 'address' : 'opened', { url: host.enterUrl() });
  };
  let leaving = false;
  const leave = async (): Promise<void> => {
    // A terminal tells the whole group, and the launcher passes it on: the second word must not cut the first one short.
    if (leaving) return;
    leaving = true;
    say('closing');
    process.stdin.pause();
    await host.close();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void leave());

  say('workspace', { folder: host.workspaceDir });
  await openOne();
  if (process.stdin.isTTY) {
    say('keys');
    process.stdin.on('data', () => void openOne());
  }
}

await main();
