import { useQuery } from '@tanstack/react-query';
import type { ClockRecord } from '../../../shared/deadlines/index.ts';
import { api } from '../../api/index.ts';
import { CopyAct, useText } from '../../ui/index.ts';

/** What to send to the platform whose answer is late, ready to paste; nothing before that. */
export function ChaseWords({ clock, now }: { readonly clock: ClockRecord; readonly now: number }) {
  const t = useText();
  const isLate = clock.owner === 'theirs' && clock.stoppedAt === null && clock.dueAt <= now;
  const words = useQuery(
    api.deadlines.chase.queryOptions({ input: { clockId: clock.id }, enabled: isLate }),
  ).data;
  if (words === undefined || words === null) return null;
  // What is known at second hand alone is nobody's promise, and nobody is late by it.
  const promised = clock.sources.some(({ secondHand }) => !secondHand);
  return (
    <div className="chase-words">
      <div className="ad-label">{t(promised ? 'deadlines:chaseTitle' : 'deadlines:chaseAskTitle')}</div>
      <p className="clock-message">{t.pick(words)}</p>
      <CopyAct act="copy-chase" keys="shift+j" words={t.pick(words)} size="compact-sm">
        {t('deadlines:chaseCopy')}
      </CopyAct>
    </div>
  );
}
