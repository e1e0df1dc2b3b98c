import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CaseEventRecord, StartingEvents } from '../../../shared/events/index.ts';
import { api, client, useChange } from '../../api/index.ts';
import {
  ActButton,
  Entries,
  Entry,
  Loaded,
  Section,
  Sheet,
  useNow,
  useText,
  useZone,
  RowButton,
} from '../../ui/index.ts';
import { EventForm } from './event-form.tsx';
import { eventName } from './event-name.ts';

interface CaseEventsProps {
  readonly caseId: string;
  readonly storeId: string;
  /** Off where what stands around it carries its title. */
  readonly titled?: boolean;
}

/** What happened in a case and starts its clocks; nothing where no rule counts from an event. */
export function CaseEvents({ caseId, storeId, titled = true }: CaseEventsProps) {
  const t = useText();
  const starting = useQuery(api.events.starting.queryOptions({ input: { caseId } }));
  const recorded = useQuery(api.events.list.queryOptions({ input: { caseId } }));
  const none = starting.data?.events.length === 0 && recorded.data?.length === 0;
  if (none || starting.data === undefined) return null;
  const { events } = starting.data;
  const desk = (
    <Loaded query={recorded}>
      {(list) => <EventDesk caseId={caseId} storeId={storeId} starting={events} recorded={list} />}
    </Loaded>
  );
  return titled ? <Section title={t('events:title')}>{desk}</Section> : desk;
}

interface EventDeskProps extends Omit<CaseEventsProps, 'titled'> {
  readonly starting: StartingEvents['events'];
  readonly recorded: readonly CaseEventRecord[];
}

function EventDesk({ caseId, storeId, starting, recorded }: EventDeskProps) {
  const t = useText();
  const zone = useZone();
  const now = useNow();
  /** The id of the record that is being corrected, `new` for one that is being added. */
  const [open, setOpen] = useState<string | null>(null);
  const close = (): void => setOpen(null);
  const remove = useChange(client.events.remove, { features: ['events', 'deadlines', 'cases', 'today'] });
  const corrected = recorded.find(({ id }) => id === open);
  return (
    <div className="form-stack">
      <p className="step-teach">{t('events:teach')}</p>
      {recorded.length === 0 ? null : (
        <Entries label={t('events:title')}>
          {recorded.map((record) => {
            const name = eventName(record.event, t);
            const when = t.format.instant(record.happenedAt, zone, now);
            const of = `${name} · ${when}`;
            return (
              <Entry
                key={record.id}
                lead={when}
                title={name}
                detail={record.note === '' ? undefined : record.note}
                action={
                  <>
                    <RowButton act="edit" keys="e" of={of} onClick={() => setOpen(record.id)}>
                      {t('events:edit')}
                    </RowButton>
                    <RowButton
                      act="remove"
                      keys="delete"
                      of={of}
                      loading={remove.isPending}
                      onClick={() => remove.mutate({ eventId: record.id })}
                    >
                      {t('events:remove')}
                    </RowButton>
                  </>
                }
              />
            );
          })}
        </Entries>
      )}
      {open === null ? (
        starting.length === 0 ? null : (
          <div className="form-acts">
            <ActButton act="record-event" keys="j" variant="default" onClick={() => setOpen('new')}>
              {t('events:add')}
            </ActButton>
          </div>
        )
      ) : (
        <Sheet>
          <EventForm
            key={open}
            caseId={caseId}
            storeId={storeId}
            starting={starting}
            record={corrected ?? null}
            onClose={close}
          />
        </Sheet>
      )}
    </div>
  );
}
