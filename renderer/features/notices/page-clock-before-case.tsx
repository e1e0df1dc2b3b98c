import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '../../api/index.ts';
import { PageClockField } from './page-clock-field.tsx';
import type { NoticePatch } from './use-notice-draft.ts';

interface PageClockBeforeCaseProps {
  readonly storeId: string;
  readonly scenarioId: string;
  /** The times as they would be written down with the case. */
  readonly times: NoticePatch;
  /** Which clock somebody said it is; undefined: nobody did. */
  readonly said: string | undefined;
  readonly onChange: (clockId: string) => void;
}

/** Which deadline the countdown of a notice would be of, before its case is there. */
export function PageClockBeforeCase({
  storeId,
  scenarioId,
  times: { issuedAt = null, pageReadAt = null, pageDeadline = null },
  said,
  onChange,
}: PageClockBeforeCaseProps) {
  const asked = { storeId, scenarioId, issuedAt, pageReadAt, pageDeadline };
  const [input] = useDebouncedValue(JSON.stringify(asked), 300);
  const { data } = useQuery(
    api.notices.pageClocks.queryOptions({
      input: { ...(JSON.parse(input) as typeof asked), ...(said === undefined ? {} : { pageClock: said }) },
      enabled: pageDeadline !== null,
      staleTime: 0,
      retry: false,
      placeholderData: keepPreviousData,
    }),
  );
  return <PageClockField page={pageDeadline === null ? undefined : data} onChange={onChange} />;
}
