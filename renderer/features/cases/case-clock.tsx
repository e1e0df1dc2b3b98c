import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CaseStep } from '../../../shared/cases/index.ts';
import type { ClockRecord } from '../../../shared/deadlines/index.ts';
import { api } from '../../api/index.ts';
import { ActButton, Dialog, LateText, useNow, useText, useZone } from '../../ui/index.ts';
import { ClockExplained } from '../deadlines/index.ts';
import { CaseEvents } from '../events/index.ts';

interface CaseClockProps {
  readonly caseId: string;
  readonly storeId: string;
  readonly step: CaseStep;
}

/** The time that runs next in a case, large, why it is that time, and what can start another. */
export function CaseClock({ caseId, storeId, step }: CaseClockProps) {
  const t = useText();
  const [telling, setTelling] = useState(false);
  const clocks = useQuery(
    api.deadlines.list.queryOptions({ input: { caseId }, select: ({ items }) => items }),
  );
  const starting = useQuery(api.events.starting.queryOptions({ input: { caseId } }));
  // What goes out of reach stands beside the steps: nobody is late with it.
  const steps = (clocks.data ?? []).filter(({ owner }) => owner !== 'vanishing');
  const first = steps.find((clock) => clock.stoppedAt === null);
  // In the step of the notice they stand on the page itself.
  const tells = step !== 'notice' && (starting.data?.events.length ?? 0) > 0;
  if (first === undefined && !tells) return null;
  return (
    <div className="case-clock">
      {first === undefined ? null : <Running first={first} clocks={steps} />}
      {tells ? (
        <ActButton
          act="what-happened"
          keys="g"
          variant="subtle"
          size="compact-xs"
          onClick={() => setTelling(true)}
        >
          {t('events:open')}
        </ActButton>
      ) : null}
      {telling ? (
        <Dialog opened size="lg" onClose={() => setTelling(false)} title={t('events:title')}>
          <CaseEvents caseId={caseId} storeId={storeId} titled={false} />
        </Dialog>
      ) : null}
    </div>
  );
}

interface RunningProps {
  /** What runs next. */
  readonly first: ClockRecord;
  readonly clocks: readonly ClockRecord[];
}

function Running({ first, clocks }: RunningProps) {
  const t = useText();
  const zone = useZone();
  const now = useNow();
  const [asking, setAsking] = useState(false);
  const when = t.format.deadline(first.dueAt, zone, now);
  const left = t.format.span(Math.abs(first.dueAt - now));
  return (
    <>
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
            {clocks.map((clock) => (
              <ClockExplained key={clock.id} clock={clock} now={now} />
            ))}
          </div>
        </Dialog>
      ) : null}
    </>
  );
}
