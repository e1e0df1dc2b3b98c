import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { closePdf, openPdf } from '../../../main/documents/pdf-reader.ts';
import { blobPath, workspacePaths } from '../../../main/workspace/index.ts';
import { handoverSheet, type PrintedHandover } from '../../../shared/handovers/index.ts';
import { createTranslator, LANGUAGES, type Language } from '../../../shared/i18n/index.ts';
import { archiveLabels } from '../../../shared/packets/index.ts';
import type { VerifyReport } from '../../../shared/workspace/index.ts';
import { exportCase, file, prepareCase, orderNumbers } from '../../helpers/case.ts';
import { HOUR, resultOf } from '../../helpers/core.ts';
import { flaggedNumbers, noticeStore, openFromNotice } from '../../helpers/notice-case.ts';
import { oneDesk } from '../../helpers/one-desk.ts';
import { pageTexts, squeeze } from '../../helpers/pdf.ts';

const desk = oneDesk();
const SECRET = '王小姐的案子';
let handoverId = '';

/** Hands a shift over in which forty cases came in: two of them end, one waits for a courier, one was filed. */
beforeAll(async () => {
  const { client, clock } = desk;
  await client.operators.create({ name: '小林' });
  const [owner] = await client.operators.list({});
  await client.operators.signIn({ operatorId: owner?.id ?? '' });
  const from = clock.now();
  const store = await noticeStore(client, '家居店');
  let first = '';
  for (let place = 0; place < 40; place += 1) {
    const orders = flaggedNumbers(2, 10 * place);
    const caseId = await openFromNotice(client, store, orders, {
      pageDeadline: from + (place < 2 ? 10 : 60) * HOUR,
    });
    if (place === 0) first = caseId;
  }
  await client.cases.update({ caseId: first, title: SECRET });
  await client.asks.record({
    caseId: first,
    addressee: 'courier',
    addresseeName: '城东网点小李',
    requirementIds: [],
    orderNumbers: flaggedNumbers(2),
    channel: '微信',
    askedAt: clock.now(),
  });
  const filed = await prepareCase(client, desk.files, {
    storeId: desk.storeId,
    orders: orderNumbers(2),
    seed: 1,
  });
  await file(client, filed, await exportCase(client, filed.caseId), clock.now());
  clock.pass(8 * HOUR);
  const made = await client.handovers.make({
    from,
    nextUntil: clock.now() + 12 * HOUR,
    note: '答应家居店 10 点前回话 😀\n快递早上回电。',
  });
  handoverId = made.id;
}, 60_000);

const print = (language: Language) => printOf(handoverId, language);

async function printOf(
  id: string,
  language: Language,
): Promise<PrintedHandover & { readonly bytes: Uint8Array }> {
  const { client, folder } = desk;
  const made = await resultOf<PrintedHandover>(
    client,
    await client.handovers.print({ handoverId: id, language }),
  );
  const { vault } = workspacePaths(folder);
  return { ...made, bytes: new Uint8Array(await readFile(blobPath(vault, made.sha256))) };
}

/** What is said at the top of a sheet of several pages. */
const pagesWords = (total: number, language: Language): string =>
  createTranslator(language)('handovers:pages').replace('{total}', String(total));

describe('the page of a shift on paper', () => {
  it.each(LANGUAGES)('holds every line as text, and what a case is called nowhere (%s)', async (language) => {
    const { client, clock } = desk;
    const made = await print(language);
    expect(made.pages).toBe(1);
    const texts = await pageTexts(made.bytes);
    expect(texts).toHaveLength(made.pages);
    const all = texts.join('');
    const found = await client.handovers.get({ handoverId });
    const t = createTranslator(language);
    const sheet = handoverSheet(found, t, clock.zone());
    for (const { name, value } of sheet.facts) expect(all).toContain(squeeze(name + value));
    expect(sheet.sections.map(({ lines }) => lines.length)).toEqual([2, 4, 1, 1, 1]);
    for (const { heading, lines } of sheet.sections) {
      expect(all).toContain(squeeze(heading));
      for (const { lead, what, detail } of lines)
        for (const words of [lead, what, detail]) expect(all).toContain(squeeze(words));
    }
    expect(all).toContain(squeeze(t('handovers:signTaken')));
    expect(all).not.toContain(SECRET);
    expect(all).not.toContain(squeeze(pagesWords(1, language)));
    expect(made.fileName).toBe(`${t('handovers:sheet')} 2026-11-12.pdf`);
  });

  it('shows a character that no font has as a code: what was kept is printed all the same', async () => {
    const [text = ''] = await pageTexts((await print('zh-CN')).bytes);
    expect(text).toContain('答应家居店10点前回话[U+1F600]');
  });

  it('is tagged, has a title and language, and the moment of the handover as its only dates', async () => {
    const document = await openPdf((await print('zh-CN')).bytes);
    try {
      const { info } = (await document.getMetadata()) as { info: Record<string, unknown> };
      expect(info).toMatchObject({
        Title: '交班单',
        Language: 'zh-CN',
        CreationDate: 'D:20261112100000Z',
        ModDate: 'D:20261112100000Z',
      });
      const marks = (await document.getMarkInfo()) as unknown as ReadonlyMap<string, boolean>;
      expect(marks.get('Marked')).toBe(true);
    } finally {
      await closePdf(document);
    }
  });

  it('is the same bytes whenever it is set, and another once somebody has taken the shift over', async () => {
    const { client, clock } = desk;
    const first = await print('zh-CN');
    clock.pass(HOUR);
    expect((await print('zh-CN')).sha256).toBe(first.sha256);
    const [, next] = await client.operators.list({});
    await client.operators.signIn({ operatorId: next?.id ?? '' });
    await client.handovers.acknowledge({ handoverId, answer: '先打快递电话' });
    const taken = await print('zh-CN');
    const texts = (await pageTexts(taken.bytes)).join('');
    expect(texts).toContain('先打快递电话');
    expect(texts).not.toContain('接班人签名');
  });

  it('leaves nothing in the vault that the workspace does not know of', async () => {
    await print('en');
    const report = await resultOf<VerifyReport>(desk.client, await desk.client.workspace.verify({}));
    expect(report.findings).toEqual([]);
  });
});

describe('the page of a shift with more in it than a page holds', () => {
  /** More than are listed of one part. */
  const ENDS = 104;

  it.each(LANGUAGES)(
    'takes the pages it needs, says so, and leaves nothing out unsaid (%s)',
    async (language) => {
      const { client, clock } = desk;
      const from = clock.now();
      const store = await noticeStore(client, `忙的店 ${language}`);
      for (let place = 0; place < ENDS; place += 1) {
        const orders = flaggedNumbers(1, 5000 + place + (language === 'en' ? ENDS : 0));
        const caseId = await openFromNotice(client, store, orders, {
          pageDeadline: from + 10 * HOUR + place,
        });
        if (place % 4 === 0)
          await client.asks.record({
            ...{ caseId, addressee: 'courier', addresseeName: '城东网点小李', requirementIds: [] },
            ...{ orderNumbers: orders, channel: '微信', askedAt: clock.now() },
          });
      }
      const made = await client.handovers.make({ from, nextUntil: clock.now() + 12 * HOUR, note: '' });
      const { bytes, pages } = await printOf(made.id, language);
      expect(pages).toBeGreaterThan(1);
      const texts = await pageTexts(bytes);
      expect(texts).toHaveLength(pages);
      expect(texts[0]).toContain(squeeze(pagesWords(pages, language)));
      const t = createTranslator(language);
      const sheet = handoverSheet(await client.handovers.get({ handoverId: made.id }), t, clock.zone());
      const all = texts.join('');
      // First of all what ends, all of it that the program lists; and of the others that there are more.
      const [due] = sheet.sections;
      expect(due?.lines).toHaveLength(100);
      for (const { heading, lines, more } of sheet.sections) {
        expect(texts.join('').indexOf(squeeze(heading))).toBeGreaterThanOrEqual(
          all.indexOf(squeeze(due?.heading ?? '')),
        );
        for (const { what, detail } of lines.filter((each) => each.lead !== '')) {
          expect(all).toContain(squeeze(what));
          expect(all).toContain(squeeze(detail));
        }
        expect(all).toContain(squeeze(more));
      }
      expect(due?.more).not.toBe('');
      for (const [place, text] of texts.entries())
        expect(text).toContain(
          squeeze(
            archiveLabels(language)
              .pageOf.replace('{page}', String(place + 1))
              .replace('{total}', String(pages)),
          ),
        );
    },
    60_000,
  );
});
