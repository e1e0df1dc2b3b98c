import { describeError, useJob } from '../../api/index.ts';
import { ActButton, Note, useText, WaitProgress } from '../../ui/index.ts';
import type { Intake } from './use-intake.ts';

interface IntakeStateProps {
  readonly intake: Intake;
  readonly onCancel: () => void;
  readonly onClose: () => void;
}

/** How taking files in goes, and afterwards each file that was not taken in, by name and reason. */
export function IntakeState({ intake, onCancel, onClose }: IntakeStateProps) {
  const t = useText();
  const { job } = useJob(intake.phase === 'taking-in' ? intake.jobId : null);
  if (intake.phase === 'idle') return null;
  if (intake.phase !== 'done') {
    const sending = intake.phase === 'sending';
    const done = sending ? intake.done : intake.done + (job?.done ?? 0);
    const { total } = intake;
    return (
      <WaitProgress
        label={
          sending
            ? t('evidence:intake.upload', { name: intake.current })
            : t('evidence:intake.running', { done, total })
        }
        part={done / total}
        name={t('evidence:takingIn')}
        onCancel={onCancel}
      />
    );
  }
  if (intake.refused.length === 0) {
    return (
      <p className="ad-hint" role="status">
        {t('evidence:intake.done', { count: intake.taken.length })}
      </p>
    );
  }
  return (
    <Note kind="warn">
      <div role="alert">
        {intake.taken.length > 0
          ? `${t('evidence:intake.done', { count: intake.taken.length })}${t.language === 'en' ? '. ' : '。'}`
          : ''}
        {t('evidence:intake.failed', { count: intake.refused.length })}
        <ul className="intake-refused">
          {intake.refused.map(({ name, error }, index) => (
            <li key={`${name}-${index}`}>
              <b>{name}</b> {describeError(error, t)}
            </li>
          ))}
        </ul>
        {t('evidence:intake.again')}{' '}
        <ActButton act="cancel" keys="escape" variant="subtle" size="compact-sm" onClick={onClose}>
          {t('evidence:intake.close')}
        </ActButton>
      </div>
    </Note>
  );
}
