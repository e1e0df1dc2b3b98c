import type { ClockStep } from '../../shared/deadlines/index.ts';

type DayStep = Extract<ClockStep, { kind: 'day' }>;

/** A line of the ladder: a step of the explanation, or a run of days folded into one line. */
export type LadderLine =
  | { readonly kind: 'step'; readonly step: ClockStep }
  | { readonly kind: 'folded'; readonly counted: number; readonly skipped: number; readonly from: string };

/** Days that a reader would not have guessed. */
const TELLING: ReadonlySet<DayStep['reason']> = new Set(['holiday', 'makeup-day', 'moved-to']);

/** A long walk is read by its ends: this many days stay at the start, and this many at the end. */
const HEAD = 6;
const TAIL = 2;
/** A weekend or three days are read as quickly as a line that says how many they are. */
const FOLDED_FROM = 4;

/**
 * Folds the middle of a long walk into one line, but never a holiday or a worked weekend: those are what a reader
 * would not have guessed.
 */
export function ladderLines(explanation: readonly ClockStep[]): LadderLine[] {
  if (explanation.length <= HEAD + TAIL + 1) return explanation.map((step) => ({ kind: 'step', step }));
  const lines: LadderLine[] = [];
  let run: DayStep[] = [];
  const close = (): void => {
    const first = run[0];
    if (first === undefined) return;
    if (run.length < FOLDED_FROM) lines.push(...run.map((step) => ({ kind: 'step', step }) as const));
    else {
      const counted = run.filter((step) => step.counted !== null).length;
      lines.push({ kind: 'folded', counted, skipped: run.length - counted, from: first.date });
    }
    run = [];
  };
  explanation.forEach((step, index) => {
    const inside = index >= HEAD && index < explanation.length - TAIL;
    const telling = step.kind !== 'day' || TELLING.has(step.reason);
    if (inside && !telling) {
      run.push(step);
      return;
    }
    close();
    lines.push({ kind: 'step', step });
  });
  close();
  return lines;
}
