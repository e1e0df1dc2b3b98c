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
  return (
    <div className="chase-words">
      <div className="ad-label">{t('deadlines:chaseTitle')}</div>
      <p className="clock-message">{t.pick(words)}</p>
      <CopyAct act="copy-chase" keys="shift+j" words={t.pick(words)} size="compact-sm">
        {t('deadlines:chaseCopy')}
      </CopyAct>
    </div>
  );
}
