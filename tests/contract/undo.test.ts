import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportCase, HARASSMENT, orderNumbers, prepareCase } from '../helpers/case.ts';
import { call, listProcedures } from '../helpers/contract.ts';
import { finished, resultOf } from '../helpers/core.ts';
import { dumpCaseTables, journalLength } from '../helpers/database.ts';
import { orderExport, putFile } from '../helpers/files.ts';
import { INPUTS } from '../helpers/contract-inputs.ts';
import { prepareWorld, type World } from '../helpers/world.ts';

const PROCEDURES = listProcedures();
const UNDOABLE = PROCEDURES.filter(({ meta }) => meta.undo === 'undoable').map(({ name }) => name);

/** The acts of design §5 that undo never takes back, each with the reason. */
const PERMANENT: Readonly<Record<string, string>> = {
  'evidence.takeInText': 'a custody event: the log says that it came in',
  'campaigns.exhibit': 'a custody event: the counts come in as a text',
  'contacts.exhibit': "a custody event: the platform's answer comes in as a text",
  'evidence.remove': 'a custody event: taken out of use with a written reason, brought back by restore',
  'evidence.restore': 'a custody event',
  'submissions.record': 'a recorded submission with its attempt',
  'attempts.enterPrior': 'a submission recorded from elsewhere, with its attempt',
  'attempts.settle': 'an attempt that somebody looked up',
  'attempts.correct': 'a correction act, as that of a submission',
  'submissions.correct': 'the correction act: the only thing that frees a spent attempt, and both rows stay',
  'journal.undo': 'undone by redo, never by another undo',
  'journal.redo': 'undone by undo of the act itself',
};

/** Acts that a job does after its procedure has answered; the journal knows them under these names. */
const PERMANENT_JOBS: Readonly<Record<string, string>> = {
  'evidence.takeIn': 'a custody event: intake',
  'packets.export': 'frozen material',
};

/**
 * Procedures that are no change of a case by their meta and stand in the journal all the same, with the act it knows them
 * by and whether undo takes it: named in the meta's own words (shared/contract/builder.ts), and tried one by one below
 * instead of in the loop. Beside them only the jobs above, which are permanent.
 */
const EXCEPTIONS: Readonly<Record<string, { readonly act: string; readonly undo: 'open' | 'permanent' }>> = {
  'operators.setPin': { act: 'operators.setPin', undo: 'permanent' },
  'orders.startImport': { act: 'orders.import', undo: 'open' },
};

let world: World;
beforeAll(async () => {
  world = await prepareWorld();
}, 120_000);
afterAll(() => world.desk.close());

const act = (name: string) => call(world.desk.client, name, INPUTS[name]?.(world));
const dump = () => dumpCaseTables(world.desk.folder);

describe('every change a seller makes can be taken back, byte for byte', () => {
  it('has a scenario for every procedure that promises undo', () => {
    expect(UNDOABLE.filter((name) => INPUTS[name] === undefined)).toEqual([]);
    expect(UNDOABLE.length).toBeGreaterThan(25);
  });

  it.each(UNDOABLE)('%s: undo restores every row, redo brings the change back', async (name) => {
    const { client } = world.desk;
    const before = dump();
    await act(name);
    const after = dump();
    expect(after, 'the scenario must change something').not.toEqual(before);
    const undone = await client.journal.undo({});
    expect(undone.act).toBe('journal.undo');
    expect(dump()).toEqual(before);
    await client.journal.redo({});
    expect(dump()).toEqual(after);
    await client.journal.undo({});
    expect(dump()).toEqual(before);
  });

  it('takes several acts back one by one, newest first, and brings them back in order', async () => {
    const { client } = world.desk;
    const states = [dump()];
    for (const title of ['一', '二', '三']) {
      await client.cases.update({ caseId: world.draft.caseId, title });
      states.push(dump());
    }
    for (const state of states.slice(0, 3).reverse()) {
      await client.journal.undo({});
      expect(dump()).toEqual(state);
    }
    for (const state of states.slice(1)) {
      await client.journal.redo({});
      expect(dump()).toEqual(state);
    }
    await expect(client.journal.redo({})).rejects.toMatchObject({ code: 'CANNOT_UNDO' });
    for (let step = 0; step < 3; step += 1) await client.journal.undo({});
    expect(dump()).toEqual(states[0]);
  });

  it('forgets what could be done again once something new is done', async () => {
    const { client } = world.desk;
    await client.cases.update({ caseId: world.draft.caseId, title: '旧' });
    await client.journal.undo({});
    await client.cases.update({ caseId: world.draft.caseId, title: '新' });
    await expect(client.journal.redo({})).rejects.toMatchObject({ code: 'CANNOT_UNDO' });
    await client.journal.undo({});
  });
});

describe('what is refused an undo says why and touches nothing', () => {
  it('refuses an act whose rows changed since, and names what', async () => {
    const { client, folder } = world.desk;
    await client.cases.update({ caseId: world.draft.caseId, title: '先改' });
    const { items } = await client.journal.list({ limit: 1 });
    await client.cases.update({ caseId: world.draft.caseId, title: '后改' });
    const before = dump();
    const length = journalLength(folder);
    await expect(client.journal.undo({ sequence: items[0]?.sequence ?? 0 })).rejects.toMatchObject({
      code: 'CONFLICT',
      data: { params: { reason: 'changed-since', act: 'cases.update', kind: 'cases' } },
    });
    expect(dump()).toEqual(before);
    expect(journalLength(folder)).toBe(length);
    await client.journal.undo({});
    await client.journal.undo({});
  });

  it('refuses to take back the opening of a case that has work in it', async () => {
    const { client } = world.desk;
    const opened = await client.cases.create({ storeId: world.storeId, scenarioId: HARASSMENT });
    const { items } = await client.journal.list({ limit: 1 });
    await client.facts.create({ caseId: opened.id, text: '一条事实' });
    const before = dump();
    await expect(client.journal.undo({ sequence: items[0]?.sequence ?? 0 })).rejects.toMatchObject({
      code: 'CONFLICT',
      data: { params: { act: 'cases.create' } },
    });
    expect(dump()).toEqual(before);
    await client.journal.undo({});
    await client.journal.undo({});
  });

  it('refuses to give an order back to a draft when another case has taken it in the same scene', async () => {
    const { client } = world.desk;
    const [, kept = '', , , , free = ''] = world.orders;
    const { items } = await client.cases
      .setOrders({ caseId: world.draft.caseId, orderNumbers: [kept] })
      .then(() => client.journal.list({ limit: 1 }));
    await client.cases.create({
      storeId: world.storeId,
      scenarioId: HARASSMENT,
      orderNumbers: [world.orders[0] ?? '', free],
    });
    const before = dump();
    await expect(client.journal.undo({ sequence: items[0]?.sequence ?? 0 })).rejects.toMatchObject({
      code: 'CONFLICT',
      data: { params: { reason: 'order-in-other-case', orderNumber: world.orders[0] } },
    });
    expect(dump()).toEqual(before);
    await client.journal.undo({});
    await client.journal.undo({});
  });

  it('refuses to take an import back by undo while a case uses an order that only it brought', async () => {
    const { client } = world.desk;
    const { items } = await client.journal.list({ limit: 500 });
    const imported = items.filter((entry) => entry.act === 'orders.import').at(-1);
    const before = dump();
    await expect(client.journal.undo({ sequence: imported?.sequence ?? 0 })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
    await expect(client.orders.undoImport({ importId: world.importId })).rejects.toMatchObject({
      code: 'CONFLICT',
      data: { params: { reason: 'order-in-case' } },
    });
    expect(dump()).toEqual(before);
  });

  it('refuses an act that was taken back already, an unknown one, and an undo itself', async () => {
    const { client } = world.desk;
    await client.cases.update({ caseId: world.draft.caseId, title: '一次' });
    const { items } = await client.journal.list({ limit: 1 });
    const sequence = items[0]?.sequence ?? 0;
    const undo = await client.journal.undo({ sequence });
    await expect(client.journal.undo({ sequence })).rejects.toMatchObject({ code: 'CANNOT_UNDO' });
    await expect(client.journal.undo({ sequence: undo.sequence })).rejects.toMatchObject({
      code: 'CANNOT_UNDO',
    });
    await expect(client.journal.undo({ sequence: 1_000_000 })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const shown = (await client.journal.list({ limit: 2 })).items;
    expect(shown.map((entry) => entry.undo)).toEqual(['permanent', 'undone']);
  });
});

describe('two acts beside the cases stand in the journal in a way of their own', () => {
  const OUTSIDE = PROCEDURES.filter(({ meta }) => meta.undo === 'outside' && meta.kind === 'mutation')
    .map(({ name }) => name)
    // It ends this workspace; nothing comes after it.
    .filter((name) => name !== 'workspace.move');

  it('and no other procedure that promises no undo leaves anything there', async () => {
    const { client } = world.desk;
    const found: Record<string, unknown> = {};
    for (const name of OUTSIDE) {
      const length = journalLength(world.desk.folder);
      const answer = (await act(name)) as { jobId?: string } | null;
      if (typeof answer?.jobId === 'string') await finished(client, answer.jobId);
      const { items } = await client.journal.list({ limit: 50 });
      const told = items
        .filter(({ sequence }) => sequence > length)
        .map((entry) => ({ act: entry.act, undo: entry.undo }));
      if (told.length > 0) found[name] = told.length === 1 ? told[0] : told;
    }
    expect(found).toEqual({
      ...EXCEPTIONS,
      ...Object.fromEntries(
        Object.keys(PERMANENT_JOBS).map((name) => [name, { act: name, undo: 'permanent' }]),
      ),
    });
  });

  it('a PIN that was set is never taken back: undo passes it over, and refuses it by name', async () => {
    const { client } = world.desk;
    await client.clients.create({ name: '之前的商家' });
    await act('operators.setPin');
    const pins = () => dump()['operators'];
    const before = pins();
    const { items } = await client.journal.list({ limit: 1 });
    expect(items[0]).toMatchObject({ act: 'operators.setPin', undo: 'permanent' });
    await expect(client.journal.undo({ sequence: items[0]?.sequence ?? 0 })).rejects.toMatchObject({
      code: 'CANNOT_UNDO',
    });
    await client.journal.undo({});
    expect((await client.clients.list({})).map(({ name }) => name)).not.toContain('之前的商家');
    expect(pins()).toEqual(before);
  });

  it('an import that was put in force is taken back whole, and brought back whole', async () => {
    const { client } = world.desk;
    const before = dump();
    const path = await putFile(
      world.files,
      'third.csv',
      orderExport(orderNumbers(3, 900).map((orderNumber) => ({ orderNumber }))),
    );
    await resultOf(client, await client.orders.startImport({ storeId: world.secondStoreId, file: { path } }));
    const after = dump();
    expect(after).not.toEqual(before);
    await client.journal.undo({});
    expect(dump()).toEqual(before);
    await client.journal.redo({});
    expect(dump()).toEqual(after);
    await client.journal.undo({});
  });
});

describe('four kinds of act are never taken back by undo', () => {
  it('names every permanent procedure with its reason', () => {
    const declared = PROCEDURES.filter(({ meta }) => meta.undo === 'permanent').map(({ name }) => name);
    expect(declared.sort()).toEqual(Object.keys(PERMANENT).sort());
    for (const reason of Object.values({ ...PERMANENT, ...PERMANENT_JOBS })) expect(reason).not.toBe('');
  });

  it('refuses each of them by its sequence, and leaves every row as it is', async () => {
    const { client } = world.desk;
    const extra = await prepareCase(client, world.files, {
      storeId: world.storeId,
      orders: [world.orders[5] ?? ''],
      seed: 77,
    });
    await exportCase(client, extra.caseId);
    for (const name of Object.keys(PERMANENT)) if (!name.startsWith('journal.')) await act(name);
    const { items } = await client.journal.list({ limit: 500 });
    const before = dump();
    const wanted = [...Object.keys(PERMANENT), ...Object.keys(PERMANENT_JOBS)];
    for (const name of wanted) {
      const entry = items.find((candidate) => candidate.act === name);
      expect(entry, name).toMatchObject({ undo: 'permanent' });
      await expect(client.journal.undo({ sequence: entry?.sequence ?? 0 }), name).rejects.toMatchObject({
        code: 'CANNOT_UNDO',
      });
    }
    expect(dump()).toEqual(before);
  });

  it('passes them over when the newest act is to be taken back', async () => {
    const { client } = world.desk;
    await client.clients.create({ name: '最新' });
    await client.evidence.takeInText({ label: '举证号', text: 'WW-9' });
    await client.journal.undo({});
    expect((await client.clients.list({})).map((each) => each.name)).not.toContain('最新');
    expect((await client.evidence.list({ text: '举证号' })).total).toBeGreaterThan(0);
  });
});
