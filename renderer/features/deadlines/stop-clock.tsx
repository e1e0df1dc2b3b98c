import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ClockRecord } from '../../../shared/deadlines/index.ts';
import { client, useChange } from '../../api/index.ts';
import { ActButton, Dialog, Form, SaveButton, useText } from '../../ui/index.ts';

/** Ends a clock that nobody waits for any more, with the reason; what was ended so says why. */
export function StopClock({ clock }: { readonly clock: ClockRecord }) {
  const t = useText();
  const [open, setOpen] = useState(false);
  // What vanishes is saved, or given up with a reason of its own.
  if (clock.owner === 'vanishing') return null;
  if (clock.stoppedAt !== null)
    return clock.stopReason === '' ? null : (
      <p className="ad-hint">{t('deadlines:stoppedBecause', { reason: clock.stopReason })}</p>
    );
  return (
    <>
      <ActButton
        act="stop-clock"
        keys="shift+x"
        of={t.pick(clock.title)}
        variant="subtle"
        size="compact-sm"
        onClick={() => setOpen(true)}
      >
        {t('deadlines:stop')}
      </ActButton>
      {open ? <StopDialog clock={clock} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function StopDialog({ clock, onClose }: { readonly clock: ClockRecord; readonly onClose: () => void }) {
  const t = useText();
  const [reason, setReason] = useState('');
  const stop = useChange(client.deadlines.stop, { features: ['deadlines', 'today'], onSuccess: onClose });
  return (
    <Dialog opened onClose={onClose} title={t('deadlines:stopTitle', { title: t.pick(clock.title) })}>
      <Form
        onSubmit={() => {
          if (reason.trim() !== '') stop.mutate({ clockId: clock.id, reason });
        }}
      >
        <TextInput
          label={t('deadlines:stopReason')}
          description={t('deadlines:stopHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={reason}
          maxLength={200}
          required
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <div className="form-acts">
          <SaveButton disabled={reason.trim() === ''} loading={stop.isPending}>
            {t('deadlines:stopSave')}
          </SaveButton>
        </div>
      </Form>
    </Dialog>
  );
}
