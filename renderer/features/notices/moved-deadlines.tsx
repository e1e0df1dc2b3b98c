import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api } from '../../api/index.ts';
import { ActButton, ErrorNote, Note, useNow, useText } from '../../ui/index.ts';
import { ClockChangeList } from '../deadlines/index.ts';
import type { NoticePatch } from './use-notice-draft.ts';

interface MovedDeadlinesProps {
  readonly caseId: string;
  /** The times as they are typed. */
  readonly proposed: NoticePatch;
  readonly onTake: () => void;
  readonly onPutBack: () => void;
}

/**
 * What the times that are typed would do to deadlines that run, before they do it. Where none runs that would be another one,
 * they are taken at once.
 */
export function MovedDeadlines({ caseId, proposed, onTake, onPutBack }: MovedDeadlinesProps) {
  const t = useText();
  const now = useNow();
  const [asked] = useDebouncedValue(proposed, 300);
  const preview = useQuery(
    api.notices.preview.queryOptions({
      input: { caseId, ...asked },
      staleTime: 0,
      retry: false,
      placeholderData: keepPreviousData,
    }),
  );
  const moves = preview.data?.items.some(({ before }) => before !== null) === true;
  // Looked at once more in between, it is still what was typed: an act that goes away under the hand does nothing.
  const isOfTyped = asked === proposed && !preview.isPlaceholderData;
  const settled = isOfTyped && !preview.isFetching;
  const harmless = settled && !preview.isError && !moves;
  useEffect(() => {
    if (harmless) onTake();
  }, [harmless, onTake]);
  if (preview.isError && settled)
    return <ErrorNote error={preview.error} onRetry={() => void preview.refetch()} />;
  if (preview.data === undefined || harmless || !moves) return null;
  return (
    <div role="status" className="notice-moves">
      <Note>
        <div className="ad-stack">
          <div>
            <b>{t('notices:step.moves')}</b>
            <div className="ad-hint">{t('notices:step.moves.hint')}</div>
          </div>
          <ClockChangeList changes={preview.data} now={now} />
          <div className="ad-row">
            <ActButton act="take-times" keys="y" disabled={!isOfTyped} onClick={onTake}>
              {t('notices:step.moves.take')}
            </ActButton>
            <ActButton act="put-times-back" keys="shift+y" variant="default" onClick={onPutBack}>
              {t('notices:step.moves.putBack')}
            </ActButton>
          </div>
        </div>
      </Note>
    </div>
  );
}
