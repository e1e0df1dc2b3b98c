import {} from '@mantine/core';
import { Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { CaseExhibit } from '../../../shared/evidence/index.ts';
import type { Citation, Fact } from '../../../shared/facts/index.ts';
import { client, useChange } from '../../api/index.ts';
import {
  MoveActs,
  ActButton,
  ActClose,
  ActIcon,
  Sheet,
  StatusWord,
  useNow,
  useText,
  useZone,
} from '../../ui/index.ts';
import { CitationForm } from './citation-form.tsx';
import { FactForm } from './fact-form.tsx';

interface FactCardProps {
  readonly fact: Fact;
  readonly number: number;
  readonly exhibits: readonly CaseExhibit[];
  readonly operatorNames: ReadonlyMap<string, string>;
  /** Moves it by one place; null where it cannot. */
  readonly onUp: (() => void) | null;
  readonly onDown: (() => void) | null;
}

/** One assertion: what happened, when, which exhibit shows it, and who confirmed it. */
export function FactCard({ fact, number, exhibits, operatorNames, onUp, onDown }: FactCardProps) {
  const t = useText();
  const [mode, setMode] = useState<'read' | 'edit' | 'cite'>('read');
  const features = ['facts'];
  const read = (): void => setMode('read');
  const update = useChange(client.facts.update, { features, onSuccess: read });
  const cite = useChange(client.facts.cite, { features, onSuccess: read });
  const remove = useChange(client.facts.remove, { features });
  const name = t('facts:number', { number });
  return (
    <li aria-label={name}>
      <Sheet>
        <div className="fact-head">
          <span className="fact-number">{name}</span>
          {fact.happened === '' ? null : <time className="fact-when">{fact.happened}</time>}
          <span className="fact-acts">
            <MoveActs
              of={name}
              upWords={`${t('ui:moveUp')} · ${name}`}
              downWords={`${t('ui:moveDown')} · ${name}`}
              onUp={onUp}
              onDown={onDown}
            />
            <ActIcon
              act="edit"
              keys="e"
              label={t('facts:edit')}
              of={name}
              aria-label={`${t('facts:edit')} · ${name}`}
              onClick={() => setMode('edit')}
            >
              <Pencil size={15} aria-hidden="true" />
            </ActIcon>
            <ActIcon
              act="remove"
              keys="delete"
              label={t('facts:remove')}
              of={name}
              aria-label={`${t('facts:remove')} · ${name}`}
              loading={remove.isPending}
              onClick={() => remove.mutate({ factId: fact.id })}
            >
              <Trash2 size={15} aria-hidden="true" />
            </ActIcon>
          </span>
        </div>
        {mode === 'edit' ? (
          <FactForm
            text={fact.text}
            happened={fact.happened}
            confirmed={fact.confirmedAt !== null}
            busy={update.isPending}
            onCancel={read}
            onSave={(fields) => update.mutate({ factId: fact.id, ...fields })}
          />
        ) : (
          <p className="fact-text">{fact.text}</p>
        )}
        <div className="fact-foot">
          {fact.citations.length === 0 && mode !== 'cite' ? (
            <StatusWord kind="open">{t('facts:noCitation')}</StatusWord>
          ) : null}
          {fact.citations.map((citation) => (
            <CitationChip key={citation.id} citation={citation} />
          ))}
          {mode === 'cite' ? null : (
            <ActButton
              act="cite"
              keys="t"
              of={name}
              variant="subtle"
              size="compact-sm"
              onClick={() => setMode('cite')}
            >
              {t('facts:cite')}
            </ActButton>
          )}
          <Confirmation fact={fact} name={name} operatorNames={operatorNames} />
        </div>
        {mode === 'cite' ? (
          <CitationForm
            caseId={fact.caseId}
            exhibits={exhibits}
            busy={cite.isPending}
            onCancel={read}
            onSave={(citation) => cite.mutate({ factId: fact.id, ...citation })}
          />
        ) : null}
      </Sheet>
    </li>
  );
}

function CitationChip({ citation }: { readonly citation: Citation }) {
  const t = useText();
  const uncite = useChange(client.facts.uncite, { features: ['facts'] });
  const { exhibitNumber: number, page, note } = citation;
  const label = page === null ? t('facts:exhibit', { number }) : t('facts:exhibit.page', { number, page });
  return (
    <span className="fact-citation">
      {note === '' ? label : `${label} · ${note}`}
      <ActClose
        act="uncite"
        keys="u"
        of={label}
        size="xs"
        aria-label={t('facts:uncite', { label })}
        onClick={() => uncite.mutate({ citationId: citation.id })}
      />
    </span>
  );
}

function Confirmation({
  fact,
  name,
  operatorNames,
}: {
  readonly fact: Fact;
  readonly name: string;
  readonly operatorNames: ReadonlyMap<string, string>;
}) {
  const t = useText();
  const zone = useZone();
  const now = useNow();
  const confirm = useChange(client.facts.confirm, { features: ['facts'] });
  const set = (confirmed: boolean): void => confirm.mutate({ factId: fact.id, confirmed });
  if (fact.confirmedAt !== null) {
    return (
      <span className="fact-confirmed">
        <StatusWord kind="ok">
          {t('facts:confirmed', {
            who: operatorNames.get(fact.confirmedBy ?? '') ?? '',
            when: t.format.instant(fact.confirmedAt, zone, now),
          })}
        </StatusWord>
        <ActButton
          act="confirm"
          keys="y"
          of={name}
          variant="subtle"
          size="compact-sm"
          loading={confirm.isPending}
          onClick={() => set(false)}
        >
          {t('facts:unconfirm')}
        </ActButton>
      </span>
    );
  }
  return (
    <span className="fact-confirmed">
      {fact.citations.length === 0 ? (
        <span className="ad-hint">{t('facts:confirm.needsExhibit')}</span>
      ) : (
        <ActButton
          act="confirm"
          keys="y"
          of={name}
          variant="light"
          size="compact-sm"
          loading={confirm.isPending}
          onClick={() => set(true)}
        >
          {t('facts:confirm')}
        </ActButton>
      )}
    </span>
  );
}
