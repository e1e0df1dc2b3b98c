import { Checkbox, MultiSelect, Radio, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Ask } from '../../../shared/asks/index.ts';
import type { Bilingual, CoverageView } from '../../../shared/rulebook/index.ts';
import { client, useChange } from '../../api/index.ts';
import { Dialog, Form, SaveButton, useNow, useText, useZone } from '../../ui/index.ts';
import { instantOf, localOf } from '../attempts/index.ts';
import { ExhibitField } from '../evidence/index.ts';
import { isOfCase, openVouchers } from './open-vouchers.ts';

interface AnswerDialogProps {
  readonly ask: Ask;
  readonly titles: ReadonlyMap<string, Bilingual>;
  readonly coverage: CoverageView | undefined;
  readonly onClose: () => void;
}

const OUTCOMES = ['answered', 'refused', 'silent'] as const;
type Outcome = (typeof OUTCOMES)[number];

/** What came of a request: it came and goes onto its slot, it was refused, or nobody answered. */
export function AnswerDialog({ ask, titles, coverage, onClose }: AnswerDialogProps) {
  const t = useText();
  const zone = useZone();
  const now = useNow();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [at, setAt] = useState(() => localOf(now, zone));
  const [answerItemId, setAnswerItemId] = useState<string | null>(null);
  const [itemId, setItemId] = useState(ask.itemId);
  const [note, setNote] = useState('');
  const [slot, setSlot] = useState<string | null>(
    ask.requirementIds.length === 1 ? (ask.requirementIds[0] ?? null) : null,
  );
  const lacking = slot === null ? undefined : openVouchers(coverage, [slot], ask.orderNumbers)[0];
  const isWhole = slot !== null && isOfCase(coverage, slot);
  const [orders, setOrders] = useState<readonly string[] | null>(null);
  const filled = orders ?? lacking?.orderNumbers ?? [];
  const [giveUp, setGiveUp] = useState(false);
  const given = openVouchers(coverage, ask.requirementIds, ask.orderNumbers);
  const givenOrders = new Set(given.flatMap(({ orderNumbers }) => orderNumbers)).size;
  const features = ['asks', 'requirements', 'evidence'];
  const answer = useChange(client.asks.answer, { features });
  const meet = useChange(client.requirements.meet, { features });
  const unavailable = useChange(client.requirements.unavailable, { features });
  const answeredAt = instantOf(at, zone);
  const ready = outcome !== null && answeredAt !== null;
  const hasPlace = isWhole ? lacking !== undefined : filled.length > 0;
  const fills = outcome === 'answered' && answerItemId !== null && slot !== null && hasPlace;
  const save = async (): Promise<void> => {
    if (outcome === null || answeredAt === null) return;
    await answer.mutateAsync({ askId: ask.id, state: outcome, answeredAt, answerItemId, itemId, note });
    const { caseId } = ask;
    if (fills) {
      await meet.mutateAsync({
        caseId,
        requirementId: slot,
        orderNumbers: [...filled],
        itemIds: [answerItemId],
      });
    }
    if (outcome !== 'answered' && giveUp) {
      const itemIds = [itemId, answerItemId].flatMap((each) => each ?? []);
      const reason = note.trim() === '' ? t(`asks:reason.${outcome}`) : note;
      for (const { requirementId, orderNumbers } of given)
        await unavailable.mutateAsync({ caseId, requirementId, orderNumbers, reason, itemIds });
    }
    onClose();
  };
  return (
    <Dialog opened size="lg" onClose={onClose} title={t('asks:answer.title')}>
      <Form
        onSubmit={() => {
          // What fails says so in a toast; what was written stays in the dialog.
          void save().catch(() => undefined);
        }}
      >
        <Radio.Group
          label={t('asks:answer.what')}
          value={outcome ?? ''}
          onChange={(value) => setOutcome(OUTCOMES.find((each) => each === value) ?? null)}
        >
          <div className="form-row record-needs">
            {OUTCOMES.map((each) => (
              <Radio key={each} value={each} label={t(`asks:outcome.${each}`)} />
            ))}
          </div>
        </Radio.Group>
        {outcome === 'answered' ? (
          <>
            <ExhibitField
              caseId={ask.caseId}
              label={t('asks:answer.item')}
              drop={t('requirements:drop.title')}
              itemId={answerItemId}
              onChange={setAnswerItemId}
            />
            <div className="form-row">
              <Select
                label={t('asks:answer.slot')}
                placeholder={t('asks:answer.slot.none')}
                clearable
                clearButtonProps={{ 'aria-label': t('asks:answer.slot.none') }}
                value={slot}
                onChange={(value) => {
                  setSlot(value);
                  setOrders(null);
                }}
                data={ask.requirementIds.map((id) => {
                  const title = titles.get(id);
                  return { value: id, label: title === undefined ? id : t.pick(title) };
                })}
              />
              {slot === null || isWhole ? null : (
                <MultiSelect
                  label={t('asks:answer.orders', { count: filled.length })}
                  searchable
                  limit={60}
                  maxDropdownHeight={220}
                  value={[...filled]}
                  onChange={setOrders}
                  data={[...ask.orderNumbers]}
                />
              )}
            </div>
          </>
        ) : outcome === null ? null : (
          <>
            {ask.itemId === null ? (
              <ExhibitField
                caseId={ask.caseId}
                label={t('asks:record.item')}
                itemId={itemId}
                onChange={setItemId}
              />
            ) : null}
            {outcome === 'refused' ? (
              <ExhibitField
                caseId={ask.caseId}
                label={t('asks:answer.refusal')}
                itemId={answerItemId}
                onChange={setAnswerItemId}
              />
            ) : null}
            {given.length === 0 ? null : (
              <Checkbox
                checked={giveUp}
                label={
                  givenOrders === 0
                    ? t('asks:answer.giveUpWhole')
                    : t('asks:answer.giveUp', { count: givenOrders })
                }
                description={t('asks:answer.giveUp.hint')}
                onChange={(event) => setGiveUp(event.currentTarget.checked)}
              />
            )}
          </>
        )}
        {outcome === null ? null : (
          <div className="form-row">
            <TextInput
              label={t('asks:answer.note')}
              value={note}
              maxLength={200}
              onChange={(event) => setNote(event.currentTarget.value)}
            />
            <TextInput
              type="datetime-local"
              label={t('asks:answer.at')}
              value={at}
              required
              onChange={(event) => setAt(event.currentTarget.value)}
            />
          </div>
        )}
        <div className="form-acts">
          <SaveButton disabled={!ready} loading={answer.isPending || meet.isPending || unavailable.isPending}>
            {t('asks:answer.save')}
          </SaveButton>
        </div>
      </Form>
    </Dialog>
  );
}
