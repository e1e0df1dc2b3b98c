import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  blocksOf,
  sectionsOf,
  splitSentences,
  type Block,
  type Inline,
} from '../../../shared/drafting/index.ts';

const piece = fc.constantFrom(
  ...[
    '买家',
    '未付款',
    '。',
    '！',
    '？',
    '；',
    '…',
    '”',
    '“',
    '）',
    '(',
    ')',
    '"',
    ' ',
    '  ',
    '\u3000',
    '.',
    '!',
    '?',
    ';',
  ],
  ...[
    'No',
    'Mr',
    'e.g',
    'I',
    'J',
    'paid',
    'The',
    'buyer',
    '12.50',
    '8012',
    'www.a.com',
    '\n',
    '😀',
    '约',
    '1',
  ],
);
const writing = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));
const inline: fc.Arbitrary<Inline> = fc.oneof(
  { weight: 3, arbitrary: writing.map((text) => ({ kind: 'text' as const, text })) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('a', 'b', 'c').map((factId) => ({ kind: 'citation' as const, factId })),
  },
);
const block: fc.Arbitrary<Block> = fc.oneof(
  { weight: 1, arbitrary: writing.map((text) => ({ kind: 'heading' as const, text })) },
  {
    weight: 3,
    arbitrary: fc.array(inline, { maxLength: 6 }).map((inlines) => ({ kind: 'paragraph' as const, inlines })),
  },
);
const blocks = fc.array(block, { maxLength: 8 });

const letters = (text: string): string => text.replaceAll(/\s/g, '');

describe('nothing a seller wrote is lost between the editor and the workspace', () => {
  test('sentences lie end to end and cover the text', () => {
    fc.assert(
      fc.property(writing, (text) => {
        const ranges = splitSentences(text);
        expect(ranges.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
        expect(ranges.every(({ start, end }) => end > start)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test('every letter of every block is in what is stored, in its order', () => {
    fc.assert(
      fc.property(blocks, (written) => {
        const stored = sectionsOf(written).flatMap((section) => [
          section.heading,
          ...section.paragraphs.flatMap((paragraph) => paragraph.sentences.map((sentence) => sentence.text)),
        ]);
        const typed = written.flatMap((each) =>
          each.kind === 'heading'
            ? [each.text]
            : each.inlines.map((part) => (part.kind === 'text' ? part.text : '')),
        );
        expect(letters(stored.join(''))).toBe(letters(typed.join('')));
      }),
      { numRuns: 1000 },
    );
  });

  test('every cited fact of a paragraph stays cited in it', () => {
    fc.assert(
      fc.property(fc.array(inline, { maxLength: 8 }), (inlines) => {
        const [section] = sectionsOf([
          { kind: 'heading', text: 'x' },
          { kind: 'paragraph', inlines },
        ]);
        const stored = section?.paragraphs.flatMap((each) =>
          each.sentences.flatMap((sentence) => sentence.factIds),
        );
        const typed = inlines.flatMap((part) => (part.kind === 'citation' ? [part.factId] : []));
        expect(new Set(stored)).toEqual(new Set(typed));
      }),
      { numRuns: 1000 },
    );
  });

  test('what was stored, opened in the editor and saved again is the same', () => {
    fc.assert(
      fc.property(blocks, (written) => {
        const stored = sectionsOf(written);
        expect(sectionsOf(blocksOf(stored))).toEqual(stored);
      }),
      { numRuns: 3000 },
    );
  });
});
