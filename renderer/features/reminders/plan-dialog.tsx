import { Chip } from '@mantine/core';
import { useState } from 'react';
import {
  STEPS_BEFORE,
  cutClockOf,
  cutOffMinutesOf,
  USUAL_PLAN,
  type ClockPlan,
  type ClockRecord,
  type StepBefore,
} from '../../../shared/deadlines/index.ts';
import { VANISHING_STEPS } from '../../../shared/reminders/index.ts';
import { client, useChange } from '../../api/index.ts';
import { ActButton, Dialog, Form, NumberField, SaveButton, useText } from '../../ui/index.ts';

const MOST_HOURS = 720;

interface PlanDialogProps {
  readonly clock: ClockRecord;
  readonly onClose: () => void;
}

/** How one clock reminds: how long before its end, and by when the seller wants to be through. */
export function PlanDialog({ clock, onClose }: PlanDialogProps) {
  const t = useText();
  const usual = clock.owner === 'mine' ? USUAL_PLAN : { ...USUAL_PLAN, steps: VANISHING_STEPS };
  const current = clock.plan ?? { ...usual, cutOffMinutes: cutOffMinutesOf(cutClockOf(clock)) };
  const [steps, setSteps] = useState<readonly StepBefore[]>(current.steps);
  const [hours, setHours] = useState<number | null | undefined>(current.cutOffMinutes / 60);
  const set = useChange(client.deadlines.setPlan, {
    features: ['deadlines', 'reminders', 'today', 'cases'],
    onSuccess: onClose,
  });
  const save = (plan: ClockPlan | null): void => set.mutate({ clockId: clock.id, plan });
  return (
    <Dialog opened onClose={onClose} title={t('reminders:plan')}>
      <Form
        onSubmit={() =>
          save({
            steps: STEPS_BEFORE.filter((step) => steps.includes(step)),
            cutOffMinutes: Math.round((hours ?? 0) * 60),
          })
        }
      >
        <p className="ad-dim">{t.pick(clock.title)}</p>
        <fieldset className="clock-plan-steps">
          <legend className="ad-label">{t('reminders:planSteps')}</legend>
          <Chip.Group
            multiple
            value={[...steps]}
            onChange={(chosen) => setSteps(STEPS_BEFORE.filter((step) => chosen.includes(step)))}
          >
            {STEPS_BEFORE.map((step) => (
              <Chip key={step} value={step} size="sm" radius="sm" variant="outline">
                {t(`reminders:before.${step}`)}
              </Chip>
            ))}
          </Chip.Group>
        </fieldset>
        {clock.owner === 'mine' ? (
          <NumberField
            label={t('reminders:cutOff')}
            description={t('reminders:cutOffHint')}
            min={0}
            max={MOST_HOURS}
            parts
            value={hours}
            onChange={setHours}
            maw={260}
          />
        ) : null}
        <div className="ad-row">
          <SaveButton loading={set.isPending}>{t('reminders:planSave')}</SaveButton>
          {clock.plan === null ? null : (
            <ActButton
              act="plan-usual"
              keys="shift+m"
              variant="default"
              disabled={set.isPending}
              onClick={() => save(null)}
            >
              {t('reminders:planUsual')}
            </ActButton>
          )}
        </div>
      </Form>
    </Dialog>
  );
}
