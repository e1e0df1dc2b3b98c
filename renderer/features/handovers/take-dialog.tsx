import { Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { HandoverLine } from '../../../shared/handovers/index.ts';
import { client, describeError, isError, useChange } from '../../api/index.ts';
import { Dialog, ErrorNote, Form, SaveButton, useText } from '../../ui/index.ts';
import { PinField, useOperators, useSignIn } from '../operators/index.ts';

interface TakeDialogProps {
  readonly handover: Pick<HandoverLine, 'id' | 'fromId' | 'toId'>;
  readonly onClose: () => void;
}

/** 已接班: who takes over, by their PIN where they have one, with a line back. They are on duty from then on. */
export function TakeDialog({ handover, onClose }: TakeDialogProps) {
  const t = useText();
  const { operators, current } = useOperators();
  const entry = useSignIn();
  const take = useChange(client.handovers.acknowledge, {
    features: ['handovers'],
    ownErrors: true,
    onSuccess: onClose,
  });
  const others = operators.filter(({ id }) => id !== handover.fromId);
  const likely = [current?.id, handover.toId, others.length === 1 ? others[0]?.id : null];
  const [chosen, setChosen] = useState<string | null>(null);
  const [pin, setPin] = useState('');
  const [answer, setAnswer] = useState('');
  const who = others.find(
    ({ id }) => id === (chosen ?? likely.find((each) => others.some((o) => o.id === each))),
  );
  const asksPin = who?.hasPin === true && who.id !== current?.id;
  const wrongPin = isError(entry.error, 'WRONG_PIN');
  const doTake = async (): Promise<void> => {
    if (who === undefined) return;
    if (who.id !== current?.id) {
      const entered = await entry
        .mutateAsync({ operatorId: who.id, ...(asksPin ? { pin } : {}) })
        .catch(() => null);
      if (entered === null) return;
    }
    take.mutate({ handoverId: handover.id, answer });
  };
  return (
    <Dialog opened onClose={onClose} title={t('handovers:take.title')}>
      {others.length === 0 ? (
        <p className="ad-dim">{t('handovers:take.nobody')}</p>
      ) : (
        <Form onSubmit={() => void doTake()}>
          <Select
            label={t('handovers:take.who')}
            allowDeselect={false}
            data={others.map(({ id, name }) => ({ value: id, label: name }))}
            value={who?.id ?? null}
            onChange={(id) => {
              setChosen(id);
              setPin('');
              entry.reset();
            }}
          />
          {asksPin ? (
            <PinField
              label={t('operators:pinOf', { name: who.name })}
              description={t('operators:pinMeaning')}
              value={pin}
              onChange={setPin}
              error={wrongPin ? describeError(entry.error, t) : null}
            />
          ) : null}
          <TextInput
            label={t('handovers:take.answer')}
            description={t('handovers:take.answer.hint')}
            value={answer}
            maxLength={200}
            onChange={(event) => setAnswer(event.currentTarget.value)}
          />
          {entry.error === null || wrongPin ? null : <ErrorNote error={entry.error} />}
          {take.error === null ? null : <ErrorNote error={take.error} />}
          {who === undefined || who.id === current?.id ? null : (
            <p className="ad-hint">{t('handovers:take.then')}</p>
          )}
          <div className="form-acts">
            <SaveButton
              disabled={who === undefined || (asksPin && pin.length < 4)}
              loading={entry.isPending || take.isPending}
            >
              {t('handovers:take.do')}
            </SaveButton>
          </div>
        </Form>
      )}
    </Dialog>
  );
}
