import { Radio, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { PromisedEffect } from '../../../shared/follow-through/index.ts';
import { client, useChange } from '../../api/index.ts';
import {
  RuleLinks,
  Form,
  LateText,
  SaveButton,
  Sheet,
  StatusWord,
  useNow,
  useText,
  useZone,
  type StatusKind,
} from '../../ui/index.ts';
import { ExhibitField } from '../evidence/index.ts';
import { EffectChanges } from './effect-changes.tsx';

const STATES = ['waiting', 'applied', 'not-applied'] as const;
const KIND: Record<PromisedEffect['state'], StatusKind> = {
  waiting: 'open',
  applied: 'ok',
  'not-applied': 'warn',
};

/** One promise of the rules: was it applied, when was it seen, and which exhibit shows it. */
export function EffectRow({
  caseId,
  effect,
  today,
}: {
  readonly caseId: string;
  readonly effect: PromisedEffect;
  readonly today: string;
}) {
  const t = useText();
  const zone = useZone();
  const now = useNow();
  const [state, setState] = useState(effect.state);
  const [seenOn, setSeenOn] = useState(effect.seenOn ?? today);
  const [itemId, setItemId] = useState(effect.itemId);
  const [note, setNote] = useState(effect.note);
  const tick = useChange(client.followThrough.tick, { features: ['follow-through', 'today'] });
  return (
    <li>
      <Sheet>
        <div className="effect-head">
          <span className="effect-text">{t.pick(effect.text)}</span>
          <StatusWord kind={KIND[effect.state]}>{t(`followThrough:state.${effect.state}`)}</StatusWord>
        </div>
        <EffectChanges effect={effect} />
        <p className="ad-hint">
          {effect.overdue ? (
            <>
              <LateText>{t('followThrough:overdue')}</LateText> ·{' '}
            </>
          ) : null}
          {effect.dueAt === null
            ? t('followThrough:due.none')
            : t('followThrough:due', { when: t.format.deadline(effect.dueAt, zone, now) })}
          {' · '}
          {t('followThrough:basis')} <RuleLinks ruleIds={effect.ruleIds} />
        </p>
        <Form
          className="form-stack effect-form"
          onSubmit={() =>
            tick.mutate({
              caseId,
              effectId: effect.effectId,
              state,
              seenOn: state === 'waiting' ? null : seenOn,
              itemId,
              note,
            })
          }
        >
          <Radio.Group
            label={t.pick(effect.text)}
            labelProps={{ className: 'visually-hidden' }}
            value={state}
            onChange={(value) => setState(STATES.find((each) => each === value) ?? 'waiting')}
          >
            <div className="form-row form-row-tight">
              {STATES.map((each) => (
                <Radio key={each} value={each} label={t(`followThrough:state.${each}`)} />
              ))}
            </div>
          </Radio.Group>
          {state === 'waiting' ? null : (
            <div className="form-row">
              <TextInput
                type="date"
                label={t('followThrough:seenOn')}
                value={seenOn}
                max={today}
                onChange={(event) => setSeenOn(event.currentTarget.value)}
                required
              />
              <TextInput
                label={t('followThrough:note')}
                value={note}
                maxLength={200}
                onChange={(event) => setNote(event.currentTarget.value)}
              />
            </div>
          )}
          {state === 'waiting' ? null : (
            <ExhibitField
              caseId={caseId}
              label={t('followThrough:exhibit')}
              itemId={itemId}
              onChange={setItemId}
            />
          )}
          <div className="form-acts">
            <SaveButton loading={tick.isPending} disabled={state !== 'waiting' && seenOn === ''}>
              {t('followThrough:save')}
            </SaveButton>
          </div>
        </Form>
      </Sheet>
    </li>
  );
}
