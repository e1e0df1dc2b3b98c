import { Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { ActButton, useText } from '../../ui/index.ts';

interface FactFormProps {
  readonly text?: string;
  readonly happened?: string;
  readonly confirmed?: boolean;
  readonly busy: boolean;
  readonly onSave: (fields: { text: string; happened: string }) => void;
  readonly onCancel: () => void;
}

/** The words and the time of one fact. Ctrl/Cmd-Enter saves, Escape leaves. */
export function FactForm({
  text: before = '',
  happened: when = '',
  confirmed = false,
  busy,
  onSave,
  onCancel,
}: FactFormProps) {
  const t = useText();
  const [text, setText] = useState(before);
  const [happened, setHappened] = useState(when);
  const ready = text.trim() !== '';
  return (
    <form
      className="form-stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) onSave({ text, happened });
      }}
    >
      <Textarea
        label={t('facts:text')}
        description={t('facts:text.hint')}
        value={text}
        maxLength={2000}
        autoFocus
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <TextInput
        label={t('facts:happened')}
        description={t('facts:happened.hint')}
        value={happened}
        maxLength={200}
        onChange={(event) => setHappened(event.currentTarget.value)}
      />
      {confirmed ? <p className="ad-hint">{t('facts:edit.note')}</p> : null}
      <div className="form-acts">
        <ActButton act="save" keys="mod+enter" whileTyping type="submit" disabled={!ready} loading={busy}>
          {t('facts:save')}
        </ActButton>
        <ActButton act="cancel" keys="escape" whileTyping variant="subtle" onClick={onCancel}>
          {t('facts:cancel')}
        </ActButton>
      </div>
    </form>
  );
}
