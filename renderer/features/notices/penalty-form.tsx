import { NativeSelect, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { canonicalJson } from '../../../shared/kernel/index.ts';
import type { Penalty } from '../../../shared/notices/index.ts';
import { readTypedAmount, writeAmount } from '../../../shared/orders/index.ts';
import { noticedKinds } from '../../../shared/rulebook/index.ts';
import { ActButton, FieldError, Form, NumberField, SaveButton, useText } from '../../ui/index.ts';
import { noticedWords } from '../rulebook/index.ts';

interface PenaltyFormProps {
  readonly penalty: Penalty | null;
  /** The store's, in which an amount is that names none itself. */
  readonly currency: string;
  /** What is written by now and could be saved; null where that is nothing. */
  readonly onTyped: (penalty: Penalty | null) => void;
  readonly onSave: (penalty: Penalty) => void;
  readonly onCancel: () => void;
}

const NOTHING: Penalty = { kind: 'points', points: null, from: null, until: null, money: null, endedBy: '' };

/** One thing a notice says the matter costs, as it stands there. */
export function PenaltyForm({ penalty, currency: ofStore, onTyped, onSave, onCancel }: PenaltyFormProps) {
  const t = useText();
  const [typed, setTyped] = useState<Penalty>(penalty ?? NOTHING);
  const money = penalty?.money ?? null;
  const currency = money?.currency ?? ofStore;
  const [amount, setAmount] = useState(money === null ? '' : writeAmount(money.minor, currency));
  const [isWrongNumber, setWrongNumber] = useState(false);
  const set = (patch: Partial<Penalty>): void => setTyped((before) => ({ ...before, ...patch }));
  const { kind, points, from, until, endedBy } = typed;
  const takesMoney = kind === 'money-held' || kind === 'fine';
  const read = takesMoney ? readTypedAmount(amount, currency) : null;
  const unreadable = read === undefined || (read !== null && read.minor < 0);
  const backwards = from !== null && until !== null && until < from;
  const day = (value: string): string | null => (value === '' ? null : value);
  const line: Penalty = {
    ...typed,
    points: kind === 'points' ? points : null,
    money: read == null ? null : { minor: read.minor, currency: read.currency ?? currency },
    endedBy: endedBy.trim(),
  };
  // What is wrong in it stays as it was before; the rest is kept with it.
  const before = penalty ?? NOTHING;
  const kept: Penalty = {
    ...line,
    ...(isWrongNumber ? { points: before.points } : {}),
    ...(unreadable ? { money: before.money } : {}),
    ...(backwards ? { from: before.from, until: before.until } : {}),
  };
  useEffect(() => {
    onTyped(canonicalJson(kept) === canonicalJson(before) ? null : kept);
  });
  return (
    <Form
      onSubmit={() => {
        if (!unreadable && !backwards) onSave(line);
      }}
    >
      <div className="form-row penalty-what">
        <NativeSelect
          label={t('notices:penalty.kind')}
          value={kind}
          onChange={({ currentTarget }) => {
            const chosen = noticedKinds.find((each) => each === currentTarget.value);
            if (chosen !== undefined) set({ kind: chosen });
          }}
          data={noticedKinds.map((each) => ({
            value: each,
            label: noticedWords({ kind: each, points: null, money: null }, t),
          }))}
        />
        {kind === 'points' ? (
          <NumberField
            label={t('notices:penalty.points')}
            min={1}
            max={9999}
            value={points}
            onChange={(value) => {
              setWrongNumber(value === undefined);
              set({ points: value ?? null });
            }}
          />
        ) : null}
        {takesMoney ? (
          <TextInput
            label={t('notices:penalty.money', { currency })}
            inputMode="decimal"
            value={amount}
            maxLength={30}
            error={unreadable ? <FieldError text={t('notices:penalty.money.wrong')} /> : undefined}
            onChange={({ currentTarget }) => setAmount(currentTarget.value)}
          />
        ) : null}
        <TextInput
          type="date"
          label={t('notices:penalty.from')}
          value={from ?? ''}
          onChange={({ currentTarget }) => set({ from: day(currentTarget.value) })}
        />
        <TextInput
          type="date"
          label={t('notices:penalty.until')}
          value={until ?? ''}
          error={backwards ? <FieldError text={t('notices:penalty.until.wrong')} /> : undefined}
          onChange={({ currentTarget }) => set({ until: day(currentTarget.value) })}
        />
      </div>
      <TextInput
        label={t('notices:penalty.endedBy')}
        placeholder={t('notices:penalty.endedBy.hint')}
        value={endedBy}
        maxLength={200}
        onChange={({ currentTarget }) => set({ endedBy: currentTarget.value })}
      />
      <div className="form-acts">
        <SaveButton of={t('notices:penalty')} disabled={unreadable || backwards}>
          {t(penalty === null ? 'notices:penalty.save' : 'notices:penalty.saveAgain')}
        </SaveButton>
        <ActButton
          act="cancel"
          keys="escape"
          whileTyping
          of={t('notices:penalty')}
          variant="subtle"
          onClick={onCancel}
        >
          {t('ui:cancel')}
        </ActButton>
      </div>
    </Form>
  );
}
