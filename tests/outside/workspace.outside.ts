import { strict as assert } from 'node:assert';
import { execFile } from 'node:child_process';
import { chmodSync, cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { blobPath, workspacePaths } from '../../main/workspace/index.ts';
import { openTestCore } from '../helpers/core.ts';
import { perform } from '../soak/kill-acts.ts';
import { prepareWorkspace } from '../soak/prepared-workspace.ts';
import { snapshot } from '../soak/workspace-snapshot.ts';

export const name = 'workspace: hash chains, vault and database, by python3 and sqlite3';
export const tools = ['python3', 'sqlite3'];
export const aptPackages = ['python3', 'sqlite3'];

const tool = promisify(execFile);
const SCRIPT = fileURLToPath(new URL('./verify_workspace.py', import.meta.url));

/** What the stranger's script says of a workspace, line by line. */
async function said(folder: string): Promise<string[]> {
  const { stdout } = await tool('python3', [SCRIPT, folder]).catch(
    (error: unknown) => error as { stdout: string },
  );
  return stdout.trim().split('\n');
}

/** Makes a workspace with the core, lets strangers check it, then spoils copies of it and expects to be told. */
export async function run(): Promise<void> {
  const prepared = await prepareWorkspace();
  try {
    const desk = await openTestCore({ folder: prepared.workspace });
    for (const act of ['import', 'intake', 'export'] as const)
      await perform(act, desk.client, prepared.input);
    await desk.client.clients.create({ name: '客户 “A”\t\u0001 \u{1F9FE}' });
    await desk.client.journal.undo({});
    await desk.core.close();
    const { database } = workspacePaths(prepared.workspace);
    assert.equal((await tool('sqlite3', [database, 'PRAGMA integrity_check'])).stdout, 'ok\n');
    assert.equal((await tool('sqlite3', [database, 'PRAGMA foreign_key_check'])).stdout, '');
    assert.deepEqual(await said(prepared.workspace), ['sound']);

    const spoil = async (how: (folder: string) => Promise<unknown> | void, says: RegExp): Promise<void> => {
      const copy = join(prepared.root, 'spoiled');
      cpSync(prepared.workspace, copy, { recursive: true });
      await how(copy);
      assert.match((await said(copy)).join('\n'), says);
      rmSync(copy, { recursive: true });
    };
    const sql = (statement: string) => (folder: string) =>
      tool('sqlite3', [workspacePaths(folder).database, statement]);
    await spoil(
      sql('DROP TRIGGER journal_is_not_changed; UPDATE journal SET at = at + 1 WHERE sequence = 3'),
      /journal: 3 breaks the chain/,
    );
    await spoil(
      sql('DROP TRIGGER custody_is_not_deleted; DELETE FROM custody_events WHERE sequence = 2'),
      /custody_events: 2 is missing/,
    );
    await spoil(
      sql(
        "DROP TRIGGER journal_payloads_are_not_changed; UPDATE journal_payloads SET payload_json = '{}' WHERE sequence = 4",
      ),
      /journal: 4 has another payload/,
    );
    const [sha256 = ''] = snapshot(prepared.workspace).vault;
    await spoil(
      (folder) => {
        const path = blobPath(join(folder, 'vault'), sha256);
        chmodSync(path, 0o644);
        writeFileSync(path, Buffer.concat([readFileSync(path).subarray(1), Buffer.from('x')]));
      },
      new RegExp(`vault: ${sha256} is not what its name says`),
    );
  } finally {
    rmSync(prepared.root, { recursive: true, force: true });
  }
}
