import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api, describeError, isError, previewUrl } from '../../api/index.ts';
import { Note, useText } from '../../ui/index.ts';
import type { Draft, DraftOf } from './use-statement.ts';

interface TypesetPagesProps extends DraftOf {
  readonly draft: Draft;
}

/** Typing rests this long before the page is set again. */
const PAUSE_MS = 220;

/** The statement or plan as the archive will set it, page by page, as pictures. */
export function TypesetPages({ caseId, document, language, draft }: TypesetPagesProps) {
  const t = useText();
  const [rested, setRested] = useState(draft);
  useEffect(() => {
    const timer = setTimeout(() => setRested(draft), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [draft]);
  const preview = useQuery({
    ...api.drafting.preview.queryOptions({
      input: { caseId, document, language, title: rested.title, sections: [...rested.sections] },
    }),
    placeholderData: keepPreviousData,
    gcTime: 5_000,
    retry: (failures, error) => failures < 3 && isError(error, 'CANCELLED'),
    retryDelay: 50,
  });
  const pages = preview.data ?? [];
  const failed = preview.error !== null && !isError(preview.error, 'CANCELLED');
  return (
    <section className="typeset" aria-label={t('drafting:preview')}>
      <div className="typeset-head">
        <h2>{t('drafting:preview')}</h2>
        <span className="ad-hint" role="status">
          {preview.isFetching ? t('drafting:preview.working') : ''}
        </span>
      </div>
      {failed ? (
        <Note kind="warn">{t('drafting:preview.failed', { why: describeError(preview.error, t) })}</Note>
      ) : null}
      <div className="typeset-pages" tabIndex={0} role="group" aria-label={t('drafting:preview')}>
        {pages.map((page, index) => (
          <img
            key={page.pageId}
            src={previewUrl(page.pageId)}
            width={page.widthPt}
            height={page.heightPt}
            alt={t('drafting:preview.page', { page: index + 1, total: pages.length })}
          />
        ))}
      </div>
    </section>
  );
}
