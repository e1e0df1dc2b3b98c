import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markedPieces, type Mark } from '../../../renderer/features/notices/marked-pieces.ts';
import { proposedIssue, readCountdown } from '../../../renderer/features/notices/page-countdown.ts';

const HOUR = 3_600_000;
const ZONE = 'Asia/Shanghai';
const READ_AT = Date.UTC(2026, 10, 20, 13, 30);

describe('the words of a notice', () => {
  it('stay the same to the letter, whatever is marked in them', () => {
    const mark = fc.record({
      start: fc.nat(60),
      end: fc.nat(60),
      kind: fc.constantFrom<Mark['kind'][]>('order', 'left-out', 'other', 'time'),
    });
    fc.assert(
      fc.property(fc.string({ maxLength: 50 }), fc.array(mark, { maxLength: 8 }), (text, marks) => {
        const pieces = markedPieces(text, marks);
        expect(pieces.map((piece) => piece.text).join('')).toBe(text);
        expect(pieces.every((piece) => text.startsWith(piece.text, piece.start))).toBe(true);
      }),
    );
  });

  it('have each order number marked where it stands', () => {
    const text = '订单3918274650912837465、3918274650912837472涉嫌虚假交易';
    const at = (number: string): Mark => {
      const start = text.indexOf(number);
      return { start, end: start + number.length, kind: 'order' };
    };
    const marks = ['3918274650912837472', '3918274650912837465'].map(at);
    expect(
      markedPieces(text, marks)
        .filter(({ kind }) => kind === 'order')
        .map((piece) => piece.text),
    ).toEqual(['3918274650912837465', '3918274650912837472']);
  });
});

describe("the page's countdown", () => {
  it('ends so long after it was read as the page said, and keeps its words', () => {
    expect(readCountdown('剩2天21小时13分', READ_AT, ZONE)).toEqual({
      pageWords: '剩2天21小时13分',
      pageReadAt: READ_AT,
      pageDeadline: READ_AT + 69 * HOUR + 13 * 60_000,
    });
  });

  it('needs no word for "left" in its own field', () => {
    expect(readCountdown('71小时59分', READ_AT, ZONE).pageDeadline).toBe(READ_AT + 72 * HOUR - 60_000);
  });

  it('is not made of a window that a rule gives', () => {
    expect(readCountdown('72小时内申诉', READ_AT, ZONE).pageDeadline).toBeNull();
  });

  it('may be an end named by its date and time, whenever it was read', () => {
    const end = Date.parse('2026-11-30T18:00:00+08:00');
    for (const words of ['请于 2026-11-30 18:00 前申诉', '2026年11月30日18时', '截止：2026/11/30 下午6:00'])
      for (const readAt of [READ_AT, null])
        expect(readCountdown(words, readAt, ZONE), words).toEqual({
          pageWords: words,
          pageReadAt: readAt,
          pageDeadline: end,
        });
    // Whether the day itself still counts is nobody's guess to make; of two ends neither is chosen.
    for (const words of ['2026-11-30 前', '2026-11-28 09:00 至 2026-11-30 18:00'])
      expect(readCountdown(words, READ_AT, ZONE).pageDeadline, words).toBeNull();
  });

  it('says nothing of the end while it is half typed, or nobody knows when it was read', () => {
    expect(readCountdown('剩', READ_AT, ZONE).pageDeadline).toBeNull();
    expect(readCountdown('剩2天', null, ZONE)).toEqual({
      pageWords: '剩2天',
      pageReadAt: null,
      pageDeadline: null,
    });
    expect(readCountdown('  ', READ_AT, ZONE)).toEqual({
      pageWords: '',
      pageReadAt: null,
      pageDeadline: null,
    });
  });
});

describe('when a notice was issued', () => {
  const past = { at: READ_AT - 6 * HOUR, hasTime: true };

  it('is proposed only where the text names one time that can be it', () => {
    expect(proposedIssue([past], READ_AT)).toBe(past.at);
    expect(proposedIssue([past, past], READ_AT)).toBe(past.at);
    expect(proposedIssue([past, { at: READ_AT - 9 * HOUR, hasTime: true }], READ_AT)).toBeNull();
    expect(proposedIssue([], READ_AT)).toBeNull();
  });

  it('is never a time to come, nor a day without its hour', () => {
    expect(proposedIssue([{ at: READ_AT + HOUR, hasTime: true }], READ_AT)).toBeNull();
    expect(proposedIssue([{ at: READ_AT - HOUR, hasTime: false }], READ_AT)).toBeNull();
    expect(proposedIssue([past, { at: READ_AT - 30 * HOUR, hasTime: false }], READ_AT)).toBe(past.at);
  });
});
