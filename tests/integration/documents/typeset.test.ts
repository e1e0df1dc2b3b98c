import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTypesetClient, type TypesetClient } from '../../../main/documents/index.ts';
import {
  createTypesetter,
  readTypesetterParts,
  type Typesetter,
} from '../../../main/documents/typst/compiler.ts';
import { archiveLabels } from '../../../shared/packets/index.ts';
import { pageTexts, squeeze } from '../../helpers/pdf.ts';
import { archiveJob, exhibit, statementJob } from './samples.ts';

let typesetter: Typesetter;
beforeAll(async () => {
  typesetter = await createTypesetter(await readTypesetterParts());
});

describe('text a person wrote', () => {
  test.each([
    '#read("/data.json") #import "x" #eval("1")',
    '$x^2$ *粗* _斜_ `code` = 标题 - 列表 <label> @ref // 注释 /* */',
    '\\ \\u{41} " \' “ ” 「引」 ~ -- --- ... https://a.b/c?d=e&f=g',
    '#set text(red)\n#pagebreak()\n]}{[',
    '{page} {label} {total}',
  ])('is printed as it stands: %j', async (text) => {
    expect((await pageTexts(typesetter.pdf(statementJob([text])).bytes)).join('')).toContain(squeeze(text));
  });

  test('cannot be turned round by direction marks', async () => {
    const [text] = await pageTexts(typesetter.pdf(statementJob(['退款\u202e十二\u2066元\u200f。'])).bytes);
    expect(text).toContain('退款十二元。');
  });

  test('of 20,000 characters, broken or in one run, all stands on the pages', async () => {
    for (const text of ['买家要求退款。'.repeat(2900), 'x'.repeat(20_000)]) {
      const body = (await pageTexts(typesetter.pdf(statementJob([text])).bytes))
        .join('')
        .replaceAll(/第\d+页\/共\d+页/g, '');
      expect(body).toContain(text);
    }
  });

  test.each([
    ['😀', 'U+1F600'],
    ['𠮷'.replace('𠮷', '\u{2A700}'), 'U+2A700'],
    ['ก', 'U+0E01'],
  ])('with a character no font has (%s) stops and names it', (character, codepoint) => {
    expect(() => typesetter.pdf(statementJob(['好的。', `退款${character}吧`]))).toThrow(
      expect.objectContaining({
        code: 'MISSING_GLYPH',
        params: { character, codepoint, field: 'sections[0].paragraphs[0].sentences[1].text' },
      }),
    );
  });

  test('in every label of both languages has its glyphs', () => {
    for (const language of ['zh-CN', 'en'] as const) {
      const job = statementJob([Object.values(archiveLabels(language)).join(' ')], language);
      expect(typesetter.pdf(job).bytes.length).toBeGreaterThan(1000);
    }
  });
});

test('a chat log with emoji is placed with codes, and says so', async () => {
  const { job } = await archiveJob(1);
  const exhibits = [
    exhibit(1, { kind: 'text', lines: ['好😀\u0007', '#read("x")'] }, 'zh-CN', { fileName: '聊😀.txt' }),
  ];
  const text = (await pageTexts(typesetter.pdf({ ...job, data: { ...job.data, exhibits } }).bytes)).join('');
  expect(text).toContain('好[U+1F600]');
  expect(text).toContain('聊[U+1F600].txt');
  expect(text).toContain(squeeze(job.data.labels.codesNote));
});

describe('the typesetting thread', () => {
  let client: TypesetClient;
  beforeAll(() => {
    client = createTypesetClient();
  });
  afterAll(() => client.close());

  test('gives the newest preview and cancels the overtaken ones, key by key', async () => {
    const asked = ['一', '二', '三', '四'].map((text) => client.preview('case-1', statementJob([text])));
    const other = client.preview('case-2', statementJob(['别的案件。']));
    const settled = await Promise.allSettled(asked);
    expect(settled.map((one) => (one.status === 'fulfilled' ? 'shown' : String(one.reason.code)))).toEqual([
      'CANCELLED',
      'CANCELLED',
      'CANCELLED',
      'shown',
    ]);
    expect(await other).toHaveLength(1);
  });

  test('answers every export, and one that fails fails alone with its code', async () => {
    const [first, second, third] = await Promise.allSettled([
      client.pdf(statementJob(['好。'])),
      client.pdf(statementJob(['😀'])),
      client.pdf(statementJob(['好。'])),
    ]);
    expect([first.status, second.status, third.status]).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(second).toMatchObject({ reason: { code: 'MISSING_GLYPH', params: { character: '😀' } } });
  });

  test('lets go of an aborted export and takes the next', async () => {
    const { job } = await archiveJob(20);
    const abort = new AbortController();
    const lost = client.pdf(job, abort.signal);
    const next = client.pdf(statementJob(['好。']));
    abort.abort();
    await expect(lost).rejects.toMatchObject({ code: 'CANCELLED' });
    expect((await next).bytes.length).toBeGreaterThan(1000);
  });

  test('starts afresh after its number of runs', async () => {
    const short = createTypesetClient({ runsBeforeRestart: 1 });
    try {
      const made = await Promise.all([1, 2, 3].map(() => short.pdf(statementJob(['好。']))));
      expect(made[0]?.pages).toBe(1);
      expect(Buffer.from(made[0]?.bytes ?? []).equals(made[2]?.bytes ?? new Uint8Array())).toBe(true);
    } finally {
      await short.close();
    }
  });

  test('that dies fails only what it worked on, and is started again', async () => {
    const broken = new URL(
      `data:text/javascript,import{parentPort as p}from'node:worker_threads';
      p.on('message',(m)=>m.job.instant===0?process.exit(1):p.postMessage({id:m.id,pdf:new Uint8Array([7]),memory:1}));`,
    );
    const fragile = createTypesetClient({ workerUrl: broken });
    try {
      const job = statementJob(['好。']);
      const [dead, alive] = await Promise.allSettled([fragile.pdf({ ...job, instant: 0 }), fragile.pdf(job)]);
      expect(dead).toMatchObject({
        status: 'rejected',
        reason: { code: 'INTERNAL', params: { part: 'typeset' } },
      });
      expect(alive).toMatchObject({ status: 'fulfilled', value: new Uint8Array([7]) });
    } finally {
      await fragile.close();
    }
  });

  test('answers nothing after it is closed, and cancels what waits', async () => {
    const closing = createTypesetClient();
    const waiting = closing.pdf(statementJob(['好。']));
    const refused = expect(waiting).rejects.toMatchObject({ code: 'CANCELLED' });
    await closing.close();
    await refused;
    await expect(closing.pdf(statementJob(['好。']))).rejects.toMatchObject({ code: 'CORE_STOPPED' });
  });
});
