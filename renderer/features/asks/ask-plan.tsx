import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { groupOutlook, type AskGroup, type CaseOutlook } from '../../../shared/asks/index.ts';
import { api } from '../../api/index.ts';
import { LateText, useNow, useText, useZone } from '../../ui/index.ts';
import { HoursButton } from './hours-button.tsx';
import { AskSteps } from './ask-steps.tsx';
import { HoursDialog } from './hours-dialog.tsx';
import { opennessText, shortTime } from './hours-text.ts';
import { TooLate } from './last-words.tsx';
import { nameOf } from './names.ts';
import { RightNow } from './right-now.tsx';
import { useCalendars } from './use-calendars.ts';

interface AskPlanProps {
  readonly caseId: string;
  /** Beside something else: without acts, and nothing at all where there is nothing to plan. */
  readonly brief?: boolean;
}

/** A case planned back from its end: the cut-off, the last moment to ask each addressee, and what can be done right now. */
export function AskPlan({ caseId, brief = false }: AskPlanProps) {
  const t = useText();
  const headingId = useId();
  const now = useNow();
  const groups = useQuery(api.asks.plan.queryOptions({ input: { caseId } })).data ?? [];
  const wanted = groups.filter(({ fresh, waiting }) => fresh !== null || waiting !== null);
  const [end] = wanted.flatMap(({ cases }) => cases);
  if (end === undefined) return null;
  const { dueAt, cutOffAt } = end;
  const runs = dueAt !== null && cutOffAt !== null && dueAt > now;
  if (brief && !runs) return null;
  return (
    <section className="ask-plan" aria-labelledby={headingId}>
      <div className="ad-section-head ad-wrap">
        <h2 id={headingId}>{t('asks:plan.title')}</h2>
        <span className="ad-hint">{t('asks:plan.hint')}</span>
      </div>
      {runs ? (
        <Rungs groups={wanted} end={{ dueAt, cutOffAt }} brief={brief} now={now} />
      ) : dueAt === null ? (
        <p className="ad-hint">{t('asks:plan.none')}</p>
      ) : null}
      {brief ? null : <RightNow groups={wanted} isOneOfMany={false} now={now} />}
    </section>
  );
}

interface RungsProps {
  readonly groups: readonly AskGroup[];
  readonly end: { readonly dueAt: number; readonly cutOffAt: number };
  readonly brief: boolean;
  readonly now: number;
}

function Rungs({ groups, end: { dueAt, cutOffAt }, brief, now }: RungsProps) {
  const t = useText();
  const zone = useZone();
  const calendars = useCalendars();
  const rungs = groups
    .flatMap((group) => {
      const { first, late } = groupOutlook(
        group,
        group.cases.map(({ id }) => id),
        now,
        calendars,
      );
      const outlook = first ?? late[0];
      return outlook === undefined ? [] : [{ group, outlook }];
    })
    .toSorted((left, right) => (left.outlook.was ?? 0) - (right.outlook.was ?? 0));
  return (
    <ol className="ask-rungs">
      {rungs.map(({ group, outlook }) => (
        <Rung
          key={`${group.addressee} ${group.partyName}`}
          group={group}
          outlook={outlook}
          brief={brief}
          now={now}
        />
      ))}
      <li className="ask-rung ask-rung-end">
        <span>
          {cutOffAt <= now ? (
            <LateText>{shortTime(cutOffAt, zone, now, t)}</LateText>
          ) : (
            shortTime(cutOffAt, zone, now, t)
          )}
        </span>
        <span>{t('asks:plan.cutOff', { span: t.format.span(dueAt - cutOffAt) })}</span>
      </li>
      <li className="ask-rung ask-rung-end">
        <span>{shortTime(dueAt, zone, now, t)}</span>
        <span>{t('asks:plan.due')}</span>
      </li>
    </ol>
  );
}

interface RungProps {
  readonly group: AskGroup;
  readonly outlook: CaseOutlook;
  readonly brief: boolean;
  readonly now: number;
}

function Rung({ group, outlook, brief, now }: RungProps) {
  const t = useText();
  const zone = useZone();
  const calendars = useCalendars();
  const [editing, setEditing] = useState(false);
  const { hours } = group;
  if (hours === null) return null;
  const who = nameOf(group, t, false);
  const isAsked = group.fresh === null;
  return (
    <li className="ask-rung">
      <span>
        {outlook.at !== null ? (
          shortTime(outlook.at, zone, now, t)
        ) : isAsked ? (
          <span className="ad-dim">{outlook.was === null ? '–' : shortTime(outlook.was, zone, now, t)}</span>
        ) : (
          <LateText>{t('asks:lead.late')}</LateText>
        )}
      </span>
      <div>
        <b>{who}</b>
        <span className="ad-hint">
          {' · '}
          {[
            ...(isAsked ? [t('asks:state.open')] : []),
            opennessText(hours.hours, { zone, now, calendars }, t),
            ...(hours.id === null ? [t('asks:hours.assumed')] : []),
          ].join(' · ')}
        </span>
        {outlook.tooLate === null || isAsked ? null : (
          <p className="ask-line">
            <TooLate outlook={outlook} now={now} />
          </p>
        )}
        {brief ? null : (
          <details>
            <summary>{t('asks:plan.why')}</summary>
            <AskSteps hours={hours.hours} outlook={outlook} now={now} />
          </details>
        )}
      </div>
      {brief ? null : <HoursButton of={who} onClick={() => setEditing(true)} />}
      {editing ? <HoursDialog record={hours} about={group} onClose={() => setEditing(false)} /> : null}
    </li>
  );
}
