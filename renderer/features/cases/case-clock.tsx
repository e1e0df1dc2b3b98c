import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/index.ts';
import { ActButton, Dialog, LateText, useNow, useText, useZone } from '../../ui/index.ts';
import { ClockExplained } from '../deadlines/index.ts';

/** The time that runs next in a case, large, and why it is that time. */
export function CaseClock({ caseId }: { readonly caseId: string }) {
  const t = useText();
  const zone = useZone();
  const now = useNow();
  const [asking, setAsking] = useState(false);
  const clocks = useQuery(
    api.deadlines.list.queryOptions({ input: { caseId }, select: ({ items }) => items }),
  );
  const first = clocks.data?.find((clock) => clock.stoppedAt === null);
  if (first === undefined) return null;
  const when = t.format.deadline(first.dueAt, zone, now);
  const left = t.format.span(Math.abs(first.dueAt - now));
  return (
    <div className="case-clock">
      <div className="case-clock-time">
        {first.dueAt < now ? <LateText>{t('ui:lateBy', { span: left })}</LateText> : left}
      </div>
      <div className="case-clock-line">
        {first.owner === 'mine' ? t('cases:header.mine', { when }) : t('cases:header.theirs', { when })}
        {first.owner === 'theirs' && first.lookAt > now && first.lookAt < first.dueAt
          ? ` · ${t('cases:header.lookAt', { when: t.format.instant(first.lookAt, zone, now) })}`
          : ''}{' '}
        <ActButton act="why" keys="w" variant="subtle" size="compact-xs" onClick={() => setAsking(true)}>
          {t('cases:header.why')}
        </ActButton>
      </div>
      {asking ? (
        <Dialog opened size="lg" onClose={() => setAsking(false)} title={t('cases:header.why')}>
          <div className="form-stack">
            {(clocks.data ?? []).map((clock) => (
              <ClockExplained key={clock.id} clock={clock} now={now} />
            ))}
          </div>
        </Dialog>
      ) : null}
    </div>
  );
}
