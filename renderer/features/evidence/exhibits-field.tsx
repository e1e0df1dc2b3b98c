import { useQuery } from '@tanstack/react-query';
import type { Dispatch, ReactNode, SetStateAction } from 'react';
import { api } from '../../api/index.ts';
import { FileDrop, useFormHold } from '../../ui/index.ts';
import { ExhibitMultiSelect } from './exhibit-select.tsx';
import { IntakeState } from './intake-state.tsx';
import { useIntake } from './use-intake.ts';

interface ExhibitsFieldProps {
  readonly caseId: string;
  readonly label: string;
  readonly description?: ReactNode;
  /** What may be dropped here. */
  readonly drop: string;
  readonly itemIds: readonly string[];
  readonly onChange: Dispatch<SetStateAction<readonly string[]>>;
}

/** Several files: dropped in here, or exhibits of the case. */
export function ExhibitsField({ caseId, label, description, drop, itemIds, onChange }: ExhibitsFieldProps) {
  const { intake, busy, take, cancel, clear } = useIntake(caseId);
  useFormHold(busy);
  const exhibits = useQuery(api.evidence.exhibits.queryOptions({ input: { caseId } }));
  return (
    <>
      {(exhibits.data ?? []).length === 0 ? null : (
        <ExhibitMultiSelect
          label={label}
          description={description}
          exhibits={exhibits.data ?? []}
          value={[...itemIds]}
          onChange={onChange}
        />
      )}
      <FileDrop
        label={drop}
        busy={busy}
        onFiles={(files) =>
          void take(files).then((taken) => onChange((kept) => [...new Set([...kept, ...taken])]))
        }
      />
      {intake.phase === 'done' && intake.refused.length === 0 ? null : (
        <IntakeState intake={intake} onCancel={cancel} onClose={clear} />
      )}
    </>
  );
}
