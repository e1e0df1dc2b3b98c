import { execFile } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { appendFileSync, closeSync, openSync, writeSync } from 'node:fs';
import {
  chmod,
  chown,
  copyFile,
  mkdir,
  mkdtemp,
  readFile,
  readdir,
  rm,
  stat,
  truncate,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { blobPath, workspacePaths } from '../../../main/workspace/index.ts';
import { newId } from '../../../shared/kernel/index.ts';
import { exportCase, orderNumbers, prepareCase, takeIn } from '../../helpers/case.ts';
import { finished, realRandom, resultOf } from '../../helpers/core.ts';
import { rowCount } from '../../helpers/database.ts';
import { putFile, screenshot } from '../../helpers/files.ts';
import { oneDesk, type OneDesk } from '../../helpers/one-desk.ts';

interface Taken {
  readonly name: string;
  readonly itemId?: string;
  readonly known?: boolean;
  readonly error?: { readonly code: string; readonly params: Record<string, unknown> };
}

const desk = oneDesk();

type Handed = Parameters<OneDesk['client']['evidence']['takeIn']>[0]['files'];
const handIn = async (handed: Handed): Promise<Taken[]> =>
  await resultOf<Taken[]>(desk.client, await desk.client.evidence.takeIn({ files: handed }));
const incoming = () => readdir(workspacePaths(desk.folder).incoming);

describe('one bad file is refused by what is wrong with it and never stops the others', () => {
  it('takes the good one in between an empty one, a folder and one that is gone', async () => {
    const good = await putFile(desk.files, 'good.png', await screenshot(1, 50, 50));
    const folder = join(desk.files, 'a folder');
    await mkdir(folder);
    const taken = await handIn(
      [await putFile(desk.files, 'empty.png', ''), folder, join(desk.files, 'gone.png'), good].map(
        (path) => ({
          file: { path },
        }),
      ),
    );
    expect(taken.map((each) => each.error?.params['reason'] ?? 'in')).toEqual([
      'empty',
      'not-a-file',
      'gone',
      'in',
    ]);
    expect(taken.map((each) => each.name)).toEqual(['empty.png', 'a folder', 'gone.png', 'good.png']);
    expect(await incoming()).toEqual([]);
  });

  it.skipIf(process.platform === 'win32')(
    'says of a file that may not be read that it is locked',
    async () => {
      const base = await mkdtemp(join(tmpdir(), 'appealdesk-nobody-'));
      const locked = await putFile(base, 'locked.png', await screenshot(2, 50, 50));
      const open = await putFile(base, 'open.png', await screenshot(3, 50, 50));
      await chmod(locked, 0o000);
      const child = fileURLToPath(new URL('../../helpers/take-in-as-nobody.ts', import.meta.url));
      const command = [process.execPath, child, join(base, 'workspace'), locked, open];
      if (process.getuid?.() === 0) {
        for (const path of [base, locked, open]) await chown(path, 65_534, 65_534);
        command.unshift('setpriv', '--reuid=65534', '--regid=65534', '--clear-groups');
      }
      const [program = '', ...given] = command;
      const { stdout } = await promisify(execFile)(program, given, { env: { ...process.env, HOME: base } });
      const taken = JSON.parse(stdout) as Taken[];
      expect(taken[0]).toMatchObject({ error: { code: 'INVALID_FILE', params: { reason: 'locked' } } });
      expect(taken[1]).toMatchObject({ name: 'open.png', known: false });
      await chmod(locked, 0o600);
      await rm(base, { recursive: true, force: true });
    },
  );

  it('keeps nothing of a file that grows while it is read', async () => {
    const path = join(desk.files, 'growing.log');
    await writeFile(path, 'start');
    await truncate(path, 96 * 1024 * 1024);
    const rows = rowCount(desk.folder, 'evidence_items');
    const growing = setInterval(() => appendFileSync(path, 'more'), 1);
    const taken = await handIn([{ file: { path } }]);
    clearInterval(growing);
    expect(taken).toMatchObject([{ name: 'growing.log', error: { code: 'FILE_CHANGED' } }]);
    expect(rowCount(desk.folder, 'evidence_items')).toBe(rows);
    expect(await incoming()).toEqual([]);
  });

  it('keeps nothing of a file that is written over while it is read, though it is no byte longer', async () => {
    const path = join(desk.files, 'saved-again.log');
    await writeFile(path, 'start');
    await truncate(path, 96 * 1024 * 1024);
    const rows = rowCount(desk.folder, 'evidence_items');
    const file = openSync(path, 'r+');
    const writing = setInterval(() => writeSync(file, 'other', 0), 1);
    const taken = await handIn([{ file: { path } }]);
    clearInterval(writing);
    closeSync(file);
    expect(taken).toMatchObject([{ name: 'saved-again.log', error: { code: 'FILE_CHANGED' } }]);
    expect(rowCount(desk.folder, 'evidence_items')).toBe(rows);
    expect(await incoming()).toEqual([]);
  });

  it('is told apart by content: a web page called .png is a web page', async () => {
    const path = await putFile(
      desk.files,
      'fake.png',
      '<!DOCTYPE html><html><script>alert(1)</script></html>',
    );
    const [id = ''] = await takeIn(desk.client, [path]);
    expect(await desk.client.evidence.get({ itemId: id })).toMatchObject({
      fileName: 'fake.png',
      fileKind: 'html',
      mediaType: 'text/html',
      damaged: false,
    });
  });

  it('keeps a damaged picture as it came, and says that it is damaged', async () => {
    const whole = Buffer.from(await screenshot(4, 200, 200));
    const bytes = whole.subarray(0, whole.length - 80);
    const [id = ''] = await takeIn(desk.client, [await putFile(desk.files, 'cut.png', bytes)]);
    const item = await desk.client.evidence.get({ itemId: id });
    expect(item).toMatchObject({ fileKind: 'image', damaged: true, size: bytes.length });
    expect(item.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
  });
});

describe('a name is shown as it was given and never used as a path', () => {
  it.each<[string, string, string]>([
    ['emoji and Chinese', '聊天😡👨‍👩‍👧‍👦.png', '聊天😡👨‍👩‍👧‍👦.png'],
    ['a way out of the folder', '..\\..\\..\\Windows\\evil.png', 'evil.png'],
    ['another way out', '../../etc/passwd', 'passwd'],
    ['nothing but a way out', '..', '\ufffd'],
    ['control characters', 'a\u0000b\nc.png', 'a\ufffdb\ufffdc.png'],
  ])('%s', async (_, name, shown) => {
    const path = await putFile(desk.files, 'source.bin', randomBytes(64));
    const [taken] = await handIn([{ file: { path }, name }]);
    expect(taken?.name).toBe(shown);
    expect(await desk.client.evidence.get({ itemId: taken?.itemId ?? '' })).toMatchObject({
      fileName: shown,
    });
  });

  it('cuts a name of 260 characters without breaking one of them', async () => {
    const path = await putFile(desk.files, 'source.bin', randomBytes(64));
    const [taken] = await handIn([{ file: { path }, name: `a${'😡'.repeat(260)}.png` }]);
    expect(taken?.name.isWellFormed()).toBe(true);
    expect(taken?.name.length).toBeLessThanOrEqual(255);
    const item = await desk.client.evidence.get({ itemId: taken?.itemId ?? '' });
    expect(item.fileName).toBe(taken?.name);
    expect(item.fileName).not.toContain('\ufffd');
  });
});

describe('the same bytes are one item', () => {
  it('links a file that is there already, under whatever name it comes, and stores it once', async () => {
    const bytes = await screenshot(5, 60, 60);
    const { id: caseId } = await desk.client.cases.create({
      storeId: desk.storeId,
      scenarioId: 'aliexpress.report-buyer.malicious-order',
    });
    const one = await putFile(desk.files, 'one.png', bytes);
    const two = join(desk.files, 'two.png');
    await copyFile(one, two);
    const [first] = await handIn([{ file: { path: one } }]);
    const rows = rowCount(desk.folder, 'blobs');
    const again = await resultOf<Taken[]>(
      desk.client,
      await desk.client.evidence.takeIn({
        caseId,
        files: [{ file: { path: two } }, { file: { path: one } }],
      }),
    );
    expect(again.map((each) => [each.itemId, each.known])).toEqual([
      [first?.itemId, true],
      [first?.itemId, true],
    ]);
    expect(rowCount(desk.folder, 'blobs')).toBe(rows);
    expect(await desk.client.evidence.exhibits({ caseId })).toHaveLength(1);
  });

  it("is an item of its own for another client, who sees no other's label or file name", async () => {
    const { client } = desk;
    const { id: clientId } = await client.clients.create({ name: '别家' });
    const { id: storeId } = await client.stores.create({
      clientId,
      platform: 'aliexpress',
      name: '别家的店',
      exportZone: 'Asia/Shanghai',
    });
    const scenarioId = 'aliexpress.report-buyer.malicious-review';
    const ours = await client.cases.create({ storeId: desk.storeId, scenarioId });
    const theirs = await client.cases.create({ storeId, scenarioId });
    expect(theirs.clientId).not.toBe(ours.clientId);
    const bytes = await screenshot(66, 40, 40);
    const path = await putFile(desk.files, '我家.png', bytes);
    const [mine = ''] = await takeIn(client, [path], ours.id);
    const [other = ''] = await takeIn(client, [await putFile(desk.files, '别家.png', bytes)], theirs.id);
    expect(other).not.toBe(mine);
    expect((await client.evidence.get({ itemId: other })).fileName).toBe('别家.png');
    expect(await takeIn(client, [path], ours.id)).toEqual([mine]);
    expect(await takeIn(client, [path], theirs.id)).toEqual([other]);
  });

  it('takes an upload in from its own folder and leaves nothing of it there', async () => {
    const uploadId = newId(desk.clock, realRandom);
    const bytes = await screenshot(6, 60, 60);
    await writeFile(join(workspacePaths(desk.folder).incoming, uploadId), bytes);
    const [taken] = await handIn([
      { file: { uploadId }, name: '浏览器里拖进来的.png', modifiedAt: 1_700_000_000_000 },
    ]);
    const item = await desk.client.evidence.get({ itemId: taken?.itemId ?? '' });
    expect(item).toMatchObject({
      fileName: '浏览器里拖进来的.png',
      fileModifiedAt: 1_700_000_000_000,
      width: 60,
    });
    expect(await incoming()).toEqual([]);
  });

  it('lies in the vault byte for byte, under its hash, not to be written to', async () => {
    const bytes = randomBytes(100_000);
    const [id = ''] = await takeIn(desk.client, [await putFile(desk.files, 'bytes.bin', bytes)]);
    const { sha256, size } = await desk.client.evidence.get({ itemId: id });
    const path = blobPath(workspacePaths(desk.folder).vault, sha256);
    expect(Buffer.compare(await readFile(path), bytes)).toBe(0);
    expect(size).toBe(100_000);
    expect((await stat(path)).mode & 0o222).toBe(0);
  });
});

describe('a large file is read in pieces', () => {
  it('takes 300 MB in without holding it in memory', { timeout: 60_000 }, async () => {
    const path = join(desk.files, 'large.mp4');
    await writeFile(path, 'start');
    await truncate(path, 300 * 1024 * 1024);
    const before = process.memoryUsage().rss;
    let most = before;
    const watching = setInterval(() => {
      most = Math.max(most, process.memoryUsage().rss);
    }, 20);
    const [id = ''] = await takeIn(desk.client, [path]);
    clearInterval(watching);
    expect((await desk.client.evidence.get({ itemId: id })).size).toBe(300 * 1024 * 1024);
    expect(most - before).toBeLessThan(150 * 1024 * 1024);
    await rm(path);
  });

  it('can be stopped on the way and leaves nothing', async () => {
    const path = join(desk.files, 'stopped.mp4');
    await writeFile(path, 'another start');
    await truncate(path, 200 * 1024 * 1024);
    const blobs = rowCount(desk.folder, 'blobs');
    const { jobId } = await desk.client.evidence.takeIn({ files: [{ file: { path } }] });
    await desk.client.jobs.cancel({ jobId });
    expect(await finished(desk.client, jobId)).toMatchObject({ state: 'cancelled' });
    expect(rowCount(desk.folder, 'blobs')).toBe(blobs);
    await rm(path);
  });
});

describe('an item has a history that nobody can shorten', () => {
  it('is taken out of use with a reason and brought back, each a line of its log, each sealed to the one before', async () => {
    const { client, clock } = desk;
    const [itemId = ''] = await takeIn(client, [
      await putFile(desk.files, 'log.png', await screenshot(7, 40, 40)),
    ]);
    clock.pass(1000);
    await client.evidence.describe({ itemId, note: '买家自己发的' });
    clock.pass(1000);
    await client.evidence.remove({ itemId, reason: '拍重了' });
    expect((await client.evidence.list({ limit: 500 })).items.map((item) => item.id)).not.toContain(itemId);
    expect((await client.evidence.list({ removed: true })).items).toMatchObject([
      { id: itemId, removeReason: '拍重了' },
    ]);
    await expect(client.evidence.remove({ itemId, reason: ' ' })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    });
    clock.pass(1000);
    await client.evidence.restore({ itemId });
    const custody = await client.evidence.custody({ itemId });
    expect(custody.map((event) => event.act)).toEqual(['taken-in', 'described', 'removed', 'restored']);
    expect(custody[2]?.detail).toEqual({ reason: '拍重了' });
    expect(new Set(custody.map((event) => event.hash)).size).toBe(4);
    for (const event of custody) expect(event.operatorName).not.toBe('');
    expect(custody.map((event) => event.at)).toEqual(custody.map((event) => event.at).toSorted());
  });

  it('keeps a line of a description that was taken back, too', async () => {
    const { client } = desk;
    const [itemId = ''] = await takeIn(client, [
      await putFile(desk.files, 'undone.png', await screenshot(8, 40, 40)),
    ]);
    await client.evidence.describe({ itemId, note: '买家自己发的' });
    await client.journal.undo({});
    const custody = await client.evidence.custody({ itemId });
    expect(custody.map((event) => event.act)).toEqual(['taken-in', 'described', 'described']);
    expect(custody[2]?.detail).toEqual({ fields: 'note', undo: 1 });
    expect((await client.evidence.get({ itemId })).note).toBe('');
  });

  it('cannot be taken out while a fact cites it, a requirement stands on it or frozen material holds it', async () => {
    const { client } = desk;
    const prepared = await prepareCase(client, desk.files, {
      storeId: desk.storeId,
      orders: orderNumbers(1),
      seed: 60,
      pictures: 3,
    });
    const [cited = '', ticked = '', free = ''] = prepared.itemIds;
    const { requirements } = await client.requirements.coverage({ caseId: prepared.caseId });
    await client.requirements.meet({
      caseId: prepared.caseId,
      requirementId: requirements[0]?.id ?? '',
      itemIds: [ticked],
    });
    for (const itemId of [cited, ticked]) {
      await expect(client.evidence.remove({ itemId, reason: '不要了' })).rejects.toMatchObject({
        code: 'FROZEN',
        data: { params: { kind: 'cited' } },
      });
      await expect(client.evidence.detach({ caseId: prepared.caseId, itemId })).rejects.toMatchObject({
        code: 'CONFLICT',
        data: { params: { reason: 'exhibit-cited' } },
      });
    }
    await client.evidence.detach({ caseId: prepared.caseId, itemId: free });
    await client.evidence.attach({ caseId: prepared.caseId, itemIds: [free] });
    await exportCase(client, prepared.caseId);
    await client.evidence.detach({ caseId: prepared.caseId, itemId: free });
    await expect(client.evidence.remove({ itemId: free, reason: '不要了' })).rejects.toMatchObject({
      code: 'FROZEN',
      data: { params: { kind: 'evidence' } },
    });
    expect((await client.evidence.custody({ itemId: free })).map((event) => event.act)).toEqual([
      'taken-in',
      'exported',
    ]);
  });

  it('cannot be leaned on while it is out of use', async () => {
    const { client } = desk;
    const { id: caseId } = await client.cases.create({
      storeId: desk.storeId,
      scenarioId: 'aliexpress.report-buyer.malicious-review',
    });
    const [itemId = ''] = await takeIn(client, [
      await putFile(desk.files, 'out.png', await screenshot(8, 40, 40)),
    ]);
    await client.evidence.remove({ itemId, reason: '拍重了' });
    await expect(client.evidence.attach({ caseId, itemIds: [itemId] })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(
      client.facts.create({ caseId, text: '一条事实', citations: [{ itemId }] }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await client.facts.list({ caseId })).toEqual([]);
  });

  it('cannot be taken out under a recorded submission or decision that it shows', async () => {
    const { client, clock } = desk;
    const prepared = await prepareCase(client, desk.files, {
      storeId: desk.storeId,
      orders: orderNumbers(1, 40),
      seed: 61,
      pictures: 1,
    });
    const { caseId } = prepared;
    const packetId = await exportCase(client, caseId);
    const [receipt = '', decided = ''] = await takeIn(
      client,
      [
        await putFile(desk.files, 'receipt.png', await screenshot(62, 40, 40)),
        await putFile(desk.files, 'decided.png', await screenshot(63, 40, 40)),
      ],
      caseId,
    );
    const { id: submissionId } = await client.submissions.record({
      caseId,
      packetId,
      submittedAt: clock.now(),
      platformNumber: 'R-61',
      receiptItemId: receipt,
      spends: [...prepared.orders],
    });
    await client.decisions.record({
      caseId,
      submissionId,
      outcome: 'upheld',
      decidedAt: clock.now(),
      reason: '',
      itemId: decided,
    });
    for (const itemId of [receipt, decided]) {
      await expect(client.evidence.remove({ itemId, reason: '不要了' })).rejects.toMatchObject({
        code: 'FROZEN',
        data: { params: { kind: 'cited' } },
      });
      await expect(client.evidence.detach({ caseId, itemId })).rejects.toMatchObject({
        code: 'CONFLICT',
        data: { params: { reason: 'exhibit-cited' } },
      });
    }
  });

  it('names in its log what changed and nothing that only was sent, and no removal that was none', async () => {
    const { client } = desk;
    const [itemId = ''] = await takeIn(client, [
      await putFile(desk.files, 'changed.png', await screenshot(64, 40, 40)),
    ]);
    const { label } = await client.evidence.get({ itemId });
    await client.evidence.restore({ itemId });
    await client.evidence.describe({ itemId, label, note: '买家自己发的' });
    await client.evidence.remove({ itemId, reason: '拍重了' });
    await client.evidence.remove({ itemId, reason: '再拍一次' });
    const custody = await client.evidence.custody({ itemId });
    expect(custody.map((event) => event.act)).toEqual(['taken-in', 'described', 'removed']);
    expect(custody[1]?.detail).toEqual({ fields: 'note' });
    expect((await client.evidence.get({ itemId })).removeReason).toBe('拍重了');
  });

  it('comes back into the cases it was taken out of', async () => {
    const { client } = desk;
    const { id: caseId } = await client.cases.create({
      storeId: desk.storeId,
      scenarioId: 'aliexpress.report-buyer.malicious-review',
    });
    const [itemId = ''] = await takeIn(
      client,
      [await putFile(desk.files, 'back.png', await screenshot(65, 40, 40))],
      caseId,
    );
    await client.evidence.remove({ itemId, reason: '拍重了' });
    expect(await client.evidence.exhibits({ caseId })).toEqual([]);
    expect((await client.evidence.restore({ itemId })).caseIds).toEqual([caseId]);
  });
});
