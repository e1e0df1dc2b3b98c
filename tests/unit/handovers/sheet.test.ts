import { describe, expect, it } from 'vitest';
import {
  handoverSheet,
  handoverText,
  isShift,
  type HandoverPage,
  type HandoverPaper,
} from '../../../shared/handovers/index.ts';
import { createTranslator, LANGUAGES } from '../../../shared/i18n/index.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const ZONE = 'Asia/Shanghai';
const AT = Date.parse('2026-11-12T23:30:00+08:00');
const SECRET = '王小姐的案子';
const ofCase = { caseId: 'c', caseNumber: '2026-0007', caseTitle: SECRET, storeAlias: '一店' };
const title = { zh: '提交申诉', en: 'File the appeal' };
const scene = { zh: '恶意下单', en: 'Malicious order' };

const PAGE: HandoverPage = {
  at: AT,
  from: AT - 8 * HOUR,
  until: AT,
  nextUntil: AT + 12 * HOUR,
  operatorName: null,
  due: {
    items: [
      { ...ofCase, clockId: '1', owner: 'mine', title, lookAt: AT - 2 * HOUR, dueAt: AT - 2 * HOUR },
      { ...ofCase, clockId: '2', owner: 'mine', title, lookAt: AT + HOUR / 2, dueAt: AT + HOUR / 2 },
      { ...ofCase, clockId: '3', owner: 'theirs', title, lookAt: AT + HOUR, dueAt: AT + DAY },
      { ...ofCase, clockId: '4', owner: 'theirs', title, lookAt: AT - HOUR, dueAt: AT + DAY },
      { ...ofCase, clockId: '5', owner: 'theirs', title, lookAt: AT - DAY, dueAt: AT - HOUR },
      { ...ofCase, clockId: '6', owner: 'vanishing', title, lookAt: AT + HOUR, dueAt: AT + HOUR },
    ],
    left: 4,
  },
  changes: {
    items: [
      {
        ...ofCase,
        acts: [
          { act: 'submissions.record', of: null, count: 1 },
          { act: 'drafting.save', of: null, count: 12 },
          { act: 'journal.undo', of: 'asks.record', count: 1 },
        ],
        others: 3,
        lastAt: AT,
      },
    ],
    left: 0,
  },
  elsewhere: [{ act: 'orders.import', of: null, count: 2 }],
  asks: {
    items: [
      {
        ...ofCase,
        askId: 'a',
        addressee: 'courier',
        addresseeName: '城东网点',
        what: [{ zh: '发货底单', en: 'Shipping waybill' }],
        orders: 12,
        channel: '微信',
        askedAt: AT - HOUR,
        state: 'open',
      },
    ],
    left: 0,
  },
  held: { items: [{ ...ofCase, scene, orders: 0 }], left: 0 },
  spent: {
    items: [
      { ...ofCase, scene, orders: 2, elsewhere: false },
      { ...ofCase, caseId: null, caseNumber: '', caseTitle: '', scene, orders: 1, elsewhere: true },
    ],
    left: 0,
  },
};

const PAPER: HandoverPaper = {
  page: PAGE,
  fromName: '小周',
  toName: null,
  note: '答应一店 10 点前回话',
  state: 'waiting',
  takenName: null,
  takenAt: null,
  answer: '',
};

const EMPTY: HandoverPage = {
  ...PAGE,
  due: { items: [], left: 0 },
  changes: { items: [], left: 0 },
  elsewhere: [],
  asks: { items: [], left: 0 },
  held: { items: [], left: 0 },
  spent: { items: [], left: 0 },
};

describe('the page of a shift in words', () => {
  const sheet = handoverSheet(PAPER, createTranslator('zh-CN'), ZONE);
  const part = (place: number) => sheet.sections[place] ?? { lines: [], total: 0, more: '' };

  it('says when each thing ends, midnight as the end of its day, and that one’s own is late', () => {
    expect(part(0).lines.map(({ lead, late }) => [lead, late])).toEqual([
      ['已逾期 2 小时', true],
      ['11-12 24:00', false],
      ['11-13 00:30 起可以去看', false],
      ['可以去看了', false],
      ['时间过了，去看看', false],
      ['11-13 00:30 后看不到', false],
    ]);
    expect(part(0).total).toBe(10);
    expect(part(0).more).toBe('另有 4 条，到申诉台里看');
  });

  it('says what was done how often, what was taken back, and how much else', () => {
    expect(part(1).lines.map(({ what, detail }) => [what, detail])).toEqual([
      ['一店 · 2026-0007', '记为已提交、保存申诉说明 × 12、撤销：记录催资料、其他改动 3 次'],
      ['不在案件里的', '导入订单 × 2'],
    ]);
  });

  it('says who was asked for what, and which chances are held and used', () => {
    expect(part(2).lines[0]?.detail).toBe('快递公司（城东网点） · 微信 · 发货底单 · 12 笔 · 等回音');
    expect(part(3).lines[0]?.detail).toBe('恶意下单 · 整件事');
    expect(part(4).lines.map(({ what, detail }) => [what, detail])).toEqual([
      ['一店 · 2026-0007', '恶意下单 · 2 笔'],
      ['一店，没有案件', '恶意下单 · 1 笔 · 在别处交的'],
    ]);
  });

  it('says who took it over and what they wrote back, once somebody has, and then asks for no signature', () => {
    expect(sheet.toBeSigned).toBe(true);
    const taken = handoverSheet(
      { ...PAPER, state: 'taken', takenName: '小林', takenAt: AT + 9 * HOUR, answer: '先打快递电话' },
      createTranslator('zh-CN'),
      ZONE,
    );
    expect(taken.toBeSigned).toBe(false);
    expect(taken.facts.slice(-2)).toEqual([
      { name: '已接班', value: '小林，11-13 08:30' },
      { name: '回话', value: '先打快递电话' },
    ]);
  });

  it('names nobody who should come next on a note to oneself', () => {
    const names = handoverSheet({ ...PAPER, state: 'kept' }, createTranslator('zh-CN'), ZONE).facts;
    expect(names.map(({ name }) => name)).toEqual(['交班人', '这一班', '下一班到']);
  });
});

describe('forty cases of which the same is said', () => {
  const many = Array.from({ length: 40 }, (_, place) => ({
    ...ofCase,
    caseId: String(place),
    caseNumber: `2026-${String(140 - place)}`,
    storeAlias: place < 30 ? '一店' : '二店',
  }));
  const acts = [{ act: 'cases.create', of: null, count: 1 }];
  const page: HandoverPage = {
    ...EMPTY,
    changes: { items: many.map((each) => ({ ...each, acts, others: 0, lastAt: AT })), left: 5 },
    held: { items: many.map((each, place) => ({ ...each, scene, orders: place === 0 ? 7 : 2 })), left: 0 },
  };
  const { sections } = handoverSheet({ ...PAPER, page }, createTranslator('zh-CN'), ZONE);

  it('are one line for each store, with every number in order, and counted as what they are', () => {
    const [, changes] = sections;
    expect(changes?.lines.map(({ detail }) => detail)).toEqual(['新建案件', '新建案件']);
    expect(changes?.lines[0]?.what).toMatch(/^一店 · 2026-111、2026-112、.*、2026-140$/);
    expect(changes?.lines[1]?.what).toMatch(/^二店 · 2026-101、2026-102、.*、2026-110$/);
    expect(changes?.total).toBe(45);
    for (const { caseNumber } of many)
      expect(changes?.lines.map(({ what }) => what).join(' ')).toContain(caseNumber);
  });

  it('are apart where something else is said of one', () => {
    expect(sections[3]?.lines.map(({ detail }) => detail)).toEqual([
      '恶意下单 · 7 笔',
      '恶意下单 · 2 笔',
      '恶意下单 · 2 笔',
    ]);
  });
});

describe('the page as text for a chat', () => {
  it.each(LANGUAGES)('holds every line and the note, and never what a case is called (%s)', (language) => {
    const t = createTranslator(language);
    const text = handoverText(PAPER, t, ZONE);
    const { sections } = handoverSheet(PAPER, t, ZONE);
    for (const line of sections.flatMap(({ lines }) => lines))
      for (const words of [line.lead, line.what, line.detail]) expect(text).toContain(words);
    for (const words of [
      '2026-0007',
      '一店',
      '小周',
      '答应一店 10 点前回话',
      t('handovers:more', { count: 4 }),
    ])
      expect(text).toContain(words);
    expect(text).not.toContain(SECRET);
  });

  it('says of each part with nothing in it that there is nothing', () => {
    const t = createTranslator('zh-CN');
    const text = handoverText({ ...PAPER, page: EMPTY, note: '' }, t, ZONE);
    for (const none of ['due', 'changes', 'asks', 'held', 'spent'] as const)
      expect(text).toContain(t(`handovers:part.${none}.none`));
    expect(text).not.toContain(t('handovers:note'));
  });
});

describe('a span that a shift can have', () => {
  it.each([
    ['of a night', 8 * HOUR, 12 * HOUR, true],
    ['that begins now', 0, HOUR, true],
    ['of a month', 31 * DAY, 31 * DAY, true],
    ['of more than a month', 31 * DAY + 1, HOUR, false],
    ['that begins later than it ends', -1, HOUR, false],
    ['whose next one is over already', HOUR, 0, false],
    ['whose next one never ends', HOUR, 31 * DAY + 1, false],
  ])('%s', (_what, back, ahead, fits) => {
    expect(isShift({ from: AT - back, nextUntil: AT + ahead }, AT)).toBe(fits);
  });
});
