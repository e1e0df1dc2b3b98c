import { NativeSelect, Radio, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Reading, Rule } from '../../../shared/rulebook/index.ts';
import { client, useChange } from '../../api/index.ts';
import {
  Dialog,
  ErrorNote,
  FieldError,
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
import { ALL_SITES, OwnSiteField, useOwnSite } from './own-site-field.tsx';
import { OwnValueFields } from './own-value-fields.tsx';
import { KINDS_OF_UNKNOWN, kindsFor, nothingTyped, writtenValue } from './own-value.ts';
import { RESTING_ON_RULES } from './resting-on-rules.ts';
import { RuleValue } from './rule-value.tsx';

const OTHER = '';

interface OwnReadingProps {
  readonly rule: Rule;
  /** The shop of the case it is noted beside; null in the rulebook itself. */
  readonly storeId: string | null;
  readonly onClose: () => void;
}

/** Notes what the back office shows of a rule: one of the pack's readings, or something else, with its words and a screenshot. */
export function OwnReadingDialog(props: OwnReadingProps) {
  const t = useText();
  const { rule, onClose } = props;
  return (
    <Dialog opened onClose={onClose} title={t('rulebook:ownTitle', { rule: rule.id })} size="lg">
      <OwnReadingForm {...props} />
    </Dialog>
  );
}

function OwnReadingForm({ rule, storeId, onClose }: OwnReadingProps) {
  const t = useText();
  const zone = useZone();
  const now = useNow();
  const like = rule.chosen.value;
  const kinds = kindsFor(like);
  const [kind, setKind] = useState(kinds[0]);
  const [seen, setSeen] = useState<string | null>(null);
  const [typed, setTyped] = useState(() => nothingTyped(like));
  const [words, setWords] = useState('');
  const [seenOn, setSeenOn] = useState(() => dayOf(now, zone));
  const site = useOwnSite(rule, storeId);
  const [itemId, setItemId] = useState<string | null>(null);
  const add = useChange(client.rulebook.addReading, {
    features: [...RESTING_ON_RULES, 'evidence'],
    ownErrors: true,
    onSuccess: onClose,
  });
  const value = seen === OTHER && kind !== undefined ? writtenValue(like, kind, typed) : null;
  const isEarly = seenOn > dayOf(now, zone);
  const ready =
    seen !== null &&
    seenOn !== '' &&
    !isEarly &&
    site.value !== '' &&
    (seen === OTHER ? value !== null && words.trim() !== '' : true);
  return (
    <Form
      onSubmit={() => {
        if (!ready) return;
        add.mutate({
          ruleId: rule.id,
          ...(seen === OTHER ? { value } : { confirms: seen }),
          words: words.trim(),
          seenOn,
          region: site.value === ALL_SITES ? null : site.value,
          itemId,
        });
      }}
    >
      <p className="ad-dim">{t.pick(rule.title)}</p>
      <Radio.Group label={t('rulebook:ownWhich')} value={seen} onChange={setSeen}>
        <div className="ad-stack own-reading-choices">
          {rule.readings.map((reading) => (
            <Radio
              key={reading.id}
              value={reading.id}
              label={<ReadingWords reading={reading} ruleId={rule.id} />}
            />
          ))}
          {kinds.length > 0 ? <Radio value={OTHER} label={t('rulebook:ownOther')} /> : null}
        </div>
      </Radio.Group>
      {seen === OTHER && kind !== undefined ? (
        <>
          {kinds.length > 1 ? (
            <NativeSelect
              label={t('rulebook:ownKind')}
              value={kind}
              onChange={({ currentTarget }) => setKind(kinds.find((each) => each === currentTarget.value))}
              data={KINDS_OF_UNKNOWN.map((each) => ({ value: each, label: t(`rulebook:ownKind-${each}`) }))}
            />
          ) : null}
          <OwnValueFields ruleId={rule.id} like={like} kind={kind} typed={typed} onChange={setTyped} />
        </>
      ) : null}
      <Textarea
        label={t('rulebook:ownWords')}
        required={seen === OTHER}
        description={t('rulebook:ownWordsHint')}
        value={words}
        maxLength={2000}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <TextInput
        type="date"
        label={t('rulebook:ownSeenOn')}
        value={seenOn}
        error={isEarly ? <FieldError text={t('ui:fieldDayToCome')} /> : undefined}
        onChange={(event) => setSeenOn(event.currentTarget.value)}
      />
      <OwnSiteField site={site} />
      <Shot itemId={itemId} onChange={setItemId} />
      {add.error === null ? null : <ErrorNote error={add.error} />}
      <SaveButton disabled={!ready} loading={add.isPending}>
        {t('ui:save')}
      </SaveButton>
    </Form>
  );
}

function ReadingWords({ reading, ruleId }: { readonly reading: Reading; readonly ruleId: string }) {
  const t = useText();
  const { value, quote, source } = reading;
  if (value.kind === 'unknown') return <>{t('rulebook:notPublished')}</>;
  if (value.kind !== 'statement') return <RuleValue value={value} ruleId={ruleId} />;
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
