import { describe, expect, it } from 'vitest';
import {
  kindsFor,
  nothingTyped,
  writtenValue,
  type Typed,
  type WrittenKind,
} from '../../../renderer/features/rulebook/own-value.ts';
import { penaltyFigures } from '../../../renderer/features/rulebook/own-penalty.ts';
import { readingValueSchema, type ReadingValue } from '../../../shared/rulebook/index.ts';

const hours = readingValueSchema.parse({ kind: 'duration', min: 24, max: 48, unit: 'h', from: 'delivered' });
const unknown: ReadingValue = { kind: 'unknown' };

const limits = readingValueSchema.parse({
  kind: 'limits',
  files: 3,
  bytesEach: 2_097_151,
  fileTypes: ['image/png'],
});
const LISTS = [
  { kind: 'numbers', of: [10, -100] },
  { kind: 'evidence', of: ['waybill', 'order-page'] },
  { kind: 'fields', matches: ['order-number'], legible: ['signature'] },
  { kind: 'sections', of: [{ zh: '原因', en: 'Causes' }] },
  limits,
] as (ReadingValue & { kind: WrittenKind })[];

const sumOf = (min: number | null, max: number) => ({ min, max, currency: 'CNY' });
const POINTS = { kind: 'points', points: 2 };
const DEMOTION = { kind: 'demotion', lasts: { number: 30, unit: 'cd' } };
const UNKNOWN_POINTS = { kind: 'points' };
const FINE = { kind: 'fine', money: sumOf(null, 100_000) };
const PENALTY = {
  kind: 'penalty',
  tiers: [
    { id: 'first', title: { zh: '第一次', en: 'First' }, consequences: [POINTS, DEMOTION] },
    { id: 'later', title: { zh: '以后', en: 'Later' }, consequences: [UNKNOWN_POINTS, FINE] },
  ],
};

describe('what a back office shows instead is written down as a value', () => {
  it('a span in another unit, from where the rule counts', () => {
    const typed = { ...nothingTyped(hours), figure: 5, unit: 'cd' as const };
    expect(writtenValue(hours, 'duration', typed)).toMatchObject({
      kind: 'duration',
      min: null,
      max: 5,
      unit: 'cd',
      from: 'delivered',
    });
    expect(nothingTyped(hours).unit).toBe('h');
  });

  it('anything that can be seen, where the sources say nothing', () => {
    const typed = {
      ...nothingTyped(unknown),
      figure: 3,
      from: 'returned' as const,
      lines: ' 交易 \n\n投诉管理 ',
    };
    const written = kindsFor(unknown).map((kind) => writtenValue(unknown, kind, typed));
    expect(written).toEqual([
      expect.objectContaining({ kind: 'duration', max: 3, unit: 'cd', from: 'returned' }),
      { kind: 'count', number: 3 },
      { kind: 'words', of: ['交易', '投诉管理'] },
      { kind: 'path', words: ['交易', '投诉管理'] },
    ]);
    for (const value of written) expect(readingValueSchema.safeParse(value).success).toBe(true);
  });

  it('a list: numbers and headings one a line, entries as they were ticked', () => {
    const typed = { ...nothingTyped(unknown), lines: '10\n -50 ', ticked: ['recipient'] };
    expect(LISTS.map((like) => writtenValue(like, like.kind, typed)).slice(0, 4)).toEqual([
      { kind: 'numbers', of: [10, -50] },
      { kind: 'evidence', of: ['recipient'] },
      { kind: 'fields', matches: ['recipient'], legible: [] },
      {
        kind: 'sections',
        of: [
          { zh: '10', en: '10' },
          { zh: '-50', en: '-50' },
        ],
      },
    ]);
    const numbers: ReadingValue = { kind: 'numbers', of: [10] };
    expect(writtenValue(numbers, 'numbers', { ...typed, lines: '10\nten' })).toBeNull();
  });

  it('what has to be legible: a field of the order agrees with it only where the rule’s own must', () => {
    const ticked = ['address', 'signature'];
    const written = (like: ReadingValue) => writtenValue(like, 'fields', { ...nothingTyped(like), ticked });
    expect(written({ kind: 'fields', matches: ['recipient'], legible: [] })).toEqual({
      kind: 'fields',
      matches: ['address'],
      legible: ['signature'],
    });
    expect(written({ kind: 'fields', matches: [], legible: ['recipient'] })).toEqual({
      kind: 'fields',
      matches: [],
      legible: ['address', 'signature'],
    });
  });

  it('of what a decision changes, only what was seen', () => {
    const like: ReadingValue = {
      kind: 'effects',
      of: [
        { what: 'order', change: 'closed' },
        { what: 'no-sale-rate', change: 'excluded' },
      ],
    };
    const typed = { ...nothingTyped(like), ticked: ['no-sale-rate excluded'] };
    expect(writtenValue(like, 'effects', typed)).toEqual({
      kind: 'effects',
      of: [{ what: 'no-sale-rate', change: 'excluded' }],
    });
    expect(writtenValue(like, 'effects', nothingTyped(like))).toBeNull();
  });

  it('limits of a form, sizes in megabytes; what the page does not say stays as the rule has it', () => {
    const of = (patch: Partial<Typed>) =>
      writtenValue(limits, 'limits', { ...nothingTyped(limits), ...patch });
    expect(of({ limits: { files: 5, bytesEach: 1.5 } })).toEqual({
      ...limits,
      files: 5,
      bytesEach: 1_500_000,
    });
    expect(of({ ticked: ['image/jpeg'] })).toEqual({ ...limits, fileTypes: ['image/jpeg'] });
    for (const size of [0, 0.0000001]) expect(of({ limits: { bytesEach: size } })).toBeNull();
  });

  it('an amount in the minor units of its currency, and none that cannot be read', () => {
    const money: ReadingValue = { kind: 'money', minor: 100, currency: 'USD' };
    const of = (amount: string) => writtenValue(money, 'money', { ...nothingTyped(money), amount });
    expect(of('12.50')).toEqual({ ...money, minor: 1250 });
    for (const amount of ['', 'many', '-3', '€12.50', '12.50 元', '1e3']) expect(of(amount)).toBeNull();
  });

  it('an amount between two ends: an end the page does not name is none, and the ends stand in order', () => {
    const fine: ReadingValue = { kind: 'sum', min: null, max: 2_000_000, currency: 'CNY' };
    const of = (atLeast: string, amount: string) =>
      writtenValue(fine, 'sum', { ...nothingTyped(fine), atLeast, amount });
    expect(of('1000', '5000')).toEqual({ ...fine, min: 100_000, max: 500_000 });
    expect(of('', '5000')).toEqual({ ...fine, min: null, max: 500_000 });
    for (const [atLeast, amount] of [
      ['', ''],
      ['6000', '5000'],
      ['many', '5000'],
    ] as const)
      expect(of(atLeast, amount)).toBeNull();
  });

  it('what has to be proven', () => {
    const like: ReadingValue = { kind: 'dimension', dimension: 'order' };
    const of = (dimension: Typed['dimension']) =>
      writtenValue(like, 'dimension', { ...nothingTyped(like), dimension });
    expect(of('account')).toEqual({ kind: 'dimension', dimension: 'account' });
    expect(of(null)).toBeNull();
  });

  it('figures of a penalty, each in its own step; what is left empty stays as the rule has it', () => {
    const like = readingValueSchema.parse(PENALTY);
    const { tiers } = PENALTY;
    const of = (penalty: Typed['penalty']) =>
      writtenValue(like, 'penalty', { ...nothingTyped(like), penalty });
    expect(like.kind === 'penalty' ? penaltyFigures(like).map(({ key }) => key) : []).toEqual([
      '0.0.points',
      '0.1.lasts',
      '1.0.points',
      '1.1.money',
    ]);
    expect(of({ '0.1.lasts': 14, '1.1.money': '3000' })).toEqual(
      readingValueSchema.parse({
        kind: 'penalty',
        tiers: [
          { ...tiers[0], consequences: [POINTS, { ...DEMOTION, lasts: { number: 14, unit: 'cd' } }] },
          { ...tiers[1], consequences: [UNKNOWN_POINTS, { ...FINE, money: sumOf(300_000, 300_000) }] },
        ],
      }),
    );
    // Points of which the rule only says that they are taken.
    expect(of({ '1.0.points': 6 })).toMatchObject({
      tiers: [{}, { consequences: [{ kind: 'points', points: 6 }, {}] }],
    });
    for (const none of [{}, { '1.1.money': 'many' }, { '0.1.lasts': 14, '1.1.money': '€3' }])
      expect(of(none)).toBeNull();
    const freeze: ReadingValue = readingValueSchema.parse({
      kind: 'penalty',
      tiers: [{ ...tiers[0], consequences: [{ kind: 'freeze' }] }],
    });
    expect([kindsFor(like), kindsFor(freeze)]).toEqual([['penalty'], []]);
  });

  it('who has to show what, step by step, in the words of the page', () => {
    const like = readingValueSchema.parse({
      kind: 'burden',
      steps: [
        { party: 'buyer', shows: { zh: '照片', en: 'Photos' }, otherwise: { zh: '不支持', en: 'Refused' } },
        { party: 'seller', shows: { zh: '签收单', en: 'Delivery' }, otherwise: { zh: '退款', en: 'Refund' } },
      ],
    });
    const of = (steps: Typed['steps']) => writtenValue(like, 'burden', { ...nothingTyped(like), steps });
    expect(of({ 1: ' 签收底单原件 ' })).toMatchObject({
      steps: [
        { shows: { zh: '照片', en: 'Photos' } },
        { party: 'seller', shows: { zh: '签收底单原件', en: '签收底单原件' }, otherwise: { zh: '退款' } },
      ],
    });
    expect(of({ 0: '  ' })).toBeNull();
    expect(kindsFor(like)).toEqual(['burden']);
  });

  it('nothing while nothing was typed, and nothing where there is nothing to differ', () => {
    for (const kind of kindsFor(unknown))
      expect(writtenValue(unknown, kind, nothingTyped(unknown))).toBeNull();
    expect(kindsFor({ kind: 'burden', steps: [] })).toEqual([]);
    for (const like of LISTS) expect(writtenValue(like, like.kind, nothingTyped(like))).toBeNull();
  });
});
