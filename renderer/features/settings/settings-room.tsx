import { SegmentedControl, Select } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useLocation } from 'react-router';
import type { Settings } from '../../../shared/settings/index.ts';
import {
  findZones,
  Loaded,
  NumberField,
  Page,
  Section,
  useComputerZone,
  useText,
  useZoneNames,
} from '../../ui/index.ts';
import { HoursSettings } from '../asks/index.ts';
import { ActivityLog } from '../journal/index.ts';
import { OperatorSettings } from '../operators/index.ts';
import { BackupSettings, VerifySettings, WorkspaceFacts } from '../workspace/index.ts';
import { ReminderSettings } from './reminder-settings.tsx';
import { useSaveSettings, useSettings } from './use-settings.ts';

/** Taste, reminders, people, backups, checks, and what has been done. */
export function SettingsRoom() {
  const t = useText();
  const { hash } = useLocation();
  useEffect(() => {
    if (hash !== '') document.getElementById(hash.slice(1))?.scrollIntoView();
  }, [hash]);
  return (
    <Page title={t('app:settings')} sub={t('settings:sub')}>
      <div className="ad-settings">
        <Section title={t('settings:taste')}>
          <Taste />
        </Section>
        <Section title={t('reminders:title')}>
          <ReminderSettings />
        </Section>
        <Section title={t('asks:opening.title')} hint={t('asks:opening.hint')}>
          <HoursSettings />
        </Section>
        <Section title={t('operators:title')}>
          <OperatorSettings />
        </Section>
        <Section title={t('workspace:backups')}>
          <BackupSettings />
        </Section>
        <Section title={t('settings:verify')}>
          <VerifySettings />
        </Section>
        <Section title={t('settings:about')}>
          <WorkspaceFacts />
        </Section>
        <Section title={t('journal:title')} hint={t('journal:hint')}>
          <ActivityLog />
        </Section>
      </div>
    </Page>
  );
}

function Taste() {
  return <Loaded query={useSettings()}>{(current) => <TasteForm current={current} />}</Loaded>;
}

function TasteForm({ current }: { readonly current: Settings }) {
  const t = useText();
  const save = useSaveSettings();
  const machineZone = useComputerZone();
  const zones = useZoneNames(current.zone === '' ? machineZone : current.zone);
  const machine = { value: '', label: t('settings:zoneMachine', { zone: machineZone }) };
  const optionsOf = (search: string) => [
    machine,
    // What stands in the field is not looked for.
    ...findZones(zones, search === machine.label ? '' : search).map(({ zone, label }) => ({
      value: zone,
      label,
    })),
  ];
  return (
    <div className="ad-taste">
      <div>
        <div className="ad-label" id="taste-language">
          {t('settings:language')}
        </div>
        <SegmentedControl
          aria-labelledby="taste-language"
          value={current.language}
          onChange={(language) => save.mutate({ language: language === 'en' ? 'en' : 'zh-CN' })}
          data={[
            { value: 'zh-CN', label: '中文' },
            { value: 'en', label: 'English' },
          ]}
        />
      </div>
      <div>
        <div className="ad-label" id="taste-theme">
          {t('settings:theme')}
        </div>
        <SegmentedControl
          aria-labelledby="taste-theme"
          value={current.theme}
          onChange={(theme) =>
            save.mutate({ theme: theme === 'dark' ? 'dark' : theme === 'light' ? 'light' : 'system' })
          }
          data={[
            { value: 'system', label: t('settings:theme-system') },
            { value: 'light', label: t('settings:theme-light') },
            { value: 'dark', label: t('settings:theme-dark') },
          ]}
        />
      </div>
      <SettledNumber
        label={t('settings:idle')}
        description={t('settings:idleHint')}
        min={0}
        max={480}
        current={current.idleMinutes}
        onSettle={(idleMinutes) => save.mutate({ idleMinutes })}
      />
      <SettledNumber
        label={t('settings:stale')}
        description={t('settings:staleHint')}
        min={1}
        max={3650}
        current={current.staleAfterDays}
        onSettle={(staleAfterDays) => save.mutate({ staleAfterDays })}
      />
      <Select
        label={t('settings:zone')}
        description={t('settings:zoneHint')}
        searchable
        data={[machine, ...zones.map(({ zone, label }) => ({ value: zone, label }))]}
        filter={({ search }) => optionsOf(search)}
        value={current.zone}
        onChange={(zone) => save.mutate({ zone: zone ?? '' })}
      />
    </div>
  );
}

interface SettledNumberProps {
  readonly label: string;
  readonly description: string;
  readonly min: number;
  readonly max: number;
  readonly current: number;
  readonly onSettle: (value: number) => void;
}

/** A number of the settings, kept when its field is left. */
function SettledNumber({ current, onSettle, ...field }: SettledNumberProps) {
  const [typed, setTyped] = useState<number | null | undefined>(current);
  return (
    <NumberField
      {...field}
      value={typed}
      onChange={setTyped}
      onBlur={() => {
        if (typeof typed === 'number' && typed !== current) onSettle(typed);
      }}
    />
  );
}
