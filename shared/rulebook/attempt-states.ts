import { assertNever } from '../kernel/index.ts';
import type { AttemptState } from './types.ts';

/** A slot. `submitted` stays true once it was sent, also while it is back for more. */
export interface AttemptSlot {
  readonly state: AttemptState;
  readonly submitted: boolean;
}

/** What can happen to a slot. */
export type AttemptEvent =
  | { readonly kind: 'draft-begun' }
  | { readonly kind: 'draft-dropped' }
  | { readonly kind: 'submitted' }
  /** 退回补充: the same slot, a new clock. */
  | { readonly kind: 'returned' }
  /** Upheld, partly upheld, rejected or withdrawn: whatever the result, the slot stays spent. */
  | { readonly kind: 'decided' }
  | { readonly kind: 'window-closed' }
  /** Sent before AppealDesk, or by somebody else. */
  | { readonly kind: 'found-spent' }
  /** Somebody may have sent it; nobody knows. */
  | { readonly kind: 'cast-in-doubt' }
  /** The back office shows that nothing was ever sent. */
  | { readonly kind: 'found-free' }
  /** A correction act: a submission was recorded in error. The only way out of `spent`. */
  | { readonly kind: 'corrected'; readonly reason: string };

/** The slot afterwards, or why the event cannot happen to it. */
export type AttemptTransition =
  | { readonly ok: true; readonly slot: AttemptSlot; readonly startsNewClock: boolean }
  | {
      readonly ok: false;
      readonly because: 'spent' | 'held' | 'lapsed' | 'unknown' | 'not-sent' | 'no-reason';
    };

/**
 * The state machine of a slot.
 *
 * left → held → spent. Returned-for-more brings a spent slot back to held, and from there it can only be sent again or
 * lapse: it is never free. Nothing but a correction with a reason frees a spent or lapsed slot.
 */
export function attemptTransition(slot: AttemptSlot, event: AttemptEvent): AttemptTransition {
  const { state, submitted } = slot;
  switch (event.kind) {
    case 'draft-begun':
      return state === 'left' ? to('held', false) : refuse(state);
    case 'draft-dropped':
      if (state !== 'held') return refuse(state);
      return submitted ? { ok: false, because: 'held' } : to('left', false);
    case 'submitted':
      return state === 'held' || state === 'left' ? to('spent', true, true) : refuse(state);
    case 'returned':
      return state === 'spent' && submitted ? to('held', true, true) : notSent(state);
    case 'decided':
      return state === 'spent' ? to('spent', submitted) : notSent(state);
    case 'window-closed':
      return state === 'left' || state === 'held' ? to('lapsed', submitted) : refuse(state);
    case 'found-spent':
      return state === 'spent' ? refuse(state) : to('spent', true);
    case 'cast-in-doubt':
      return state === 'left' ? to('unknown', false) : refuse(state);
    case 'found-free':
      return state === 'unknown' ? to('left', false) : refuse(state);
    case 'corrected':
      if (event.reason.trim() === '') return { ok: false, because: 'no-reason' };
      return state === 'spent' || state === 'lapsed' ? to('left', false) : notSent(state);
    default:
      return assertNever(event);
  }
}

function to(state: AttemptState, submitted: boolean, startsNewClock = false): AttemptTransition {
  return { ok: true, slot: { state, submitted }, startsNewClock };
}

function refuse(state: AttemptState): AttemptTransition {
  return { ok: false, because: state === 'left' ? 'not-sent' : state };
}

function notSent(state: AttemptState): AttemptTransition {
  return { ok: false, because: state === 'spent' || state === 'held' ? 'not-sent' : refusal(state) };
}

function refusal(state: 'left' | 'lapsed' | 'unknown'): 'not-sent' | 'lapsed' | 'unknown' {
  return state === 'left' ? 'not-sent' : state;
}
