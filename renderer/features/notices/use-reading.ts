import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { NoticeReading } from '../../../shared/notices/index.ts';
import { api } from '../../api/index.ts';
import type { Mark } from './marked-pieces.ts';

/** Rests this long after the last key before the text is read. */
const PAUSE_MS = 220;

/** What is found in a text, while it is written. */
export interface LiveReading {
  /** Null while there is nothing to read, or no store whose numbers to look for. */
  readonly reading: NoticeReading | null;
  /** Whether the places of the reading are those of the text as it stands. */
  readonly fresh: boolean;
  readonly error: unknown;
}

/** Reads a notice while it is pasted or typed; nothing is written down. */
export function useNoticeReading(storeId: string | null, text: string): LiveReading {
  const [settled] = useDebouncedValue(text, PAUSE_MS);
  const asking = storeId !== null && settled.trim() !== '' && text.trim() !== '';
  const query = useQuery({
    ...api.notices.read.queryOptions({ input: { storeId: storeId ?? '', text: settled } }),
    enabled: asking,
    staleTime: 0,
    placeholderData: keepPreviousData,
  });
  return {
    reading: asking ? (query.data ?? null) : null,
    fresh: asking && settled === text && !query.isPlaceholderData,
    error: query.error,
  };
}

/** The marks of a reading: its numbers, those left out told from those taken, that of its violation, and the times it names. */
export function marksOf({ reading, fresh }: LiveReading, taken: (orderNumber: string) => boolean): Mark[] {
  if (reading === null || !fresh) return [];
  const times = [...reading.instants, ...(reading.countdown === null ? [] : [reading.countdown])];
  const matters = new Set(reading.matterNumbers.map(({ start }) => start));
  return [
    ...reading.orderNumbers.map(({ start, end, orderNumber }): Mark => {
      return { start, end, kind: taken(orderNumber) ? 'order' : 'left-out' };
    }),
    ...reading.otherNumbers
      .filter(({ start, text }) => taken(text) || !matters.has(start))
      .map(({ start, end, text }): Mark => ({ start, end, kind: taken(text) ? 'order' : 'other' })),
    ...reading.matterNumbers.map(({ start, end }): Mark => ({ start, end, kind: 'matter' })),
    ...times.map(({ start, end }): Mark => ({ start, end, kind: 'time' })),
  ];
}
