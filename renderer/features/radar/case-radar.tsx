import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/index.ts';
import { Entries, Section, useNow, useText } from '../../ui/index.ts';
import { RadarEntry, saidBefore } from './radar-entry.tsx';

/** Everything of one case that vanishes, also what was saved or is lost; nothing where nothing does. */
export function CaseRadar({ caseId }: { readonly caseId: string }) {
  const t = useText();
  const now = useNow();
  const lines = useQuery(api.radar.list.queryOptions({ input: { caseId } })).data ?? [];
  if (lines.length === 0) return null;
  return (
    <Section title={t('radar:ofCase')}>
      <div className="radar-of-case">
        <Entries label={t('radar:ofCase')}>
          {lines.map((line, place) => (
            <RadarEntry key={line.key} line={line} now={now} named={false} again={saidBefore(lines, place)} />
          ))}
        </Entries>
      </div>
    </Section>
  );
}
