import { useQuery } from '@tanstack/react-query';
import type { ClockRecord } from '../../../shared/deadlines/index.ts';
import { api } from '../../api/index.ts';
import { ActButton, CopyAct, Dialog, Loaded, useText } from '../../ui/index.ts';
import { QrCode } from './qr-code.tsx';
import { saveText } from './save-text.ts';

interface HandDialogProps {
  readonly clock: ClockRecord;
  readonly onClose: () => void;
}

/** Takes one clock out of this computer: a code for the phone's camera, words for a chat, a file for a calendar. */
export function HandDialog({ clock, onClose }: HandDialogProps) {
  const t = useText();
  const shared = useQuery(
    api.reminders.share.queryOptions({ input: { clockId: clock.id, language: t.language }, staleTime: 0 }),
  );
  return (
    <Dialog opened size="lg" onClose={onClose} title={t('reminders:hand')}>
      <Loaded query={shared}>
        {({ message, code, file }) => (
          <div className="clock-hand">
            <figure className="clock-code">
              <QrCode text={code} label={t('reminders:handCode')} />
              <figcaption className="ad-hint">{t('reminders:handScan')}</figcaption>
            </figure>
            <div className="ad-stack">
              <div>
                <div className="ad-label">{t('reminders:handMessage')}</div>
                <p className="clock-message">{message}</p>
              </div>
              <div className="ad-row">
                <CopyAct act="copy-words" keys="shift+c" words={message} variant="filled">
                  {t('reminders:handCopy')}
                </CopyAct>
                <ActButton
                  act="save-entry"
                  keys="shift+s"
                  variant="default"
                  onClick={() => saveText(file.name, file.text, 'text/calendar')}
                >
                  {t('reminders:handFile')}
                </ActButton>
              </div>
              <p className="ad-hint">
                {t('reminders:handText')} {t('reminders:calendarNotOpened')}
              </p>
            </div>
          </div>
        )}
      </Loaded>
    </Dialog>
  );
}
