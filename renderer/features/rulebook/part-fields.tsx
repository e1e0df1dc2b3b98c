import { Fragment } from 'react';
import type { PartChange, PartFieldChange } from '../../../shared/rulebook/index.ts';
import { isWords } from '../../../shared/rulebook/index.ts';
import { RuleLinks, useText } from '../../ui/index.ts';
import { areRuleIds, partFieldName, partValueText } from './part-words.ts';

/** Everything of a part that is written otherwise: each by name, what stood there and what stands there now. */
export function PartFields({ part: { fields, facts } }: { readonly part: PartChange }) {
  const t = useText();
  if (fields.length === 0) return null;
  return (
    <dl className="ad-facts">
      {fields.map((change, place) => {
        const name = partFieldName(change.field, t);
        const entry = partValueText('', change.entry, [], t);
        return (
          // Two entries of a list may be called alike; the list itself never changes while it is shown.
          <Fragment key={`${change.field} ${place}`}>
            <dt>{entry === '' ? name : t('rulebook:fieldOfReading', { field: name, reading: entry })}</dt>
            <dd>
              <BesideOld change={change} facts={facts} />
            </dd>
          </Fragment>
        );
      })}
    </dl>
  );
}

/** Old and new: sentences one under the other, whatever is short in one line. */
function BesideOld({
  change: { field, before, after },
  facts,
}: {
  readonly change: PartFieldChange;
  readonly facts: PartChange['facts'];
}) {
  const t = useText();
  const said = (value: unknown) =>
    areRuleIds(field, value) ? (
      <RuleLinks ruleIds={value} />
    ) : (
      partValueText(field, value, facts, t) || t('rulebook:fieldNone')
    );
  if (
    ![before, after].some(
      (value) => isWords(value) || (typeof value === 'object' && !areRuleIds(field, value)),
    )
  )
    return (
      <>
        {said(before)} → {said(after)}
      </>
    );
  return (
    <>
      <div>
        <span className="ad-dim">{t('rulebook:changesBefore')}</span> {said(before)}
      </div>
      <div>
        <span className="ad-dim">{t('rulebook:changesAfter')}</span> {said(after)}
      </div>
    </>
  );
}
