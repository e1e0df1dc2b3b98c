import { useQuery } from '@tanstack/react-query';
import type { Outcome } from '../../../shared/submissions/index.ts';
import { api } from '../../api/index.ts';
import { useNow, useText, useZone } from '../../ui/index.ts';

interface WhatEndsProps {
  readonly caseId: string;
  readonly by: 'submitted' | Outcome;
}

/** Which running clocks a filing, or what came of it, ends, and which go on all the same. */
export function WhatEnds({ caseId, by }: WhatEndsProps) {
  const t = useText();
  const zone = useZone();
  const now = useNow();
  const clocks = useQuery(api.deadlines.whatEnds.queryOptions({ input: { caseId, by } })).data;
  if (clocks === undefined || clocks.ends.length + clocks.goesOn.length === 0) return null;
  return (
    <div className="ad-hint" role="note" aria-label={t('deadlines:whatEnds')}>
      <ul className="ad-plain-list">
        {clocks.ends.map(({ id, title }) => (
          <li key={id}>{t('deadlines:endsWithIt', { title: t.pick(title) })}</li>
        ))}
        {clocks.goesOn.map(({ id, title, dueAt }) => (
          <li key={id}>
            <b>{t('deadlines:goesOn', { title: t.pick(title), due: t.format.deadline(dueAt, zone, now) })}</b>
          </li>
        ))}
      </ul>
    </div>
  );
}
