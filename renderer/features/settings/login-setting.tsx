import { Switch } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { DesktopBridge } from '../../../shared/desktop/index.ts';
import { Note, useText } from '../../ui/index.ts';

const KEY = ['desktop', 'start-at-login'];

interface LoginSettingProps {
  readonly desktop: Pick<DesktopBridge, 'startAtLogin' | 'setStartAtLogin'>;
}

/** Whether the program starts at login. The system keeps it, and is asked anew whenever somebody comes to look. */
export function LoginSetting({ desktop }: LoginSettingProps) {
  const t = useText();
  const cache = useQueryClient();
  const state = useQuery({ queryKey: KEY, queryFn: () => desktop.startAtLogin(), staleTime: 0 }).data;
  const change = useMutation({
    mutationFn: (isOn: boolean) => desktop.setStartAtLogin(isOn),
    meta: { quiet: true },
    onSuccess: (changed) => cache.setQueryData(KEY, changed),
  });
  if (state === undefined) return null;
  if (state === 'unavailable') return <p className="ad-hint">{t('settings:loginUnavailable')}</p>;
  const isRefused = change.variables === true && change.data === 'off' && state === 'off';
  return (
    <div>
      <Switch
        label={t('settings:login')}
        description={t('settings:loginHint')}
        checked={state !== 'off'}
        onChange={(event) => change.mutate(event.currentTarget.checked)}
      />
      {state === 'needs-approval' || isRefused ? (
        <div className="ad-switch-more">
          <Note kind="warn">{t(isRefused ? 'settings:loginRefused' : 'settings:loginApprove')}</Note>
        </div>
      ) : null}
    </div>
  );
}
