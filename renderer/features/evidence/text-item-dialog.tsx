import { Button } from '@mantine/core';
import * as z from 'zod';
import { client, useChange } from '../../api/index.ts';
import { Dialog, TextareaField, TextField, useText, useZodForm } from '../../ui/index.ts';

interface TextItemDialogProps {
  /** The case it is an exhibit of; null takes it in for none. */
  readonly caseId: string | null;
  readonly onClose: () => void;
}

/** The text is kept letter by letter, so that it is looked at, never trimmed. */
const schema = z.object({
  label: z.string().trim().min(1).max(200),
  text: z.string().min(1).max(20_000).regex(/\S/),
});

/** Takes in a text that is evidence itself: a chat token, a ticket number, a link. */
export function TextItemDialog({ caseId, onClose }: TextItemDialogProps) {
  const t = useText();
  const form = useZodForm(schema, { label: '', text: '' });
  const take = useChange(client.evidence.takeInText, {
    features: ['evidence', 'requirements'],
    onSuccess: onClose,
  });
  const submit = form.handleSubmit((values) => take.mutate({ ...values, caseId }));
  return (
    <Dialog opened onClose={onClose} title={t('requirements:text.title')}>
      <form className="ad-stack" onSubmit={(event) => void submit(event)} noValidate>
        <TextField
          control={form.control}
          name="label"
          label={t('requirements:text.label')}
          required
          data-autofocus
        />
        <TextareaField
          control={form.control}
          name="text"
          label={t('requirements:text.text')}
          description={t('requirements:text.teach')}
          required
          minRows={4}
        />
        <div className="ad-dialog-acts">
          <Button type="submit" loading={take.isPending}>
            {t('requirements:text.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
