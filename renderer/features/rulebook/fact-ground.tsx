import type { ReactNode } from 'react';
import type { FactDefinition, KnownFact } from '../../../shared/rulebook/index.ts';
import { useNow, useText } from '../../ui/index.ts';

/** Why a fact is what it is, beside what was answered: a line or more under its question. */
export function FactGroundNote({ known }: { readonly known: Pick<KnownFact, 'value' | 'ground' | 'given'> }) {
  const words = useGroundWords()(known);
  return words.length === 0 ? null : (
    <div className="question-ground">
      {words.map((line) => (
        <div key={line}>{line}</div>
      ))}
    </div>
  );
}

function useGroundWords(): (known: Pick<KnownFact, 'value' | 'ground' | 'given'>) => readonly string[] {
  const t = useText();
  const now = useNow();
  return ({ value, ground, given }) => {
    if (ground === null) return [];
    switch (ground.kind) {
      case 'faded':
        return [t('cases:check.faded', { count: ground.days })];
      case 'grown':
        return [t('cases:check.grown', { count: ground.days, given: Number(given), value: Number(value) })];
      case 'since': {
        const { event, on, until } = ground;
        const name = event === 'ordered' ? t('cases:check.event-ordered') : t(`rulebook:event-${event}`);
        const day = on.slice(0, 4) === until.slice(0, 4) ? t.format.legalDay(on) : on;
        const words = { day, event: name, count: Number(value) };
        return [
          ground.isUpToNow
            ? t('cases:check.since', words)
            : t('cases:check.sinceUntil', { ...words, until: t.format.legalDay(until) }),
          ...(given === null ? [] : [t('cases:check.since.differs', { given: Number(given) })]),
        ];
      }
      case 'clock': {
        const { state, at, zone, title } = ground;
        const said = state === 'runs' && value === false ? 'closed' : state;
        const words = { clock: t.pick(title), when: t.format.deadline(at, zone, now) };
        return [
          t(`cases:check.clock.${said}`, words),
          ...(state === 'ended' && given !== null ? [t('cases:check.clock.differs')] : []),
          ...(state === 'ended' ? [t('cases:check.clock.stillOpen')] : []),
        ];
      }
    }
  };
}

/** Where a fact comes from that follows from what is on record. */
function derivedFrom({ source }: FactDefinition): 'cases:check.derived' | 'cases:check.derivedFromClock' {
  const isOfClock = source.from === 'derived' && source.measure === 'hours-left';
  return isOfClock ? 'cases:check.derivedFromClock' : 'cases:check.derived';
}

/** A fact that nobody is asked, with what tells it. */
export function ToldFact({
  question,
  known,
  children,
}: {
  readonly question: FactDefinition;
  readonly known: Pick<KnownFact, 'value' | 'ground' | 'given'>;
  readonly children?: ReactNode;
}) {
  const t = useText();
  const { value, ground } = known;
  const shown =
    typeof value === 'boolean'
      ? t(value ? 'cases:check.answer.yes' : 'cases:check.answer.no')
      : String(value);
  return (
    <div className="question">
      <div className="question-text">{t.pick(question.question)}</div>
      <div>
        <b>{shown}</b> {ground === null ? <span className="ad-hint">{t(derivedFrom(question))}</span> : null}
      </div>
      <FactGroundNote known={known} />
      {children}
    </div>
  );
}
