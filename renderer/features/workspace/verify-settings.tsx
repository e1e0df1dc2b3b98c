import { useState } from 'react';
import { verifyReport, type VerifyReport } from '../../../shared/workspace/index.ts';
import { client, useChange } from '../../api/index.ts';
import { ActButton, JobProgress, Note, StatusWord, useNow, useText, useZone } from '../../ui/index.ts';

/** Checks the whole workspace and names whatever fails. */
export function VerifySettings() {
  const t = useText();
  const zone = useZone();
  const now = useNow();
  const [jobId, setJobId] = useState<string | null>(null);
  const [report, setReport] = useState<VerifyReport | null>(null);
  const verify = useChange(client.workspace.verify, {
    quiet: true,
    onSuccess: (started) => {
      setReport(null);
      setJobId(started.jobId);
    },
  });
  return (
    <div className="ad-stack">
      <div className="ad-row">
        <ActButton
          act="verify"
          keys="v"
          variant="default"
          loading={verify.isPending}
          onClick={() => verify.mutate({})}
        >
          {t('workspace:verifyNow')}
        </ActButton>
        <span className="ad-hint">{t('workspace:verifyHint')}</span>
      </div>
      {jobId === null ? null : (
        <JobProgress
          jobId={jobId}
          label={t('workspace:verifying')}
          onEnd={(job) => {
            const parsed = verifyReport.safeParse(job.result);
            if (parsed.success) setReport(parsed.data);
          }}
        />
      )}
      {report === null ? null : (
        <Note kind={report.findings.length === 0 ? 'info' : 'warn'}>
          <StatusWord kind={report.findings.length === 0 ? 'ok' : 'warn'}>
            {report.findings.length === 0
              ? t('workspace:verifiedClean')
              : t('workspace:verifiedFindings', { count: report.findings.length })}
          </StatusWord>
          <div className="ad-hint">
            {t('workspace:verifiedCounts', {
              time: t.format.instant(report.checkedAt, zone, now),
              blobs: report.blobs,
              size: t.format.bytes(report.bytes),
              entries: report.journalEntries,
              events: report.custodyEvents,
            })}
          </div>
          {report.findings.length === 0 ? null : (
            <ul className="ad-plain-list">
              {report.findings.map((finding) => (
                <li key={`${finding.code}-${finding.place}`}>
                  {t(`workspace:finding-${finding.code}`)}{' '}
                  {finding.names === undefined ? null : <b>{finding.names.join(' · ')} </b>}
                  <span className="ad-code">{finding.place}</span>
                </li>
              ))}
            </ul>
          )}
        </Note>
      )}
    </div>
  );
}
