import { useState } from 'react';
import { cutClockOf, cutOffAt, cutOffMinutesOf, type ClockRecord } from '../../../shared/deadlines/index.ts';
import { planReminders } from '../../../shared/reminders/index.ts';
import { desktop } from '../../api/index.ts';
import { ActButton, useText, useZone } from '../../ui/index.ts';
import { HandDialog } from './hand-dialog.tsx';
import { PlanDialog } from './plan-dialog.tsx';

/** When a clock reminds and by when the seller wants to be through; and what takes it to a phone or a colleague. */
export function ClockReminders({ clock, now }: { readonly clock: ClockRecord; readonly now: number }) {
  const t = useText();
  // One's own time, as everywhere: the platform's stand above with their zone's name.
  const zone = useZone();
  const [open, setOpen] = useState<'plan' | 'hand' | null>(null);
  if (clock.stoppedAt !== null) return null;
  const cut = cutClockOf(clock);
  const steps = t.format.list(
    planReminders(clock).flatMap(({ step }) => t.find(`reminders:before.${step}`) ?? []),
  );
  // A browser has no bell: there a reminder only comes into the list.
  const told = desktop === null ? 'listed' : 'rings';
  const said = [
    ...(clock.owner === 'mine' && cutOffMinutesOf(cut) > 0
      ? [t('reminders:cutOffAt', { when: t.format.deadline(cutOffAt(cut), zone, now) })]
      : []),
    ...(clock.owner === 'theirs'
      ? []
      : [
          steps === ''
            ? t(`reminders:${told}Never`)
            : t(clock.owner === 'mine' ? `reminders:${told}` : `reminders:${told}Vanishing`, { steps }),
        ]),
  ];
  return (
    <div className="clock-reminders">
      {said.length === 0 ? null : <p className="ad-hint">{said.join(' · ')}</p>}
      {desktop === null ? (
        <p className="ad-hint">{t('reminders:listedOnly', { act: t('reminders:hand') })}</p>
      ) : null}
      <div className="ad-row">
        {clock.owner === 'theirs' ? null : (
          <ActButton
            act="clock-plan"
            keys="shift+i"
            of={t.pick(clock.title)}
            variant="subtle"
            size="compact-sm"
            onClick={() => setOpen('plan')}
          >
            {t('reminders:plan')}
          </ActButton>
        )}
        <ActButton
          act="clock-hand"
          keys="shift+f"
          of={t.pick(clock.title)}
          variant="subtle"
          size="compact-sm"
          onClick={() => setOpen('hand')}
        >
          {t('reminders:hand')}
        </ActButton>
      </div>
      {open === 'plan' ? <PlanDialog clock={clock} onClose={() => setOpen(null)} /> : null}
      {open === 'hand' ? <HandDialog clock={clock} onClose={() => setOpen(null)} /> : null}
    </div>
  );
}
