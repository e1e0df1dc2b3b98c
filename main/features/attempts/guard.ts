import type { DuplicateFinding } from '../../../shared/cases/index.ts';
import { AppError } from '../../../shared/kernel/index.ts';
import { attemptGuard, type Rulebook } from '../../../shared/rulebook/index.ts';
import type { ReadHandle } from '../../workspace/index.ts';
import { caseNumbers, ledgerRows, toLedger } from './attempts.repo.ts';

export interface GuardedUse {
  readonly storeId: string;
  readonly scenarioId: string;
  readonly orderNumbers: readonly string[];
  /** The case that asks; its own held slots do not stand in its way. */
  readonly ownCaseId?: string | undefined;
}

/** What using these orders in this scene meets: one finding an order, the free ones included. */
export async function findDuplicates(
  read: ReadHandle,
  rulebook: Rulebook,
  use: GuardedUse,
): Promise<DuplicateFinding[]> {
  const rows = await ledgerRows(read, use.storeId, use.orderNumbers);
  const ledger = toLedger(rows);
  const numbers = await caseNumbers(
    read,
    rows.flatMap((row) => (row.case_id === null ? [] : [row.case_id])),
  );
  return use.orderNumbers.map((orderNumber) => {
    const guard = attemptGuard(rulebook, use.scenarioId, orderNumber, ledger, use.ownCaseId);
    const entry = guard.because?.entry ?? null;
    return {
      orderNumber,
      allowed: guard.allowed,
      ruleId: guard.because?.ruleId ?? null,
      caseId: entry?.caseId ?? null,
      caseNumber: entry?.caseId == null ? null : (numbers.get(entry.caseId) ?? null),
      scenarioId: entry?.scenarioId ?? null,
      by: entry?.by ?? null,
    };
  });
}

/** Throws for the first order that may not be used: the chance is gone, another case holds it, or nobody knows. */
export async function refuseDuplicates(read: ReadHandle, rulebook: Rulebook, use: GuardedUse): Promise<void> {
  for (const finding of await findDuplicates(read, rulebook, use)) {
    const { orderNumber, ruleId, caseId, caseNumber } = finding;
    if (finding.allowed === 'unknown') throw new AppError('ATTEMPT_UNKNOWN', { orderNumber, ruleId });
    if (finding.allowed !== 'refused') continue;
    // What the asking case itself has used up is no second case.
    if (finding.by === 'here' && caseId !== null && caseId !== use.ownCaseId) {
      throw new AppError('DUPLICATE_CASE', { orderNumber, ruleId, caseId, caseNumber });
    }
    throw new AppError('ATTEMPT_SPENT', { orderNumber, ruleId });
  }
}
