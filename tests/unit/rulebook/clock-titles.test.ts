import { describe, expect, it } from 'vitest';
import { compileShipped } from './shipped-packs.ts';

/** Words by which whoever looks at a screen, a phone or a shared calendar learns that somebody was accused, and of what. */
const ACCUSES =
  /举报|恶意|评价投诉|欺诈|诈骗|敲诈|勒索|造假|虚假|假货|售假|刷单|滥用|侵权|report|malicious|abus|fraud|fake|scam|extort|blackmail|counterfeit|infring/i;

interface Clock {
  readonly id: string;
  readonly title: { readonly zh: string; readonly en: string };
}

/** Every clock of the packs, wherever it stands. */
function clocksIn(value: unknown): Clock[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) =>
    name === 'clocks' && Array.isArray(part) ? (part as Clock[]) : clocksIn(part),
  );
}

describe('the title of a clock, which stands in bubbles, beside the clock of the screen and in calendars', () => {
  it('accuses nobody, in either language', () => {
    const clocks = clocksIn(compileShipped().rulebook.data);
    expect(clocks.length).toBeGreaterThan(100);
    const accusing = clocks.filter(({ title }) => ACCUSES.test(title.zh) || ACCUSES.test(title.en));
    expect(accusing.map(({ id, title }) => [id, title])).toEqual([]);
  });
});
