import { useQuery } from '@tanstack/react-query';
import type { Scenario } from '../../../shared/rulebook/index.ts';
import { api } from '../../api/index.ts';

/** The scene of a case, with what one chance of it covers; undefined while it loads. */
export function useScene(caseId: string): Scenario | undefined {
  return useQuery(api.cases.scene.queryOptions({ input: { caseId } })).data?.scenario;
}
