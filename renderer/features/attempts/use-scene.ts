import { useQuery } from '@tanstack/react-query';
import type { Scenario } from '../../../shared/rulebook/index.ts';
import { api } from '../../api/index.ts';

/** The scene of a case, with what one chance of it covers; undefined while it loads. */
export function useScene(caseId: string): Scenario | undefined {
  const detail = useQuery(api.cases.get.queryOptions({ input: { caseId } }));
  const scenarioId = detail.data?.record.scenarioId ?? '';
  const scenario = useQuery({
    ...api.rulebook.scenario.queryOptions({ input: { scenarioId } }),
    enabled: scenarioId !== '',
  });
  return scenario.data?.scenario;
}
