import { CloseButton, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/index.ts';
import { FileDrop, useText } from '../../ui/index.ts';
import { exhibitChoices, exhibitName } from '../facts/index.ts';
import { IntakeState, useIntake } from '../requirements/index.ts';

interface ReceiptFieldProps {
  readonly caseId: string;
  readonly label: string;
  readonly itemId: string | null;
  readonly onChange: (itemId: string | null) => void;
}

/** A screenshot: dropped in here, or one of the exhibits. */
export function ReceiptField({ caseId, label, itemId, onChange }: ReceiptFieldProps) {
  const t = useText();
  const { intake, take, cancel, clear } = useIntake(caseId);
  const exhibits = useQuery(api.evidence.exhibits.queryOptions({ input: { caseId } }));
  const chosen = exhibits.data?.find((exhibit) => exhibit.itemId === itemId);
  const busy = intake.phase === 'sending' || intake.phase === 'taking-in';
  if (chosen !== undefined) {
    return (
      <div className="receipt-chosen">
        <span className="receipt-label">{label}</span>
        <span>{exhibitName(chosen, t)}</span>
        <CloseButton size="sm" aria-label={`${t('ui:cancel')} · ${label}`} onClick={() => onChange(null)} />
      </div>
    );
  }
  return (
    <div className="form-stack">
      <span className="receipt-label">{label}</span>
      <FileDrop
        label={t('submissions:receipt.drop')}
        multiple={false}
        busy={busy}
        onFiles={(files) => void take(files).then(([first]) => onChange(first ?? null))}
      />
      {intake.phase === 'done' && intake.refused.length === 0 ? null : (
        <IntakeState intake={intake} onCancel={cancel} onClose={clear} />
      )}
      {(exhibits.data?.length ?? 0) === 0 ? null : (
        <Select
          aria-label={t('submissions:receipt.pick')}
          placeholder={t('submissions:receipt.pick')}
          value={null}
          onChange={onChange}
          data={exhibitChoices(exhibits.data ?? [], t)}
        />
      )}
    </div>
  );
}
