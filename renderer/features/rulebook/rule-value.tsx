import { useQuery } from '@tanstack/react-query';
import type { ReadingValue } from '../../../shared/rulebook/index.ts';
import { api } from '../../api/index.ts';
import { useText } from '../../ui/index.ts';
import { BurdenSteps } from './burden-steps.tsx';
import { sumText } from './consequence-text.ts';
import { LimitWords } from './limit-words.tsx';
import { PenaltyTiers } from './penalty-tiers.tsx';
import { attemptsWords, durationWords, effectsWords, fieldsWords } from './value-words.ts';

interface RuleValueProps {
  readonly value: ReadingValue;
  /** The rule it is of, which tells what the entries of a list are called. */
  readonly ruleId: string;
}

/** What the program takes from a reading, in words; nothing where there are only the source's own. */
export function RuleValue({ value, ruleId }: RuleValueProps) {
  const t = useText();
  switch (value.kind) {
    case 'statement':
    case 'unknown':
      return null;
    case 'flag':
      return <>{t(value.is ? 'rulebook:holds' : 'rulebook:holdsNot')}</>;
    case 'count':
      return <>{t.format.count(value.number)}</>;
    case 'percent':
      return <>{value.number}%</>;
    case 'money':
      return <>{t.format.price(value.minor, value.currency)}</>;
    case 'sum':
      return <>{sumText(value, t)}</>;
    case 'numbers':
      return <>{value.of.join(' / ')}</>;
    case 'words':
      return <>{value.of.join(' / ')}</>;
    case 'path':
      return <>{value.words.join(' › ')}</>;
    case 'dimension':
      return <>{t(`rulebook:dimension-${value.dimension}`)}</>;
    case 'attempts':
      return <>{attemptsWords(value, t)}</>;
    case 'duration':
      return <>{durationWords(value, t)}</>;
    case 'fields':
      return <>{fieldsWords(value, t)}</>;
    case 'effects':
      return <>{effectsWords(value.of, t)}</>;
    case 'sections':
      return (
        <ol className="ad-plain-list">
          {value.of.map((section) => (
            <li key={section.en}>{t.pick(section)}</li>
          ))}
        </ol>
      );
    case 'choices':
    case 'evidence':
      return <EntryNames ids={value.of} ruleId={ruleId} />;
    case 'limits':
      return <LimitWords limits={value} />;
    case 'burden':
      return <BurdenSteps steps={value.steps} />;
    case 'penalty':
      return <PenaltyTiers tiers={value.tiers} />;
  }
}

interface EntryNamesProps {
  readonly ids: readonly string[];
  readonly ruleId: string;
}

/** Answers, scenes or vouchers that a rule lists, as the screens name them; one that no screen names keeps its id. */
function EntryNames({ ids, ruleId }: EntryNamesProps) {
  const t = useText();
  const { data: entries = [] } = useQuery(api.rulebook.listEntries.queryOptions({ input: { ruleId } }));
  const names = new Map(entries.map(({ id, title }) => [id, t.pick(title)]));
  return <>{t.format.list(ids.map((id) => names.get(id) ?? id))}</>;
}
