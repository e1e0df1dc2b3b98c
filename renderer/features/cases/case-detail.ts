import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { CASE_STEPS, type CaseStep } from '../../../shared/cases/index.ts';
import type { Client } from '../../../shared/contract/index.ts';
import { api } from '../../api/index.ts';

/** A case with its steps and its next act. */
export type CaseDetail = Awaited<ReturnType<Client['cases']['get']>>;

/** A case as it stands now. */
export function useCase(caseId: string): UseQueryResult<CaseDetail> {
  return useQuery(api.cases.get.queryOptions({ input: { caseId } }));
}

/** The step of an address; null where it names none. */
export function stepOf(text: string | undefined): CaseStep | null {
  return CASE_STEPS.find((step) => step === text) ?? null;
}
