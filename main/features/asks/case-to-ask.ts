import type { CaseToAsk } from '../../../shared/asks/index.ts';
import { AppError } from '../../../shared/kernel/index.ts';
import type { ReadHandle } from '../../workspace/index.ts';
import type { Rulebooks } from '../editions/index.ts';
import { askedCases } from './asks.repo.ts';
import { caseNeeds } from './needs.ts';

/** Cases with what is still to be asked of whom, and what was asked, in the order of their ids. */
export async function casesToAsk(
  read: ReadHandle,
  rulebooks: Rulebooks,
  caseIds: readonly string[],
): Promise<CaseToAsk[]> {
  const rows = new Map((await askedCases(read, caseIds)).map((row) => [row.id, row]));
  const cases: CaseToAsk[] = [];
  for (const caseId of caseIds) {
    const row = rows.get(caseId);
    // Its opening was taken back between two reads.
    if (row === undefined) continue;
    const { needs, open, orders, waybills, end } = await caseNeeds(read, rulebooks, caseId);
    cases.push({
      case: {
        ...{ id: row.id, number: row.number, title: row.title, storeAlias: row.alias },
        ...{ dueAt: end?.dueAt ?? null, cutOffAt: end?.cutOffAt ?? null },
      },
      ...{ clientId: row.client_id, clientName: row.client_name },
      ...{ needs, open, orders, waybills },
    });
  }
  return cases;
}

/** The same of one case. */
export async function caseToAsk(read: ReadHandle, rulebooks: Rulebooks, caseId: string): Promise<CaseToAsk> {
  const [found] = await casesToAsk(read, rulebooks, [caseId]);
  if (found === undefined) throw new AppError('NOT_FOUND', { kind: 'case', id: caseId });
  return found;
}
