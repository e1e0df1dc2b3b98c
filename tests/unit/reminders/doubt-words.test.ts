import { describe, expect, it } from 'vitest';
import { doubtOf, type ComputedClock, type Doubt } from '../../../shared/deadlines/index.ts';
import { createTranslator } from '../../../shared/i18n/index.ts';
import { doubtLines, marked } from '../../../shared/reminders/index.ts';

type Reading = ComputedClock['readings'][number];
type Known = Parameters<typeof doubtOf>[0];

const reading = (latest: number, changed: Partial<Reading> = {}): Reading => ({
  ruleId: 'R',
  readingId: 'stated',
  earliest: null,
  latest,
  endDate: '2026-11-15',
  explanation: [],
  certainty: 'exact',
  range: null,
  ...changed,
});
const clock = (changed: Partial<Known>): Known => ({
  owner: 'mine',
  certainty: 'exact',
  readings: [reading(20)],
  ...changed,
});
const estimated = reading(20, { certainty: 'estimate', range: { earliest: 10, latest: 30 } });

describe('what has to be said beside an end', () => {
  it.each<[string, Known, Doubt | null]>([
    ['nothing, where it is certain', clock({}), null],
    ['nothing, where a library knows it', clock({ certainty: 'library' }), null],
    [
      'that it can only be earlier, where nobody knows when it began',
      clock({ certainty: 'estimate', startIsLatest: true, readings: [estimated] }),
      { kind: 'start-unknown', range: null },
    ],
    [
      'what an estimate lies between, over all readings',
      clock({ certainty: 'estimate', readings: [estimated, reading(40)] }),
      { kind: 'estimate', range: { earliest: 10, latest: 40 } },
    ],
    [
      'no range, where one reading cannot be foreseen',
      clock({ certainty: 'estimate', readings: [estimated, reading(40, { certainty: 'estimate' })] }),
      { kind: 'estimate', range: null },
    ],
    [
      'how late the other readings end',
      clock({ certainty: 'arguable', readings: [reading(20), reading(40)] }),
      { kind: 'arguable', range: { earliest: 20, latest: 40 } },
    ],
    [
      'nothing of readings of the platform’s promise, whose longest is told anyway',
      clock({ owner: 'theirs', certainty: 'arguable', readings: [reading(20), reading(40)] }),
      null,
    ],
  ])('is %s', (_what, computed, doubt) => {
    expect(doubtOf(computed)).toEqual(doubt);
  });

  const range = { earliest: 10, latest: 30 };
  it.each<[Doubt | null, string, string[]]>([
    [null, '截止', []],
    [
      { kind: 'start-unknown', range: null },
      '截止（估算，可能更早）',
      ['估算：平台什么时候发的还不清楚，真正的截止可能更早。'],
    ],
    [{ kind: 'estimate', range }, '截止（估算）', ['估算：最早 <10>，最晚 <30>。']],
    [
      { kind: 'estimate', range: null },
      '截止（估算，可能更早）',
      ['估算：依据还没公布，真正的截止可能更早，也可能更晚。'],
    ],
    [
      { kind: 'arguable', range },
      '截止（说法不一，按最早的）',
      ['规则说法不一，按最早的算；别的说法最晚到 <30>。'],
    ],
  ])('%j is said in a word, and at length with its ends', (doubt, short, lines) => {
    const t = createTranslator('zh-CN');
    expect(marked('截止', doubt, t)).toBe(short);
    expect(doubtLines(doubt, (at) => `<${at}>`, t)).toEqual(lines);
  });
});
