import { SegmentedControl, Select, Textarea, TextInput } from '@mantine/core';
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
      <div>
        <p className="handover-label">{t('handovers:next.label')}</p>
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
      </div>
      {alone ? null : (
        <>
          <Select
            label={t('handovers:to.label')}
            placeholder={t('handovers:anybody')}
            clearable
            data={others.map(({ id, name }) => ({ value: id, label: name }))}
            value={draft.to}
            onChange={(to) => change({ to })}
          />
          <Select
            label={t('handovers:whose.label')}
            placeholder={t('handovers:everybody')}
            clearable
            data={operators.map(({ id, name }) => ({ value: id, label: name }))}
            value={draft.whose}
            onChange={(whose) => change({ whose })}
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
