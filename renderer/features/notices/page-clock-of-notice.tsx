import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '../../api/index.ts';
import { PageClockField } from './page-clock-field.tsx';
import type { NoticePatch } from './use-notice-draft.ts';

interface PageClockOfNoticeProps {
  readonly caseId: string;
  /** The times as they are typed; null where all are saved. */
  readonly proposed: NoticePatch | null;
  /** False while something is on its way to the core: what it says of the countdown is of before. */
  readonly settled: boolean;
  readonly onChange: (clockId: string) => void;
}

const NOTHING: NoticePatch = {};

/** Which deadline the countdown of a notice is of, as it stands on the screen. */
export function PageClockOfNotice({ caseId, proposed, settled, onChange }: PageClockOfNoticeProps) {
  const [asked] = useDebouncedValue(proposed ?? NOTHING, 300);
  const preview = useQuery(
    api.notices.preview.queryOptions({
      input: { caseId, ...asked },
      enabled: settled,
      staleTime: 0,
      retry: false,
      placeholderData: keepPreviousData,
    }),
  );
  return <PageClockField page={preview.data?.page} onChange={onChange} />;
}
