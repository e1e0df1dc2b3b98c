import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { api, client, useChange } from '../../api/index.ts';
import { Entry, RowButton, useText, useZone } from '../../ui/index.ts';
import type { TodayView } from './count-late.ts';

interface WaitingWithoutEndProps {
  readonly filed: TodayView['waiting'][number];
  readonly now: number;
}

/** A case that was filed and for whose answer no source gives a time: looking into the back office is all that tells. */
export function WaitingWithoutEnd({ filed, now }: WaitingWithoutEndProps) {
  const t = useText();
  const zone = useZone();
  const { caseId, storeId, title } = filed;
  const rounds = useQuery(api.lookUps.list.queryOptions({ input: {} })).data ?? [];
  const round = rounds.find((each) => each.storeId === storeId && each.kind === 'results');
  const look = useChange(client.lookUps.look, { features: ['lookUps', 'reminders'] });
  const due = round?.dueAt ?? null;
  return (
    <Entry
      lead={
        due === null ? (
          <span className="ad-dim">{t('today:waitsLong')}</span>
        ) : due <= now ? (
          t('today:lookNow')
        ) : (
          t('today:lookIn', { span: t.format.span(due - now) })
        )
      }
      title={
        <Link to={`/cases/${caseId}`}>
          {filed.storeAlias} · {title}
        </Link>
      }
      detail={[
        t('today:filedAt', { when: t.format.instant(filed.filedAt, zone, now) }),
        t('today:noAnswerTime'),
        ...(round?.last == null
          ? []
          : [t('today:lookedAt', { when: t.format.instant(round.last.at, zone, now) })]),
      ].join(' · ')}
      action={
        <>
          {round === undefined ? null : (
            <RowButton
              act="looked"
              keys="v"
              of={title}
              loading={look.isPending}
              onClick={() => look.mutate({ storeId, kind: 'results', found: 'nothing' })}
            >
              {t('today:lookedNothing')}
            </RowButton>
          )}
          <Link to={`/cases/${caseId}/decision`} aria-label={t('today:answerOf', { title })}>
            {t('today:answer')} <span aria-hidden="true">›</span>
          </Link>
        </>
      }
    />
  );
}
