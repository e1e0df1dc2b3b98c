import { dateIn, type Instant } from '../../../shared/kernel/index.ts';
import { timeOf, type Rulebook, type Situation } from '../../../shared/rulebook/index.ts';
import type { SituationInput } from '../../../shared/contract/index.ts';

/** A situation as it is asked about over the contract; what was left out is unknown, and the day of filing is today. */
export function toSituation(rulebook: Rulebook, input: SituationInput, now: Instant): Situation {
  const { scenarioId, orderNumber, conduct, notice, region, fulfilment } = input;
  const filing = input.filing ?? dateIn(now, timeOf(rulebook, scenarioId, region).zone);
  return {
    scenario: scenarioId,
    facts: input.answers,
    pins: { conduct, notice, filing, region, fulfilment },
    events: input.events,
    decision: input.decision,
    orderNumber,
    earlier: input.earlier.map((each) => ({ ...each, orderNumber, caseId: null, by: 'elsewhere' })),
    violation: { occurrence: input.occurrence, orders: input.orders },
  };
}
