import { Button, Modal, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { client, useChange } from '../../api/index.ts';
import { useText } from '../../ui/index.ts';

/** Takes in a text that is evidence itself: a chat token, a ticket number, a link. */
export function TextItemDialog({
  caseId,
  onClose,
}: {
  readonly caseId: string;
  readonly onClose: () => void;
}) {
  const t = useText();
  const [label, setLabel] = useState('');
  const [text, setText] = useState('');
  const take = useChange(client.evidence.takeInText, {
    features: ['evidence', 'requirements'],
    onSuccess: onClose,
  });
  const ready = label.trim() !== '' && text.trim() !== '';
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('requirements:text.title')}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      <form
        className="form-stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) take.mutate({ label, text, caseId });
        }}
      >
        <p className="ad-hint">{t('requirements:text.teach')}</p>
        <TextInput
          label={t('requirements:text.label')}
          value={label}
          maxLength={200}
          required
          data-autofocus
          onChange={(event) => setLabel(event.currentTarget.value)}
        />
        <Textarea
          label={t('requirements:text.text')}
          value={text}
          maxLength={20_000}
          minRows={4}
          required
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <div className="form-acts">
          <Button type="submit" disabled={!ready} loading={take.isPending}>
            {t('requirements:text.save')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
