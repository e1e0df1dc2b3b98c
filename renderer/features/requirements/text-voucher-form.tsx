import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { client, useChange } from '../../api/index.ts';
import { useText } from '../../ui/index.ts';

interface TextVoucherFormProps {
  readonly caseId: string;
  /** What the text is: the name it gets among the exhibits. */
  readonly label: string;
  readonly onTaken: (itemId: string) => void;
  readonly onCancel: () => void;
}

/** Takes in a text that is the voucher itself, a chat token, letter by letter as it was pasted. */
export function TextVoucherForm({ caseId, label, onTaken, onCancel }: TextVoucherFormProps) {
  const t = useText();
  const [text, setText] = useState('');
  const take = useChange(client.evidence.takeInText, {
    features: ['evidence', 'requirements'],
    onSuccess: (item) => onTaken(item.id),
  });
  const ready = /\S/.test(text);
  return (
    <form
      className="form-stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) take.mutate({ caseId, label, text });
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
        event.stopPropagation();
        onCancel();
      }}
    >
      <Textarea
        size="xs"
        label={t('requirements:voucher.text.label')}
        description={t('requirements:text.teach')}
        value={text}
        maxLength={20_000}
        autosize
        minRows={2}
        autoFocus
        // Escape leaves this form, not the sheet around it.
        data-mantine-stop-propagation
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className="form-acts">
        <Button type="submit" size="compact-sm" variant="default" disabled={!ready} loading={take.isPending}>
          {t('requirements:text.save')}
        </Button>
        <Button size="compact-sm" variant="subtle" onClick={onCancel}>
          {t('ui:cancel')}
        </Button>
      </div>
    </form>
  );
}
