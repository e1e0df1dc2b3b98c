import { randomUUID } from 'node:crypto';
import { MessageChannel } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Client } from '../../shared/contract/index.ts';
import { call, listProcedures, outcomeOf, type ListedProcedure } from '../helpers/contract.ts';
import { finished } from '../helpers/core.ts';
import { actsSince, dumpCaseTables, journalLength } from '../helpers/database.ts';
import { INPUTS } from '../helpers/contract-inputs.ts';
import { prepareWorld, type World } from '../helpers/world.ts';

const PROCEDURES = listProcedures();
const named = (wanted: (procedure: ListedProcedure) => boolean) =>
  PROCEDURES.filter(wanted).map(({ name }) => name);

/** They answer with an iterator, or (preview) with pages made anew each time. */
const STREAMS = ['system.changes', 'jobs.watch'];
const READS = named(({ meta, name }) => meta.kind === 'query' && !STREAMS.includes(name));
/** Comes last: afterwards this workspace is not written to any more. */
const MOVE = 'workspace.move';
const ACTS = named(({ meta, name }) => meta.kind === 'mutation' && meta.undo === 'outside' && name !== MOVE);

/** Acts beside the case tables that are told to the journal all the same, each with what it is told as. */
const TOLD: Readonly<Record<string, readonly string[]>> = {
  'operators.setPin': ['operators.setPin'],
  'orders.startImport': ['orders.import'],
  'evidence.takeIn': ['evidence.takeIn'],
  'packets.export': ['packets.export'],
};

const JOBS = [
  'orders.startImport',
  'evidence.takeIn',
  'packets.export',
  'handovers.print',
  'workspace.verify',
  'workspace.backUp',
  'workspace.restore',
];

let world: World;
let across: Client;
let channel: MessageChannel;

function connect(client: World['desk'], session?: { trust: 'browser' | 'shell' }): [Client, MessageChannel] {
  const ports = new MessageChannel();
  client.core.connect(ports.port1, session);
  ports.port2.start();
  return [createORPCClient(new RPCLink({ port: ports.port2 })), ports];
}

beforeAll(async () => {
  world = await prepareWorld();
  [across, channel] = connect(world.desk);
  await across.operators.signIn({ operatorId: world.operatorId });
}, 120_000);
afterAll(async () => {
  channel.port2.close();
  await world.desk.close();
});

const input = (name: string): object => INPUTS[name]?.(world) ?? {};
const act = (name: string) => call(world.desk.client, name, input(name));

describe('whatever is asked, the answer is what the contract promises', () => {
  it('knows a working example for every procedure of the contract, so that none is left untried', () => {
    expect(PROCEDURES.map(({ name }) => name).filter((name) => INPUTS[name] === undefined)).toEqual([]);
    expect(Object.keys(INPUTS).filter((name) => !PROCEDURES.some((each) => each.name === name))).toEqual([]);
  });

  it.each(named(() => true))('%s refuses a field it does not know', async (name) => {
    const outcome = await outcomeOf(world.desk.client, name, { ...input(name), surprise: true });
    expect(outcome).toMatchObject({ failure: { code: 'BAD_REQUEST', status: 400 } });
  });

  it.each(READS)('%s reads without a trace in the journal', async (name) => {
    const length = journalLength(world.desk.folder);
    await act(name);
    expect(actsSince(world.desk.folder, length)).toEqual([]);
  });

  it.each(READS.filter((name) => name !== 'drafting.preview'))(
    '%s answers a window on a port exactly as it answers a script',
    async (name) => {
      const here = await outcomeOf(world.desk.client, name, input(name));
      expect(await outcomeOf(across, name, input(name))).toEqual(here);
      expect(here).not.toHaveProperty('failure');
    },
  );
});

describe('a reference to something that is not there is answered by name, never by a crash', () => {
  /** Every input with one of its ids exchanged for one nobody knows. */
  function strangers(value: unknown): unknown[] {
    if (typeof value === 'string' && /^[0-9a-f]{8}-[0-9a-f]{4}-7/.test(value)) {
      const stranger = randomUUID();
      return [`${stranger.slice(0, 14)}7${stranger.slice(15)}`];
    }
    if (Array.isArray(value)) {
      return value.flatMap((item, place) =>
        strangers(item).map((other) => value.with(place, other) as unknown),
      );
    }
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([key, member]) =>
      strangers(member).map((other) => ({ ...value, [key]: other })),
    );
  }

  const WITH_IDS = named(({ name }) => !STREAMS.includes(name));

  it.each(WITH_IDS)('%s', async (name) => {
    const { client, folder } = world.desk;
    const codes = PROCEDURES.find((each) => each.name === name)?.codes ?? [];
    for (const strange of strangers(input(name))) {
      const length = journalLength(folder);
      const outcome = await outcomeOf(client, name, strange);
      if ('failure' in outcome) {
        const { code, data } = outcome.failure;
        expect(codes, JSON.stringify(strange)).toContain(code);
        expect(code, JSON.stringify(strange)).not.toBe('INTERNAL');
        expect(data).toHaveProperty('params');
        expect(actsSince(folder, length)).toEqual([]);
      } else if (JOBS.includes(name)) {
        const { jobId } = outcome.value as { jobId: string };
        expect((await finished(client, jobId)).error?.code).not.toBe('INTERNAL');
      }
    }
  });
});

describe('every change leaves exactly one line in the journal', () => {
  it.each(named(({ meta }) => meta.undo === 'undoable'))('%s', async (name) => {
    const { client, folder } = world.desk;
    const length = journalLength(folder);
    await act(name);
    expect(actsSince(folder, length)).toEqual([name]);
    const { items } = await client.journal.list({ limit: 1 });
    expect(items[0]).toMatchObject({ operatorId: world.operatorId, undo: 'open' });
    await client.journal.undo({});
    expect(actsSince(folder, length)).toEqual([name, 'journal.undo']);
    await client.journal.redo({});
    expect(actsSince(folder, length)).toEqual([name, 'journal.undo', 'journal.redo']);
    await client.journal.undo({});
  });

  it.each(ACTS)('%s, which changes no case, tells the journal only what it must', async (name) => {
    const { client, folder } = world.desk;
    const length = journalLength(folder);
    const answer = await act(name);
    if (JOBS.includes(name)) {
      expect(await finished(client, (answer as { jobId: string }).jobId)).toMatchObject({ state: 'done' });
    }
    expect(actsSince(folder, length)).toEqual(TOLD[name] ?? []);
  });

  it.each(named(({ meta, name }) => meta.undo === 'permanent' && !name.startsWith('journal.')))(
    '%s, which is never taken back',
    async (name) => {
      const { folder } = world.desk;
      const length = journalLength(folder);
      await act(name);
      expect(actsSince(folder, length)).toEqual([name]);
    },
  );

  it('leaves none where nothing was different', async () => {
    const { client, folder } = world.desk;
    const { record } = await client.cases.get({ caseId: world.draft.caseId });
    const length = journalLength(folder);
    await client.cases.update({ caseId: record.id, title: record.title });
    await client.evidence.attach({ caseId: record.id, itemIds: [world.draft.itemIds[0] ?? ''] });
    expect(actsSince(folder, length)).toEqual([]);
  });
});

describe('a window on a port sees what a script sees', () => {
  it('gets the same typed errors, with their code, status and blanks', async () => {
    const missing = '01890000-0000-7000-8000-000000000000';
    const calls: [string, object][] = [
      ['cases.get', { caseId: missing }],
      ['cases.create', { ...input('cases.create'), orderNumbers: [world.orders[1]] }],
      ['cases.create', { ...input('cases.create'), scenarioId: 'nowhere' }],
      ['drafting.save', { ...input('drafting.save'), baseVersion: 99 }],
      ['stores.create', { platform: 'aliexpress', name: '示例二店' }],
      ['orders.previewImport', { storeId: world.storeId, file: { path: `${world.files}/gone.csv` } }],
      ['journal.undo', { sequence: 1 }],
      ['jobs.get', { jobId: missing }],
      ['cases.answer', { caseId: world.draft.caseId, factId: 'no-such-question', value: true }],
    ];
    for (const [name, given] of calls) {
      const here = await outcomeOf(world.desk.client, name, given);
      expect(here, name).toMatchObject({ failure: { defined: true, data: { params: {} } } });
      expect(await outcomeOf(across, name, given), name).toEqual(here);
    }
  });

  it('follows a job across the port to its end', async () => {
    const { jobId } = await across.workspace.verify({});
    const states = [];
    for await (const state of await across.jobs.watch({ jobId })) states.push(state);
    expect(states.at(-1)).toMatchObject({ id: jobId, kind: 'verify', state: 'done', error: null });
    expect(await across.jobs.get({ jobId })).toEqual(states.at(-1));
  });

  it('is told after each commit which features changed, whoever changed them', async () => {
    const stop = new AbortController();
    const changes = await across.system.changes({}, { signal: stop.signal });
    const next = changes.next();
    // The listener stands once the server has begun its generator; a call on the same port comes after that.
    await across.system.info({});
    await world.desk.client.clients.update({ clientId: world.clientId, note: '新备注' });
    const told = await next;
    expect((told.value as { features: string[] } | undefined)?.features).toEqual(
      expect.arrayContaining(['clients', 'journal', 'today']),
    );
    stop.abort();
    await changes.return?.(undefined);
  });

  it('has its own operator and its own undo', async () => {
    const { client } = world.desk;
    const [other, ports] = connect(world.desk);
    expect(await other.operators.current({})).toBeNull();
    await expect(other.clients.create({ name: '谁' })).rejects.toMatchObject({ code: 'OPERATOR_NEEDED' });
    await other.operators.signIn({ operatorId: world.secondOperatorId, pin: '4711' });
    await client.clients.create({ name: '甲的' });
    await other.clients.create({ name: '乙的' });
    await client.journal.undo({});
    const names = (await client.clients.list({})).map((each) => each.name);
    expect(names).toContain('乙的');
    expect(names).not.toContain('甲的');
    await expect(other.journal.redo({})).rejects.toMatchObject({ code: 'CANNOT_UNDO' });
    await other.journal.undo({});
    ports.port2.close();
  });
});

describe('a browser page hands files in by upload only', () => {
  it('refuses every path of this computer, and reads nothing', async () => {
    const [page, ports] = connect(world.desk, { trust: 'browser' });
    await page.operators.signIn({ operatorId: world.operatorId });
    const path = world.newFilePath;
    const refused: [string, object][] = [
      ['evidence.takeIn', { files: [{ file: { path } }] }],
      ['orders.previewImport', { storeId: world.storeId, file: { path } }],
      ['orders.startImport', { storeId: world.storeId, file: { path } }],
      ['rulebook.check', { path: world.files }],
    ];
    for (const [name, given] of refused) {
      expect(await outcomeOf(page, name, given), name).toMatchObject({
        failure: { defined: true, data: { params: { reason: 'path-from-browser' } } },
      });
    }
    ports.port2.close();
  });

  it('refuses an upload id that would leave the folder of uploads', async () => {
    const [page, ports] = connect(world.desk, { trust: 'browser' });
    await page.operators.signIn({ operatorId: world.operatorId });
    for (const uploadId of ['../appealdesk.sqlite3', '..', '/etc/passwd', 'a'.repeat(36)]) {
      expect(await outcomeOf(page, 'evidence.takeIn', { files: [{ file: { uploadId } }] })).toMatchObject({
        failure: { code: 'BAD_REQUEST' },
      });
    }
    ports.port2.close();
  });
});

describe('a workspace that was moved', () => {
  it('answers every later change with where it went, and loses nothing', async () => {
    const { client, folder } = world.desk;
    const length = journalLength(folder);
    const { jobId } = await client.workspace.move(INPUTS[MOVE]?.(world) as { into: string });
    expect(await finished(client, jobId)).toMatchObject({ state: 'done' });
    expect(await outcomeOf(client, 'clients.create', { name: '太晚' })).toMatchObject({
      failure: { code: 'MOVED', defined: true, data: { params: { folder: `${world.files}/moved` } } },
    });
    expect(actsSince(folder, length)).toEqual([]);
    expect(journalLength(`${world.files}/moved`)).toBe(length);
    expect(dumpCaseTables(`${world.files}/moved`)).toEqual(dumpCaseTables(folder));
  });
});
