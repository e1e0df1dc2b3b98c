import { sentAgain, type Decision, type Submission } from '../../../shared/submissions/index.ts';
import { AppError } from '../../../shared/kernel/index.ts';
import type { Again } from '../../../shared/rulebook/index.ts';
import type { ReadHandle, Tables } from '../../workspace/index.ts';

export async function submissionRows(read: ReadHandle, caseId: string): Promise<Tables['submissions'][]> {
  return await read.query
    .selectFrom('submissions')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('round')
    .orderBy('id')
    .execute();
}

/** Of each filing of a case that is of the one before it why it was made, by its id; see `sentAgain`. */
export async function causesOf(read: ReadHandle, caseId: string): Promise<ReadonlyMap<string, Again>> {
  const live = (await submissionRows(read, caseId)).filter((row) => row.corrected_at === null);
  return sentAgain(live, (await decisionRows(read, caseId)).map(toDecision));
}

export async function findSubmissionRow(
  read: ReadHandle,
  submissionId: string,
): Promise<Tables['submissions']> {
  const row = await read.query
    .selectFrom('submissions')
    .selectAll()
    .where('id', '=', submissionId)
    .executeTakeFirst();
  if (row === undefined) throw new AppError('NOT_FOUND', { kind: 'submission', id: submissionId });
  return row;
}

/** When the newest submission of a case was recorded, by the journal; null where its act is not in it. */
export async function newestRecordedAt(read: ReadHandle, caseId: string): Promise<number | null> {
  return await recordedBefore(read, caseId, 0);
}

/** The same of any submission, which later ones may have followed. */
export async function recordedAtOf(
  read: ReadHandle,
  { id, case_id: caseId }: Pick<Tables['submissions'], 'id' | 'case_id'>,
): Promise<number | null> {
  const later = (await submissionRows(read, caseId)).filter((each) => each.id > id).length;
  return await recordedBefore(read, caseId, later);
}

/** When the submission before so many later ones was recorded: each is one act of the journal. */
async function recordedBefore(read: ReadHandle, caseId: string, later: number): Promise<number | null> {
  const row = await read.query
    .selectFrom('journal')
    .select('at')
    .where('case_id', '=', caseId)
    .where('act', '=', 'submissions.record')
    .orderBy('sequence', 'desc')
    .limit(1)
    .offset(later)
    .executeTakeFirst();
  return row?.at ?? null;
}

export async function decisionRows(read: ReadHandle, caseId: string): Promise<Tables['decisions'][]> {
  return await read.query
    .selectFrom('decisions')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('decided_at')
    .orderBy('id')
    .execute();
}

export function toSubmission(row: Tables['submissions']): Submission {
  return {
    id: row.id,
    caseId: row.case_id,
    packetId: row.packet_id,
    round: row.round,
    submittedAt: row.submitted_at,
    platformNumber: row.platform_number,
    receiptItemId: row.receipt_item_id,
    orderNumbers: JSON.parse(row.order_numbers_json) as string[],
    correctedAt: row.corrected_at,
    correctionReason: row.correction_reason,
  };
}

export function toDecision(row: Tables['decisions']): Decision {
  return {
    id: row.id,
    caseId: row.case_id,
    submissionId: row.submission_id,
    outcome: row.outcome as Decision['outcome'],
    decidedAt: row.decided_at,
    reason: row.reason,
    itemId: row.item_id,
    pageWords: row.page_words,
    pageReadAt: row.page_read_at,
    pageDeadline: row.page_deadline,
  };
}
