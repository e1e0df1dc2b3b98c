import { Input, SegmentedControl, Select, Textarea, TextInput } from '@mantine/core';
import type { Operator } from '../../../shared/operators/index.ts';
import { FieldError, Form, SaveButton, useNow, useText, useZone } from '../../ui/index.ts';
import { SHIFT_HOURS, type ComposingDesk } from './use-composing.ts';

interface SpanFormProps {
  readonly desk: ComposingDesk;
  readonly operators: readonly Operator[];
  readonly currentId: string | null;
  readonly saving: boolean;
  readonly onSave: () => void;
}

/** Of which span, until when the next shift lasts, whose work, for whom, and what no record says. */
export function SpanForm({ desk, operators, currentId, saving, onSave }: SpanFormProps) {
  const t = useText();
  const zone = useZone();
  const now = useNow();
  const { draft, begun, nextLocal, asked, change } = desk;
  const others = operators.filter(({ id }) => id !== currentId);
  const alone = others.length === 0;
  const spans = [...(begun === null ? [] : ['last' as const]), ...SHIFT_HOURS];
  return (
    <Form onSubmit={onSave} enter={{ id: 'edit', label: t('handovers:note.label'), keys: 'e' }}>
      <Textarea
        label={t('handovers:note.label')}
        description={t('handovers:note.hint')}
        placeholder={t('handovers:note.example')}
        autosize
        minRows={3}
        maxRows={10}
        maxLength={2000}
        value={draft.note}
        onChange={(event) => change({ note: event.currentTarget.value })}
      />
      <Select
        label={t('handovers:span.label')}
        {...(draft.span === 'last' && begun !== null
          ? { description: t('handovers:span.last.hint', { when: t.format.instant(begun, zone, now) }) }
          : {})}
        allowDeselect={false}
        data={spans.map((value) => ({ value, label: t(`handovers:span.${value}`) }))}
        value={draft.span}
        onChange={(span) => {
          if (span !== null) change({ span });
        }}
      />
      <Input.Wrapper label={t('handovers:next.label')} labelElement="div">
        <SegmentedControl
          fullWidth
          size="xs"
          aria-label={t('handovers:next.label')}
          value={draft.nextTyped === null ? draft.nextHours : ''}
          onChange={(nextHours) => change({ nextHours, nextTyped: null })}
          data={SHIFT_HOURS.map((value) => ({ value, label: t(`handovers:next.${value}`) }))}
        />
        <TextInput
          className="handover-next"
          type="datetime-local"
          aria-label={t('handovers:fact.next')}
          value={nextLocal}
          onChange={(event) => change({ nextTyped: event.currentTarget.value })}
          {...(asked === null ? { error: <FieldError text={t('handovers:next.wrong')} /> } : {})}
        />
      </Input.Wrapper>
      {alone ? null : (
        <>
          <PersonSelect
            label={t('handovers:to.label')}
            nobody={t('handovers:anybody')}
            people={others}
            chosen={draft.to}
            onChoose={(to) => change({ to })}
          />
          <PersonSelect
            label={t('handovers:whose.label')}
            nobody={t('handovers:everybody')}
            people={operators}
            chosen={draft.whose}
            onChoose={(whose) => change({ whose })}
          />
        </>
      )}
      <div className="form-acts">
        <SaveButton disabled={asked === null} loading={saving}>
          {t(alone ? 'handovers:makeAlone' : 'handovers:make')}
        </SaveButton>
      </div>
      <p className="ad-hint">{t(alone ? 'handovers:makeHintAlone' : 'handovers:makeHint')}</p>
    </Form>
  );
}

/** Stands for nobody in particular in a list of ids. */
const NOBODY = '-';

interface PersonSelectProps {
  readonly label: string;
  readonly nobody: string;
  readonly people: readonly Operator[];
  readonly chosen: string | null;
  readonly onChoose: (operatorId: string | null) => void;
}

/** One person, or nobody in particular, which is a choice like the others. */
function PersonSelect({ label, nobody, people, chosen, onChoose }: PersonSelectProps) {
  return (
    <Select
      label={label}
      allowDeselect={false}
      data={[{ value: NOBODY, label: nobody }, ...people.map(({ id, name }) => ({ value: id, label: name }))]}
      value={chosen ?? NOBODY}
      onChange={(value) => onChoose(value === NOBODY ? null : value)}
    />
  );
}
