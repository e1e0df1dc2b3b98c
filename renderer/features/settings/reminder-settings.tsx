import { Switch, TextInput } from '@mantine/core';
import { isQuietHour } from '../../../shared/reminders/index.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../shared/settings/index.ts';
import { desktop } from '../../api/index.ts';
import { Loaded, useText } from '../../ui/index.ts';
import { LoginSetting } from './login-setting.tsx';
import { useSaveSettings, useSettings } from './use-settings.ts';

const USUAL_NIGHT = DEFAULT_SETTINGS.quietHours ?? { from: '22:30', to: '08:00' };
const USUAL_DIGEST = DEFAULT_SETTINGS.digestAt ?? '09:00';

/** When reminders may ring, the day's digest, and starting at login; and what a computer cannot do. */
export function ReminderSettings() {
  return <Loaded query={useSettings()}>{(current) => <ReminderForm current={current} />}</Loaded>;
}

function ReminderForm({ current }: { readonly current: Settings }) {
  const t = useText();
  const save = useSaveSettings();
  const { quietHours, digestAt } = current;
  return (
    <div className="ad-switches">
      <QuietHours quiet={quietHours} onChange={(changed) => save.mutate({ quietHours: changed })} />
      <div>
        <Switch
          label={t('settings:digest')}
          description={t('settings:digestHint')}
          checked={digestAt !== null}
          onChange={(event) => save.mutate({ digestAt: event.currentTarget.checked ? USUAL_DIGEST : null })}
        />
        {digestAt === null ? null : (
          <div className="ad-switch-more">
            <TimeField
              label={t('settings:digestAt')}
              value={digestAt}
              onChange={(changed) => save.mutate({ digestAt: changed })}
            />
            {quietHours !== null && isQuietHour(digestAt, quietHours) ? (
              <p className="ad-hint">{t('settings:digestWaits', { time: quietHours.to })}</p>
            ) : null}
          </div>
        )}
      </div>
      {desktop === null ? null : <LoginSetting desktop={desktop} />}
      <p className="ad-hint">
        {desktop === null ? `${t('settings:noBell')} ` : ''}
        {t('reminders:honest')}
      </p>
    </div>
  );
}

interface QuietHoursProps {
  readonly quiet: Settings['quietHours'];
  readonly onChange: (quiet: Settings['quietHours']) => void;
}

/** The hours in which nothing rings, or none. */
function QuietHours({ quiet, onChange }: QuietHoursProps) {
  const t = useText();
  return (
    <div>
      <Switch
        label={t('settings:quiet')}
        description={t('settings:quietHint')}
        checked={quiet !== null}
        onChange={(event) => onChange(event.currentTarget.checked ? USUAL_NIGHT : null)}
      />
      {quiet === null ? null : (
        <div className="ad-switch-more">
          <TimeField
            label={t('settings:quietFrom')}
            value={quiet.from}
            onChange={(from) => onChange({ ...quiet, from })}
          />
          <TimeField
            label={t('settings:quietTo')}
            value={quiet.to}
            onChange={(to) => onChange({ ...quiet, to })}
          />
        </div>
      )}
    </div>
  );
}

interface TimeFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (time: string) => void;
}

/** An hour of the day, saved when it is whole and the field is left. */
function TimeField({ label, value, onChange }: TimeFieldProps) {
  return (
    <TextInput
      type="time"
      label={label}
      defaultValue={value}
      onBlur={(event) => {
        const time = event.currentTarget.value;
        if (/^\d\d:\d\d$/.test(time) && time !== value) onChange(time);
      }}
    />
  );
}
