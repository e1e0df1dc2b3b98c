import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { EventFields } from '../../../shared/events/index.ts';
import { api } from '../../api/index.ts';
import { useText } from '../../ui/index.ts';
import { ClockChangeList } from '../deadlines/index.ts';

interface EventChangesProps {
  readonly asked: Omit<EventFields, 'note' | 'itemId'> & {
    readonly caseId: string;
    readonly eventId: string | null;
  };
  readonly now: number;
}

/** Which deadlines would move, begin or end if the event were saved like this: said before it is. */
export function EventChanges({ asked, now }: EventChangesProps) {
  const t = useText();
  const { caseId, eventId, event, happenedAt, pageWords, pageReadAt, pageDeadline } = asked;
  const [input] = useDebouncedValue(
    { caseId, eventId, event, happenedAt, pageWords, pageReadAt, pageDeadline },
    300,
  );
  const changes = useQuery(
    api.events.preview.queryOptions({ input, staleTime: 0, retry: false, placeholderData: keepPreviousData }),
  );
  if (changes.data === undefined || changes.isError || changes.data.items.length === 0) return null;
  return (
    <div role="status">
      <div className="ad-label">{t('events:moves')}</div>
      <ClockChangeList changes={changes.data} now={now} />
    </div>
  );
}
