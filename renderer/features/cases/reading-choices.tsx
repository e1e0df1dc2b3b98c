import { Radio, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReadingChoiceRecord } from '../../../shared/cases/index.ts';
import type { Disputed, Verdict } from '../../../shared/rulebook/index.ts';
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
import { ReadingMark, RESTING_ON_RULES, RuleValue } from '../rulebook/index.ts';

interface ReadingChoicesProps {
  readonly platformId: string;
  readonly caseId: string;
  readonly verdict: Verdict;
}

/** Where the sources differ about this case: which reading acts, and the user's way to let another one act. */
export function ReadingChoices({ caseId, platformId, verdict }: ReadingChoicesProps) {
  const t = useText();
  const disputed = useQuery(api.cases.disputed.queryOptions({ input: { caseId } }));
  const choices = useQuery(api.cases.choices.queryOptions({ input: { caseId } }));
  const drop = useChange(client.cases.dropChoice, { features: RESTING_ON_RULES });
  const [open, setOpen] = useState<Disputed | null>(null);
  const cited = new Set(verdict.rules.map(({ ruleId }) => ruleId));
  // What counts the chances is cited by no check, and bears on the case all the same.
  const matters = (disputed.data ?? []).filter(
    ({ onChances, positions }) => onChances || positions.some(({ ruleId }) => cited.has(ruleId)),
  );
  if (matters.length === 0) return null;
  return (
    <Section title={t('cases:readings')} hint={t('cases:readings.hint')}>
      <Entries label={t('cases:readings')}>
        {matters.map((matter) => {
          const chosen = choices.data?.find((choice) => (choice.conflictId ?? choice.ruleId) === matter.id);
          return (
            <Entry
              key={matter.id}
              title={t.pick(matter.title)}
              detail={<Acting matter={matter} chosen={chosen} platformId={platformId} />}
              action={
                chosen === undefined && !matter.positions.some(({ mayAct }) => mayAct) ? (
                  <span className="ad-dim">{t('cases:readings.same')}</span>
                ) : chosen === undefined ? (
                  <ActButton
                    act="choose-reading"
                    keys="v"
                    of={t.pick(matter.title)}
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
                    of={t.pick(matter.title)}
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
        <ChooseDialog {...{ caseId, platformId }} matter={open} onClose={() => setOpen(null)} />
      )}
    </Section>
  );
}

/** What a reading says in words: as its side of the dispute puts it, else what is taken from it. */
function Taken({
  reading,
  platformId,
}: {
  readonly reading: Disputed['positions'][number];
  readonly platformId: string;
}) {
  const t = useText();
  if (reading.says !== null) return <div className="reading-mark">{t.pick(reading.says)}</div>;
  // Under the title of its matter even a bare yes or no tells which one it is.
  if (reading.value.kind === 'flag')
    return (
      <div className="reading-mark">
        <RuleValue value={reading.value} ruleId={reading.ruleId} />
      </div>
    );
  return <ReadingMark reading={reading} ruleId={reading.ruleId} platformId={platformId} />;
}

function Acting({
  matter,
  chosen,
  platformId,
}: {
  readonly platformId: string;
  readonly matter: Disputed;
  readonly chosen: ReadingChoiceRecord | undefined;
}) {
  const t = useText();
  const acting = matter.positions.filter((reading) =>
    chosen === undefined ? reading.acts : reading.ruleId === chosen.ruleId && reading.id === chosen.readingId,
  );
  return (
    <>
      {acting.map((reading) => (
        <div key={`${reading.ruleId}-${reading.id}`}>
          {t('cases:readings.acting')} <RuleLinks ruleIds={[reading.ruleId]} />{' '}
          {reading.says !== null
            ? t.pick(reading.says)
            : reading.quote === null
              ? t.pick(reading.source.title)
              : t('ui:quoted', { words: reading.quote.text })}
          {reading.says === null ? <Taken reading={reading} platformId={platformId} /> : null}
        </div>
      ))}
      {chosen === undefined ? null : (
        <div>
          <StatusWord kind="part">{t('cases:readings.chosen')}</StatusWord>{' '}
          {/* The title is the rulebook's, with the figure that the rulebook goes by. */}
          {matter.conflictId === null ? `${t('cases:readings.titleOfRulebook')} ` : ''}
          {t('cases:readings.because', { reason: chosen.reason })}
        </div>
      )}
    </>
  );
}

interface ChooseDialogProps {
  readonly platformId: string;
  readonly caseId: string;
  readonly matter: Disputed;
  readonly onClose: () => void;
}

/** Lets another reading act for this case, never without its reason: it stands in the journal. */
function ChooseDialog({ caseId, platformId, matter, onClose }: ChooseDialogProps) {
  const t = useText();
  const [place, setPlace] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const choose = useChange(client.cases.chooseReading, { features: RESTING_ON_RULES, onSuccess: onClose });
  const reading = place === null ? undefined : matter.positions[Number(place)];
  const ready = reading !== undefined && reason.trim() !== '';
  return (
    <Dialog opened onClose={onClose} title={t.pick(matter.title)} size="lg">
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
                disabled={!each.mayAct}
                label={
                  <>
                    <Taken reading={each} platformId={platformId} />
                    <RuleQuote rule={each} {...(each.acts ? { note: t('cases:readings.now') } : {})} />
                  </>
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
