import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { DuplicateFinding } from '../../../shared/cases/index.ts';
import { api } from '../../api/index.ts';

interface Wanted {
  readonly storeId: string | null;
  readonly scenarioId: string | null;
  readonly orderNumbers: readonly string[];
  /** The case that the orders are for, where it is there already. */
  readonly exceptCaseId?: string;
  /** The number of the violation or dispute, where there is no case yet. */
  readonly matter?: string;
  /** The day of the notice, where there is no case yet; null while nobody knows it. */
  readonly noticeDate?: string | null;
}

/** What stands in the way of these orders, or of the matter of this number, looked up anew as they change, and whether a person has read the warnings. */
export function useDuplicates({
  storeId,
  scenarioId,
  orderNumbers,
  exceptCaseId,
  matter,
  noticeDate,
}: Wanted): {
  readonly findings: readonly DuplicateFinding[];
  readonly accepted: boolean;
  readonly setAccepted: (accepted: boolean) => void;
  /** Refused, not yet looked up, or warned of and not read: no case can be made with them so far. */
  readonly inTheWay: boolean;
  readonly error: unknown;
} {
  const [accepted, setAccepted] = useState(false);
  const isNamed = orderNumbers.length > 0 || (matter ?? '').trim() !== '';
  const asking = storeId !== null && scenarioId !== null && isNamed;
  const query = useQuery({
    ...api.cases.duplicates.queryOptions({
      input: {
        storeId: storeId ?? '',
        scenarioId: scenarioId ?? '',
        orderNumbers: [...orderNumbers],
        ...(exceptCaseId === undefined ? {} : { exceptCaseId }),
        ...(matter === undefined ? {} : { matter: matter.trim() }),
        ...(noticeDate == null ? {} : { noticeDate }),
      },
    }),
    enabled: asking,
    staleTime: 0,
  });
  const findings = asking ? (query.data ?? []) : [];
  const blocked = findings.some(({ allowed }) => allowed === 'refused' || allowed === 'unknown');
  const warned = findings.some(({ allowed }) => allowed === 'warn');
  return {
    findings,
    accepted,
    setAccepted,
    inTheWay: blocked || (warned && !accepted) || (asking && query.isFetching),
    error: query.error,
  };
}
