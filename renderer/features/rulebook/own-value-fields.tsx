import { NativeSelect, NumberInput, Radio, Textarea, TextInput } from '@mantine/core';
import { caseEvents, type CaseEvent, type ReadingValue } from '../../../shared/rulebook/index.ts';
import { useText } from '../../ui/index.ts';
import { UNITS, type Typed, type WrittenKind } from './own-value.ts';
import { RuleValue } from './rule-value.tsx';

interface OwnValueFieldsProps {
  /** The rule's own value, which says what is asked for. */
  readonly like: ReadingValue;
  readonly kind: WrittenKind;
  readonly typed: Typed;
  readonly onChange: (typed: Typed) => void;
}

/** What the back office shows instead, in the fields its kind needs. */
export function OwnValueFields({ like, kind, typed, onChange }: OwnValueFieldsProps) {
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
    case 'money':
      return (
        <TextInput
          label={t('rulebook:ownMoney', { currency: like.kind === 'money' ? like.currency : '' })}
          description={<RuleValue value={like} />}
          inputMode="decimal"
          value={typed.amount}
          maxLength={30}
          onChange={({ currentTarget }) => change({ amount: currentTarget.value })}
        />
      );
    case 'words':
    case 'path':
      return (
        <Textarea
          label={t(kind === 'path' ? 'rulebook:ownPath' : 'rulebook:ownLines')}
          description={like.kind === kind ? <RuleValue value={like} /> : undefined}
          rows={3}
          value={typed.lines}
          maxLength={1000}
          onChange={({ currentTarget }) => change({ lines: currentTarget.value })}
        />
      );
    case 'count':
    case 'percent':
    case 'attempts':
    case 'duration':
      return (
        <div className="form-row">
          <NumberInput
            label={t('rulebook:ownFigure')}
            description={like.kind === kind ? <RuleValue value={like} /> : undefined}
            min={0}
            {...(kind === 'percent' ? { max: 100 } : {})}
            allowDecimal={false}
            value={typed.figure ?? ''}
            onChange={(figure) => change({ figure: typeof figure === 'number' ? figure : null })}
          />
          {kind === 'duration' ? <SpanFields like={like} typed={typed} change={change} /> : null}
        </div>
      );
  }
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
