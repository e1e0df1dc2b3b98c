import { useCallback, useEffect, useRef, useState } from 'react';
import type { Translator } from '../../../shared/i18n/index.ts';
import { canonicalJson } from '../../../shared/kernel/index.ts';
import type { Notice, Penalty } from '../../../shared/notices/index.ts';
import { useSavedOnLeaving } from '../../api/index.ts';
import { ActButton, Entries, Entry, RowButton, Section, Sheet, useText } from '../../ui/index.ts';
import { useStores } from '../clients/index.ts';
import { noticedWords } from '../rulebook/index.ts';
import { PenaltyForm } from './penalty-form.tsx';

interface NoticePenaltiesProps {
  readonly storeId: string;
  readonly penalties: Notice['penalties'];
  readonly onChange: (penalties: Penalty[]) => void;
  /** The same where the screen is left: saved at once. */
  readonly onLeave: (penalties: Penalty[]) => void;
}

/** What the notice says the matter costs, line by line. */
export function NoticePenalties({ storeId, penalties, onChange, onLeave }: NoticePenaltiesProps) {
  const t = useText();
  /** The place of the line that is being corrected; after the last for one that is being added. */
  const [open, setOpen] = useState<number | null>(null);
  const written = useRef<Penalty | null>(null);
  /** All lines, with what is written of the open one. */
  const kept = (): Penalty[] =>
    open === null || written.current === null
      ? [...penalties]
      : penalties.toSpliced(open, 1, written.current);
  const leave = useRef<() => void>(() => undefined);
  useEffect(() => {
    leave.current = () => {
      if (written.current !== null) onLeave(kept());
    };
  });
  // Whoever goes on to another step, or another line, finds this one as far as they wrote it.
  useSavedOnLeaving(useCallback(() => Promise.resolve(leave.current()), []));
  const show = (place: number | null): void => {
    written.current = null;
    setOpen(place);
  };
  const currency = useStores()?.find(({ id }) => id === storeId)?.currency;
  return (
    <Section title={t('notices:penalty')} hint={t('notices:penalty.hint')}>
      <div className="form-stack">
        {penalties.length === 0 ? null : (
          <Entries label={t('notices:penalty')}>
            {penalties.map((penalty, place) => {
              const what = noticedWords(penalty, t);
              return (
                // Lines have no names of their own and are only added, corrected and taken out.
                <Entry
                  key={place}
                  title={what}
                  detail={penaltyDetail(penalty, t)}
                  action={
                    <>
                      <RowButton
                        act="edit"
                        keys="e"
                        of={what}
                        onClick={() => {
                          if (written.current !== null) onChange(kept());
                          show(place);
                        }}
                      >
                        {t('notices:penalty.edit')}
                      </RowButton>
                      <RowButton
                        act="remove"
                        keys="delete"
                        of={what}
                        onClick={() => {
                          const rest = kept().toSpliced(place, 1);
                          show(null);
                          onChange(rest);
                        }}
                      >
                        {t('notices:penalty.remove')}
                      </RowButton>
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
              // A line that an undo changes under the form begins anew with what stands there now.
              key={`${open} ${canonicalJson(penalties[open] ?? null)}`}
              penalty={penalties[open] ?? null}
              currency={currency}
              onTyped={(penalty) => {
                written.current = penalty;
              }}
              onSave={(penalty) => {
                show(null);
                onChange(penalties.toSpliced(open, 1, penalty));
              }}
              onCancel={() => show(null)}
            />
          </Sheet>
        ) : (
          <div className="form-acts">
            <ActButton
              act="add-penalty"
              keys="shift+p"
              variant="default"
              onClick={() => show(penalties.length)}
            >
              {t('notices:penalty.add')}
            </ActButton>
          </div>
        )}
      </div>
    </Section>
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
