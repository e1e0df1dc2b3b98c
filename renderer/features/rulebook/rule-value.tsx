import { useQuery } from '@tanstack/react-query';
import type { ReadingValue } from '../../../shared/rulebook/index.ts';
import { api } from '../../api/index.ts';
import { useText } from '../../ui/index.ts';
import { BurdenSteps } from './burden-steps.tsx';
import { LimitWords } from './limit-words.tsx';
import { PenaltyTiers } from './penalty-tiers.tsx';
import { attemptsWords, durationWords } from './value-words.ts';

interface RuleValueProps {
  readonly value: ReadingValue;
  /** The rule it is of, which tells what the vouchers of a list are called. */
  readonly ruleId?: string;
}

/** What the program takes from a reading, in words; nothing where there are only the source's own. */
export function RuleValue({ value, ruleId }: RuleValueProps) {
  const t = useText();
  switch (value.kind) {
    case 'statement':
    case 'unknown':
      return null;
    case 'flag':
      return <>{t(value.is ? 'rulebook:flagYes' : 'rulebook:flagNo')}</>;
    case 'count':
      return <>{t.format.count(value.number)}</>;
    case 'percent':
      return <>{value.number}%</>;
    case 'money':
      return <>{t.format.money(value.minor, value.currency)}</>;
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
      return (
        <>
          {value.of.map((field) => t(`requirements:field.${field}`)).join(t.language === 'en' ? ', ' : '、')}
        </>
      );
    case 'sections':
      return (
        <ol className="ad-plain-list">
          {value.of.map((section) => (
            <li key={section.en}>{t.pick(section)}</li>
          ))}
        </ol>
      );
    case 'choices':
      return <ChoiceNames ids={value.of} />;
    case 'evidence':
      return <VoucherNames ids={value.of} ruleId={ruleId} />;
    case 'limits':
      return <LimitWords limits={value} />;
    case 'burden':
      return <BurdenSteps steps={value.steps} />;
    case 'penalty':
      return <PenaltyTiers tiers={value.tiers} />;
  }
}

/** Choices as the screens name them: scenes, or answers to a question. One that several names fit keeps its id. */
function ChoiceNames({ ids }: { readonly ids: readonly string[] }) {
  const t = useText();
  const platforms = useQuery(api.rulebook.platforms.queryOptions({ input: {} })).data ?? [];
  const names = new Map<string, Set<string>>();
  const add = (id: string, name: string): void => void names.set(id, (names.get(id) ?? new Set()).add(name));
  for (const { scenarios } of platforms)
    for (const { sceneId, title, facts } of scenarios) {
      add(sceneId, t.pick(title));
      for (const fact of facts)
        if (fact.type === 'choice') for (const { id, label } of fact.options) add(id, t.pick(label));
    }
  const nameOf = (id: string): string => {
    const [name, ...others] = names.get(id) ?? [];
    return name === undefined || others.length > 0 ? id : name;
  };
  return <>{ids.map(nameOf).join(t.language === 'en' ? ', ' : '、')}</>;
}

/** Vouchers as the scenes that ask for them by the rule call them; one that none does keeps its id. */
function VoucherNames({
  ids,
  ruleId = '',
}: {
  readonly ids: readonly string[];
  readonly ruleId: string | undefined;
}) {
  const t = useText();
  const { data: entries = [] } = useQuery(
    api.rulebook.listEntries.queryOptions({ input: { ruleId }, enabled: ruleId !== '' }),
  );
  const nameOf = (id: string): string => {
    const entry = entries.find((each) => each.id === id);
    return entry === undefined ? id : t.pick(entry.title);
  };
  return <>{ids.map(nameOf).join(t.language === 'en' ? ', ' : '、')}</>;
}
