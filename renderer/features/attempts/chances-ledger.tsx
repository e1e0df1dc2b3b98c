import { useQuery } from '@tanstack/react-query';
import { ATTEMPT_STATES, type Attempt } from '../../../shared/attempts/index.ts';
import { api } from '../../api/index.ts';
import { Loaded, SealStamp, Section, useText } from '../../ui/index.ts';
import { ChanceState } from './chance-state.tsx';

/** The chances of a case's orders, counted by state, with the stamp of the one chance. */
export function ChancesLedger({ caseId }: { readonly caseId: string }) {
  const t = useText();
  const attempts = useQuery(api.attempts.list.queryOptions({ input: { caseId } }));
  return (
    <Section title={t('attempts:title')}>
      <Loaded query={attempts}>{(list) => <Counts attempts={list} />}</Loaded>
    </Section>
  );
}

function Counts({ attempts }: { readonly attempts: readonly Attempt[] }) {
  const t = useText();
  if (attempts.length === 0) return <p className="ad-hint">{t('attempts:ledger.empty')}</p>;
  const counted = ATTEMPT_STATES.map((state) => ({
    state,
    count: attempts.filter((attempt) => attempt.state === state).length,
  })).filter(({ count }) => count > 0);
  const has = (state: string): boolean => counted.some((each) => each.state === state);
  const note = has('unknown') ? 'unknown' : has('held') ? 'held' : has('spent') ? 'spent' : 'left';
  const [first, second] = t(note === 'spent' ? 'attempts:stamp.spent' : 'attempts:stamp.once').split('|');
  return (
    <div className="chances">
      <SealStamp>
        {first}
        {second === undefined ? null : <br />}
        {second}
      </SealStamp>
      <div>
        <ul className="chances-counts">
          {counted.map(({ state, count }) => (
            <li key={state}>
              <ChanceState state={state} /> <span>{t('attempts:counts', { count })}</span>
            </li>
          ))}
        </ul>
        <p className="ad-hint">{t(`attempts:${note}.note`)}</p>
        {has('held') ? <p className="ad-hint">{t('attempts:ask.twice')}</p> : null}
      </div>
    </div>
  );
}
