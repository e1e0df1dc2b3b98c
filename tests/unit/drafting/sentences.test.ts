import { describe, expect, test } from 'vitest';
import {
  blocksOf,
  excessOf,
  inlinesOf,
  sectionsOf,
  sentencesOf,
  splitSentences,
  uncitedRanges,
  type Inline,
} from '../../../shared/drafting/index.ts';

const split = (text: string): string[] =>
  splitSentences(text).map(({ start, end }) => text.slice(start, end));
const words = (text: string): Inline => ({ kind: 'text', text });
const cites = (factId: string): Inline => ({ kind: 'citation', factId });

describe('finding the sentences of what a seller wrote', () => {
  test('Chinese sentences end at 。！？；, closing quotes included', () => {
    expect(split('买家拍下不付款。客服问“为什么？”他没有回；第二天又拍！')).toEqual([
      '买家拍下不付款。',
      '客服问“为什么？”',
      '他没有回；',
      '第二天又拍！',
    ]);
  });

  test('English sentences end at a full stop before a blank', () => {
    expect(split('The buyer ordered twice. He paid neither. Why?')).toEqual([
      'The buyer ordered twice. ',
      'He paid neither. ',
      'Why?',
    ]);
  });

  test.each([
    ['an amount', 'He owed 12.50 dollars for it.'],
    ['an address', 'See www.example.com for it.'],
    ['an order number', 'Order No. 8012345678901234 was never paid.'],
    ['a title', 'We wrote to Mr. Smith twice.'],
    ['an example', 'He used words, e.g. "refund or else".'],
    ['a list number', '1. The buyer never paid.'],
    ['an initial', 'The parcel went to J. Smith on Monday.'],
  ])('a full stop in %s ends nothing', (_what, text) => {
    expect(split(text)).toEqual([text]);
  });

  test('both languages may stand in one paragraph', () => {
    expect(split('买家写道：Refund or bad review. 我们没有同意。')).toEqual([
      '买家写道：Refund or bad review. ',
      '我们没有同意。',
    ]);
  });

  test('a long run without any end mark is cut, never lost', () => {
    const text = '字'.repeat(9001);
    expect(split(text).map((piece) => piece.length)).toEqual([4000, 4000, 1001]);
  });
});

describe('citations belong to the sentence before them', () => {
  test('a mark behind the full stop, before it, or after the blank counts for the same sentence', () => {
    const behind = [words('One.'), cites('a'), words(' Two.')];
    const inside = [words('One'), cites('a'), words('. Two.')];
    const afterBlank = [words('One. '), cites('a'), words('Two.')];
    for (const inlines of [behind, inside, afterBlank]) {
      expect(sentencesOf(inlines)).toEqual([
        { text: 'One.', factIds: ['a'] },
        { text: 'Two.', factIds: [] },
      ]);
    }
  });

  test('citing the same fact twice in a sentence counts once', () => {
    expect(sentencesOf([words('买家未付款。'), cites('a'), cites('a'), cites('b')])).toEqual([
      { text: '买家未付款。', factIds: ['a', 'b'] },
    ]);
  });

  test('a mark with no words yet is kept', () => {
    expect(sentencesOf([cites('a')])).toEqual([{ text: '', factIds: ['a'] }]);
  });

  test('sentences that point at nothing are found where they stand', () => {
    const inlines = [words('买家未付款。'), cites('a'), words('他又拍了三单。 ')];
    expect(uncitedRanges(inlines)).toEqual([{ start: 6, end: 13 }]);
  });

  test('marks are laid out right behind the sentence, Latin sentences with a blank between', () => {
    const sentences = [
      { text: 'One.', factIds: ['a'] },
      { text: 'Two.', factIds: [] },
      { text: '三。', factIds: ['b'] },
    ];
    expect(inlinesOf(sentences)).toEqual([words('One.'), cites('a'), words(' Two.三。'), cites('b')]);
  });
});

describe('the statement as a whole', () => {
  test('headings make sections; words before the first heading are kept', () => {
    const sections = sectionsOf([
      { kind: 'paragraph', inlines: [words('先说一句。')] },
      { kind: 'heading', text: ' 事情经过 ' },
      { kind: 'paragraph', inlines: [words('买家未付款。'), cites('a')] },
      { kind: 'paragraph', inlines: [] },
    ]);
    expect(sections).toEqual([
      { heading: '', paragraphs: [{ sentences: [{ text: '先说一句。', factIds: [] }] }] },
      {
        heading: '事情经过',
        paragraphs: [{ sentences: [{ text: '买家未付款。', factIds: ['a'] }] }, { sentences: [] }],
      },
    ]);
    expect(sectionsOf(blocksOf(sections))).toEqual(sections);
  });

  test('an empty page saves as an empty statement', () => {
    expect(sectionsOf([{ kind: 'paragraph', inlines: [] }])).toEqual([]);
  });

  test('a paragraph of very many sentences goes on in the next one', () => {
    const [section] = sectionsOf([{ kind: 'paragraph', inlines: [words('短。'.repeat(450))] }]);
    expect(section?.paragraphs.map((paragraph) => paragraph.sentences.length)).toEqual([200, 200, 50]);
  });

  test('a heading that is too long is named, not cut', () => {
    const sections = [{ heading: '长'.repeat(201), paragraphs: [] }];
    expect(excessOf(sections)).toEqual([
      { limit: 'heading', found: 201, allowed: 200, place: '长'.repeat(40) },
    ]);
    expect(excessOf([{ heading: '刚好', paragraphs: [] }])).toEqual([]);
  });
});
