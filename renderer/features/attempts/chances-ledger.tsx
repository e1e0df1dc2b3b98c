import { useQuery } from '@tanstack/react-query';
import {
  ATTEMPT_STATES,
  OF_THE_MATTER,
  type Attempt,
  type AttemptState,
  type SeveralChances,
} from '../../../shared/attempts/index.ts';
import type { Scenario } from '../../../shared/rulebook/index.ts';
import { api } from '../../api/index.ts';
import { RuleLinks, Loaded, SealStamp, Section, useText } from '../../ui/index.ts';
import { ChanceState } from './chance-state.tsx';
import { EarlierAttempts } from './earlier-attempts.tsx';
import { STRONGEST, strongestOf } from './strongest.ts';
import { forNextFiling, useSeveralChances } from './use-chances.ts';
import { useScene } from './use-scene.ts';

/** The chances of a case in its scene: of each order, by state, or the one of the whole notice; with the stamp of the one. */
export function ChancesLedger({ caseId }: { readonly caseId: string }) {
  const t = useText();
  const attempts = useQuery(api.attempts.list.queryOptions({ input: { caseId } }));
  const scene = useScene(caseId);
  const several = useSeveralChances(caseId);
  return (
    <Section title={t('attempts:title')}>
      <Loaded query={attempts}>
        {(list) => {
          // The orders' chances in other scenes come along; they are no chances of this case.
          const own = list.filter((attempt) => attempt.scenarioId === scene?.id);
          const counted = own.filter(({ otherMatter }) => !otherMatter);
          return (
            <>
              <Counts
                states={stateOfOrders(forNextFiling(counted, several))}
                several={several}
                per={scene?.chancePer}
                ofItem={scene?.chanceNumber === 'item'}
                withoutOrders={counted.every(({ orderNumber }) => orderNumber === OF_THE_MATTER)}
              />
              <ChanceAdvice advice={scene?.chanceAdvice ?? null} attempts={counted} />
              <EarlierAttempts
                caseId={caseId}
                attempts={own.filter(
                  ({ by, otherMatter, caseId: of }) => by === 'elsewhere' && (!otherMatter || of === caseId),
                )}
                ofMatter={scene?.chancePer === 'matter'}
                several={several !== null}
              />
            </>
          );
        }}
      </Loaded>
    </Section>
  );
}

/** Where to look while nobody is sure, or what remains of a chance that was used elsewhere; in the words of the pack. */
function ChanceAdvice({
  advice,
  attempts,
}: {
  readonly advice: Scenario['chanceAdvice'];
  readonly attempts: readonly Attempt[];
}) {
  const t = useText();
  const unsure = attempts.some(({ state }) => state === 'unknown');
  const gone = attempts.some(({ state, by }) => state === 'spent' && by === 'elsewhere');
  if (advice === null || !(unsure || gone)) return null;
  const { says, rules } = unsure ? advice.lookUp : advice.afterwards;
  // What remains is told of a no: while nobody wrote down what the platform answered, that is the first thing to look up.
  const isAnswered = attempts.some(({ state, result }) => state === 'spent' && result.trim() !== '');
  return (
    <div className="chance-advice">
      {unsure || isAnswered ? null : <p>{t('attempts:advice.noResult')}</p>}
      <p>{t.pick(says)}</p>
      <p className="ad-hint">
        {t('attempts:advice.rests')} <RuleLinks ruleIds={rules} />
      </p>
    </div>
  );
}

/** One state an order. */
function stateOfOrders(attempts: readonly Attempt[]): AttemptState[] {
  const byOrder = Map.groupBy(attempts, ({ orderNumber }) => orderNumber);
  return [...byOrder].flatMap(([number, own]) => strongestOf(own, number)?.state ?? []);
}

interface CountsProps {
  readonly states: readonly AttemptState[];
  /** Where one chance covers all of them, what weighs most says how it stands; null where nobody says how many there are. */
  readonly per: Scenario['chancePer'] | undefined;
  /** Null where there is one, or nobody knows. */
  readonly several: SeveralChances | null;
  /** Whether it is that of an item, which no notice names. */
  readonly ofItem: boolean;
  /** Whether they are of the matter itself. */
  readonly withoutOrders: boolean;
}

function Counts({ states, per, several, ofItem, withoutOrders }: CountsProps) {
  const t = useText();
  const ofMatter = per === 'matter';
  if (states.length === 0)
    return (
      <p className="ad-hint">{t(ofMatter ? 'attempts:ledger.empty.matter' : 'attempts:ledger.empty')}</p>
    );
  const counted = ATTEMPT_STATES.map((state) => ({
    state,
    count: states.filter((each) => each === state).length,
  })).filter(({ count }) => count > 0);
  const has = (state: string): boolean => counted.some((each) => each.state === state);
  const strongest = STRONGEST.find((state) => has(state)) ?? 'left';
  const note = has('unknown') ? 'unknown' : has('held') ? 'held' : has('spent') ? 'spent' : 'left';
  const [first, second] = (
    note === 'spent'
      ? t('attempts:stamp.spent')
      : several === null
        ? t('attempts:stamp.once')
        : t('attempts:stamp.several', { count: several.max })
  ).split('|');
  return (
    <div className="chances">
      {per === null ? null : (
        <SealStamp>
          {first}
          {second === undefined ? null : <br />}
          {second}
        </SealStamp>
      )}
      <div>
        {ofMatter || withoutOrders ? (
          <>
            <p>
              <ChanceState state={strongest} />
            </p>
            <p className="ad-hint">
              {withoutOrders
                ? t('attempts:matter.whole')
                : ofItem
                  ? t('attempts:item.covers')
                  : several !== null
                    ? t('attempts:matter.coversSeveral', { count: states.length })
                    : t('attempts:matter.covers', { count: states.length })}
            </p>
          </>
        ) : (
          <ul className="chances-counts">
            {counted.map(({ state, count }) => (
              <li key={state}>
                <ChanceState state={state} /> <span>{t('attempts:counts', { count })}</span>
              </li>
            ))}
          </ul>
        )}
        {several === null ? null : (
          <p>
            {t('attempts:several', { max: several.max, count: several.left })}
            {several.left > 0 && several.left < several.max ? ` ${t('attempts:several.again')}` : ''}
          </p>
        )}
        <p className="ad-hint">
          {t(
            ofMatter && note === 'unknown'
              ? ofItem
                ? 'attempts:unknown.note.item'
                : 'attempts:unknown.note.matter'
              : note === 'left' && several !== null && several.left < several.max
                ? 'attempts:several.note'
                : `attempts:${note}.note`,
          )}
        </p>
        {has('held') ? <p className="ad-hint">{t('attempts:ask.twice')}</p> : null}
        {per === null ? <p>{t('attempts:uncounted.note')}</p> : null}
      </div>
    </div>
  );
}
