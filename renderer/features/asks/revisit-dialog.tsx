import type { OpeningHours } from '../../../shared/asks/index.ts';
import { client, useChange } from '../../api/index.ts';
import { Dialog, Form, SaveButton, useNow, useText } from '../../ui/index.ts';
import { RevisitField, useRevisit } from './revisit-field.tsx';

interface RevisitDialogProps {
  readonly askIds: readonly string[];
  /** Of whom, in words. */
  readonly who: string;
  readonly hours: OpeningHours | undefined;
  readonly onClose: () => void;
}

/** Sets when to look again whether requests were answered. */
export function RevisitDialog({ askIds, who, hours, onClose }: RevisitDialogProps) {
  const t = useText();
  const now = useNow();
  const revisit = useRevisit(hours, now);
  const save = useChange(client.asks.revisit, { features: ['asks'], onSuccess: onClose });
  return (
    <Dialog opened onClose={onClose} title={t('asks:revisit.title', { who })}>
      <Form
        onSubmit={() => {
          if (revisit.isWhole) save.mutate({ askIds: [...askIds], revisitAt: revisit.at });
        }}
      >
        <RevisitField revisit={revisit} />
        <div className="form-acts">
          <SaveButton disabled={!revisit.isWhole} loading={save.isPending}>
            {t('asks:revisit.save')}
          </SaveButton>
        </div>
      </Form>
    </Dialog>
  );
}
