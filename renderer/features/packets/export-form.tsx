import { Checkbox, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { LANGUAGES, type Language } from '../../../shared/i18n/index.ts';
import type { ReadinessFinding } from '../../../shared/packets/index.ts';
import { client, invalidateFeatures, useChange } from '../../api/index.ts';
import { useChoiceKey, ActButton, JobProgress, Note, Sheet, useText } from '../../ui/index.ts';

interface ExportFormProps {
  readonly caseId: string;
  readonly findings: readonly ReadinessFinding[];
  readonly language: Language;
  readonly onLanguage: (language: Language) => void;
}

/** Freezes and writes the material; the originals only after a warning that they hold buyer data. */
export function ExportForm({ caseId, findings, language, onLanguage }: ExportFormProps) {
  const t = useText();
  const [originals, setOriginals] = useState(false);
  const [accepted, setAccepted] = useState(false);
  const [read, setRead] = useState(false);
  const [jobId, setJobId] = useState<string | null>(null);
  const [running, setRunning] = useState(false);
  const start = useChange(client.packets.export, {
    onSuccess: (started) => {
      setJobId(started.jobId);
      setRunning(true);
    },
  });
  useChoiceKey(
    { id: 'material-language', keys: 'l', label: t('packets:export.language') },
    LANGUAGES,
    language,
    onLanguage,
  );
  const blocked = findings.some((finding) => finding.weight === 'stop');
  const weighed = findings.filter((finding) => finding.weight === 'look').map((finding) => finding.code);
  const ready = !blocked && (weighed.length === 0 || read) && (!originals || accepted) && !running;
  return (
    <Sheet>
      <div className="form-stack">
        <p>{t('packets:export.what')}</p>
        <SegmentedControl
          className="packet-language"
          aria-label={t('packets:export.language')}
          value={language}
          onChange={(value) => onLanguage(value === 'en' ? 'en' : 'zh-CN')}
          data={[
            { value: 'zh-CN', label: t('drafting:language.zh-CN') },
            { value: 'en', label: t('drafting:language.en') },
          ]}
        />
        <Checkbox
          checked={originals}
          label={t('packets:export.originals')}
          onChange={(event) => {
            setOriginals(event.currentTarget.checked);
            setAccepted(false);
          }}
        />
        {originals ? (
          <Note kind="warn">
            <div className="form-stack">
              <p>{t('packets:originals.warning')}</p>
              <Checkbox
                checked={accepted}
                label={t('packets:originals.accept')}
                onChange={(event) => setAccepted(event.currentTarget.checked)}
              />
            </div>
          </Note>
        ) : null}
        {!blocked && weighed.length > 0 ? (
          <Checkbox
            checked={read}
            label={t('packets:acknowledge')}
            onChange={(event) => setRead(event.currentTarget.checked)}
          />
        ) : null}
        <div className="form-acts">
          <ActButton
            act="export"
            keys="e"
            disabled={!ready}
            loading={start.isPending}
            onClick={() => start.mutate({ caseId, language, originals })}
          >
            {t('packets:export')}
          </ActButton>
          {blocked ? <span className="ad-hint">{t('packets:export.blocked')}</span> : null}
        </div>
        {jobId === null ? null : (
          <JobProgress
            key={jobId}
            jobId={jobId}
            label={t(running ? 'packets:export.running' : 'packets:export.done')}
            onEnd={() => {
              setRunning(false);
              void invalidateFeatures(['packets', 'evidence']);
            }}
          />
        )}
      </div>
    </Sheet>
  );
}
