import { Radio, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReadingChoiceRecord } from '../../../shared/cases/index.ts';
import type { Conflict, Reading, ReadingChoice, Rule, Verdict } from '../../../shared/rulebook/index.ts';
import { api, client, useChange } from '../../api/index.ts';
import {
  ActButton,
  Dialog,
  Entries,
  Entry,
  Form,
  RuleLinks,
  RuleQuote,
  SaveButton,
  Section,
  StatusWord,
  useText,
} from '../../ui/index.ts';
import { RESTING_ON_RULES } from '../rulebook/index.ts';

/** Something the sources do not agree on: a disagreement of the register, or a rule with readings of its own. */
interface Matter {
  readonly id: string;
  readonly title: string;
  readonly conflictId: string | null;
  readonly positions: readonly Reading[];
  /** Whether a reading is the one the rulebook lets act. */
  readonly acts: (reading: Reading) => boolean;
}

interface ReadingChoicesProps {
  readonly caseId: string;
  readonly scenarioId: string;
  readonly verdict: Verdict;
}

/** Where the sources differ about this case: which reading acts, and the user's way to let another one act. */
export function ReadingChoices({ caseId, scenarioId, verdict }: ReadingChoicesProps) {
  const t = useText();
  const conflicts = useQuery(
    api.rulebook.conflicts.queryOptions({ input: { platform: scenarioId.split('.')[0] ?? '' } }),
  );
  const rules = useQuery(api.rulebook.rules.queryOptions({ input: { scenarioId } }));
  const choosable = useQuery(api.cases.choosable.queryOptions({ input: { caseId } }));
  const choices = useQuery(api.cases.choices.queryOptions({ input: { caseId } }));
  const drop = useChange(client.cases.dropChoice, { features: RESTING_ON_RULES });
  const [open, setOpen] = useState<Matter | null>(null);
  const cited = new Set(verdict.rules.map(({ ruleId }) => ruleId));
  const ofScene = new Set((rules.data ?? []).map(({ id }) => id));
  const matters = [
    ...(conflicts.data ?? [])
      // What counts the chances is cited by no check, and bears on the case all the same.
      .filter(({ acts, positions }) =>
        positions.some(({ ruleId }) => cited.has(ruleId) || (acts.attempt !== null && ofScene.has(ruleId))),
      )
      .map((conflict) => ofConflict(conflict, t)),
    ...(rules.data ?? [])
      .filter(({ id, readings, conflicts: of }) => cited.has(id) && readings.length > 1 && of.length === 0)
      .map((rule) => ofRule(rule, t)),
  ];
  if (matters.length === 0 || choosable.data === undefined) return null;
  const others = new Map(
    matters.map((matter) => [matter, matter.positions.filter(mayAct(matter, choosable.data)).length]),
  );
  return (
    <Section title={t('cases:readings')} hint={t('cases:readings.hint')}>
      <Entries label={t('cases:readings')}>
        {matters.map((matter) => {
          const chosen = choices.data?.find((choice) => (choice.conflictId ?? choice.ruleId) === matter.id);
          return (
            <Entry
              key={matter.id}
              title={matter.title}
              detail={<Acting matter={matter} chosen={chosen} />}
              action={
                chosen === undefined && others.get(matter) === 0 ? (
                  <span className="ad-dim">{t('cases:readings.same')}</span>
                ) : chosen === undefined ? (
                  <ActButton
                    act="choose-reading"
                    keys="v"
                    of={matter.title}
                    variant="subtle"
                    size="compact-sm"
                    onClick={() => setOpen(matter)}
                  >
                    {t('cases:readings.choose')}
                  </ActButton>
                ) : (
                  <ActButton
                    act="drop-choice"
                    keys="b"
                    of={matter.title}
                    variant="subtle"
                    size="compact-sm"
                    loading={drop.isPending}
                    onClick={() => drop.mutate({ caseId, choiceId: chosen.id })}
                  >
                    {t('cases:readings.drop')}
                  </ActButton>
                )
              }
            />
          );
        })}
      </Entries>
      {open === null ? null : (
        <ChooseDialog
          caseId={caseId}
          matter={open}
          choosable={choosable.data}
          onClose={() => setOpen(null)}
        />
      )}
    </Section>
  );
}

function Acting({
  matter,
  chosen,
}: {
  readonly matter: Matter;
  readonly chosen: ReadingChoiceRecord | undefined;
}) {
  const t = useText();
  const acting = matter.positions.filter((reading) =>
    chosen === undefined
      ? matter.acts(reading)
      : reading.ruleId === chosen.ruleId && reading.id === chosen.readingId,
  );
  return (
    <>
      {acting.map((reading) => (
        <div key={`${reading.ruleId}-${reading.id}`}>
          {t('cases:readings.acting')} <RuleLinks ruleIds={[reading.ruleId]} />{' '}
          {reading.quote === null
            ? t.pick(reading.source.title)
            : t('ui:quoted', { words: reading.quote.text })}
        </div>
      ))}
      {chosen === undefined ? null : (
        <div>
          <StatusWord kind="part">{t('cases:readings.chosen')}</StatusWord>{' '}
          {t('cases:readings.because', { reason: chosen.reason })}
        </div>
      )}
    </>
  );
}

interface ChooseDialogProps {
  readonly caseId: string;
  readonly matter: Matter;
  readonly choosable: readonly ReadingChoice[];
  readonly onClose: () => void;
}

/** Lets another reading act for this case, never without its reason: it stands in the journal. */
function ChooseDialog({ caseId, matter, choosable, onClose }: ChooseDialogProps) {
  const t = useText();
  const [place, setPlace] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const choose = useChange(client.cases.chooseReading, { features: RESTING_ON_RULES, onSuccess: onClose });
  const reading = place === null ? undefined : matter.positions[Number(place)];
  const ready = reading !== undefined && reason.trim() !== '';
  return (
    <Dialog opened onClose={onClose} title={matter.title} size="lg">
      <Form
        onSubmit={() => {
          if (reading === undefined || !ready) return;
          choose.mutate({
            caseId,
            ruleId: reading.ruleId,
            readingId: reading.id,
            conflictId: matter.conflictId,
            reason,
          });
        }}
      >
        <Radio.Group label={t('cases:readings.which')} value={place} onChange={setPlace}>
          <div className="ad-stack">
            {matter.positions.map((each, index) => (
              <Radio
                key={`${each.ruleId}-${each.id}`}
                value={String(index)}
                disabled={!mayAct(matter, choosable)(each)}
                label={
                  <RuleQuote rule={each} {...(matter.acts(each) ? { note: t('cases:readings.now') } : {})} />
                }
              />
            ))}
          </div>
        </Radio.Group>
        <Textarea
          label={t('cases:readings.reason')}
          description={t('cases:readings.reasonHint')}
          value={reason}
          maxLength={200}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <p className="ad-hint">{t('cases:readings.clocks')}</p>
        <SaveButton disabled={!ready} loading={choose.isPending}>
          {t('cases:readings.save')}
        </SaveButton>
      </Form>
    </Dialog>
  );
}

/** Whether a reading of a matter could act in the place of the one that does, and something would be otherwise by it. */
function mayAct(matter: Matter, choosable: readonly ReadingChoice[]) {
  return (reading: Reading): boolean =>
    !matter.acts(reading) &&
    choosable.some(
      ({ ruleId, readingId, conflictId }) =>
        ruleId === reading.ruleId && readingId === reading.id && conflictId === matter.conflictId,
    );
}

type Text = ReturnType<typeof useText>;

function ofConflict(conflict: Conflict, t: Text): Matter {
  const acting = Object.values(conflict.acts);
  return {
    id: conflict.id,
    title: t.pick(conflict.title),
    conflictId: conflict.id,
    positions: conflict.positions,
    acts: ({ ruleId }) => acting.includes(ruleId),
  };
}

function ofRule(rule: Rule, t: Text): Matter {
  return {
    id: rule.id,
    title: t.pick(rule.title),
    conflictId: null,
    positions: rule.readings,
    acts: ({ id }) => id === rule.chosen.id,
  };
}
