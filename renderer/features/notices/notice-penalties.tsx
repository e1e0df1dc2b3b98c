import { NumberInput } from '@mantine/core';
import { useState } from 'react';
import type { Notice, Penalty } from '../../../shared/notices/index.ts';
import type { Translator } from '../../../shared/i18n/index.ts';
import { ActButton, Entries, Entry, Section, Sheet, useText } from '../../ui/index.ts';
import { useStores } from '../clients/index.ts';
import { consequenceWords } from '../rulebook/index.ts';
import { PenaltyForm } from './penalty-form.tsx';
import { PenaltyOutlookOf } from './penalty-outlook.tsx';
import type { NoticePatch } from './use-notice-draft.ts';

interface NoticePenaltiesProps {
  readonly storeId: string;
  readonly values: Notice;
  readonly onChange: (patch: NoticePatch) => void;
}

/** What the notice says the matter costs, line by line; and what the rules say of it. */
export function NoticePenalties({ storeId, values, onChange }: NoticePenaltiesProps) {
  const t = useText();
  /** The place of the line that is being corrected, `new` for one that is being added. */
  const [open, setOpen] = useState<number | 'new' | null>(null);
  const currency = useStores()?.find(({ id }) => id === storeId)?.currency;
  const { caseId, penalties, occurrence } = values;
  const keep = (penalty: Penalty): void => {
    onChange({
      penalties:
        open === 'new'
          ? [...penalties, penalty]
          : penalties.map((each, place) => (place === open ? penalty : each)),
    });
    setOpen(null);
  };
  return (
    <>
      <Section title={t('notices:penalty')} hint={t('notices:penalty.hint')}>
        <div className="form-stack">
          {penalties.length === 0 ? null : (
            <Entries label={t('notices:penalty')}>
              {penalties.map((penalty, place) => {
                const of = consequenceWords(penalty, t);
                const act = {
                  of: `${place + 1} · ${of}`,
                  size: 'compact-sm',
                  variant: 'subtle',
                } as const;
                return (
                  // Lines have no names of their own and are only added, corrected and taken out.
                  <Entry
                    key={place}
                    title={of}
                    detail={penaltyDetail(penalty, t)}
                    action={
                      <>
                        <ActButton
                          act="edit"
                          keys="e"
                          label={t('notices:penalty.edit')}
                          aria-label={`${t('notices:penalty.edit')} · ${of}`}
                          {...act}
                          onClick={() => setOpen(place)}
                        >
                          {t('notices:penalty.edit')}
                        </ActButton>
                        <ActButton
                          act="remove"
                          keys="delete"
                          label={t('notices:penalty.remove')}
                          aria-label={`${t('notices:penalty.remove')} · ${of}`}
                          {...act}
                          onClick={() => {
                            setOpen(null);
                            onChange({ penalties: penalties.filter((_, other) => other !== place) });
                          }}
                        >
                          {t('notices:penalty.remove')}
                        </ActButton>
                      </>
                    }
                  />
                );
              })}
            </Entries>
          )}
          {open !== null && currency !== undefined ? (
            <Sheet>
              <PenaltyForm
                key={open}
                penalty={open === 'new' ? null : (penalties[open] ?? null)}
                currency={currency}
                onSave={keep}
                onCancel={() => setOpen(null)}
              />
            </Sheet>
          ) : (
            <div className="form-acts">
              <ActButton act="add-penalty" keys="shift+p" variant="default" onClick={() => setOpen('new')}>
                {t('notices:penalty.add')}
              </ActButton>
            </div>
          )}
          <NumberInput
            className="penalty-occurrence"
            label={t('notices:penalty.occurrence')}
            description={t('notices:penalty.occurrence.hint')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            min={1}
            max={999}
            allowDecimal={false}
            value={occurrence ?? ''}
            onChange={(value) =>
              onChange({ occurrence: typeof value === 'number' && value >= 1 ? value : null })
            }
          />
        </div>
      </Section>
      <PenaltyOutlookOf caseId={caseId} />
    </>
  );
}

/** Its days and what ends it, as far as the notice says. */
function penaltyDetail({ from, until, endedBy }: Penalty, t: Translator): string | undefined {
  const parts = [
    from === null ? [] : t('notices:penalty.since', { day: from }),
    until === null ? [] : t('notices:penalty.upTo', { day: until }),
    endedBy === '' ? [] : t('notices:penalty.endsBy', { words: endedBy }),
  ].flat();
  return parts.length === 0 ? undefined : parts.join(' · ');
}
