import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { KeyRound } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { Operator } from '../../../shared/operators/index.ts';
import { api, describeError, isError, useConnection } from '../../api/index.ts';
import { Dialog, useText } from '../../ui/index.ts';
import { useGateState } from './gate-state.ts';
import { PinField } from './pin-field.tsx';
import { useOperators, useSignIn } from './use-sign-in.ts';

const TOUCHES = ['pointerdown', 'keydown', 'wheel'] as const;

/** Notices that nobody touched the window for the idle time of the settings. */
function useIdle(): void {
  const settings = useQuery(api.settings.get.queryOptions({ input: {} })).data;
  const minutes = settings?.idleMinutes ?? 0;
  useEffect(() => {
    if (minutes === 0) return undefined;
    let timer = setTimeout(() => useGateState.setState({ idle: true }), minutes * 60_000);
    const touch = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => useGateState.setState({ idle: true }), minutes * 60_000);
    };
    for (const name of TOUCHES) window.addEventListener(name, touch, { passive: true });
    return () => {
      clearTimeout(timer);
      for (const name of TOUCHES) window.removeEventListener(name, touch);
    };
  }, [minutes]);
}

/**
 * Asks who acts: at the start when there is a choice, after idle time, and when a person with a PIN was chosen.
 *
 * One person without a PIN is not asked; after a lost line the same person goes on.
 */
export function SignInGate() {
  const t = useText();
  const { operators, current } = useOperators();
  const { chosen, idle } = useGateState();
  const signIn = useSignIn();
  const lostAt = useConnection((state) => state.lostAt);
  const lastId = useRef<string | null>(null);
  useIdle();

  useEffect(() => {
    if (current !== null && current !== undefined) lastId.current = current.id;
  }, [current]);

  const { mutate, isPending } = signIn;
  const nobody = current === null && operators.length > 0;
  const before = operators.find(({ id }) => id === lastId.current) ?? null;
  const obvious: Operator | null =
    operators.length === 1 ? (operators[0] ?? null) : lostAt === null ? null : before;
  const goesOn = nobody && !idle && obvious !== null && !obvious.hasPin;
  useEffect(() => {
    if (goesOn && obvious !== null && !isPending) mutate({ operatorId: obvious.id });
  }, [goesOn, obvious, isPending, mutate]);

  const opened = chosen !== null || ((nobody || idle) && !goesOn);
  const close = (): void => useGateState.setState({ chosen: null });
  return (
    <Dialog
      opened={opened}
      onClose={close}
      closeOnClickOutside={false}
      closeOnEscape={chosen !== null}
      withCloseButton={chosen !== null}
      title={idle ? t('operators:stillYou') : t('operators:whoActs')}
    >
      {opened ? (
        <SignInForm
          key={chosen ?? 'any'}
          operators={operators}
          first={chosen}
          onDone={() => useGateState.setState({ chosen: null, idle: false })}
        />
      ) : null}
    </Dialog>
  );
}

interface SignInFormProps {
  readonly operators: readonly Operator[];
  readonly first: string | null;
  readonly onDone: () => void;
}

function SignInForm({ operators, first, onDone }: SignInFormProps) {
  const t = useText();
  const signIn = useSignIn();
  const [asking, setAsking] = useState<string | null>(first);
  const [pin, setPin] = useState('');
  const person = operators.find(({ id }) => id === asking);
  const enter = (operatorId: string, typed?: string): void =>
    signIn.mutate(
      { operatorId, ...(typed === undefined ? {} : { pin: typed }) },
      // Refused without a PIN: another window has just given this person one.
      {
        onSuccess: onDone,
        onError: (error) => {
          if (typed !== undefined || !isError(error, 'WRONG_PIN')) return;
          signIn.reset();
          setAsking(operatorId);
        },
      },
    );
  if (person !== undefined) {
    return (
      <form
        onSubmit={(event) => {
          event.preventDefault();
          enter(person.id, pin);
        }}
      >
        <PinField
          label={t('operators:pinOf', { name: person.name })}
          description={t('operators:pinMeaning')}
          value={pin}
          onChange={setPin}
          error={signIn.error === null ? null : describeError(signIn.error, t)}
        />
        <div className="ad-dialog-acts">
          <Button variant="default" onClick={() => setAsking(null)}>
            {t('operators:somebodyElse')}
          </Button>
          <Button type="submit" disabled={pin.length < 4} loading={signIn.isPending}>
            {t('operators:enter')}
          </Button>
        </div>
      </form>
    );
  }
  return (
    <div className="ad-stack">
      <p className="ad-dim">{t('operators:whyAsked')}</p>
      {operators.map((operator) => (
        <Button
          key={operator.id}
          variant="default"
          justify="space-between"
          fullWidth
          rightSection={operator.hasPin ? <KeyRound size={14} /> : <span />}
          onClick={() => (operator.hasPin ? setAsking(operator.id) : enter(operator.id))}
        >
          {operator.name}
        </Button>
      ))}
    </div>
  );
}
