import { Radio, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { CaseEventRecord, StartingEvents } from '../../../shared/events/index.ts';
import { isToCome } from '../../../shared/kernel/index.ts';
import { client, useChange } from '../../api/index.ts';
import { ActButton, FieldError, Form, SaveButton, useNow, useText, useZone } from '../../ui/index.ts';
import { useStores } from '../clients/index.ts';
import { ExhibitField } from '../evidence/index.ts';
import { CountdownFields, InstantField, PageClockField, readCountdown } from '../notices/index.ts';
import { EventChanges, useEventChanges } from './event-changes.tsx';
import { eventName } from './event-name.ts';

type Fields = Omit<CaseEventRecord, 'id' | 'caseId' | 'event' | 'happenedAt'> & {
  readonly event: CaseEventRecord['event'] | null;
  readonly happenedAt: number | null;
  /** Which clock the page's countdown is of; null: as the core takes it. */
  readonly pageClock: string | null;
};

const NOTHING: Fields = {
  event: null,
  happenedAt: null,
  note: '',
  pageWords: '',
  pageReadAt: null,
  pageDeadline: null,
  pageClock: null,
  itemId: null,
};

interface EventFormProps {
  readonly caseId: string;
  readonly storeId: string;
  readonly starting: StartingEvents['events'];
  /** What is corrected; null for something new. */
  readonly record: CaseEventRecord | null;
  readonly onClose: () => void;
}

/** Which event it was and when, in the store's own time, what the page counts down, and what shows it. Escape leaves. */
export function EventForm({ caseId, storeId, starting, record, onClose }: EventFormProps) {
  const t = useText();
  const zone = useZone();
  const now = useNow();
  const storeZone = useStores()?.find(({ id }) => id === storeId)?.zone;
  const [fields, setFields] = useState<Fields>(() => {
    const [only, ...more] = starting;
    return record === null
      ? { ...NOTHING, event: more.length === 0 ? (only?.event ?? null) : null }
      : { ...NOTHING, ...record };
  });
  const set = (patch: Partial<Fields>): void => setFields((before) => ({ ...before, ...patch }));
  const { event, happenedAt, note, pageWords, pageReadAt, pageClock, itemId } = fields;
  const chosen = starting.find((each) => each.event === event);
  const save = useChange(client.events.save, {
    features: ['events', 'deadlines', 'cases', 'evidence', 'today'],
    onSuccess: onClose,
  });
  const shown = happenedAt === null ? null : t.format.instant(happenedAt, zone, now);
  const zoneName = t.find(`ui:zone-${storeZone ?? zone}`) ?? storeZone ?? zone;
  const inZone =
    storeZone === undefined || storeZone === zone
      ? t('events:at.hint')
      : shown === null
        ? t('events:at.zone', { zone: zoneName })
        : t('events:at.here', { zone: zoneName, when: shown });
  const page = chosen?.onPage === true ? readCountdown(pageWords, pageReadAt, zone) : null;
  const asked =
    event === null || happenedAt === null
      ? null
      : {
          caseId,
          eventId: record?.id ?? null,
          event,
          happenedAt,
          note,
          itemId,
          pageWords: page === null ? '' : pageWords,
          pageReadAt: page?.pageReadAt ?? null,
          pageDeadline: page?.pageDeadline ?? null,
          ...(pageClock === null ? {} : { pageClock }),
        };
  const isEarly = isToCome(happenedAt, now);
  const changes = useEventChanges(isEarly ? null : asked);
  return (
    <Form
      onSubmit={() => {
        if (asked !== null && !isEarly) save.mutate(asked);
      }}
    >
      <Radio.Group
        label={t('events:which')}
        value={event ?? ''}
        onChange={(value) =>
          set({ event: starting.find((each) => each.event === value)?.event ?? null, pageClock: null })
        }
      >
        <div className="event-which">
          {starting.map((each) => (
            <Radio
              key={each.event}
              value={each.event}
              label={eventName(each.event, t)}
              description={t(
                each.clocks.every(({ pageOnly }) => pageOnly) ? 'events:starts.page' : 'events:starts',
                {
                  clocks: t.format.list(each.clocks.map(({ title }) => t.pick(title))),
                },
              )}
            />
          ))}
        </div>
      </Radio.Group>
      <div className="event-at">
        <InstantField
          label={t('events:at')}
          description={inZone}
          zone={storeZone}
          required
          error={isEarly ? <FieldError text={t('ui:fieldTimeToCome')} /> : undefined}
          value={happenedAt}
          onChange={(at) => set({ happenedAt: at })}
        />
      </div>
      {chosen?.onPage === true ? (
        <>
          <p className="ad-hint">{t('events:page')}</p>
          <CountdownFields
            words={pageWords}
            readAt={pageReadAt}
            onWords={(words) => set({ pageWords: words, pageReadAt: pageReadAt ?? Date.now() })}
            onReadAt={(readAt) => set({ pageReadAt: readAt })}
          />
          {page?.pageDeadline == null ? null : (
            <PageClockField page={changes?.page} onChange={(id) => set({ pageClock: id })} />
          )}
        </>
      ) : null}
      <Textarea
        label={t('events:note')}
        placeholder={t('events:note.hint')}
        value={note}
        maxLength={20_000}
        maxRows={6}
        onChange={({ currentTarget }) => set({ note: currentTarget.value })}
      />
      <ExhibitField
        caseId={caseId}
        label={t('events:item')}
        itemId={itemId}
        onChange={(id) => set({ itemId: id })}
      />
      <EventChanges changes={changes} now={now} />
      <div className="form-acts">
        <SaveButton disabled={asked === null || isEarly} loading={save.isPending}>
          {t(record === null ? 'events:save' : 'events:save.again')}
        </SaveButton>
        <ActButton act="cancel" keys="escape" whileTyping variant="subtle" onClick={onClose}>
          {t('ui:cancel')}
        </ActButton>
      </div>
    </Form>
  );
}
