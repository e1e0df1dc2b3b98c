import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query';
import type { RecordChanges } from '../../../shared/deadlines/index.ts';
import type { EventFields } from '../../../shared/events/index.ts';
import { api } from '../../api/index.ts';
import { useText } from '../../ui/index.ts';
import { ClockChangeList } from '../deadlines/index.ts';

interface AskedEvent extends Omit<EventFields, 'note' | 'itemId'> {
  readonly caseId: string;
  readonly eventId: string | null;
  readonly pageClock?: string;
}

/** What saving an event like this would change; undefined where there is none yet, or it would be refused. */
export function useEventChanges(asked: AskedEvent | null): RecordChanges | undefined {
  // As text, so that an equal one, made anew with each render, waits for nothing.
  const [text] = useDebouncedValue(asked === null ? null : JSON.stringify(timesOf(asked)), 300);
  const changes = useQuery(
    api.events.preview.queryOptions({
      input: text === null ? skipToken : (JSON.parse(text) as AskedEvent),
      staleTime: 0,
      retry: false,
      placeholderData: keepPreviousData,
    }),
  );
  return asked === null || changes.isError ? undefined : changes.data;
}

/** What of an event sets clocks: its note and its exhibit do not. */
function timesOf(asked: AskedEvent): AskedEvent {
  const { caseId, eventId, event, happenedAt, pageWords, pageReadAt, pageDeadline, pageClock } = asked;
  return {
    ...{ caseId, eventId, event, happenedAt, pageWords, pageReadAt, pageDeadline },
    ...(pageClock === undefined ? {} : { pageClock }),
  };
}

interface EventChangesProps {
  readonly changes: RecordChanges | undefined;
  readonly now: number;
}

/** Which deadlines would move, begin or end if the event were saved like this: said before it is. */
export function EventChanges({ changes, now }: EventChangesProps) {
  const t = useText();
  if (changes === undefined || changes.items.length === 0) return null;
  return (
    <div role="status">
      <div className="ad-label">{t('events:moves')}</div>
      <ClockChangeList changes={changes} now={now} />
    </div>
  );
}
