import { Switch } from '@mantine/core';
import { useState } from 'react';
import { RAREST_DAYS, USUAL_DAYS, type LookFound, type LookUpRow } from '../../../shared/look-ups/index.ts';
import { client, useChange } from '../../api/index.ts';
import { ActButton, Form, NumberField, RuleLinks, SaveButton, Section, useText } from '../../ui/index.ts';

interface LookUpSheetProps {
  readonly row: LookUpRow;
  readonly onLook: (row: LookUpRow, found: LookFound) => void;
}

/** One thing to look for: where it is, what was found, and how often. */
export function LookUpSheet({ row, onLook }: LookUpSheetProps) {
  const t = useText();
  const of = `${row.storeAlias} · ${t(`lookUps:kind-${row.kind}`)}`;
  return (
    <div className="ad-stack">
      <Section title={of}>
        <p>{row.says === null ? t('lookUps:whereUnknown') : t.pick(row.says)}</p>
        {row.ruleIds.length === 0 ? null : (
          <p className="ad-hint">
            {t('lookUps:sources')} <RuleLinks ruleIds={row.ruleIds} />
          </p>
        )}
        <div className="ad-row look-up-found">
          <ActButton act="nothing" keys="y" variant="default" onClick={() => onLook(row, 'nothing')}>
            {t('lookUps:found-nothing')}
          </ActButton>
          <ActButton act="something-here" keys="b" onClick={() => onLook(row, 'something')}>
            {t('lookUps:found-something')}
          </ActButton>
        </div>
      </Section>
      <PlanForm key={`${row.storeId} ${row.kind} ${row.everyDays} ${String(row.off)}`} row={row} />
    </div>
  );
}

function PlanForm({ row }: { readonly row: LookUpRow }) {
  const t = useText();
  const usual = USUAL_DAYS[row.kind];
  const [days, setDays] = useState<number | null | undefined>(row.everyDays);
  const [on, setOn] = useState(!row.off);
  const plan = useChange(client.lookUps.plan, { features: ['lookUps'] });
  const ready = !on || typeof days === 'number';
  return (
    <Section title={t('lookUps:plan')}>
      <Form
        onSubmit={() => {
          if (!ready) return;
          const everyDays = typeof days === 'number' && days !== usual ? days : null;
          plan.mutate({ storeId: row.storeId, kind: row.kind, everyDays, off: !on });
        }}
      >
        <Switch
          label={t('lookUps:lookFor')}
          checked={on}
          onChange={(event) => setOn(event.currentTarget.checked)}
        />
        <NumberField
          label={t('lookUps:everyDays')}
          description={t('lookUps:usual', { days: usual })}
          value={days}
          min={1}
          max={RAREST_DAYS}
          disabled={!on}
          onChange={setDays}
        />
        <div className="form-acts">
          <SaveButton loading={plan.isPending} disabled={!ready}>
            {t('lookUps:save')}
          </SaveButton>
        </div>
      </Form>
    </Section>
  );
}
