import { Fragment } from 'react';
import { Link } from 'react-router';
import type { Rule } from '../../../shared/rulebook/index.ts';
import { RuleQuote, Sheet, StatusWord, useRuleAddresses, useText } from '../../ui/index.ts';
import { OwnReadingsOf } from './own-readings.tsx';
import { ReadingMark, useRegionNames } from './reading-mark.tsx';
import { RuleUses } from './rule-uses.tsx';
import { RuleValue } from './rule-value.tsx';
import { fulfilmentText, spanText } from './rule-words.ts';

interface RuleViewProps {
  readonly rule: Rule;
  /** With its other readings, and the reason one was chosen. */
  readonly whole?: boolean;
  /** The rules of today do not have it any more: nothing rests on it but what began with it. */
  readonly isGone?: boolean;
  /** Whose rule it is, where rules of several platforms stand together. */
  readonly platform?: string | undefined;
  /** The shop of the case it is shown for. */
  readonly storeId?: string | null;
}

/** A rule: what it says, in whose words, and how sure that is. */
export function RuleView({ rule, whole = false, isGone = false, platform, storeId = null }: RuleViewProps) {
  const t = useText();
  const addresses = useRuleAddresses();
  const namesOfRegions = useRegionNames(rule.platformId);
  const force = spanText(rule.effective, t);
  // By itself it stands right under the room's title; in a list, under the list's.
  const Heading = whole ? 'h2' : 'h3';
  const others = rule.readings.filter(({ id }) => id !== rule.chosen.id);
  // Where there is one reading and nothing against it, nothing was chosen.
  const isChoice = others.length > 0 || rule.conflicts.length > 0;
  const changed = rule.readings.filter(({ effective }) => effective.from !== null || effective.to !== null);
  const sheet = (
    <Sheet>
      <Heading className="ad-rule-title">
        <Link to={addresses.rule(rule.id)}>{rule.id}</Link> {t.pick(rule.title)}
      </Heading>
      {force === '' && platform === undefined ? null : (
        <p className="ad-hint">
          {[platform ?? '', force === '' ? '' : t('rulebook:inForce', { span: force })]
            .filter((part) => part !== '')
            .join(' · ')}
        </p>
      )}
      <div className="ad-rule-readings">
        <RuleQuote
          withId={false}
          rule={{ ...rule.chosen, title: rule.title, conflicts: rule.conflicts }}
          {...(others.length > 0 ? { note: t('rulebook:acting') } : {})}
        />
        {whole && others.length > 0 ? (
          <>
            <ReadingMark reading={rule.chosen} ruleId={rule.id} platformId={rule.platformId} />
            {others.map((reading) => (
              <Fragment key={reading.id}>
                <RuleQuote withId={false} rule={{ ...reading, title: rule.title }} />
                <ReadingMark reading={reading} ruleId={rule.id} platformId={rule.platformId} />
              </Fragment>
            ))}
          </>
        ) : null}
      </div>
      {!whole && others.length > 0 && rule.chosen.quote === null ? (
        // Its title is of all its readings: what is taken from this one is said.
        <ReadingMark reading={rule.chosen} ruleId={rule.id} platformId={rule.platformId} />
      ) : null}
      {!whole && others.length > 0 ? (
        <p className="ad-hint">
          <Link to={`/rulebook?rule=${encodeURIComponent(rule.id)}`}>
            {t('rulebook:otherReadings', { count: others.length })}
          </Link>
        </p>
      ) : null}
      {whole ? (
        <dl className="ad-facts ad-rule-facts">
          {rule.chosen.value.kind === 'statement' || rule.chosen.value.kind === 'unknown' ? null : (
            <>
              <dt>{t('rulebook:says')}</dt>
              <dd>
                <RuleValue value={rule.chosen.value} ruleId={rule.id} />
              </dd>
            </>
          )}
          {changed.length === 0 ? null : (
            <>
              <dt>{t('rulebook:versions')}</dt>
              <dd>
                <ol className="ad-plain-list">
                  {changed
                    .toSorted((one, other) =>
                      (one.effective.from ?? '').localeCompare(other.effective.from ?? ''),
                    )
                    .map(({ id, effective, value, regions }) => (
                      <li key={id}>
                        {[spanText(effective, t), namesOfRegions(regions)]
                          .filter((part) => part !== '')
                          .join(' · ')}
                        {' · '}
                        <RuleValue value={value} ruleId={rule.id} />
                      </li>
                    ))}
                </ol>
              </dd>
            </>
          )}
          {rule.regions.length === 0 ? null : (
            <>
              <dt>{t('rulebook:regions')}</dt>
              <dd>{namesOfRegions(rule.regions)}</dd>
            </>
          )}
          {rule.fulfilment.length === 0 ? null : (
            <>
              <dt>{t('rulebook:fulfilment')}</dt>
              <dd>{fulfilmentText(rule.fulfilment, t)}</dd>
            </>
          )}
          {rule.why === null ? null : (
            <>
              <dt>{t(isChoice ? 'rulebook:whyChosen' : 'rulebook:whyNote')}</dt>
              <dd>{t.pick(rule.why)}</dd>
            </>
          )}
          {rule.chosen.locator === null ? null : (
            <>
              <dt>{t('rulebook:where')}</dt>
              <dd>{rule.chosen.locator}</dd>
            </>
          )}
          {rule.chosen.source.address === null ? null : (
            <>
              <dt>{t('rulebook:address')}</dt>
              <dd className="ad-code">{rule.chosen.source.address}</dd>
            </>
          )}
          <dt>{t('rulebook:lastVerified')}</dt>
          <dd>{rule.chosen.lastVerified}</dd>
          <dt>{t('rulebook:counts')}</dt>
          <dd>{t(`rulebook:instant-${rule.instant}`)}</dd>
        </dl>
      ) : null}
      {rule.chosen.value.kind === 'unknown' ? (
        <StatusWord kind="open">{t('rulebook:notPublished')}</StatusWord>
      ) : null}
    </Sheet>
  );
  return whole ? (
    <div className="ad-stack">
      {sheet}
      {isGone ? null : (
        <>
          <OwnReadingsOf rule={rule} storeId={storeId} />
          <RuleUses ruleId={rule.id} />
        </>
      )}
    </div>
  ) : (
    sheet
  );
}
