import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { isSoon } from '../../../shared/radar/index.ts';
import { api } from '../../api/index.ts';
import { Entries, Section, useText } from '../../ui/index.ts';
import { RadarEntry, saidBefore } from './radar-entry.tsx';

/** As many as stand on Today; the others are one step away. */
const SHOWN = 8;

interface RadarSoonProps {
  readonly now: number;
  /** The clock whose end is explained beside the list. */
  readonly explainedId: string | null;
  readonly onExplain: (clockId: string) => void;
}

/** What has to be saved now, or it is gone. */
export function RadarSoon({ now, explainedId, onExplain }: RadarSoonProps) {
  const t = useText();
  const lines = useQuery(api.radar.list.queryOptions({ input: {} })).data ?? [];
  const soon = lines.filter((line) => isSoon(line, now));
  if (soon.length === 0) return null;
  return (
    <Section
      title={t('radar:soon')}
      hint={t('radar:soonHint')}
      actions={<Link to="/deadlines?view=vanishing">{t('radar:all')}</Link>}
    >
      <Entries label={t('radar:soon')}>
        {soon.slice(0, SHOWN).map((line, place) => (
          <RadarEntry
            key={line.key}
            line={line}
            now={now}
            named
            again={saidBefore(soon, place)}
            explained={line.clockId === null ? null : line.clockId === explainedId}
            onExplain={onExplain}
          />
        ))}
      </Entries>
    </Section>
  );
}
