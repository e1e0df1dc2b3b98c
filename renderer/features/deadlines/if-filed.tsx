import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '../../api/index.ts';
import { Ladder, useNow, useText, useZone } from '../../ui/index.ts';

/** What would run from a filing at this time: when to look, when to chase, how long the record can be seen, each with its why. */
export function IfFiled({ caseId, at }: { readonly caseId: string; readonly at: number }) {
  const t = useText();
  const zone = useZone();
  const now = useNow();
  const clocks = useQuery(
    api.deadlines.whatIf.queryOptions({
      input: { caseId, event: 'submitted', at },
      placeholderData: keepPreviousData,
    }),
  ).data;
  if (clocks === undefined) return null;
  if (clocks.length === 0) return <p className="ad-hint">{t('deadlines:ifNone')}</p>;
  const day = (instant: number): string => t.format.deadline(instant, zone, now);
  return (
    <div className="ad-hint" role="note" aria-label={t('deadlines:ifFiled')}>
      <ul className="ad-plain-list">
        {clocks.map(({ specId, title, owner, lookAt, dueAt, computed }) => (
          <li key={specId}>
            {owner !== 'theirs'
              ? t('deadlines:ifDue', { title: t.pick(title), due: day(dueAt) })
              : lookAt === dueAt
                ? t('deadlines:ifChase', { title: t.pick(title), chase: day(dueAt) })
                : t('deadlines:ifLook', { title: t.pick(title), look: day(lookAt), chase: day(dueAt) })}
            <details>
              <summary>{t('deadlines:ifWhy')}</summary>
              <Ladder clock={computed} now={now} />
            </details>
          </li>
        ))}
      </ul>
    </div>
  );
}
