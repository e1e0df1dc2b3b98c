import { Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import type { CaseExhibit } from '../../../shared/evidence/index.ts';
import { ActButton, NumberField, useText } from '../../ui/index.ts';
import { exhibitChoices } from './exhibit-name.ts';

interface CitationFormProps {
  readonly caseId: string;
  readonly exhibits: readonly CaseExhibit[];
  readonly busy: boolean;
  readonly onSave: (citation: { itemId: string; page: number | null; note: string }) => void;
  readonly onCancel: () => void;
}

/** Points at the exhibit, and the page of it, that shows a fact. */
export function CitationForm({ caseId, exhibits, busy, onSave, onCancel }: CitationFormProps) {
  const t = useText();
  const [itemId, setItemId] = useState<string | null>(exhibits[0]?.itemId ?? null);
  const [page, setPage] = useState<number | null | undefined>(null);
  const [note, setNote] = useState('');
  const pages = exhibits.find((exhibit) => exhibit.itemId === itemId)?.item.pages ?? null;
  const isWrong = pages !== null && pages > 1 && page === undefined;
  if (exhibits.length === 0) {
    return (
      <p className="ad-hint">
        {t('facts:cite.none')} <Link to={`/cases/${caseId}/evidence`}>{t('facts:cite.goto')}</Link>
      </p>
    );
  }
  return (
    <form
      className="form-row"
      onSubmit={(event) => {
        event.preventDefault();
        if (itemId !== null && !isWrong) onSave({ itemId, page: page ?? null, note });
      }}
    >
      <Select
        label={t('facts:cite.exhibit')}
        value={itemId}
        onChange={setItemId}
        autoFocus
        data={exhibitChoices(exhibits, t)}
      />
      {pages !== null && pages > 1 ? (
        <NumberField label={t('facts:cite.page')} min={1} max={pages} value={page} onChange={setPage} />
      ) : null}
      <TextInput
        label={t('facts:cite.note')}
        value={note}
        maxLength={200}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <div className="form-acts">
        <ActButton
          act="save"
          keys="mod+enter"
          whileTyping
          type="submit"
          variant="default"
          disabled={itemId === null || isWrong}
          loading={busy}
        >
          {t('facts:cite.save')}
        </ActButton>
        <ActButton act="cancel" keys="escape" whileTyping variant="subtle" onClick={onCancel}>
          {t('facts:cancel')}
        </ActButton>
      </div>
    </form>
  );
}
