import type { ReactNode } from 'react';
import type {
  Reading,
  Rule,
  RuleChange,
  RuleField,
  RuleFieldChange,
} from '../../../shared/rulebook/index.ts';
import { Certainty, useText } from '../../ui/index.ts';
import { useRegionNames } from './reading-mark.tsx';
import { RuleValue } from './rule-value.tsx';
import { fulfilmentText, spanText, type Words } from './rule-words.ts';

/** Every field in which a rule is written otherwise, by name, with what stood there and what stands there now. */
export function FieldChanges({ change }: { readonly change: RuleChange }) {
  const t = useText();
  const { before, after } = change.rules;
  const namesOfRegions = useRegionNames((after ?? before)?.platformId ?? '');
  if (before === null || after === null) return null;
  // What acts is said above it, before and after.
  const acts = saysOtherwise(change) ? change.after?.id : undefined;
  const listed = change.fields.filter(({ field, readingId }) => field !== 'value' || readingId !== acts);
  return (
    <>
      {listed.map((each) => {
        const words = (rule: Rule): ReactNode => fieldWords(t, namesOfRegions, rule, each);
        return (
          <FieldRow key={`${each.readingId} ${each.field}`} change={each} after={after}>
            {words(before)} → {words(after)}
          </FieldRow>
        );
      })}
    </>
  );
}

interface FieldRowProps {
  readonly change: RuleFieldChange;
  readonly after: Rule;
  readonly children: ReactNode;
}

function FieldRow({ change: { field, readingId }, after, children }: FieldRowProps) {
  const t = useText();
  const reading = after.readings.find(({ id }) => id === readingId);
  const name = t(`rulebook:field-${field}`);
  return (
    <>
      <dt>
        {reading === undefined || after.readings.length === 1
          ? name
          : t('rulebook:fieldOfReading', { field: name, reading: readingName(t, after, reading) })}
      </dt>
      <dd>{children}</dd>
    </>
  );
}

/** Whether what acts is another value than before, or there was or is none. */
export function saysOtherwise({ before, after }: RuleChange): boolean {
  return before === null || after === null || JSON.stringify(before.value) !== JSON.stringify(after.value);
}

/** A reading by its source; by its own name as well where the same source says several things. */
function readingName(t: Words, rule: Rule, reading: Reading): string {
  const title = t.pick(reading.source.title);
  const alone = rule.readings.filter(({ source }) => source.id === reading.source.id).length === 1;
  return alone ? title : `${title} · ${reading.id}`;
}

function fieldWords(
  t: Words,
  namesOfRegions: (ids: readonly string[]) => string,
  rule: Rule,
  { field, readingId }: RuleFieldChange,
): ReactNode {
  const reading = rule.readings.find(({ id }) => id === readingId);
  if (reading === undefined) return ofRule(t, namesOfRegions, rule, field);
  switch (field) {
    case 'value':
      return <RuleValue value={reading.value} ruleId={rule.id} />;
    case 'quote':
      return reading.quote === null ? none(t) : t('ui:quoted', { words: reading.quote.text });
    case 'source':
      return t.pick(reading.source.title);
    case 'class':
      return t(`ui:sourceClass${reading.source.class}`);
    case 'confidence':
      return <Certainty of={reading} />;
    case 'effective':
      return spanText(reading.effective, t) || none(t);
    case 'regions':
      return regionWords(t, namesOfRegions, reading.regions);
    case 'locator':
    case 'date':
    case 'lastVerified':
      return reading[field] ?? none(t);
    default:
      return none(t);
  }
}

function ofRule(
  t: Words,
  namesOfRegions: (ids: readonly string[]) => string,
  rule: Rule,
  field: RuleField,
): ReactNode {
  switch (field) {
    case 'title':
      return t.pick(rule.title);
    case 'why':
      return rule.why === null ? none(t) : t.pick(rule.why);
    case 'instant':
      return t(`rulebook:instant-${rule.instant}`);
    case 'effective':
      return spanText(rule.effective, t) || none(t);
    case 'regions':
      return regionWords(t, namesOfRegions, rule.regions);
    case 'fulfilment':
      return fulfilmentText(rule.fulfilment, t);
    case 'readings':
      return rule.readings.map((reading) => readingName(t, rule, reading)).join(' / ');
    case 'chosen':
      return readingName(t, rule, rule.chosen);
    case 'scenarios':
    case 'restates':
      return rule[field].length === 0 ? none(t) : <span className="ad-code">{rule[field].join(' ')}</span>;
    default:
      return none(t);
  }
}

function regionWords(
  t: Words,
  namesOfRegions: (ids: readonly string[]) => string,
  regions: readonly string[],
): string {
  return regions.length === 0 ? t('rulebook:everywhere') : namesOfRegions(regions);
}

function none(t: Words): string {
  return t('rulebook:fieldNone');
}
