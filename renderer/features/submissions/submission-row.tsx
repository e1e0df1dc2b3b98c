import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Submission } from '../../../shared/submissions/index.ts';
import { client, useChange } from '../../api/index.ts';
import { ActButton, Dialog, Entry, Form, SaveButton, useNow, useText, useZone } from '../../ui/index.ts';
import { ExhibitField } from '../evidence/index.ts';

interface SubmissionRowProps {
  readonly submission: Submission;
  /** What it did to the chances, as `filedWords` has it. */
  readonly words: string | undefined;
  /** The platform has answered it, or something was handed in since: it was filed beyond doubt, and nothing is left to correct. */
  readonly settled: boolean;
}

/** One recorded filing: when, under which number; its late receipt, and its correction. */
export function SubmissionRow({ submission, words, settled }: SubmissionRowProps) {
  const t = useText();
  const zone = useZone();
  const now = useNow();
  const [open, setOpen] = useState<'receipt' | 'correct' | null>(null);
  const when = t.format.instant(submission.submittedAt, zone, now);
  const { platformNumber: number, correctedAt, correctionReason: reason } = submission;
  const close = (): void => setOpen(null);
  return (
    <Entry
      lead={t('submissions:round', { round: submission.round })}
      title={
        <span className={correctedAt === null ? undefined : 'submission-corrected'}>
          {number === '' ? t('submissions:line.noNumber', { when }) : t('submissions:line', { when, number })}
        </span>
      }
      detail={
        correctedAt === null
          ? words
          : t('submissions:corrected', { when: t.format.instant(correctedAt, zone, now), reason })
      }
      action={
        correctedAt === null ? (
          <>
            {number === '' || submission.receiptItemId === null ? (
              <ActButton
                act="receipt"
                keys="a"
                of={when}
                variant="default"
                size="compact-sm"
                onClick={() => setOpen('receipt')}
              >
                {t('submissions:addReceipt')}
              </ActButton>
            ) : null}
            {settled ? null : (
              <ActButton
                act="correct"
                keys="x"
                of={when}
                variant="subtle"
                size="compact-sm"
                onClick={() => setOpen('correct')}
              >
                {t('submissions:correct')}
              </ActButton>
            )}
            {open === 'receipt' ? <ReceiptDialog submission={submission} onClose={close} /> : null}
            {open === 'correct' ? <CorrectionDialog submissionId={submission.id} onClose={close} /> : null}
          </>
        ) : undefined
      }
    />
  );
}

function ReceiptDialog({
  submission,
  onClose,
}: {
  readonly submission: Submission;
  readonly onClose: () => void;
}) {
  const t = useText();
  const [platformNumber, setPlatformNumber] = useState(submission.platformNumber);
  const [receiptItemId, setReceiptItemId] = useState(submission.receiptItemId);
  const add = useChange(client.submissions.addReceipt, { features: ['submissions'], onSuccess: onClose });
  return (
    <Dialog opened onClose={onClose} title={t('submissions:addReceipt')}>
      <Form onSubmit={() => add.mutate({ submissionId: submission.id, platformNumber, receiptItemId })}>
        <TextInput
          label={t('submissions:number')}
          value={platformNumber}
          maxLength={200}
          data-autofocus
          onChange={(event) => setPlatformNumber(event.currentTarget.value)}
        />
        <ExhibitField
          caseId={submission.caseId}
          label={t('submissions:receipt')}
          itemId={receiptItemId}
          onChange={setReceiptItemId}
        />
        <div className="form-acts">
          <SaveButton loading={add.isPending}>{t('submissions:addReceipt.save')}</SaveButton>
        </div>
      </Form>
    </Dialog>
  );
}

function CorrectionDialog({
  submissionId,
  onClose,
}: {
  readonly submissionId: string;
  readonly onClose: () => void;
}) {
  const t = useText();
  const [reason, setReason] = useState('');
  const correct = useChange(client.submissions.correct, {
    features: ['submissions', 'attempts', 'deadlines'],
    onSuccess: onClose,
  });
  return (
    <Dialog opened onClose={onClose} title={t('submissions:correct.title')}>
      <Form
        onSubmit={() => {
          if (reason.trim() !== '') correct.mutate({ submissionId, reason });
        }}
      >
        <p>{t('submissions:correct.text')}</p>
        <TextInput
          label={t('submissions:correct.reason')}
          value={reason}
          maxLength={200}
          required
          data-autofocus
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <div className="form-acts">
          <Button variant="default" onClick={onClose}>
            {t('submissions:cancel')}
          </Button>
          <SaveButton sealed disabled={reason.trim() === ''} loading={correct.isPending}>
            {t('submissions:correct.save')}
          </SaveButton>
        </div>
      </Form>
    </Dialog>
  );
}
