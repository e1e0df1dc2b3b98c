import { AppError } from '../../../shared/kernel/index.ts';
import {
  coverage,
  requirements as requirementsOf,
  type CoverageView,
  type Rulebook,
} from '../../../shared/rulebook/index.ts';
import type { ReadHandle, Tables } from '../../workspace/index.ts';

export async function tickRows(read: ReadHandle, caseId: string): Promise<Tables['requirement_ticks'][]> {
  return await read.query
    .selectFrom('requirement_ticks')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('requirement_id')
    .execute();
}

/** What the scenario of a case asks for, what meets it, and what was said not to be had. */
export async function caseCoverage(
  read: ReadHandle,
  rulebook: Rulebook,
  caseId: string,
): Promise<CoverageView> {
  const found = await read.query
    .selectFrom('cases')
    .select('scenario_id')
    .where('id', '=', caseId)
    .executeTakeFirst();
  if (found === undefined) throw new AppError('NOT_FOUND', { kind: 'case', id: caseId });
  const rows = await tickRows(read, caseId);
  const asked = requirementsOf(rulebook, found.scenario_id);
  const ticks = rows
    .filter((row) => row.state === 'met')
    .flatMap((row) =>
      (JSON.parse(row.item_ids_json) as string[]).map((itemId) => ({
        requirementId: row.requirement_id,
        itemId,
      })),
    );
  return {
    ...coverage(asked, ticks),
    requirements: asked,
    unavailable: rows
      .filter((row) => row.state === 'unavailable')
      .map((row) => ({ requirementId: row.requirement_id, reason: row.reason })),
  };
}
