import { chmod, copyFile, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { blobPath, workspacePaths } from '../../../main/workspace/index.ts';
import { Store } from '../../../main/workspace/sqlite/index.ts';
import { migrate } from '../../../main/workspace/sqlite/migrate.ts';
import { openWriter } from '../../../main/workspace/sqlite/open.ts';
import type { VerifyFinding, VerifyReport } from '../../../shared/workspace/index.ts';
import { exportCase, newStore, orderNumbers, prepareCase, type PreparedCase } from '../../helpers/case.ts';
import { HOUR, openTestCore, realRandom, resultOf, TestClock, type TestCore } from '../../helpers/core.ts';
import { rowCount, withDatabase } from '../../helpers/database.ts';
import { flipByte, testFolder } from '../../helpers/files.ts';

describe('what was done is sealed, and any later touch is found and named', () => {
  let desk: TestCore;
  let prepared: PreparedCase;

  beforeAll(async () => {
    desk = await openTestCore();
    const storeId = await newStore(desk.client);
    prepared = await prepareCase(desk.client, await testFolder(), {
      storeId,
      orders: orderNumbers(1),
      seed: 1,
    });
    await exportCase(desk.client, prepared.caseId);
  });
  afterAll(() => desk.close());

  const verify = async (): Promise<VerifyFinding[]> => {
    const report = await resultOf<VerifyReport>(desk.client, await desk.client.workspace.verify({}));
    return report.findings;
  };

  /** Changes the database behind the program's back with the triggers out of the way, looks, and puts it back. */
  async function tampered(change: string): Promise<VerifyFinding[]> {
    const file = join(desk.folder, 'appealdesk.sqlite3');
    const triggers = withDatabase(desk.folder, (database) =>
      database.prepare(`SELECT name, sql FROM sqlite_master WHERE type = 'trigger'`).all(),
    ) as { name: string; sql: string }[];
    const kept = join(desk.folder, 'kept.sqlite3');
    await rm(kept, { force: true });
    withDatabase(desk.folder, (database) => database.exec(`VACUUM INTO '${kept}'`));
    withDatabase(
      desk.folder,
      (database) => {
        database.pragma('foreign_keys = OFF');
        for (const { name } of triggers) database.exec(`DROP TRIGGER ${name}`);
        database.exec(change);
        for (const { sql } of triggers) database.exec(sql);
      },
      { write: true },
    );
    const findings = await verify();
    await desk.core.close();
    await copyFile(kept, file);
    desk = await desk.restart();
    return findings;
  }

  it('finds nothing wrong in an honest workspace', async () => {
    expect(await verify()).toEqual([]);
  });

  it('cannot be changed or deleted even by a stranger’s tool', () => {
    for (const forbidden of [
      `UPDATE journal SET operator_id = NULL`,
      'DELETE FROM journal WHERE sequence = 1',
      `UPDATE journal_payloads SET payload_json = '{}'`,
      `UPDATE custody_events SET act = 'removed'`,
      'DELETE FROM custody_events',
    ]) {
      expect(
        () => withDatabase(desk.folder, (database) => database.exec(forbidden), { write: true }),
        forbidden,
      ).toThrow(/append-only/);
    }
  });

  it.each<[string, string, VerifyFinding]>([
    [
      'a payload rewritten',
      `UPDATE journal_payloads SET payload_json = replace(payload_json, '示例', '别的') WHERE sequence = 2`,
      { area: 'journal', code: 'payload-changed', place: '#2' },
    ],
    [
      'a payload taken away',
      'DELETE FROM journal_payloads WHERE sequence = 3',
      { area: 'journal', code: 'payload-missing', place: '#3' },
    ],
    [
      'an act blamed on somebody else',
      `UPDATE journal SET operator_id = 'somebody' WHERE sequence = 4`,
      { area: 'journal', code: 'chain-broken', place: '#4' },
    ],
    [
      'an act cut out',
      'DELETE FROM journal_payloads WHERE sequence = 5; DELETE FROM journal WHERE sequence = 5',
      { area: 'journal', code: 'chain-broken', place: '#6' },
    ],
    [
      'a custody event moved in time',
      'UPDATE custody_events SET at = at - 1 WHERE sequence = 2',
      { area: 'custody', code: 'chain-broken', place: '#2' },
    ],
    [
      'a custody event cut out',
      'DELETE FROM custody_events WHERE sequence = 1',
      { area: 'custody', code: 'chain-broken', place: '#2' },
    ],
  ])('names %s', async (_, change, finding) => {
    expect(await tampered(change)).toContainEqual(finding);
    expect(await verify()).toEqual([]);
  });

  it('names an act whose seal alone was changed, and the one after it', async () => {
    const places = (await tampered(`UPDATE journal SET hash = '${'f'.repeat(64)}' WHERE sequence = 3`)).map(
      (finding) => finding.place,
    );
    expect(places).toEqual(['#3', '#4']);
  });

  it('names an original with one flipped byte, one that is gone, and an exported file that was touched', async () => {
    const { vault, exports } = workspacePaths(desk.folder);
    const exhibits = await desk.client.evidence.exhibits({ caseId: prepared.caseId });
    const [first, second] = exhibits.map((exhibit) => exhibit.item.sha256);
    const [packet] = await desk.client.packets.list({ caseId: prepared.caseId });
    const pdf = packet?.files.find((file) => file.path.endsWith('.pdf'))?.path ?? '';
    const csv = packet?.files.find((file) => file.path.endsWith('.csv'))?.path ?? '';
    const exported = (path: string) => join(exports, packet?.folder ?? '', path);
    await flipByte(blobPath(vault, first ?? ''));
    const kept = await readFile(blobPath(vault, second ?? ''));
    await chmod(blobPath(vault, second ?? ''), 0o644);
    await rm(blobPath(vault, second ?? ''));
    await flipByte(exported(pdf));
    await rm(exported(csv));
    expect(await verify()).toEqual(
      expect.arrayContaining([
        { area: 'vault', code: 'blob-changed', place: first, names: [exhibits[0]?.item.fileName] },
        { area: 'vault', code: 'blob-missing', place: second, names: [exhibits[1]?.item.fileName] },
        { area: 'packets', code: 'packet-file-changed', place: `${packet?.folder}/${pdf}` },
        { area: 'packets', code: 'packet-file-missing', place: `${packet?.folder}/${csv}` },
      ]),
    );
    await expect(exportCase(desk.client, prepared.caseId)).rejects.toThrow();
    await flipByte(blobPath(vault, first ?? ''));
    await writeFile(blobPath(vault, second ?? ''), kept);
  });
});

describe('the one door to write lets nothing half-done through', () => {
  let store: Store;
  let folder: string;
  const clock = new TestClock('2026-11-12T02:00:00Z');
  const nobody = { operatorId: null };
  const client = (id: string, name = id) => ({ id, name, note: '', archived_at: null, created_at: 0 });

  beforeAll(async () => {
    folder = await testFolder();
    const file = join(folder, 'appealdesk.sqlite3');
    const connection = openWriter(file);
    migrate(connection);
    connection.close();
    store = Store.open(file, clock, realRandom);
  });
  afterAll(() => store.close());

  it('throws at once on a write inside a write, instead of waiting for ever', async () => {
    await expect(
      store.write(nobody, { code: 'outer' }, async (tx) => {
        await tx.insert('clients', client('nested'));
        await store.write(nobody, { code: 'inner' }, async () => undefined);
      }),
    ).rejects.toThrow(/inside a write/);
    expect(rowCount(folder, 'clients')).toBe(0);
  });

  it('throws on the reading handle inside a write, which would not see the write’s own rows', async () => {
    await expect(
      store.write(nobody, { code: 'outer' }, async (tx) => {
        await tx.insert('clients', client('read'));
        await store.read.query.selectFrom('clients').selectAll().execute();
      }),
    ).rejects.toThrow(/reading handle/);
    expect(rowCount(folder, 'clients')).toBe(0);
  });

  it('rolls back a write that waits for a timer, a file or anything but its handle', async () => {
    await expect(
      store.write(nobody, { code: 'slow' }, async (tx) => {
        await tx.insert('clients', client('slow'));
        await wait(5);
      }),
    ).rejects.toThrow(/awaited something other/);
    await expect(
      store.write(nobody, { code: 'file' }, async (tx) => {
        await tx.insert('clients', client('file'));
        await readFile(join(folder, 'appealdesk.sqlite3'));
      }),
    ).rejects.toThrow(/awaited something other/);
    expect(rowCount(folder, 'clients')).toBe(0);
    expect(rowCount(folder, 'journal')).toBe(0);
  });

  it('leaves nothing of a write that fails half-way, and goes on with the next', async () => {
    await expect(
      store.write(nobody, { code: 'failing' }, async (tx) => {
        await tx.insert('clients', client('half'));
        throw new Error('half-way');
      }),
    ).rejects.toThrow('half-way');
    await store.write(nobody, { code: 'next' }, (tx) => tx.insert('clients', client('whole')));
    expect(rowCount(folder, 'clients')).toBe(1);
    expect(rowCount(folder, 'journal')).toBe(1);
  });

  it('runs writes that come at once one after another, each seeing the one before', async () => {
    const order: number[] = [];
    await Promise.all(
      Array.from({ length: 20 }, (_, place) =>
        store.write(nobody, { code: 'count' }, async (tx) => {
          const row = await tx.query
            .selectFrom('clients')
            .selectAll()
            .where('id', '=', 'whole')
            .executeTakeFirst();
          await tx.update('clients', 'whole', { note: `${row?.note ?? ''}${place},` });
          order.push(place);
        }),
      ),
    );
    const row = await store.read.query.selectFrom('clients').selectAll().executeTakeFirst();
    expect(row?.note).toBe(order.map((place) => `${place},`).join(''));
    expect(order).toEqual(order.toSorted((left, right) => left - right));
  });

  it('never lets a handle be used after its write has ended', async () => {
    let kept: { insert: (table: 'clients', row: ReturnType<typeof client>) => Promise<void> } | null = null;
    await store.write(nobody, { code: 'leak' }, async (tx) => {
      kept = tx;
      await tx.insert('clients', client('leak'));
    });
    const rows = rowCount(folder, 'clients');
    const late = kept as unknown as {
      insert: (table: 'clients', row: ReturnType<typeof client>) => Promise<void>;
    };
    await expect(late.insert('clients', client('late'))).rejects.toThrow();
    expect(rowCount(folder, 'clients')).toBe(rows);
  });

  it('tells listeners of a commit, and of no rolled-back one', async () => {
    const told: string[][] = [];
    const stop = store.onCommit(({ tables }) => told.push([...tables]));
    await store.write(nobody, { code: 'a' }, (tx) => tx.insert('clients', client('told')));
    await store
      .write(nobody, { code: 'b' }, async (tx) => {
        await tx.insert('clients', client('not told'));
        throw new Error('no');
      })
      .catch(() => undefined);
    stop();
    expect(told).toEqual([['clients']]);
  });
});

describe('what was taken back can be done again', () => {
  it('also after it was refused once, when what stood in its way is gone', async () => {
    const desk = await openTestCore({ settings: { idleMinutes: 0 } });
    onTestFinished(() => desk.close());
    const other = desk.core.client();
    const { client } = desk;
    const { id: clientId } = await client.clients.create({ name: '甲' });
    const name = async () => (await client.clients.list({})).find((each) => each.id === clientId)?.name;
    await client.clients.update({ clientId, name: '乙' });
    await client.journal.undo({});
    await other.clients.update({ clientId, name: '丙' });
    for (let time = 0; time < 2; time += 1) {
      await expect(client.journal.redo({})).rejects.toMatchObject({
        code: 'CONFLICT',
        data: { params: { reason: 'changed-since' } },
      });
    }
    expect(await name()).toBe('丙');
    await other.journal.undo({});
    await client.journal.redo({});
    expect(await name()).toBe('乙');
    await expect(client.journal.redo({})).rejects.toMatchObject({
      code: 'CANNOT_UNDO',
      data: { params: { reason: 'nothing' } },
    });
  });
});

describe('every act names the person who did it', () => {
  let desk: TestCore;
  beforeAll(async () => {
    desk = await openTestCore({ settings: { idleMinutes: 10 } });
  });
  afterAll(() => desk.close());

  it('never asks a seller who works alone, not even after a long pause', async () => {
    const { client, clock } = desk;
    const [lone] = await client.operators.list({});
    expect(await client.operators.current({})).toMatchObject({ id: lone?.id });
    await client.clients.create({ name: '一' });
    clock.pass(9 * HOUR);
    await client.clients.create({ name: '二' });
    const { items } = await client.journal.list({});
    expect(items.filter((entry) => entry.act === 'clients.create').map((entry) => entry.operatorId)).toEqual([
      lone?.id,
      lone?.id,
    ]);
  });

  it('asks as soon as there are two, by PIN where one is set, and refuses a wrong one', async () => {
    const { client, core } = desk;
    const [lone] = await client.operators.list({});
    const second = await client.operators.create({ name: '小周' });
    await client.operators.setPin({ operatorId: second.id, pin: '4711' });
    const other = core.client();
    expect(await other.operators.current({})).toBeNull();
    await expect(other.clients.create({ name: '谁' })).rejects.toMatchObject({ code: 'OPERATOR_NEEDED' });
    for (const pin of [undefined, '4712', '0000']) {
      await expect(
        other.operators.signIn({ operatorId: second.id, ...(pin === undefined ? {} : { pin }) }),
      ).rejects.toMatchObject({ code: 'WRONG_PIN', data: { params: { name: '小周' } } });
    }
    expect(await other.operators.current({})).toBeNull();
    await other.operators.signIn({ operatorId: second.id, pin: '4711' });
    await other.clients.create({ name: '小周的' });
    await client.clients.create({ name: '我的' });
    const { items } = await client.journal.list({ limit: 2 });
    expect(items.map((entry) => entry.operatorName)).toEqual([lone?.name, '小周']);
  });

  it('asks again after the idle time, and only then', async () => {
    const { core, clock } = desk;
    const window = core.client();
    const second = (await window.operators.list({})).find((each) => each.hasPin);
    await window.operators.signIn({ operatorId: second?.id ?? '', pin: '4711' });
    clock.pass(9 * 60_000);
    await window.clients.create({ name: '还在' });
    clock.pass(10 * 60_000);
    await window.clients.create({ name: '还在 2' });
    clock.pass(10 * 60_000 + 1);
    expect(await window.operators.current({})).toBeNull();
    await expect(window.clients.create({ name: '走开了' })).rejects.toMatchObject({
      code: 'OPERATOR_NEEDED',
    });
    expect((await window.clients.list({})).length).toBeGreaterThan(0);
  });

  it('takes a window in which somebody reads for one in use', async () => {
    const { core, clock } = desk;
    const window = core.client();
    const second = (await window.operators.list({})).find((each) => each.hasPin);
    await window.operators.signIn({ operatorId: second?.id ?? '', pin: '4711' });
    for (let look = 0; look < 5; look += 1) {
      clock.pass(9 * 60_000);
      await window.rulebook.rules({});
    }
    await window.clients.create({ name: '读了很久' });
    clock.pass(10 * 60_000 + 1);
    // Who comes back after the idle time is asked, whatever is looked at first.
    await window.clients.list({});
    expect(await window.operators.current({})).toBeNull();
    await expect(window.clients.create({ name: '走开了' })).rejects.toMatchObject({
      code: 'OPERATOR_NEEDED',
    });
  });

  it('keeps the PIN as scrypt, never as itself, and keeps it out of undo', async () => {
    const { client, folder } = desk;
    const kept = withDatabase(folder, (database) =>
      database.prepare('SELECT pin_scrypt FROM operators WHERE pin_scrypt IS NOT NULL').pluck().get(),
    );
    expect(kept).toMatch(/^scrypt\$/);
    expect(JSON.stringify(await client.operators.list({}))).not.toContain('scrypt');
    const { items } = await client.journal.list({});
    expect(items.find((entry) => entry.act === 'operators.setPin')?.undo).toBe('permanent');
  });

  it('puts a name on every line of the journal and of the custody log but the program’s own', async () => {
    const { core, folder } = desk;
    const window = core.client();
    const second = (await window.operators.list({})).find((each) => each.hasPin);
    await window.operators.signIn({ operatorId: second?.id ?? '', pin: '4711' });
    await window.evidence.takeInText({ label: '举证号', text: 'WW-1' });
    const nameless = withDatabase(folder, (database) =>
      database.prepare('SELECT act FROM journal WHERE operator_id IS NULL').pluck().all(),
    );
    expect(nameless).toEqual(['workspace.create']);
    expect(
      withDatabase(folder, (database) =>
        database.prepare('SELECT count(*) FROM custody_events WHERE operator_id IS NULL').pluck().get(),
      ),
    ).toBe(0);
  });

  it('leaves somebody to act: the last operator cannot be archived, an archived one cannot sign in', async () => {
    const { core } = desk;
    const window = core.client();
    const all = await window.operators.list({});
    const lone = all.find((each) => !each.hasPin);
    const second = all.find((each) => each.hasPin);
    await window.operators.signIn({ operatorId: lone?.id ?? '' });
    await window.operators.archive({ operatorId: second?.id ?? '', archived: true });
    await expect(
      window.operators.signIn({ operatorId: second?.id ?? '', pin: '4711' }),
    ).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(
      window.operators.archive({ operatorId: lone?.id ?? '', archived: true }),
    ).rejects.toMatchObject({ code: 'CONFLICT', data: { params: { reason: 'last-operator' } } });
  });
});
