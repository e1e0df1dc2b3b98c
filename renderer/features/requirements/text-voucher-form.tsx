import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { client, useChange } from '../../api/index.ts';
import { useText } from '../../ui/index.ts';
import { SlotForm } from './slot-form.tsx';

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
    <SlotForm
      ready={ready}
      busy={take.isPending}
      save={t('requirements:text.save')}
      onSave={() => take.mutate({ caseId, label, text })}
      onCancel={onCancel}
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
    </SlotForm>
  );
}
