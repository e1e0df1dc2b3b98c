import { Menu } from '@mantine/core';
import { Check, ChevronDown, KeyRound, UserPlus } from 'lucide-react';
import { Link } from 'react-router';
import { isError } from '../../api/index.ts';
import { useActs, useText } from '../../ui/index.ts';
import { askForSignIn } from './gate-state.ts';
import { useOperators, useSignIn } from './use-sign-in.ts';

/** Who is on duty; one press opens the list, a second switches. */
export function OperatorSwitcher() {
  const t = useText();
  const { operators, current } = useOperators();
  const signIn = useSignIn();
  const switchTo = ({ id, hasPin }: (typeof operators)[number]): void => {
    if (id === current?.id) return;
    if (hasPin) askForSignIn(id);
    // Refused without a PIN: another window has just given this person one.
    else
      signIn.mutate(
        { operatorId: id },
        { onError: (error) => (isError(error, 'WRONG_PIN') ? askForSignIn(id) : undefined) },
      );
  };
  useActs(
    operators
      .filter(({ id }) => id !== current?.id)
      .map((operator) => ({
        id: 'switch-operator',
        group: 'everywhere' as const,
        label: t('operators:switch'),
        of: operator.name,
        keys: 'shift+o',
        run: () => switchTo(operator),
      })),
  );
  const onDuty =
    current === null || current === undefined
      ? t('app:nobodyOnDuty')
      : t('app:onDuty', { name: current.name });
  return (
    <Menu position="bottom-start" width={220} withinPortal={false} floatingStrategy="fixed">
      <Menu.Target>
        <button type="button" className="ad-duty" aria-label={`${onDuty} · ${t('operators:switch')}`}>
          {current === null || current === undefined
            ? t('app:nobodyOnDuty')
            : t('app:onDuty', { name: current.name })}
          <ChevronDown size={12} aria-hidden="true" />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {operators.map((operator) => (
          <Menu.Item
            key={operator.id}
            leftSection={
              operator.id === current?.id ? (
                <Check size={14} />
              ) : operator.hasPin ? (
                <KeyRound size={14} />
              ) : (
                <span className="ad-menu-gap" />
              )
            }
            onClick={() => switchTo(operator)}
          >
            {operator.name}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<UserPlus size={14} />} component={Link} to="/settings#operators">
          {t('operators:manage')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
