import { STEP_LENGTHS, type ClockOwner } from '../deadlines/index.ts';
import type { Translator } from '../i18n/index.ts';
import type { Instant } from '../kernel/index.ts';
import type { ReminderStep } from './plan.ts';

/**
 * What is true of a reminder at the moment it is said: its step, how much is really left where its step says otherwise by now,
 * or that what vanishes is gone.
 */
export type Said =
  | { readonly kind: 'step'; readonly step: ReminderStep }
  | { readonly kind: 'left'; readonly span: number }
  /** So much of the hours that count. */
  | { readonly kind: 'counted'; readonly span: number }
  | { readonly kind: 'gone' };

/** "An hour left" is true for so long after it. */
const STILL_TRUE = 2 * 60_000;

/** Works out what is said of a reminder: it may ring late, come again hours later, or stand in the list for days. */
export function saidAt(
  {
    owner,
    step,
    firesAt,
    dueAt,
  }: {
    readonly owner: ClockOwner;
    readonly step: ReminderStep;
    readonly firesAt?: Instant;
    readonly dueAt: Instant;
  },
  now: Instant,
): Said {
  const left = dueAt - now;
  // The platform's promise has its two words; which of them holds is a matter of its end.
  if (owner === 'theirs') return { kind: 'step', step: left > 0 ? 'look' : 'chase' };
  if (left <= 0) return owner === 'mine' ? { kind: 'step', step: 'over' } : { kind: 'gone' };
  if (step === 'internal') return { kind: 'step', step };
  const length = step in STEP_LENGTHS ? STEP_LENGTHS[step as keyof typeof STEP_LENGTHS] : null;
  // Sooner than its length before the end: not every hour counts, and the hours on the wall would say too much.
  if (length !== null && firesAt !== undefined && firesAt < dueAt - length && now - firesAt < STILL_TRUE)
    return { kind: 'counted', span: length };
  return length !== null && left <= length && left > length - STILL_TRUE
    ? { kind: 'step', step }
    : { kind: 'left', span: left };
}

/** What is said of a reminder, in words. */
export function saidInWords(said: Said, t: Translator): string {
  switch (said.kind) {
    case 'step':
      return t(`reminders:step.${said.step}`);
    case 'left':
      return t('reminders:left', { span: t.format.span(said.span) });
    case 'counted':
      return t('reminders:counted', { span: t.format.span(said.span) });
    case 'gone':
      return t('reminders:gone');
  }
}
