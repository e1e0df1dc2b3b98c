import { useQuery } from '@tanstack/react-query';
import type { Reading, ReadingValue, RuleCitation } from '../../../shared/rulebook/index.ts';
import { api } from '../../api/index.ts';
import { useText } from '../../ui/index.ts';
import { RuleValue } from './rule-value.tsx';

interface ReadingMarkProps {
  readonly reading: Reading;
  readonly ruleId: string;
  readonly platformId: string;
}

/** What tells a reading from the next one where their words are the same: what is taken from it, and where it holds. */
export function ReadingMark({ reading: { value, regions }, ruleId, platformId }: ReadingMarkProps) {
  const t = useText();
  const names = useRegionNames(platformId);
  const worded = isWorded(value);
  if (!worded && regions.length === 0) return null;
  return (
    <div className="reading-mark">
      {worded ? <RuleValue value={value} ruleId={ruleId} /> : null}
      {regions.length === 0 ? null : (
        <div className="ad-hint">{t('rulebook:holdsIn', { regions: names(regions) })}</div>
      )}
    </div>
  );
}

/** Whether a value says by itself what is taken. A bare yes or no answers no question where readings stand side by side. */
export function isWorded({ kind }: ReadingValue): boolean {
  return kind !== 'statement' && kind !== 'unknown' && kind !== 'flag';
}

/** Kinds of value that are said in a line of their own. A bare figure is none: what it counts stands in the rule's title. */
const SHORT: ReadonlySet<ReadingValue['kind']> = new Set(['duration', 'attempts']);

/** What is taken from a cited rule, where its words may be of all its readings and one line says it. */
export function CitedValue({
  rule: { ruleId, value, quote },
}: {
  readonly rule: Pick<RuleCitation, 'ruleId' | 'value' | 'quote'>;
}) {
  if (quote !== null || !SHORT.has(value.kind)) return null;
  return (
    <div className="reading-mark">
      <RuleValue value={value} ruleId={ruleId} />
    </div>
  );
}

/** Names a platform's sites as its pack does. */
export function useRegionNames(platformId: string): (ids: readonly string[]) => string {
  const t = useText();
  const platforms = useQuery(api.rulebook.platforms.queryOptions({ input: {} })).data ?? [];
  const known = platforms.find(({ platform }) => platform.id === platformId)?.platform.regions ?? [];
  const nameOf = (id: string): string => {
    const region = known.find((each) => each.id === id);
    return region === undefined ? id : t.pick(region.name);
  };
  return (ids) => t.format.list(ids.map(nameOf));
}
