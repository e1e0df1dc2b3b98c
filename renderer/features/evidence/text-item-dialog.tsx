import { Button, Modal } from '@mantine/core';
import * as z from 'zod';
import { client, useChange } from '../../api/index.ts';
import { TextareaField, TextField, useText, useZodForm } from '../../ui/index.ts';

interface TextItemDialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

const schema = z.object({
  label: z.string().trim().min(1).max(200),
  text: z.string().min(1).max(20_000),
});

/** A text that is evidence itself: a chat token, a ticket number, a link. */
export function TextItemDialog({ opened, onClose }: TextItemDialogProps) {
  const t = useText();
  const form = useZodForm(schema, { label: '', text: '' });
  const take = useChange(client.evidence.takeInText, {
    features: ['evidence'],
    onSuccess: () => {
      form.reset();
      onClose();
    },
  });
  const submit = form.handleSubmit((values) => take.mutate(values));
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('evidence:addText')}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      <form className="ad-stack" onSubmit={(event) => void submit(event)} noValidate>
        <TextField
          control={form.control}
          name="label"
          label={t('evidence:textLabel')}
          required
          data-autofocus
        />
        <TextareaField
          control={form.control}
          name="text"
          label={t('evidence:text')}
          description={t('evidence:textHint')}
          required
          minRows={3}
        />
        <div className="ad-dialog-acts">
          <Button type="submit" loading={take.isPending}>
            {t('evidence:keep')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
