import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Attempt } from '../../../shared/attempts/index.ts';
import type { EvidenceItem } from '../../../shared/evidence/index.ts';
import { api } from '../../api/index.ts';
import { ActButton, useNow, useText, useZone } from '../../ui/index.ts';
import { ExhibitPreview } from '../evidence/index.ts';
import { itemName } from '../facts/index.ts';
import { useAttemptName } from './attempt-name.ts';
import { ChanceState } from './chance-state.tsx';
import { CorrectDialog } from './correct-dialog.tsx';

interface EarlierAttemptsProps {
  readonly caseId: string;
  readonly attempts: readonly Attempt[];
  /** Whether one chance covers the whole matter, and not each of its orders. */
  readonly ofMatter: boolean;
  /** Whether there are several chances: each that was entered is of another. */
  readonly several: boolean;
}

/** What was filed elsewhere, or before AppealDesk: everything that somebody entered of it, order by order. */
export function EarlierAttempts({ caseId, attempts, ofMatter, several }: EarlierAttemptsProps) {
  const t = useText();
  const zone = useZone();
  const now = useNow();
  const nameOf = useAttemptName();
  const [correcting, setCorrecting] = useState(false);
  const [open, setOpen] = useState<EvidenceItem | null>(null);
  const exhibits = useQuery(api.evidence.exhibits.queryOptions({ input: { caseId } }));
  if (attempts.length === 0) return null;
  const spent = attempts.filter(({ state }) => state === 'spent');
  return (
    <details className="earlier-attempts">
      <summary>
        {t('attempts:by.elsewhere')} · {t('attempts:counts', { count: attempts.length })}
      </summary>
      <ul>
        {attempts.map((attempt) => {
          const made = [
            attempt.madeBy,
            attempt.madeAt === null ? '' : t.format.instant(attempt.madeAt, zone, now),
          ].filter((part) => part !== '');
          const files = (exhibits.data ?? []).filter(({ itemId }) => attempt.itemIds.includes(itemId));
          const known = [
            [t('attempts:prior.number'), attempt.platformNumber],
            [t('attempts:ofNumber'), attempt.matterNumber],
            [t('attempts:prior.text'), attempt.sentText],
            [t('attempts:prior.result'), attempt.result],
            [
              t('attempts:prior.files'),
              files.length === 0
                ? ''
                : files.map((exhibit) => (
                    <button
                      key={exhibit.itemId}
                      type="button"
                      className="earlier-attempt-file"
                      onClick={() => setOpen(exhibit.item)}
                    >
                      {itemName(exhibit.item)}
                    </button>
                  )),
            ],
            [t('attempts:settle.note'), attempt.settledNote],
          ] as const;
          return (
            <li key={attempt.id}>
              <div className="earlier-attempt-head">
                <b>{nameOf(attempt)}</b> <ChanceState state={attempt.state} />
              </div>
              {attempt.correctedReason === '' ? null : (
                <p className="ad-hint">{t('attempts:corrected', { reason: attempt.correctedReason })}</p>
              )}
              {made.length === 0 ? null : <p className="ad-hint">{made.join(' · ')}</p>}
              <dl>
                {known.map(([label, value]) =>
                  value === '' ? null : (
                    <div key={label}>
                      <dt>{label}</dt>
                      <dd>{value}</dd>
                    </div>
                  ),
                )}
              </dl>
            </li>
          );
        })}
      </ul>
      {spent.length === 0 ? null : (
        <ActButton
          act="correct-prior"
          keys="shift+c"
          variant="subtle"
          size="compact-sm"
          onClick={() => setCorrecting(true)}
        >
          {t('attempts:correct.open')}
        </ActButton>
      )}
      {correcting ? (
        <CorrectDialog
          attempts={spent}
          ofMatter={ofMatter}
          several={several}
          onClose={() => setCorrecting(false)}
        />
      ) : null}
      {open === null ? null : <ExhibitPreview item={open} onClose={() => setOpen(null)} />}
    </details>
  );
}
