import { createHash } from 'node:crypto';
import { readFile, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Packet } from '../../../shared/packets/index.ts';
import {
  exportCase,
  HARASSMENT,
  orderNumbers,
  prepareCase,
  takeIn,
  writeStatement,
} from '../../helpers/case.ts';
import { finished } from '../../helpers/core.ts';
import { rowCount } from '../../helpers/database.ts';
import { flipByte, putFile, screenshot } from '../../helpers/files.ts';
import { oneDesk } from '../../helpers/one-desk.ts';
import { readMaterial } from '../../helpers/packet-folder.ts';
import { blobPath, workspacePaths } from '../../../main/workspace/index.ts';

const desk = oneDesk();

/** A case that is ready to be exported; the order and the pictures are its own by `seed`. */
const ready = (
  seed: number,
  more: { readonly orders?: readonly string[]; readonly pictures?: number } = {},
) =>
  prepareCase(desk.client, desk.files, {
    storeId: desk.storeId,
    orders: orderNumbers(1, seed),
    seed,
    ...more,
  });
const readiness = async (caseId: string) =>
  (await desk.client.packets.readiness({ caseId, language: 'zh-CN' })).map(
    ({ code, weight }) => `${weight}:${code}`,
  );
const packetsOf = (caseId: string) => desk.client.packets.list({ caseId });
const folderOf = (packet: Packet | undefined) =>
  join(desk.folder, 'exports', ...(packet?.folder ?? '').split('/'));

describe('before material is frozen, a seller is told what stands in the way', () => {
  it('goes from an empty case to one that is ready, each gap named until it is closed', async () => {
    const { client } = desk;
    const { id: caseId } = await client.cases.create({ storeId: desk.storeId, scenarioId: HARASSMENT });
    expect(await readiness(caseId)).toEqual(
      expect.arrayContaining([
        'stop:no-orders',
        'stop:no-statement',
        'look:requirement-missing',
        'look:check-facts-missing',
      ]),
    );
    await expect(client.packets.export({ caseId, language: 'zh-CN' })).rejects.toMatchObject({
      code: 'NOT_READY',
      data: { params: { reason: 'no-orders', step: 'orders' } },
    });
    await client.cases.setOrders({ caseId, orderNumbers: orderNumbers(1, 10) });
    expect(await readiness(caseId)).not.toContain('stop:no-orders');

    await writeStatement(client, caseId, '买家骚扰客服。', []);
    expect(await readiness(caseId)).toContain('look:uncited-sentence');
    expect(await readiness(caseId)).not.toContain('stop:no-statement');
    const fact = await client.facts.create({ caseId, text: '买家发来辱骂消息。' });
    await writeStatement(client, caseId, '买家骚扰客服。', [fact.id]);
    expect(await readiness(caseId)).toContain('stop:fact-without-exhibit');
    expect(await readiness(caseId)).not.toContain('look:uncited-sentence');
    const [itemId = '', unused = ''] = await takeIn(
      client,
      [
        await putFile(desk.files, 'r1.png', await screenshot(11, 60, 60)),
        await putFile(desk.files, 'r2.png', await screenshot(12, 60, 60)),
      ],
      caseId,
    );
    await client.facts.cite({ factId: fact.id, itemId });
    expect(await readiness(caseId)).toEqual(
      expect.arrayContaining(['stop:unconfirmed-fact', 'know:exhibit-unused']),
    );
    await client.facts.confirm({ factId: fact.id, confirmed: true });
    expect(await readiness(caseId)).not.toContain('stop:unconfirmed-fact');
    await client.evidence.detach({ caseId, itemId: unused });
    expect(await readiness(caseId)).not.toContain('know:exhibit-unused');

    const { requirements } = await client.requirements.coverage({ caseId });
    for (const [place, { id }] of requirements.entries()) {
      if (place % 2 === 0) await client.requirements.meet({ caseId, requirementId: id, itemIds: [itemId] });
      else await client.requirements.unavailable({ caseId, requirementId: id, reason: '平台已清理' });
    }
    expect(await readiness(caseId)).not.toContain('look:requirement-missing');
    expect((await readiness(caseId)).filter((each) => each.startsWith('stop:'))).toEqual([]);
    await client.facts.update({ factId: fact.id, text: '买家发来三条辱骂消息。' });
    expect(await readiness(caseId)).toContain('stop:unconfirmed-fact');
  });

  it('weighs what the check says, and warns of a damaged exhibit, without stopping an honest seller', async () => {
    const { client } = desk;
    const prepared = await ready(20);
    await client.cases.answer({ caseId: prepared.caseId, factId: 'harassing-message', value: 'none' });
    const bytes = Buffer.from(await screenshot(21, 200, 200));
    await takeIn(
      client,
      [await putFile(desk.files, 'cut.png', bytes.subarray(0, bytes.length - 100))],
      prepared.caseId,
    );
    expect(await readiness(prepared.caseId)).toEqual(
      expect.arrayContaining(['look:check-not-eligible', 'look:exhibit-damaged']),
    );
    const packetId = await exportCase(client, prepared.caseId);
    expect((await packetsOf(prepared.caseId)).map((packet) => packet.id)).toEqual([packetId]);
  });
});

describe('exported material is exactly what was frozen', () => {
  it('has a folder for each order and voucher, the text ready to copy, and hashes that hold', async () => {
    const { client } = desk;
    const orders = orderNumbers(2, 30);
    const prepared = await ready(30, { orders, pictures: 3 });
    const { requirements } = await client.requirements.coverage({ caseId: prepared.caseId });
    await client.requirements.meet({
      caseId: prepared.caseId,
      requirementId: requirements[0]?.id ?? '',
      itemIds: prepared.itemIds.slice(0, 2),
    });
    await exportCase(client, prepared.caseId);
    const [packet] = await packetsOf(prepared.caseId);
    const root = folderOf(packet);
    expect((await readdir(root)).sort()).toEqual(['上传包', '存档'].sort());
    const kit = (packet?.files ?? []).filter((each) => each.part === 'upload-kit').map((each) => each.path);
    for (const order of orders) {
      const own = kit.filter((path) => path.includes(order));
      expect(own.length, order).toBe(3);
      expect(new Set(own.map((path) => path.split('/').slice(0, -1).join('/'))).size, order).toBe(2);
    }
    expect(packet?.fields.find((field) => field.fieldId === 'statement')).toMatchObject({
      text: '事情经过\n买家连拍两单，均未付款。',
    });
    expect(packet?.fields.find((field) => field.fieldId === 'order-number')?.text).toBe(orders.join('\n'));
    for (const each of packet?.files ?? []) {
      const bytes = await readFile(join(root, ...each.path.split('/')));
      expect(createHash('sha256').update(bytes).digest('hex'), each.path).toBe(each.sha256);
      expect(bytes.length).toBe(each.size);
    }
    const manifest = await readFile(join(root, '存档', '校验清单.sha256'), 'utf8');
    for (const line of manifest.trimEnd().split('\n')) {
      const [hash, name] = line.split('  ');
      const bytes = await readFile(join(root, '存档', name ?? ''));
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(hash);
    }
  });

  it('never leaves its folder nor collides, whatever the files are called', async () => {
    const { client } = desk;
    const prepared = await ready(40, { pictures: 1 });
    const names = [
      '..\\..\\evil.png',
      '../../../evil.png',
      'CON.png',
      'a:b*c?d"e<f>g|h.png',
      'same.png',
      'SAME.PNG',
      'same.png',
      `${'长'.repeat(200)}.png`,
      '😡.png',
      ' .png',
      'rtl\u202egnp.exe.png',
    ];
    for (const [place, name] of names.entries()) {
      const path = await putFile(desk.files, `hostile-${place}.png`, await screenshot(400 + place, 20, 20));
      const { jobId } = await client.evidence.takeIn({
        caseId: prepared.caseId,
        files: [{ file: { path }, name }],
      });
      expect((await finished(client, jobId)).state).toBe('done');
    }
    await exportCase(client, prepared.caseId, true);
    const [packet] = await packetsOf(prepared.caseId);
    const paths = (packet?.files ?? []).map((each) => each.path);
    expect(new Set(paths.map((path) => path.toLowerCase().normalize('NFC'))).size).toBe(paths.length);
    for (const part of paths.flatMap((path) => path.split('/'))) {
      expect(part).not.toMatch(/^\.|[\\:*?"<>|\p{Cc}\u202e]|[ .]$/u);
      expect(part.toLowerCase()).not.toMatch(/^(con|nul|aux|prn)(\.|$)/);
      expect(Buffer.byteLength(part)).toBeLessThanOrEqual(200);
    }
    const found = await readdir(folderOf(packet), { recursive: true, withFileTypes: true });
    expect(found.filter((each) => each.isFile()).length).toBe(paths.length);
    expect(await readdir(join(desk.folder, 'exports'))).not.toContain('evil.png');
  });

  it('holds the untouched originals only when they were asked for', async () => {
    const { client } = desk;
    const prepared = await ready(50);
    await exportCase(client, prepared.caseId);
    await exportCase(client, prepared.caseId, true);
    const [withThem, without] = await packetsOf(prepared.caseId);
    expect(without?.hasOriginals).toBe(false);
    expect(without?.files.some((each) => each.part === 'originals')).toBe(false);
    expect(withThem?.hasOriginals).toBe(true);
    const originals =
      withThem?.files.filter((each) => each.part === 'originals').map((each) => each.sha256) ?? [];
    for (const { item } of await client.evidence.exhibits({ caseId: prepared.caseId })) {
      expect(originals).toContain(item.sha256);
    }
  });

  it('is made anew each time: two exports at once are two packets, and the first is left as it is', async () => {
    const { client } = desk;
    const prepared = await ready(61, { pictures: 1 });
    const started = await Promise.all(
      [1, 2].map(() => client.packets.export({ caseId: prepared.caseId, language: 'zh-CN' })),
    );
    for (const { jobId } of started) {
      expect(await finished(client, jobId)).toMatchObject({ state: 'done', error: null });
    }
    const packets = await packetsOf(prepared.caseId);
    expect(packets.map((packet) => packet.number)).toEqual([2, 1]);
    expect(new Set(packets.map((packet) => packet.folder)).size).toBe(2);
    const archive = await readFile(join(folderOf(packets[1]), '存档', '存档.pdf'));
    await writeStatement(client, prepared.caseId, '改过的话。', [prepared.factId]);
    await exportCase(client, prepared.caseId);
    expect(Buffer.compare(await readFile(join(folderOf(packets[1]), '存档', '存档.pdf')), archive)).toBe(0);
    expect((await packetsOf(prepared.caseId)).length).toBe(3);
    for (const packet of await packetsOf(prepared.caseId)) {
      for (const each of packet.files) await readFile(join(folderOf(packet), ...each.path.split('/')));
    }
  });

  it('stops at a character no font has, names it, and leaves nothing behind', async () => {
    const { client } = desk;
    const prepared = await ready(70, { pictures: 1 });
    await writeStatement(client, prepared.caseId, '买家发来 𒀀 字符。', [prepared.factId]);
    const packets = rowCount(desk.folder, 'packets');
    const { jobId } = await client.packets.export({ caseId: prepared.caseId, language: 'zh-CN' });
    const state = await finished(client, jobId);
    expect(state).toMatchObject({ state: 'failed', error: { code: 'MISSING_GLYPH' } });
    expect(JSON.stringify(state.error?.params)).toContain('𒀀');
    expect(rowCount(desk.folder, 'packets')).toBe(packets);
    const number = (await client.cases.get({ caseId: prepared.caseId })).record.number;
    expect(await readdir(join(desk.folder, 'exports', number)).catch(() => [])).toEqual([]);
  });

  it('says nothing that nobody has confirmed', async () => {
    const { client } = desk;
    const prepared = await ready(75, { pictures: 1 });
    const [itemId = ''] = prepared.itemIds;
    const { id: factId } = await client.facts.create({
      caseId: prepared.caseId,
      text: '听说他是同行雇来的。',
      citations: [{ itemId }],
    });
    await exportCase(client, prepared.caseId);
    expect((await readMaterial(folderOf((await packetsOf(prepared.caseId))[0]))).names('同行雇来')).toBe(
      false,
    );
    await client.facts.confirm({ factId, confirmed: true });
    await exportCase(client, prepared.caseId);
    expect((await readMaterial(folderOf((await packetsOf(prepared.caseId))[0]))).names('同行雇来')).toBe(
      true,
    );
  });

  it('is not made of an original that is no longer what came in', async () => {
    const { client } = desk;
    const prepared = await ready(76, { pictures: 1 });
    const [exhibit] = await client.evidence.exhibits({ caseId: prepared.caseId });
    await flipByte(blobPath(workspacePaths(desk.folder).vault, exhibit?.item.sha256 ?? ''));
    const { jobId } = await client.packets.export({ caseId: prepared.caseId, language: 'zh-CN' });
    expect(await finished(client, jobId)).toMatchObject({
      state: 'failed',
      error: { code: 'BLOB_MISSING', params: { name: exhibit?.item.fileName } },
    });
    expect(await packetsOf(prepared.caseId)).toEqual([]);
  });

  it('is laid out again when its folder was tidied away', async () => {
    const { client } = desk;
    const prepared = await ready(77, { pictures: 1 });
    await exportCase(client, prepared.caseId);
    const [packet] = await packetsOf(prepared.caseId);
    await rm(folderOf(packet), { recursive: true });
    expect(await client.packets.showFolder({ packetId: packet?.id ?? '' })).toMatchObject({
      folder: folderOf(packet),
    });
    for (const each of packet?.files ?? []) {
      const bytes = await readFile(join(folderOf(packet), ...each.path.split('/')));
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(each.sha256);
    }
  });

  it('can be stopped on the way and leaves nothing behind', async () => {
    const { client } = desk;
    const prepared = await ready(80, { pictures: 4 });
    const { jobId } = await client.packets.export({ caseId: prepared.caseId, language: 'zh-CN' });
    await client.jobs.cancel({ jobId });
    expect(await finished(client, jobId)).toMatchObject({ state: 'cancelled' });
    expect(await packetsOf(prepared.caseId)).toEqual([]);
  });
});
