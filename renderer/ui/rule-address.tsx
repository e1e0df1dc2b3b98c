import { createContext, useContext, type ReactNode } from 'react';
import { useParams, useSearchParams } from 'react-router';

const Day = createContext<string | null>(null);

interface RulesOfDayProps {
  /** The legal date; null while nobody knows it. */
  readonly on: string | null;
  readonly children: ReactNode;
}

/** What is shown in here is about a day: its links to rules show them as they held then. */
export function RulesOfDay({ on, children }: RulesOfDayProps) {
  return <Day value={on}>{children}</Day>;
}

/** Where rules and disagreements stand in the rulebook, as seen from here. */
interface RuleAddresses {
  readonly rule: (ruleId: string) => string;
  readonly conflict: (conflictId: string) => string;
}

/**
 * The addresses of rules: beside a case as they stand for that case, where a day is known as they held then, else as of today.
 *
 * @param ofCase whose rules they are, where that is shown outside of its case
 */
export function useRuleAddresses(ofCase?: string): RuleAddresses {
  const { caseId: shown } = useParams();
  const [asked] = useSearchParams();
  const on = useContext(Day);
  const caseId = ofCase ?? shown ?? asked.get('case');
  const beside = caseId === null ? '' : `&case=${encodeURIComponent(caseId)}`;
  const then = caseId !== null || on === null ? '' : `&on=${encodeURIComponent(on)}`;
  return {
    rule: (ruleId) => `/rulebook?rule=${encodeURIComponent(ruleId)}${beside}${then}`,
    conflict: (conflictId) => `/rulebook?conflict=${encodeURIComponent(conflictId)}${beside}`,
  };
}
