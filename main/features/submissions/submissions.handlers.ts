import { slotsOf } from '../../../shared/attempts/index.ts';
import { AppError, assertNever, isToCome } from '../../../shared/kernel/index.ts';
import {
  afterReturn,
  attemptTransition,
  type AttemptEvent,
  type AttemptState,
} from '../../../shared/rulebook/index.ts';
import { LEAVES_MORE, type NewDecision, type Outcome } from '../../../shared/submissions/index.ts';
import { actingOperator, os, write, type CallContext } from '../../core/context.ts';
import { findCaseRow, type Tables, type WriteHandle } from '../../workspace/index.ts';
import {
  attemptsOfCase,
  casesOfMatter,
  clocksWithoutChance,
  holdAttempt,
  holdForMatter,
  isAskedForMore,
  lastAttemptsOfCase,
  refuseDuplicates,
  stopClocksOfParents,
  stopSpentClocks,
} from '../attempts/index.ts';
import {
  endedByFiling,
  reopenWindows,
  resumeClocks,
  resumePausedClocks,
  runningClockRows,
  startClocks,
  startsOwnClock,
  stopClocks,
  stopFiledClocks,
} from '../deadlines/index.ts';
import { clocksOfEvents } from '../events/index.ts';
import { setOrderClocks } from '../radar/index.ts';
import { attachItems } from '../evidence/index.ts';
import { findPacketRow } from '../packets/index.ts';
import {
  causesOf,
  decisionRows,
  findSubmissionRow,
  newestRecordedAt,
  recordedAtOf,
  submissionRows,
  toDecision,
  toSubmission,
} from './submissions.repo.ts';

export const submissions = {
  list: os.submissions.list.handler(async ({ context, input }) => {
    await findCaseRow(context.services.read, input.caseId);
    return (await submissionRows(context.services.read, input.caseId)).map(toSubmission);
  }),

  afterReturn: os.submissions.afterReturn.handler(async ({ context, input }) => {
    const { read, rulebooks } = context.services;
    const found = await findCaseRow(read, input.caseId);
    const { rulebook, pins } = await rulebooks.ofCase(read, found);
    const cause = (await isAskedForMore(read, found.id)) ? 'requested' : 'returned';
    const sent = { returned: 0, requested: 0 };
    for (const again of (await causesOf(read, found.id)).values()) sent[again] += 1;
    return afterReturn(rulebook, found.scenario_id, cause, sent, pins);
  }),

  record: os.submissions.record.handler(({ context, input }) =>
    write(
      context,
      'submissions.record',
      async (tx) => {
        const { rulebooks } = context.services;
        const found = await findCaseRow(tx, input.caseId);
        const packet = await findPacketRow(tx, input.packetId);
        if (packet.case_id !== found.id) throw new AppError('NOT_FOUND', { kind: 'packet', id: packet.id });
        const inPacket = JSON.parse(packet.order_numbers_json) as string[];
        refuseOtherOrders(inPacket, input.spends);
        if (isToCome(input.submittedAt, tx.now))
          throw new AppError('CONFLICT', { reason: 'submitted-in-future' });
        // What the platform asked for more of stands: its chance is used, and this adds to it.
        const adds = await isAskedForMore(tx, found.id);
        await refuseDuplicates(tx, rulebooks, {
          storeId: found.store_id,
          scenarioId: found.scenario_id,
          orderNumbers: slotsOf(inPacket),
          ownCaseId: found.id,
          to: 'hand-in',
        });
        if (!adds) await holdForMatter(tx, rulebooks, found, inPacket);
        const before = (await submissionRows(tx, found.id)).filter((row) => row.corrected_at === null);
        if (await isAnswered(tx, before.at(-1))) await takeNextChance(tx, found, inPacket);
        else await refuseBeforeAnswer(tx, found, inPacket, before);
        const id = tx.newId();
        if (input.receiptItemId !== null) await attachItems(tx, found.id, [input.receiptItemId]);
        await tx.insert('submissions', {
          id,
          case_id: found.id,
          packet_id: packet.id,
          round: before.length + 1,
          submitted_at: input.submittedAt,
          platform_number: input.platformNumber,
          receipt_item_id: input.receiptItemId,
          order_numbers_json: JSON.stringify(inPacket),
          operator_id: actingOperator(tx),
          corrected_at: null,
          correction_reason: '',
        });
        if (!adds)
          await moveAttempts(
            tx,
            found,
            inPacket,
            { kind: 'submitted' },
            { submission_id: id, made_at: input.submittedAt },
          );
        await stopClocks(tx, rulebooks, found, endedByFiling(before.length));
        await stopClocksOfParents(tx, rulebooks, found, inPacket, input.submittedAt);
        await stopSpentClocks(tx, rulebooks, {
          ...{ storeId: found.store_id, orderNumbers: inPacket, caseId: found.id },
        });
        await startClocks(tx, rulebooks, found.id, { event: 'submitted', at: input.submittedAt });
        return toSubmission(await findSubmissionRow(tx, id));
      },
      { caseId: input.caseId, permanent: true },
    ),
  ),

  correct: os.submissions.correct.handler(({ context, input }) =>
    write(
      context,
      'submissions.correct',
      async (tx) => {
        const row = await findSubmissionRow(tx, input.submissionId);
        tx.about(row.case_id);
        if (row.corrected_at !== null) throw new AppError('CONFLICT', { reason: 'already-corrected' });
        const decided = (await decisionRows(tx, row.case_id)).some(
          (decision) => decision.submission_id === row.id,
        );
        if (decided) throw new AppError('CONFLICT', { reason: 'already-decided' });
        const found = await findCaseRow(tx, row.case_id);
        const live = (await submissionRows(tx, found.id)).filter((each) => each.corrected_at === null);
        // What was added to a filing does not stand without it.
        if (live.at(-1)?.id !== row.id) throw new AppError('CONFLICT', { reason: 'sent-since' });
        const added = (await causesOf(tx, found.id)).get(row.id) === 'requested';
        await tx.update('submissions', row.id, { corrected_at: tx.now, correction_reason: input.reason });
        const orders = JSON.parse(row.order_numbers_json) as string[];
        const { rulebooks } = context.services;
        if (!added) {
          await moveAttempts(
            tx,
            found,
            orders,
            { kind: 'corrected', reason: input.reason },
            { submission_id: null, made_at: null, corrected_reason: input.reason },
          );
          // Freed by the correction, held again by the draft that is still there. Of a case that was answered before, none is.
          if (!(await isAnswered(tx, live.at(-2))))
            await moveAttempts(tx, found, orders, { kind: 'draft-begun' }, {});
        }
        await stopFiledClocks(tx, rulebooks, found, await clocksOfEvents(tx, found.id));
        // The time it stopped runs on: nothing was filed.
        const recordedAt = await recordedAtOf(tx, row);
        if (recordedAt !== null)
          for (const each of await casesOfMatter(tx, rulebooks, {
            ...{ storeId: found.store_id, orderNumbers: orders, caseId: found.id },
          }))
            await resumeClocks(tx, each.id, recordedAt);
        // What it was added to is looked at as before.
        const addedTo = added ? live.at(-2) : undefined;
        if (addedTo !== undefined)
          await startClocks(tx, rulebooks, found.id, { event: 'submitted', at: addedTo.submitted_at });
        await setOrderClocks(tx, rulebooks, found.id);
        return toSubmission(await findSubmissionRow(tx, row.id));
      },
      { permanent: true },
    ),
  ),

  addReceipt: os.submissions.addReceipt.handler(({ context, input }) =>
    write(context, 'submissions.addReceipt', async (tx) => {
      const row = await findSubmissionRow(tx, input.submissionId);
      tx.about(row.case_id);
      if (input.receiptItemId !== null) await attachItems(tx, row.case_id, [input.receiptItemId]);
      await tx.update('submissions', row.id, {
        platform_number: input.platformNumber,
        receipt_item_id: input.receiptItemId,
      });
      return toSubmission(await findSubmissionRow(tx, row.id));
    }),
  ),
};

export const decisions = {
  list: os.decisions.list.handler(async ({ context, input }) => {
    await findCaseRow(context.services.read, input.caseId);
    return (await decisionRows(context.services.read, input.caseId)).map(toDecision);
  }),

  record: os.decisions.record.handler(({ context, input }) =>
    write(
      context,
      'decisions.record',
      async (tx) => {
        const found = await findCaseRow(tx, input.caseId);
        const submission = await submissionFor(tx, input.caseId, input.submissionId, input.outcome);
        if (input.outcome === 'not-filed' && input.reason.trim() === '') {
          throw new AppError('BAD_REQUEST', { reason: 'not-filed-needs-reason' });
        }
        if (submission !== null && input.decidedAt < submission.submitted_at) {
          throw new AppError('CONFLICT', { reason: 'decided-before-submitted' });
        }
        if (isToCome(input.decidedAt, tx.now))
          throw new AppError('CONFLICT', { reason: 'decided-in-future' });
        const id = tx.newId();
        const row = {
          id,
          case_id: found.id,
          submission_id: submission?.id ?? null,
          outcome: input.outcome,
          decided_at: input.decidedAt,
          reason: input.reason,
          item_id: input.itemId,
          operator_id: actingOperator(tx),
          ...pageOf(input),
        };
        if (input.itemId !== null) await attachItems(tx, found.id, [input.itemId]);
        await tx.insert('decisions', row);
        await applyOutcome(tx, context, found, submission, {
          outcome: input.outcome,
          decidedAt: input.decidedAt,
          pageDeadline: row.page_deadline,
        });
        await setOrderClocks(tx, context.services.rulebooks, found.id);
        return toDecision(row);
      },
      { caseId: input.caseId },
    ),
  ),
};

/** Only a return leaves something to count down. */
function pageOf({
  outcome,
  pageWords,
  pageReadAt,
  pageDeadline,
}: NewDecision): Pick<Tables['decisions'], 'page_words' | 'page_read_at' | 'page_deadline'> {
  return outcome === 'returned'
    ? { page_words: pageWords, page_read_at: pageReadAt, page_deadline: pageDeadline }
    : { page_words: '', page_read_at: null, page_deadline: null };
}

/** The second of the two askings: the list of what is spent must be the list of what was frozen, no more, no less. */
function refuseOtherOrders(inPacket: readonly string[], spends: readonly string[]): void {
  const named = new Set(spends);
  const same =
    spends.length === inPacket.length &&
    named.size === inPacket.length &&
    inPacket.every((orderNumber) => named.has(orderNumber));
  if (!same) throw new AppError('CONFLICT', { reason: 'other-orders', orderNumbers: [...inPacket] });
}

/** Outcomes of the platform belong to a submission; lapsed and not-filed to a case that never had one. */
async function submissionFor(
  tx: WriteHandle,
  caseId: string,
  submissionId: string | null,
  outcome: string,
): Promise<Tables['submissions'] | null> {
  const live = (await submissionRows(tx, caseId)).filter((row) => row.corrected_at === null);
  if (outcome === 'lapsed' || outcome === 'not-filed') {
    if (live.length > 0 && outcome === 'not-filed')
      throw new AppError('CONFLICT', { reason: 'already-submitted' });
    return live.at(-1) ?? null;
  }
  const chosen = submissionId === null ? live.at(-1) : live.find((row) => row.id === submissionId);
  if (chosen === undefined) throw new AppError('CONFLICT', { reason: 'not-submitted' });
  return chosen;
}

interface Decided {
  readonly outcome: Outcome;
  readonly decidedAt: number;
  readonly pageDeadline: number | null;
}

/** What a decision does to chances and clocks. A return keeps the slot and starts a new clock; it spends nothing more. */
async function applyOutcome(
  tx: WriteHandle,
  context: CallContext,
  found: Tables['cases'],
  submission: Tables['submissions'] | null,
  { outcome, decidedAt, pageDeadline }: Decided,
): Promise<void> {
  const { rulebooks } = context.services;
  const orders =
    submission === null
      ? (await attemptsOfCase(tx, found.id)).map((row) => row.order_number)
      : (JSON.parse(submission.order_numbers_json) as string[]);
  await stopClocks(tx, rulebooks, found, [outcome]);
  switch (outcome) {
    case 'returned': {
      await moveAttempts(tx, found, orders, { kind: 'returned' }, {});
      // The page counts down what the return starts; where it starts nothing of the seller's, what goes on after the review.
      const starts = await startsOwnClock(tx, rulebooks, found, 'returned');
      const goesOn = await resumePausedClocks(tx, rulebooks, found.id, starts ? null : pageDeadline);
      await startClocks(tx, rulebooks, found.id, {
        ...{ event: outcome, at: decidedAt },
        pageDeadline: starts || !goesOn ? pageDeadline : null,
      });
      const filedAt = await newestRecordedAt(tx, found.id);
      if (filedAt !== null && !goesOn && !(await countsSince(tx, found.id, decidedAt)))
        await reopenWindows(tx, rulebooks, found.id, filedAt, decidedAt);
      break;
    }
    case 'not-filed':
      await moveAttempts(tx, found, orders, { kind: 'draft-dropped' }, {});
      break;
    case 'lapsed':
      await moveAttempts(tx, found, orders, { kind: 'window-closed' }, {});
      await startClocks(tx, rulebooks, found.id, { event: outcome, at: decidedAt });
      break;
    case 'upheld':
    case 'partly-upheld':
    case 'rejected':
    case 'withdrawn':
      await moveAttempts(tx, found, orders, { kind: 'decided' }, { result: outcome });
      await startClocks(
        tx,
        rulebooks,
        found.id,
        { event: outcome, at: decidedAt },
        await clocksWithoutChance(tx, rulebooks, found),
      );
      break;
    default:
      assertNever(outcome);
  }
}

/** Whether a clock of the seller's counts from an instant. */
async function countsSince(tx: WriteHandle, caseId: string, startedAt: number): Promise<boolean> {
  const running = await runningClockRows(tx, caseId);
  return running.some((row) => row.owner === 'mine' && row.started_at === startedAt);
}

/** Whether the final answer to a filing has come, and what is filed now uses a chance of its own. */
async function isAnswered(tx: WriteHandle, submission: Tables['submissions'] | undefined): Promise<boolean> {
  if (submission === undefined) return false;
  const answers = (await decisionRows(tx, submission.case_id)).filter(
    (decision) => decision.submission_id === submission.id,
  );
  return LEAVES_MORE.has(answers.at(-1)?.outcome ?? '');
}

/** Lets a case hold the next chance of these orders: what it filed with the one before keeps that. */
async function takeNextChance(
  tx: WriteHandle,
  found: Tables['cases'],
  orderNumbers: readonly string[],
): Promise<void> {
  const rows = await lastAttemptsOfCase(tx, found.id);
  for (const orderNumber of slotsOf(orderNumbers)) {
    const last = rows.find((row) => row.order_number === orderNumber);
    if (last?.state === 'spent') await holdAttempt(tx, found, orderNumber, last.chance + 1);
  }
}

/** A chance that a correction gave back is no second one while the answer to the filing before, which was taken back, has not come. */
async function refuseBeforeAnswer(
  tx: WriteHandle,
  found: Tables['cases'],
  orderNumbers: readonly string[],
  before: readonly Tables['submissions'][],
): Promise<void> {
  const wanted = slotsOf(orderNumbers);
  for (const slot of await lastAttemptsOfCase(tx, found.id)) {
    if (slot.chance === 1 || slot.state !== 'left' || !wanted.includes(slot.order_number)) continue;
    const filed = before.findLast(({ order_numbers_json }) =>
      slotsOf(JSON.parse(order_numbers_json) as string[]).includes(slot.order_number),
    );
    if (filed !== undefined && !(await isAnswered(tx, filed)))
      throw new AppError('ATTEMPT_SPENT', { orderNumber: slot.order_number, ruleId: null });
  }
}

/** Moves the case's slots of these orders by one event, each the one of its last chance; a slot that cannot move so is a CONFLICT that names it. */
async function moveAttempts(
  tx: WriteHandle,
  found: Tables['cases'],
  orderNumbers: readonly string[],
  event: AttemptEvent,
  patch: Partial<Tables['attempts']>,
): Promise<void> {
  const wanted = new Set(slotsOf(orderNumbers));
  for (const row of await lastAttemptsOfCase(tx, found.id)) {
    if (!wanted.has(row.order_number)) continue;
    const moved = attemptTransition(
      { state: row.state as AttemptState, submitted: row.submission_id !== null },
      event,
    );
    if (!moved.ok) {
      if (moved.because === 'spent')
        throw new AppError('ATTEMPT_SPENT', { orderNumber: row.order_number, ruleId: null });
      throw new AppError('CONFLICT', { reason: `attempt-${moved.because}`, orderNumber: row.order_number });
    }
    await tx.update('attempts', row.id, { state: moved.slot.state, ...patch });
  }
}
