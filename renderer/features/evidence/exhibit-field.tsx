import { CloseButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/index.ts';
import { FileDrop, useFormHold, useText } from '../../ui/index.ts';
import { exhibitName } from '../facts/index.ts';
import { ExhibitSelect } from './exhibit-select.tsx';
import { IntakeState } from './intake-state.tsx';
import { useIntake } from './use-intake.ts';

interface ExhibitFieldProps {
  readonly caseId: string;
  readonly label: string;
  /** What may be dropped here, where it is no screenshot. */
  readonly drop?: string;
  readonly itemId: string | null;
  readonly onChange: (itemId: string | null) => void;
}

/** A screenshot: dropped in here, or one of the exhibits. */
export function ExhibitField({ caseId, label, drop, itemId, onChange }: ExhibitFieldProps) {
  const t = useText();
  const { intake, busy, take, cancel, clear } = useIntake(caseId);
  useFormHold(busy);
  const exhibits = useQuery(api.evidence.exhibits.queryOptions({ input: { caseId } }));
  const chosen = exhibits.data?.find((exhibit) => exhibit.itemId === itemId);
  if (chosen !== undefined) {
    return (
      <div className="exhibit-chosen">
        <span className="exhibit-field-label">{label}</span>
        <span>{exhibitName(chosen, t)}</span>
        <CloseButton size="sm" aria-label={`${t('ui:cancel')} · ${label}`} onClick={() => onChange(null)} />
      </div>
    );
  }
  return (
    <div className="form-stack">
      <span className="exhibit-field-label">{label}</span>
      <FileDrop
        label={drop ?? t('evidence:field.drop')}
        of={label}
        multiple={false}
        busy={busy}
        onFiles={(files) =>
          void take(files).then(([first]) => (first === undefined ? undefined : onChange(first)))
        }
      />
      {intake.phase === 'done' && intake.refused.length === 0 ? null : (
        <IntakeState intake={intake} onCancel={cancel} onClose={clear} />
      )}
      {busy || (exhibits.data?.length ?? 0) === 0 ? null : (
        <ExhibitSelect
          aria-label={t('evidence:field.pick')}
          placeholder={t('evidence:field.pick')}
          exhibits={exhibits.data ?? []}
          value={null}
          onChange={onChange}
        />
      )}
    </div>
  );
}
