import { Link } from 'react-router';
import type { PackSource } from '../../shared/rulebook/index.ts';
import { Certainty } from './certainty.tsx';
import { useText } from './language.tsx';
import { useRuleAddresses } from './rule-address.tsx';
import { RuleLinks } from './rule-links.tsx';

/** What a quote of a rule shows; a `RuleCitation`, a `Reading` and a clock's source all fit. */
export interface QuotedRule {
  readonly ruleId: string;
  readonly title?: { readonly zh: string; readonly en: string };
  readonly quote: { readonly text: string; readonly language: 'zh' | 'en' } | null;
  readonly source: Pick<PackSource, 'title' | 'class' | 'address'>;
  readonly date: string | null;
  readonly confidence: 'H' | 'M' | 'L';
  readonly secondHand: boolean;
  /** Conflicts it stands in. */
  readonly conflicts?: readonly string[];
}

interface RuleQuoteProps {
  readonly rule: QuotedRule;
  /** Said at the end, e.g. which reading acts. */
  readonly note?: string;
  /** False where the rule's id and its title already stand above. */
  readonly withId?: boolean;
}

/**
 * A rule in the source's own words, or, where none were taken down, by what it is about and not as a quotation; with everything needed to judge it: source, date, class, confidence, whether it is
 * second-hand, and whether sources differ.
 */
export function RuleQuote({ rule, note, withId = true }: RuleQuoteProps) {
  const t = useText();
  const addresses = useRuleAddresses();
  const marks = [
    t.pick(rule.source.title),
    rule.date ?? t('ui:undated'),
    ...(rule.secondHand ? [] : [t(`ui:sourceClass${rule.source.class}`)]),
  ];
  return (
    <figure className={rule.quote === null ? 'ad-quote ad-quote-told' : 'ad-quote'}>
      {rule.quote === null ? (
        withId && rule.title !== undefined ? (
          <p>{t.pick(rule.title)}</p>
        ) : null
      ) : (
        <blockquote lang={rule.quote.language === 'en' ? 'en' : 'zh-CN'}>
          {t('ui:quoted', { words: rule.quote.text })}
        </blockquote>
      )}
      <figcaption>
        {withId ? (
          <>
            <RuleLinks ruleIds={[rule.ruleId]} />
            {' · '}
          </>
        ) : null}
        {marks.join(' · ')}
        {' · '}
        <Certainty of={rule} />
        {rule.quote === null ? ` · ${t('ui:paraphrase')}` : ''}
        {(rule.conflicts ?? []).map((conflictId) => (
          <span key={conflictId}>
            {' · '}
            <Link to={addresses.conflict(conflictId)}>
              {t('ui:readingsDiffer')}
              {(rule.conflicts ?? []).length > 1 ? ` ${conflictId}` : ''}
            </Link>
          </span>
        ))}
        {note === undefined ? null : ` · ${note}`}
      </figcaption>
    </figure>
  );
}
