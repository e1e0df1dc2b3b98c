import { useState } from 'react';
import type { OpenNeed } from '../../../shared/asks/index.ts';
import type { Language } from '../../../shared/i18n/index.ts';
import { Sheet, useText, RowButton } from '../../ui/index.ts';
import { CopyMessage } from './copy-message.tsx';
import { MessageLanguage } from './message-language.tsx';
import { ordersText } from './names.ts';
import { RecordDialog } from './record-dialog.tsx';

interface NeedCardProps {
  readonly caseId: string;
  readonly need: OpenNeed;
}

/** What one addressee is asked for, for which orders, as a message to paste, and the record that it was sent. */
export function NeedCard({ caseId, need }: NeedCardProps) {
  const t = useText();
  const [language, setLanguage] = useState<Language>(t.language);
  const [recording, setRecording] = useState(false);
  const { addressee, needs, message } = need;
  const who = t(`asks:addressee.${addressee}`);
  const words = language === 'en' ? message.en : message.zh;
  // What is found in one's own records is fetched, not asked for.
  const own = addressee === 'own-records';
  const allAsked = needs.every(({ isAsked }) => isAsked);
  const sent = t(allAsked ? 'asks:sentAgain' : 'asks:sent');
  return (
    <li className="need-card" aria-label={who}>
      <Sheet>
        <h3>{own ? t('asks:own') : t('asks:of', { who })}</h3>
        <ul className="need-lines">
          {needs.map(({ requirementId, title, whereFound, orderNumbers, askedFor, isAsked }) => (
            <li key={requirementId}>
              <details>
                <summary>
                  <b>{t.pick(title)}</b> <span>{ordersText(orderNumbers.length, t)}</span>{' '}
                  {askedFor.length > 0 ? (
                    <span className="ad-hint">{t('asks:askedFor', { count: askedFor.length })}</span>
                  ) : isAsked ? (
                    <span className="ad-hint">{t('asks:askedWhole')}</span>
                  ) : null}
                </summary>
                <p className="ad-hint">
                  {t('requirements:where')} {t.pick(whereFound)}
                </p>
                {orderNumbers.length === 0 ? null : (
                  <p className="need-orders" tabIndex={0} aria-label={t('asks:orderList')} role="group">
                    {t.format.list(orderNumbers)}
                  </p>
                )}
              </details>
            </li>
          ))}
        </ul>
        <div className="need-message">
          <MessageLanguage of={who} value={language} onChange={setLanguage} />
          <span className="need-acts">
            <CopyMessage words={words} label={t('asks:copy')} of={who} />
            {own ? null : (
              <RowButton
                act="record-ask"
                keys="m"
                of={who}
                variant={allAsked ? 'default' : 'filled'}
                onClick={() => setRecording(true)}
              >
                {sent}
              </RowButton>
            )}
          </span>
        </div>
        <pre className="need-words" tabIndex={0} aria-label={`${t('asks:message')} · ${who}`}>
          {words}
        </pre>
      </Sheet>
      {recording ? (
        <RecordDialog caseId={caseId} need={need} words={words} onClose={() => setRecording(false)} />
      ) : null}
    </li>
  );
}
