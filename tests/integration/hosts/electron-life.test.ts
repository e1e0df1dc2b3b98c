import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { BroadcastChannel } from 'node:worker_threads';
import { describe, expect, it, vi } from 'vitest';
import { STOPPED_ADDRESS } from '../../../main/hosts/electron/stopped-page.ts';
import { startCore } from '../../../main/workers/core-process.ts';
import { databaseFile } from '../../helpers/database.ts';
import { memorySettings } from '../../helpers/host.ts';
import { SILENT_CORE, startShell, temporaryHome, type TestShell } from '../../helpers/shell.ts';

const MORTAL = new URL('./mortal-core.worker.ts', import.meta.url);
const LONG = { timeout: 20_000 };

function kill({ places }: TestShell): void {
  const orders = new BroadcastChannel(`die:${places.workspace}`);
  orders.postMessage('die');
  orders.close();
}

const isFree = async (workspaceDir: string): Promise<boolean> => {
  const core = await startCore({ workspaceDir, settings: memorySettings(), version: '1', hostName: 'test' });
  await core.close();
  return true;
};

describe('quitting', () => {
  it('waits until the core has let go of the workspace', async () => {
    const shell = await startShell();
    await shell.line();
    await shell.quit();
    expect(shell.world.windows).toEqual([]);
    expect(await isFree(shell.places.workspace)).toBe(true);
  });

  it('keeps what a page sent as its last word', async () => {
    const shell = await startShell();
    const { client } = await shell.line();
    const [operator] = await client.operators.list({});
    await client.operators.signIn({ operatorId: operator?.id ?? '' });
    // As a page saves in `pagehide`: the call is under way, with nobody left to hear the answer.
    const sent = shell.sending();
    client.clients.create({ name: '最后一句' }).catch(() => undefined);
    await sent;
    await shell.quit();
    const again = await startShell({ home: shell.home });
    const { client: later } = await again.line();
    expect((await later.clients.list({})).map(({ name }) => name)).toContain('最后一句');
  });

  it('tells a running job, which then leaves nothing half-made', async () => {
    const shell = await startShell();
    const { client } = await shell.line();
    const { jobId } = await client.workspace.backUp({});
    const states: string[] = [];
    const watched = (async () => {
      for await (const { state } of await client.jobs.watch({ jobId })) states.push(state);
    })().catch(() => undefined);
    await shell.quit();
    await watched;
    const again = await startShell({ home: shell.home });
    const { client: later } = await again.line();
    expect((await later.workspace.info({})).recovery).toEqual([]);
  });

  it('ends although the core never answers', { timeout: 20_000 }, async () => {
    const shell = await startShell({ workerUrl: new URL('./echo.worker.ts', import.meta.url) });
    await shell.page();
    await shell.quit();
    expect(shell.world.app.hasQuit).toBe(true);
  });

  it('before the core is even up still ends, and leaves the workspace free', async () => {
    const shell = await startShell();
    await shell.quit();
    expect(await isFree(shell.places.workspace)).toBe(true);
  });

  it('when the system shuts down needs nobody to ask', async () => {
    const shell = await startShell({ workerUrl: SILENT_CORE });
    await shell.page();
    shell.world.power.shutdown();
    await shell.world.app.gone;
  });
});

describe('a core that dies', () => {
  it('is started again by itself, and the page finds it with all that was committed', async () => {
    const shell = await startShell({ workerUrl: MORTAL });
    const first = await shell.line();
    const [operator] = await first.client.operators.list({});
    await first.client.operators.signIn({ operatorId: operator?.id ?? '' });
    const made = await first.client.clients.create({ name: '王老板' });
    kill(shell);
    await first.closed;
    const { client } = await shell.answeringLine();
    expect(await client.clients.list({})).toContainEqual(expect.objectContaining({ id: made.id }));
    expect(shell.world.notifications.map(({ title }) => title)).toEqual(['后台已自动重启']);
    expect(shell.window().page().url).toBe('app://appealdesk/');
  });

  it('a second time is shown, and a person can start it again', { timeout: 60_000 }, async () => {
    const shell = await startShell({ workerUrl: MORTAL });
    for (let death = 0; death < 2; death += 1) {
      const { closed } = await shell.answeringLine();
      kill(shell);
      await closed;
    }
    await vi.waitFor(() => expect(shell.window().page().url).toBe(STOPPED_ADDRESS), LONG);
    const { answer } = await shell.world.request(STOPPED_ADDRESS);
    expect(await answer?.text()).toContain('重新启动');
    expect(await shell.window().navigate('app://appealdesk/shell/again')).toBe(false);
    await vi.waitFor(() => expect(shell.window().page().url).toBe('app://appealdesk/'), LONG);
    const { client } = await shell.line();
    expect(await client.cases.list({})).toMatchObject({ items: [] });
  });

  it('can be left alone from that page', async () => {
    const home = await temporaryHome();
    const shell = await startShell({ home, workspace: join(home, 'OneDrive', 'workspace') });
    await vi.waitFor(() => expect(shell.window().page().url).toBe(STOPPED_ADDRESS), LONG);
    await shell.window().navigate('app://appealdesk/shell/quit');
    await shell.world.app.gone;
  });
});

describe('a page that dies', () => {
  it('is loaded again, once; then the window says so', async () => {
    const shell = await startShell({ workerUrl: SILENT_CORE });
    await shell.line();
    shell.window().endProcess('crashed');
    await vi.waitFor(() => expect(shell.window().loaded).toHaveLength(2), LONG);
    await shell.page();
    shell.window().endProcess('oom');
    await vi.waitFor(() => expect(shell.window().page().url).toBe(STOPPED_ADDRESS), LONG);
    await shell.window().navigate('app://appealdesk/shell/again');
    await vi.waitFor(() => expect(shell.window().page().url).toBe('app://appealdesk/'), LONG);
  });
});

describe('sleep', () => {
  it('closes nothing, and on waking the page asks for today anew', async () => {
    const shell = await startShell();
    const { client, closed } = await shell.line();
    const page = await shell.page();
    const told: unknown[] = [];
    page.target.addEventListener('message', (event) => told.push((event as MessageEvent<unknown>).data));
    let isClosed = false;
    void closed.then(() => {
      isClosed = true;
    });
    shell.world.power.suspend();
    shell.world.power.resume();
    expect(told).toEqual([{ kind: 'appealdesk:woke' }]);
    expect(await client.today.get({})).toMatchObject({ cases: [] });
    expect(isClosed).toBe(false);
  });
});

describe('before a sleep', () => {
  it('all that was done lies in the database file itself, and the sleep waits for nothing', async () => {
    const shell = await startShell();
    const { client } = await shell.line();
    const [operator] = await client.operators.list({});
    await client.operators.signIn({ operatorId: operator?.id ?? '' });
    await client.clients.create({ name: '睡前记的' });
    const log = `${databaseFile(shell.places.workspace)}-wal`;
    expect((await stat(log)).size).toBeGreaterThan(0);
    shell.world.power.suspend();
    await vi.waitFor(async () => expect((await stat(log)).size).toBe(0), LONG);
    // What comes after the waking is written as before.
    await client.clients.create({ name: '醒后记的' });
    expect((await client.clients.list({})).map(({ name }) => name)).toEqual(
      expect.arrayContaining(['睡前记的', '醒后记的']),
    );
  });

  it('is no trouble where there is no core', async () => {
    const home = await temporaryHome();
    const shell = await startShell({ home, workspace: join(home, 'OneDrive', 'workspace') });
    await vi.waitFor(() => expect(shell.window().page().url).toBe(STOPPED_ADDRESS), LONG);
    expect(() => shell.world.power.suspend()).not.toThrow();
  });
});

describe('closing the window', () => {
  it('on Windows hides it beside the clock, says so once, and Quit there ends', async () => {
    const shell = await startShell({ platform: 'win32', workerUrl: SILENT_CORE });
    await shell.page();
    expect(shell.window().close()).toBe(false);
    expect(shell.window().state.isVisible).toBe(false);
    expect(shell.world.notifications).toHaveLength(1);
    shell.world.tray.click();
    expect(shell.window().state).toMatchObject({ isVisible: true, isFocused: true });
    shell.window().close();
    expect(shell.world.notifications).toHaveLength(1);
    shell.world.tray.items.at(-1)?.click?.(undefined as never, undefined, undefined as never);
    await shell.world.app.gone;
  });

  it.each([
    ['on Windows without a place for an icon', { platform: 'win32', hasTray: false }],
    ['on Linux, where nobody knows whether icons are shown', { platform: 'linux' }],
    ['on Linux without a place for an icon', { platform: 'linux', hasTray: false }],
  ] as const)('%s quits', async (_where, options) => {
    const shell = await startShell({ ...options, workerUrl: SILENT_CORE });
    await shell.page();
    expect(shell.window().close()).toBe(true);
    await shell.world.app.gone;
  });

  it('on a Mac leaves the program in the Dock, which opens it again', async () => {
    const shell = await startShell({ platform: 'darwin', workerUrl: SILENT_CORE });
    await shell.page();
    expect(shell.world.tray.isThere).toBe(false);
    expect(shell.window().close()).toBe(true);
    expect(shell.world.app.hasQuit).toBe(false);
    shell.world.app.activate();
    expect(await shell.page()).toMatchObject({ url: 'app://appealdesk/' });
  });
});

describe('choosing a folder', () => {
  it('gives the folder, or nothing where the person thought better of it', async () => {
    const shell = await startShell({ workerUrl: SILENT_CORE });
    const { bridge } = await shell.page();
    expect(await bridge?.chooseFolder()).toBeNull();
    shell.world.dialogs.answerFolder = '/data/新资料库';
    expect(await bridge?.chooseFolder()).toBe('/data/新资料库');
    expect(shell.world.dialogs.folderAsked).toHaveLength(2);
  });
});

describe('a file that is dropped', () => {
  it('is known by where it lies; a pasted picture lies nowhere', async () => {
    const shell = await startShell({ workerUrl: SILENT_CORE });
    const page = await shell.page();
    expect(page.bridge?.pathOf(page.drop('/data/聊天记录.png'))).toBe('/data/聊天记录.png');
    expect(page.bridge?.pathOf({})).toBe('');
  });
});

describe('the right mouse button', () => {
  it('offers what can be done there, and nothing where nothing can', async () => {
    const shell = await startShell({ workerUrl: SILENT_CORE });
    await shell.page();
    const editFlags = { canCut: true, canCopy: true, canPaste: true };
    shell.window().pressRight({ isEditable: false, selectionText: '', editFlags });
    shell.window().pressRight({ isEditable: false, selectionText: '订单号', editFlags });
    shell.window().pressRight({ isEditable: true, selectionText: '订单号', editFlags });
    expect(shell.world.menu.popups.map((items) => items.map(({ role }) => role))).toEqual([
      ['copy'],
      ['cut', 'copy', 'paste'],
    ]);
  });
});
