import { NumberInput, Radio, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Reading, ReadingValue, Rule } from '../../../shared/rulebook/index.ts';
import { client, useChange } from '../../api/index.ts';
import {
  Dialog,
  ErrorNote,
  FileDrop,
  Form,
  SaveButton,
  useFormHold,
  useNow,
  useText,
  useZone,
} from '../../ui/index.ts';
import { dayOf } from '../attempts/index.ts';
import { IntakeState, useIntake } from '../evidence/index.ts';
import { RESTING_ON_RULES } from './resting-on-rules.ts';
import { RuleValue } from './rule-value.tsx';

const OTHER = '';

/** Notes what the back office shows of a rule: one of the pack's readings, or something else, with its words and a screenshot. */
export function OwnReadingDialog({ rule, onClose }: { readonly rule: Rule; readonly onClose: () => void }) {
  const t = useText();
  return (
    <Dialog opened onClose={onClose} title={t('rulebook:ownTitle', { rule: rule.id })} size="lg">
      <OwnReadingForm rule={rule} onClose={onClose} />
    </Dialog>
  );
}

function OwnReadingForm({ rule, onClose }: { readonly rule: Rule; readonly onClose: () => void }) {
  const t = useText();
  const zone = useZone();
  const now = useNow();
  const { kind } = rule.chosen.value;
  const [seen, setSeen] = useState<string | null>(null);
  const [figure, setFigure] = useState<number | null>(null);
  const [yes, setYes] = useState<boolean | null>(null);
  const [words, setWords] = useState('');
  const [seenOn, setSeenOn] = useState(() => dayOf(now, zone));
  const [itemId, setItemId] = useState<string | null>(null);
  const add = useChange(client.rulebook.addReading, {
    features: [...RESTING_ON_RULES, 'evidence'],
    ownErrors: true,
    onSuccess: onClose,
  });
  const value = seen === OTHER ? otherValue(rule.chosen.value, { figure, yes }) : null;
  const ready =
    seen !== null && seenOn !== '' && (seen === OTHER ? value !== null && words.trim() !== '' : true);
  return (
    <Form
      onSubmit={() => {
        if (!ready) return;
        add.mutate({
          ruleId: rule.id,
          ...(seen === OTHER ? { value } : { confirms: seen }),
          words: words.trim(),
          seenOn,
          itemId,
        });
      }}
    >
      <p className="ad-dim">{t.pick(rule.title)}</p>
      <Radio.Group label={t('rulebook:ownWhich')} value={seen} onChange={setSeen}>
        <div className="ad-stack own-reading-choices">
          {rule.readings.map((reading) => (
            <Radio key={reading.id} value={reading.id} label={<ReadingWords reading={reading} />} />
          ))}
          {isEditable(kind) ? <Radio value={OTHER} label={t('rulebook:ownOther')} /> : null}
        </div>
      </Radio.Group>
      {seen === OTHER && hasFigure(kind) ? (
        <NumberInput
          label={t('rulebook:ownFigure')}
          description={<RuleValue value={rule.chosen.value} />}
          min={0}
          allowDecimal={false}
          value={figure ?? ''}
          onChange={(typed) => setFigure(typeof typed === 'number' ? typed : null)}
        />
      ) : null}
      {seen === OTHER && kind === 'flag' ? (
        <Radio.Group
          label={t('rulebook:ownFlag')}
          value={yes === null ? null : yes ? 'yes' : 'no'}
          onChange={(chosen) => setYes(chosen === 'yes')}
        >
          <div className="ad-row">
            <Radio value="yes" label={t('rulebook:flagYes')} />
            <Radio value="no" label={t('rulebook:flagNo')} />
          </div>
        </Radio.Group>
      ) : null}
      <Textarea
        label={t('rulebook:ownWords')}
        description={t('rulebook:ownWordsHint')}
        value={words}
        maxLength={2000}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <TextInput
        type="date"
        label={t('rulebook:ownSeenOn')}
        value={seenOn}
        onChange={(event) => setSeenOn(event.currentTarget.value)}
      />
      <Shot itemId={itemId} onChange={setItemId} />
      {add.error === null ? null : <ErrorNote error={add.error} />}
      <SaveButton disabled={!ready} loading={add.isPending}>
        {t('ui:save')}
      </SaveButton>
    </Form>
  );
}

function ReadingWords({ reading }: { readonly reading: Reading }) {
  const t = useText();
  const { value, quote, source } = reading;
  if (value.kind !== 'statement' && value.kind !== 'unknown') return <RuleValue value={value} />;
  return <>{quote === null ? t.pick(source.title) : t('ui:quoted', { words: quote.text })}</>;
}

interface ShotProps {
  readonly itemId: string | null;
  readonly onChange: (itemId: string | null) => void;
}

/** The screenshot goes into the evidence room, of no case: a rule is no matter of one case. */
function Shot({ itemId, onChange }: ShotProps) {
  const t = useText();
  const { intake, busy, take, cancel, clear } = useIntake(null);
  useFormHold(busy);
  return (
    <>
      {itemId === null ? (
        <FileDrop
          label={t('rulebook:ownDrop')}
          multiple={false}
          busy={busy}
          onFiles={(files) => void take(files).then(([taken]) => onChange(taken ?? null))}
        />
      ) : (
        <p className="ad-hint">{t('rulebook:ownShot')}</p>
      )}
      <IntakeState intake={intake} onCancel={cancel} onClose={clear} />
    </>
  );
}

const FIGURES = ['duration', 'count', 'percent', 'attempts'] as const;

function hasFigure(kind: ReadingValue['kind']): boolean {
  return (FIGURES as readonly string[]).includes(kind);
}

/** Whether what a back office shows instead can be said with one figure, a yes or a no, or in its words alone. */
function isEditable(kind: ReadingValue['kind']): boolean {
  return hasFigure(kind) || kind === 'flag' || kind === 'statement';
}

/** The value that was typed, in the shape of the rule's own: a span keeps its unit and its start. */
function otherValue(
  like: ReadingValue,
  { figure, yes }: { readonly figure: number | null; readonly yes: boolean | null },
): ReadingValue | null {
  switch (like.kind) {
    case 'statement':
      return like;
    case 'flag':
      return yes === null ? null : { ...like, is: yes };
    case 'count':
    case 'percent':
      return figure === null ? null : { ...like, number: figure };
    case 'attempts':
      return figure === null ? null : { ...like, max: figure, byOffence: [] };
    case 'duration':
      return figure === null ? null : { ...like, min: null, max: figure, qualifier: null };
    default:
      return null;
  }
}
