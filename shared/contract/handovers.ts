import * as z from 'zod';
import {
  handover,
  handoverAnswer,
  handoverLine,
  handoverPage,
  handoverPaper,
  handoverSpan,
  newHandover,
} from '../handovers/index.ts';
import { id, jobStarted, pageOf, pageRequest } from '../kernel/fields.ts';
import { act, change, query } from './builder.ts';

export const handovers = {
  /** The page of a span as it stands now; nothing is kept. CONFLICT `no-shift` where the span is none a shift can have. */
  preview: query('NOT_FOUND', 'CONFLICT').input(handoverSpan).output(handoverPage),
  /**
   * Hands a shift over: keeps its page as it stands at this moment. It waits for whoever comes next, or, where nobody else
   * acts, is kept as a note. Undo takes it back until somebody has taken the shift over.
   */
  make: change('NOT_FOUND', 'CONFLICT').input(newHandover).output(handover),
  /** Handed over so far, newest first; with `waiting` only those that nobody has taken over. */
  list: query()
    .input(z.strictObject({ waiting: z.boolean().default(false), ...pageRequest }))
    .output(pageOf(handoverLine)),
  get: query('NOT_FOUND')
    .input(z.strictObject({ handoverId: id }))
    .output(handover),
  /**
   * 已接班: whoever acts in this window takes the shift over, with a line back. CONFLICT `already-taken-over` with the name
   * of who did, `own-handover` for one's own.
   *
   * It can be undone like any act, because only the four of design §5 cannot: a wrong press by the wrong person must not
   * stand for good. What it proves stays all the same: the journal keeps both that it was taken over and that this was taken
   * back, by whom and when, and the shift waits again.
   */
  acknowledge: change('NOT_FOUND', 'CONFLICT').input(handoverAnswer).output(handoverLine),
  /** The page as text to paste into a chat; without titles of cases and buyers' names. */
  text: query('NOT_FOUND')
    .input(handoverPaper)
    .output(z.strictObject({ text: z.string() })),
  /**
   * Sets the page for printing as a job. Result: a `PrintedHandover`, whose bytes are read from `/blob/<sha256>`. The same
   * page is the same bytes, whenever it is set.
   */
  print: act('NOT_FOUND').input(handoverPaper).output(jobStarted),
};
