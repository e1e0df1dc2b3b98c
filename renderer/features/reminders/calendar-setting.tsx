import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, client, invalidateFeatures, useChange } from '../../api/index.ts';
import {
  ActButton,
  Form,
  Loaded,
  Note,
  SaveButton,
  showToast,
  useNow,
  useText,
  useZone,
} from '../../ui/index.ts';
import { FolderField } from '../workspace/index.ts';
import { saveText } from './save-text.ts';

/** The deadlines in the calendar of a phone: once as a file, or as one that is kept and subscribed to. */
export function CalendarSetting() {
  const t = useText();
  const save = async (): Promise<void> => {
    const { name, text, events } = await client.reminders.calendarFile({ language: t.language });
    saveText(name, text, 'text/calendar');
    showToast(t, t('reminders:calendarSaved', { count: events }));
  };
  return (
    <div className="ad-stack">
      <div>
        <div className="ad-label">{t('reminders:keep')}</div>
        <p className="ad-hint">{t('reminders:keepHint')}</p>
      </div>
      <KeptFile />
      <div className="ad-row">
        <ActButton act="save-calendar" keys="shift+k" variant="default" onClick={() => void save()}>
          {t('reminders:calendarSave')}
        </ActButton>
        <span className="ad-hint">{t('reminders:calendarNotOpened')}</span>
      </div>
    </div>
  );
}

function KeptFile() {
  const t = useText();
  const zone = useZone();
  const now = useNow();
  const [folder, setFolder] = useState('');
  const kept = useQuery(api.reminders.keptCalendar.queryOptions({ input: {}, staleTime: 0 }));
  const keep = useChange(client.reminders.keepCalendar, {
    quiet: true,
    onSuccess: () => void invalidateFeatures(['reminders']),
  });
  return (
    <Loaded query={kept}>
      {({ path, writtenAt, problem }) =>
        path === null ? (
          <Form className="calendar-folder" onSubmit={() => keep.mutate({ folder: folder.trim() })}>
            <FolderField label={t('reminders:keepFolder')} value={folder} required onFolder={setFolder} />
            <SaveButton loading={keep.isPending} disabled={folder.trim() === ''} of={t('reminders:keep')}>
              {t('reminders:keepAct')}
            </SaveButton>
          </Form>
        ) : (
          <div className="ad-stack">
            {problem === null ? (
              <p>
                {writtenAt === null
                  ? t('reminders:keptSoon', { path })
                  : t('reminders:kept', { path, when: t.format.instant(writtenAt, zone, now) })}
              </p>
            ) : (
              <Note kind="warn">{t('reminders:keptProblem', { path })}</Note>
            )}
            <div className="ad-row">
              <ActButton
                act="keep-no-more"
                keys="shift+j"
                variant="subtle"
                size="compact-sm"
                onClick={() => keep.mutate({ folder: null })}
              >
                {t('reminders:keepStop')}
              </ActButton>
            </div>
          </div>
        )
      }
    </Loaded>
  );
}
