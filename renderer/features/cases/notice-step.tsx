import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { client, useChange } from '../../api/index.ts';
import { ActButton, Note, Section, Sheet, useText } from '../../ui/index.ts';
import type { CaseDetail } from './case-detail.ts';

interface NoticeStepProps {
  readonly detail: CaseDetail;
  readonly sceneTitle: string;
  readonly isReport: boolean;
  /** Who begins the matter: a message of the platform's says itself on which day it came. */
  readonly begins: 'seller' | 'platform';
}

/** What is known before anything else: the days that pin which rules hold. A report needs no notice, and says so. */
export function NoticeStep({ detail, sceneTitle, isReport, begins }: NoticeStepProps) {
  const t = useText();
  const { record } = detail;
  const update = useChange(client.cases.update, { features: ['cases'] });
  const [buyerName, setBuyerName] = useState(record.buyerName);
  return (
    <Section title={t('cases:notice.title')}>
      {isReport ? <Note>{t('cases:notice.notNeeded')}</Note> : null}
      <Sheet>
        <dl className="ad-facts">
          <dt>{t('cases:notice.store')}</dt>
          <dd>{detail.storeAlias}</dd>
          <dt>{t('cases:notice.scene')}</dt>
          <dd>{sceneTitle}</dd>
        </dl>
        <div className="form-row notice-fields">
          <TextInput
            label={t('cases:notice.buyer')}
            value={buyerName}
            maxLength={200}
            onChange={(event) => setBuyerName(event.currentTarget.value)}
            onBlur={() => {
              if (buyerName !== record.buyerName) update.mutate({ caseId: record.id, buyerName });
            }}
          />
          <TextInput
            type="date"
            label={t('cases:notice.conductDate')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            description={t('cases:notice.conductDate.hint')}
            defaultValue={record.conductDate ?? ''}
            onBlur={(event) => {
              const conductDate = event.currentTarget.value === '' ? null : event.currentTarget.value;
              if (conductDate !== record.conductDate) update.mutate({ caseId: record.id, conductDate });
            }}
          />
          {isReport || begins === 'platform' ? null : (
            <TextInput
              type="date"
              label={t('cases:notice.noticeDate')}
              defaultValue={record.noticeDate ?? ''}
              onBlur={(event) => {
                const noticeDate = event.currentTarget.value === '' ? null : event.currentTarget.value;
                if (noticeDate !== record.noticeDate) update.mutate({ caseId: record.id, noticeDate });
              }}
            />
          )}
        </div>
      </Sheet>
      <div className="form-acts step-acts">
        <ActButton act="onward" keys="." variant="default" to={`/cases/${record.id}/check`}>
          {t('cases:notice.next')}
        </ActButton>
      </div>
    </Section>
  );
}
