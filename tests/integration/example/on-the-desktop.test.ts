import { existsSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { startShell } from '../../helpers/shell.ts';

const LONG = { timeout: 120_000 };

describe('the example in the desktop program', () => {
  it('takes the place of the own workspace, serves its own files, and goes again', LONG, async () => {
    const shell = await startShell();
    const own = await shell.line();
    await own.client.workspace.openExample({});
    await own.closed;
    const example = await shell.answeringLine();
    expect(await example.client.workspace.info({})).toMatchObject({
      example: true,
      folder: shell.places.example,
    });
    const { items } = await example.client.evidence.list({ limit: 1 });
    const address = `app://appealdesk/blob/${items[0]?.sha256 ?? ''}`;
    const statusOf = async () => {
      const { answer } = await shell.world.request(address);
      await answer?.arrayBuffer();
      return answer?.status;
    };
    expect(await statusOf()).toBe(200);
    await example.client.workspace.leaveExample({ remove: true });
    await example.closed;
    const back = await shell.answeringLine();
    expect(await back.client.workspace.info({})).toMatchObject({
      example: false,
      folder: shell.places.workspace,
    });
    expect(await statusOf()).toBe(404);
    await vi.waitFor(() => expect(existsSync(shell.places.example)).toBe(false), { timeout: 20_000 });
    expect(shell.world.notifications).toEqual([]);
  });
});
