import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { VerifyReport } from '../../../shared/workspace/index.ts';
import { HOUR, openTestCore, resultOf, type TestCore } from '../../helpers/core.ts';
import { orderExport, putFile, screenshot, testFolder } from '../../helpers/files.ts';

const NUMBERS = ['8012345678901234', '8012345678901235', '8012345678901236'];

describe('a seller takes a malicious buyer from an order export to the platform’s answer', () => {
  let desk: TestCore;
  let files: string;
  let storeId = '';
  let caseId = '';
  let packetId = '';
  let itemIds: string[] = [];

  beforeAll(async () => {
    desk = await openTestCore();
    files = await testFolder();
  });
  afterAll(() => desk.close());

  it('names a store and imports an order export with its zone asked, not guessed', async () => {
    const { client } = desk;
    const store = await client.stores.create({ platform: 'aliexpress', name: '示例二店' });
    storeId = store.id;
    const path = await putFile(
      files,
      'orders.csv',
      orderExport(NUMBERS.map((orderNumber) => ({ orderNumber, remark: 'asdf' }))),
    );
    const preview = await client.orders.previewImport({ storeId, file: { path } });
    expect(preview).toMatchObject({
      encoding: 'utf-8',
      needsZone: true,
      counts: { rows: 3, added: 3, rejected: 0 },
    });
    await resultOf(
      client,
      await client.orders.startImport({ storeId, file: { path }, zone: 'Asia/Shanghai' }),
    );
    const { items, total } = await client.orders.list({ storeId });
    expect(total).toBe(3);
    expect(items[0]).toMatchObject({
      buyerName: 'Ivan Petrov',
      totalMinor: 1234,
      currency: 'USD',
      paidAt: null,
    });
  });

  it('opens a case, each order holding its chance, and refuses the same order in the same scene with a link', async () => {
    const { client } = desk;
    const platforms = await client.rulebook.platforms({});
    const all = platforms.find(({ platform }) => platform.id === 'aliexpress')?.scenarios ?? [];
    const scenes = all.filter(({ caseTypeId }) => caseTypeId === 'report-buyer');
    expect(scenes).toHaveLength(5);
    const scenarioId = 'aliexpress.report-buyer.malicious-harassment';
    const opened = await client.cases.create({ storeId, scenarioId, orderNumbers: NUMBERS.slice(0, 2) });
    caseId = opened.id;
    expect(opened).toMatchObject({ number: '2026-001', buyerName: 'Ivan Petrov', conductDate: '2026-11-02' });
    await expect(
      client.cases.create({ storeId, scenarioId, orderNumbers: [NUMBERS[0] ?? ''] }),
    ).rejects.toMatchObject({ code: 'DUPLICATE_CASE', data: { params: { caseId, caseNumber: '2026-001' } } });
    const other = scenes.find((scene) => scene.id !== scenarioId)?.id ?? '';
    const findings = await client.cases.duplicates({
      storeId,
      scenarioId: other,
      orderNumbers: [NUMBERS[0] ?? ''],
    });
    expect(findings[0]).toMatchObject({ allowed: 'warn', caseId });
  });

  it('answers the questions of the check until it says the report may go', async () => {
    const { client } = desk;
    for (let round = 0; round < 30; round += 1) {
      const { word, questions } = await client.cases.verdict({ caseId });
      if (questions.length === 0) break;
      const [question] = questions;
      if (question === undefined) break;
      const value =
        question.type === 'boolean'
          ? question.favours
          : question.type === 'choice'
            ? (question.options.at(-1)?.id ?? '')
            : question.type === 'count' || question.type === 'money'
              ? question.favours === 'more'
                ? 50
                : 0
              : 'yes';
      await client.cases.answer({ caseId, factId: question.id, value });
      expect(word).not.toBe('not-eligible');
    }
    const verdict = await client.cases.verdict({ caseId });
    expect(verdict.word).toBe('eligible');
    expect(verdict.rules.length).toBeGreaterThan(0);
  });

  it('takes screenshots, a PDF-less chat log and a text in, byte for byte', async () => {
    const { client } = desk;
    const one = await putFile(files, '聊天 1.png', await screenshot(1));
    const two = await putFile(files, 'remark.png', await screenshot(2));
    const chat = await putFile(
      files,
      'chat.txt',
      '2026-11-02 20:15 buyer: asdf\n2026-11-02 20:16 buyer: 1111\n',
    );
    const empty = await putFile(files, 'empty.png', '');
    const taken = await resultOf<{ name: string; itemId?: string; error?: { code: string } }[]>(
      client,
      await client.evidence.takeIn({
        caseId,
        files: [one, two, chat, empty].map((path) => ({ file: { path } })),
      }),
    );
    expect(taken.map((each) => each.error?.code ?? 'in')).toEqual(['in', 'in', 'in', 'INVALID_FILE']);
    itemIds = taken.flatMap((each) => each.itemId ?? []);
    const exhibits = await client.evidence.exhibits({ caseId });
    expect(exhibits.map((exhibit) => exhibit.exhibitNumber)).toEqual([1, 2, 3]);
    const bytes = await readFile(one);
    expect(exhibits[0]?.item.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
  });

  it('ticks what the scene asks for, records cited facts and confirms them', async () => {
    const { client } = desk;
    const coverage = await client.requirements.coverage({ caseId });
    for (const requirement of coverage.requirements) {
      await client.requirements.meet({ caseId, requirementId: requirement.id, itemIds });
    }
    const after = await client.requirements.coverage({ caseId });
    expect(after.met).toBe(after.total);
    const fact = await client.facts.create({
      caseId,
      text: '买家 11 月 2 日连拍 2 单未付款，备注填“asdf”。',
      happened: '2026-11-02',
      citations: [{ itemId: itemIds[0] ?? '', page: null, note: '' }],
    });
    await expect(
      client.facts
        .create({ caseId, text: '没有出处的话' })
        .then((bare) => client.facts.confirm({ factId: bare.id, confirmed: true })),
    ).rejects.toMatchObject({ code: 'NOT_READY' });
    const confirmed = await client.facts.confirm({ factId: fact.id, confirmed: true });
    expect(confirmed.confirmedAt).not.toBeNull();
  });

  it('writes the statement and sees it typeset', async () => {
    const { client } = desk;
    const facts = await client.facts.list({ caseId });
    const draft = await client.drafting.get({ caseId, language: 'zh-CN' });
    const saved = await client.drafting.save({
      caseId,
      language: 'zh-CN',
      baseVersion: draft.version,
      title: draft.title,
      sections: [
        {
          heading: '事情经过',
          paragraphs: [
            {
              sentences: [
                {
                  text: '买家于 2026-11-02 连续拍下 2 单，均未付款，备注为无效内容“asdf”。',
                  factIds: [facts[0]?.id ?? ''],
                },
              ],
            },
          ],
        },
      ],
    });
    expect(saved.version).toBe(1);
    await expect(
      client.drafting.save({ caseId, language: 'zh-CN', baseVersion: 0, title: '', sections: [] }),
    ).rejects.toMatchObject({ code: 'CONFLICT' });
    const pages = await client.drafting.preview({ caseId, language: 'zh-CN' });
    expect(pages).toHaveLength(1);
  });

  it('exports an upload kit, an archive and, when asked for, the originals, with manifests that check', async () => {
    const { client, folder } = desk;
    const readiness = await client.packets.readiness({ caseId, language: 'zh-CN' });
    expect(readiness.filter((finding) => finding.weight === 'stop')).toEqual([]);
    ({ packetId } = await resultOf<{ packetId: string }>(
      client,
      await client.packets.export({ caseId, language: 'zh-CN', originals: true }),
    ));
    const [packet] = await client.packets.list({ caseId });
    const root = join(folder, 'exports', ...(packet?.folder ?? '').split('/'));
    expect((await readdir(root)).sort()).toEqual(['上传包', '原始文件', '存档'].sort());
    for (const part of ['存档', '原始文件']) {
      const { stdout } = await promisify(execFile)('sha256sum', ['--strict', '-c', '校验清单.sha256'], {
        cwd: join(root, part),
      });
      expect(stdout).toContain('OK');
    }
    for (const file of packet?.files ?? []) {
      const bytes = await readFile(join(root, ...file.path.split('/')));
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(file.sha256);
    }
  });

  it('spends the chance only with the orders named in full, and starts both clocks', async () => {
    const { client, clock } = desk;
    clock.pass(HOUR);
    const submittedAt = clock.now();
    await expect(
      client.submissions.record({
        caseId,
        packetId,
        submittedAt,
        platformNumber: 'R-1',
        spends: [NUMBERS[0] ?? ''],
      }),
    ).rejects.toMatchObject({ code: 'CONFLICT' });
    const submission = await client.submissions.record({
      caseId,
      packetId,
      submittedAt,
      platformNumber: 'R-1',
      spends: NUMBERS.slice(0, 2),
    });
    expect(submission.round).toBe(1);
    const attempts = await client.attempts.list({ caseId });
    expect(attempts.map((attempt) => attempt.state)).toEqual(['spent', 'spent']);
    const { items: clocks } = await client.deadlines.list({ caseId });
    const theirs = clocks.find((each) => each.owner === 'theirs');
    expect(theirs?.computed.readings.length).toBeGreaterThanOrEqual(2);
    expect(theirs?.lookAt).toBe(submittedAt + 48 * HOUR);
    await expect(client.journal.undo({})).resolves.not.toMatchObject({ act: 'submissions.record' });
  });

  it('keeps the slot when the platform returns the report for more, and takes it again', async () => {
    const { client, clock } = desk;
    clock.pass(24 * HOUR);
    await client.decisions.record({
      caseId,
      outcome: 'returned',
      decidedAt: clock.now(),
      reason: '请补充聊天截图',
      pageDeadline: clock.now() + 48 * HOUR,
    });
    const mine = (await client.deadlines.list({ caseId })).items.filter((each) => each.owner === 'mine');
    expect(mine.map((each) => each.dueAt)).toEqual([clock.now() + 48 * HOUR]);
    expect((await client.attempts.list({ caseId })).map((attempt) => attempt.state)).toEqual([
      'held',
      'held',
    ]);
    clock.pass(HOUR);
    expect(await client.submissions.afterReturn({ caseId })).toMatchObject({ as: 'supplement', used: 0 });
    const again = await client.submissions.record({
      caseId,
      packetId,
      submittedAt: clock.now(),
      platformNumber: 'R-1',
      spends: NUMBERS.slice(0, 2),
    });
    expect(again.round).toBe(2);
    expect(await client.submissions.afterReturn({ caseId })).toMatchObject({ used: 1 });
  });

  it('records the decision and lists what it promises and what it does not', async () => {
    const { client, clock } = desk;
    clock.pass(24 * HOUR);
    await client.decisions.record({ caseId, outcome: 'upheld', decidedAt: clock.now(), reason: '举报成立' });
    const effects = await client.followThrough.list({ caseId });
    expect(effects.some((effect) => effect.promise === 'promised')).toBe(true);
    expect(effects.some((effect) => effect.promise === 'not-promised')).toBe(true);
    clock.pass(10 * 24 * HOUR);
    const today = await client.today.get({});
    expect(today.overdueEffects.length).toBeGreaterThan(0);
    const promised = effects.find((effect) => effect.promise === 'promised');
    await client.followThrough.tick({
      caseId,
      effectId: promised?.effectId ?? '',
      state: 'applied',
      seenOn: '2026-11-20',
    });
  });

  it('finds everything sound afterwards, and again after a restart', async () => {
    const report = await resultOf<VerifyReport>(desk.client, await desk.client.workspace.verify({}));
    expect(report.findings).toEqual([]);
    expect(report.blobs).toBeGreaterThan(3);
    desk = await desk.restart();
    const found = await desk.client.cases.get({ caseId });
    expect(found.record.stage).toBe('decided');
    expect((await desk.client.workspace.info({})).recovery).toEqual([]);
  });
});
