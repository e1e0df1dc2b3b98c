import { Checkbox, NativeSelect, Radio, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import {
  caseEvents,
  dimensions,
  legibleFields,
  LONGEST_SPAN,
  MOST_ATTEMPTS,
  type CaseEvent,
  type ReadingValue,
  type ValueOf,
} from '../../../shared/rulebook/index.ts';
import { api } from '../../api/index.ts';
import { NumberField, useText } from '../../ui/index.ts';
import { AmountField } from './amount-field.tsx';
import {
  areTurned,
  FILE_TYPES,
  isSize,
  keyOf,
  LIMITS,
  UNITS,
  type Typed,
  type WrittenKind,
} from './own-value.ts';
import { OwnPenaltyFields } from './own-penalty-fields.tsx';
import { RuleValue } from './rule-value.tsx';
import { effectWords } from './value-words.ts';

interface OwnValueFieldsProps {
  readonly ruleId: string;
  /** The rule's own value, which says what is asked for. */
  readonly like: ReadingValue;
  readonly kind: WrittenKind;
  readonly typed: Typed;
  readonly onChange: (typed: Typed) => void;
}

/** What the back office shows instead, in the fields its kind needs. */
export function OwnValueFields({ ruleId, like, kind, typed, onChange }: OwnValueFieldsProps) {
  const t = useText();
  const change = (patch: Partial<Typed>): void => onChange({ ...typed, ...patch });
  switch (kind) {
    case 'statement':
      return null;
    case 'flag':
      return (
        <Radio.Group
          label={t('rulebook:ownFlag')}
          value={typed.yes === null ? null : typed.yes ? 'yes' : 'no'}
          onChange={(chosen) => change({ yes: chosen === 'yes' })}
        >
          <div className="ad-row">
            <Radio value="yes" label={t('rulebook:flagYes')} />
            <Radio value="no" label={t('rulebook:flagNo')} />
          </div>
        </Radio.Group>
      );
    case 'money': {
      const currency = like.kind === 'money' ? like.currency : '';
      return (
        <AmountField
          label={t('rulebook:ownMoney', { currency })}
          description={<RuleValue value={like} ruleId={ruleId} />}
          currency={currency}
          value={typed.amount}
          onChange={(amount) => change({ amount })}
        />
      );
    }
    case 'sum': {
      if (like.kind !== 'sum') return null;
      const { currency } = like;
      return (
        <div className="form-row own-reading-row">
          <AmountField
            label={t('rulebook:ownAtLeast', { currency })}
            currency={currency}
            value={typed.atLeast}
            onChange={(atLeast) => change({ atLeast })}
          />
          <AmountField
            label={t('rulebook:ownAtMost', { currency })}
            currency={currency}
            wrong={areTurned(like, typed) ? t('rulebook:ownEndsTurned') : undefined}
            value={typed.amount}
            onChange={(amount) => change({ amount })}
          />
        </div>
      );
    }
    case 'dimension':
      return (
        <Radio.Group
          label={t('rulebook:ownDimension')}
          value={typed.dimension}
          onChange={(chosen) => change({ dimension: dimensions.find((each) => each === chosen) ?? null })}
        >
          <div className="ad-row">
            {dimensions.map((each) => (
              <Radio key={each} value={each} label={t(`rulebook:dimension-${each}`)} />
            ))}
          </div>
        </Radio.Group>
      );
    case 'burden':
      return like.kind === 'burden' ? <StepFields like={like} typed={typed} change={change} /> : null;
    case 'penalty':
      return like.kind === 'penalty' ? <OwnPenaltyFields like={like} typed={typed} change={change} /> : null;
    case 'numbers':
    case 'words':
    case 'path':
    case 'sections':
      return (
        <Textarea
          label={t(LINES[kind])}
          description={like.kind === kind ? <RuleValue value={like} ruleId={ruleId} /> : undefined}
          rows={3}
          value={typed.lines}
          maxLength={1000}
          onChange={({ currentTarget }) => change({ lines: currentTarget.value })}
        />
      );
    case 'choices':
    case 'evidence':
      return <EntryFields ruleId={ruleId} typed={typed} change={change} />;
    case 'fields':
      return (
        <Ticks
          label={t('rulebook:ownEntries')}
          entries={legibleFields.map((field) => [field, t(`requirements:field.${field}`)])}
          typed={typed}
          change={change}
        />
      );
    case 'effects':
      return (
        <Ticks
          label={t('rulebook:ownEntries')}
          entries={(like.kind === 'effects' ? like.of : []).map((each) => [
            keyOf(each),
            effectWords(each, t),
          ])}
          typed={typed}
          change={change}
        />
      );
    case 'limits':
      return <LimitFields ruleId={ruleId} like={like} typed={typed} change={change} />;
    case 'count':
    case 'percent':
    case 'attempts':
    case 'duration':
      return (
        <div className="form-row own-reading-row">
          <NumberField
            label={t('rulebook:ownFigure')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            description={like.kind === kind ? <RuleValue value={like} ruleId={ruleId} /> : undefined}
            min={0}
            max={MOST[kind]}
            value={typed.figure}
            onChange={(figure) => change({ figure: figure ?? null })}
          />
          {kind === 'duration' ? <SpanFields like={like} typed={typed} change={change} /> : null}
        </div>
      );
  }
}

/** How much of it a rule can hold. */
const MOST = {
  count: 1_000_000_000,
  percent: 100,
  attempts: MOST_ATTEMPTS,
  duration: LONGEST_SPAN,
} as const satisfies Partial<Record<WrittenKind, number>>;

const LINES = {
  numbers: 'rulebook:ownNumbers',
  words: 'rulebook:ownLines',
  path: 'rulebook:ownPath',
  sections: 'rulebook:ownSections',
} as const;

interface StepFieldsProps {
  readonly like: ValueOf<'burden'>;
  readonly typed: Typed;
  readonly change: (patch: Partial<Typed>) => void;
}

/** What each has to show, as the page puts it: a step left empty stays as the rule has it. */
function StepFields({ like, typed, change }: StepFieldsProps) {
  const t = useText();
  return (
    <>
      <p className="ad-hint">{t('rulebook:ownOnlyOther')}</p>
      {like.steps.map((step, place) => (
        <Textarea
          key={step.shows.en}
          label={`${place + 1}. ${t(`rulebook:party-${step.party}`)}`}
          description={t.pick(step.shows)}
          value={typed.steps[place] ?? ''}
          maxLength={500}
          onChange={({ currentTarget }) =>
            change({ steps: { ...typed.steps, [place]: currentTarget.value } })
          }
        />
      ))}
    </>
  );
}

interface EntryFieldsProps {
  readonly ruleId: string;
  readonly typed: Typed;
  readonly change: (patch: Partial<Typed>) => void;
}

/** What of all that the rule's list may hold the page names. */
function EntryFields({ ruleId, typed, change }: EntryFieldsProps) {
  const t = useText();
  const entries = useQuery(api.rulebook.listEntries.queryOptions({ input: { ruleId } })).data ?? [];
  return (
    <Ticks
      label={t('rulebook:ownEntries')}
      entries={entries.map(({ id, title }) => [id, t.pick(title)])}
      typed={typed}
      change={change}
    />
  );
}

interface TicksProps {
  readonly label: string;
  readonly entries: readonly (readonly [id: string, name: string])[];
  readonly typed: Typed;
  readonly change: (patch: Partial<Typed>) => void;
}

function Ticks({ label, entries, typed, change }: TicksProps) {
  return (
    <Checkbox.Group
      label={label}
      value={[...typed.ticked]}
      onChange={(ticked) => change({ ticked: entries.flatMap(([id]) => (ticked.includes(id) ? [id] : [])) })}
    >
      <div className="own-reading-ticks">
        {entries.map(([id, name]) => (
          <Checkbox key={id} value={id} label={name} />
        ))}
      </div>
    </Checkbox.Group>
  );
}

/** The limits a page names: those left empty stay as the rule has them. */
function LimitFields({ ruleId, like, typed, change }: SpanFieldsProps & { readonly ruleId: string }) {
  const t = useText();
  const { limits } = typed;
  return (
    <>
      <p className="ad-hint">
        {t('rulebook:ownLimits')} <RuleValue value={like} ruleId={ruleId} />
      </p>
      <div className="own-reading-limits">
        {LIMITS.map((name) => (
          <NumberField
            key={name}
            label={t(`rulebook:ownLimit-${name}`)}
            min={isSize(name) ? 0 : 1}
            max={1_000_000}
            parts={isSize(name)}
            value={limits[name]}
            onChange={(number) => {
              const { [name]: _before, ...others } = limits;
              change({ limits: number == null ? others : { ...others, [name]: number } });
            }}
          />
        ))}
      </div>
      <Ticks label={t('rulebook:ownFileTypes')} entries={FILE_TYPES} typed={typed} change={change} />
    </>
  );
}

interface SpanFieldsProps {
  readonly like: ReadingValue;
  readonly typed: Typed;
  readonly change: (patch: Partial<Typed>) => void;
}

/** The unit of a span; and what it counts from, where the rule does not say that already. */
function SpanFields({ like, typed, change }: SpanFieldsProps) {
  const t = useText();
  const window = like.kind === 'duration' && like.window !== null ? (['window-h'] as const) : [];
  return (
    <>
      <NativeSelect
        label={t('rulebook:ownUnit')}
        value={typed.unit}
        onChange={({ currentTarget }) => change({ unit: currentTarget.value as Typed['unit'] })}
        data={[...UNITS, ...window].map((unit) => ({ value: unit, label: t(`rulebook:unitName-${unit}`) }))}
      />
      {like.kind === 'duration' ? null : (
        <NativeSelect
          label={t('rulebook:ownFrom')}
          value={typed.from}
          onChange={({ currentTarget }) => change({ from: currentTarget.value as CaseEvent })}
          data={caseEvents.map((event) => ({ value: event, label: t(`rulebook:event-${event}`) }))}
        />
      )}
    </>
  );
}
