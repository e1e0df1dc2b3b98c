import { Button, Select, Textarea, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { OBTAINED, type EvidenceItem } from '../../../shared/evidence/index.ts';
import { api, blobUrl, client, useChange } from '../../api/index.ts';
import {
  ErrorNote,
  Form,
  Loaded,
  Note,
  Section,
  SidePanel,
  useNow,
  useText,
  useZone,
} from '../../ui/index.ts';
import { Verbatim } from './verbatim.tsx';

interface ItemSheetProps {
  readonly item: EvidenceItem | null;
  readonly onClose: () => void;
}

/** One original: what it is, what is said of it, and everything that ever happened to it. */
export function ItemSheet({ item, onClose }: ItemSheetProps) {
  return (
    <SidePanel
      opened={item !== null}
      onClose={onClose}
      size="lg"
      title={item === null ? '' : item.label === '' ? item.fileName : item.label}
    >
      {item === null ? null : <Item key={item.id} item={item} />}
    </SidePanel>
  );
}

const SHOWN_TYPES = /^image\/(png|jpeg|webp|gif)$/;

function Item({ item }: { readonly item: EvidenceItem }) {
  const t = useText();
  const zone = useZone();
  const now = useNow();
  return (
    <>
      {SHOWN_TYPES.test(item.mediaType) && !item.damaged ? (
        <a
          href={blobUrl(item.sha256, { type: item.mediaType })}
          target="_blank"
          rel="noreferrer"
          className="ad-picture"
        >
          <img
            src={blobUrl(item.sha256, { type: item.mediaType })}
            alt={t('evidence:picture', { name: item.fileName })}
          />
        </a>
      ) : null}
      {item.kind === 'text' ? <Verbatim sha256={item.sha256} /> : null}
      {item.damaged ? <Note kind="warn">{t('evidence:damagedText')}</Note> : null}
      <Section title={t('evidence:original')}>
        <dl className="ad-facts">
          {item.kind === 'file' ? (
            <>
              <dt>{t('evidence:fileName')}</dt>
              <dd>{item.fileName}</dd>
              <dt>{t('evidence:size')}</dt>
              <dd>
                {t.format.bytes(item.size)}
                {item.width === null || item.height === null ? '' : ` · ${item.width} × ${item.height}`}
              </dd>
              <dt>{t('evidence:fileTime')}</dt>
              <dd>
                {item.fileModifiedAt === null ? '—' : t.format.instant(item.fileModifiedAt, zone, now)}{' '}
                <span className="ad-hint">{t('evidence:fileTimeHint')}</span>
              </dd>
            </>
          ) : null}
          <dt>{t('evidence:takenIn')}</dt>
          <dd>{t.format.instant(item.takenInAt, zone, now)}</dd>
          <dt>SHA-256</dt>
          <dd className="ad-code">{item.sha256}</dd>
          <dt>{t('evidence:usedIn')}</dt>
          <dd>
            {item.caseIds.length === 0
              ? t('evidence:unused')
              : item.caseIds.map((caseId, index) => (
                  <Link key={caseId} to={`/cases/${caseId}/evidence`} className="ad-spaced">
                    {t('evidence:caseLink', { number: index + 1 })}
                  </Link>
                ))}
          </dd>
        </dl>
        <a href={blobUrl(item.sha256, { name: item.fileName })} download={item.fileName}>
          {t('evidence:download')}
        </a>
      </Section>
      {item.removedAt === null ? <IntoCase item={item} /> : null}
      <Describe item={item} />
      <Custody itemId={item.id} />
      <TakeOut item={item} />
    </>
  );
}

/** Takes an item that lies in the room into a case, where it becomes an exhibit. */
function IntoCase({ item }: { readonly item: EvidenceItem }) {
  const t = useText();
  const [wanted, setWanted] = useState('');
  const [caseId, setCaseId] = useState<string | null>(null);
  const [text] = useDebouncedValue(wanted.trim(), 200);
  const cases = useQuery(
    api.cases.list.queryOptions({
      input: { limit: CASES_OFFERED, ...(text === '' ? {} : { text }) },
      placeholderData: keepPreviousData,
    }),
  );
  const attach = useChange(client.evidence.attach, {
    features: ['evidence', 'requirements'],
    ownErrors: true,
    onSuccess: () => setCaseId(null),
  });
  const choices = (cases.data?.items ?? []).filter(({ id }) => !item.caseIds.includes(id));
  if (choices.length === 0 && wanted === '' && caseId === null) return null;
  return (
    <Section title={t('evidence:intoCase')} hint={t('evidence:intoCaseHint')}>
      <Form
        className="ad-row-end"
        onSubmit={() => {
          if (caseId !== null) attach.mutate({ caseId, itemIds: [item.id] });
        }}
      >
        <Select
          className="ad-grow"
          label={t('evidence:whichCase')}
          searchable
          value={caseId}
          onChange={setCaseId}
          onSearchChange={setWanted}
          // The core has found them; what it found is not narrowed again by the label.
          filter={({ options }) => options}
          nothingFoundMessage={t('evidence:nothing')}
          data={choices.map(({ id, number, title }) => ({
            value: id,
            label: [number, title].filter((part) => part !== '').join(' · '),
          }))}
        />
        <Button type="submit" variant="default" disabled={caseId === null} loading={attach.isPending}>
          {t('evidence:intoCaseAct')}
        </Button>
      </Form>
      {attach.error === null ? null : <ErrorNote error={attach.error} />}
    </Section>
  );
}

/** As many cases as a list offers at once; typing finds the others. */
const CASES_OFFERED = 20;

function Describe({ item }: { readonly item: EvidenceItem }) {
  const t = useText();
  const [label, setLabel] = useState(item.label);
  const [note, setNote] = useState(item.note);
  const [obtained, setObtained] = useState(item.obtained);
  const save = useChange(client.evidence.describe, { features: ['evidence'] });
  const changed = label !== item.label || note !== item.note || obtained !== item.obtained;
  return (
    <Section title={t('evidence:describe')}>
      <form
        className="ad-stack"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate({ itemId: item.id, label, note, obtained });
        }}
      >
        <TextInput
          label={t('evidence:label')}
          description={t('evidence:labelHint')}
          value={label}
          maxLength={200}
          onChange={(event) => setLabel(event.currentTarget.value)}
        />
        <Select
          label={t('evidence:obtained')}
          data={[
            { value: '', label: t('evidence:obtained-unsaid') },
            ...OBTAINED.map((value) => ({ value, label: t(`evidence:obtained-${value}`) })),
          ]}
          value={obtained ?? ''}
          onChange={(value) => setObtained(OBTAINED.find((each) => each === value) ?? null)}
        />
        <Textarea
          label={t('evidence:note')}
          value={note}
          maxLength={20_000}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <div>
          <Button type="submit" variant="default" disabled={!changed} loading={save.isPending}>
            {t('ui:save')}
          </Button>
        </div>
      </form>
    </Section>
  );
}

/** The log of one item: append-only, each line sealed by the hash of the line before. */
function Custody({ itemId }: { readonly itemId: string }) {
  const t = useText();
  const zone = useZone();
  const now = useNow();
  const custody = useQuery(api.evidence.custody.queryOptions({ input: { itemId } }));
  return (
    <Section title={t('evidence:custody')} hint={t('evidence:custodyHint')}>
      <Loaded query={custody}>
        {(events) => (
          <ol className="ad-custody">
            {events.map((event) => (
              <li key={event.sequence}>
                <span className="ad-custody-time">{t.format.instant(event.at, zone, now)}</span>
                <span>
                  {t(`evidence:act-${event.act}`)} · {event.operatorName}
                  {typeof event.detail['reason'] === 'string' ? ` · ${event.detail['reason']}` : ''}
                </span>
                <span className="ad-code" title={event.hash}>
                  {event.hash.slice(0, 12)}
                </span>
              </li>
            ))}
          </ol>
        )}
      </Loaded>
    </Section>
  );
}

function TakeOut({ item }: { readonly item: EvidenceItem }) {
  const t = useText();
  const [reason, setReason] = useState('');
  const options = { features: ['evidence'], ownErrors: true };
  const remove = useChange(client.evidence.remove, options);
  const restore = useChange(client.evidence.restore, options);
  const error = remove.error ?? restore.error;
  if (item.removedAt !== null) {
    return (
      <Section title={t('evidence:outOfUseTitle')}>
        <p>{t('evidence:outOfUse', { reason: item.removeReason })}</p>
        <Button
          mt="xs"
          variant="default"
          loading={restore.isPending}
          onClick={() => restore.mutate({ itemId: item.id })}
        >
          {t('evidence:restore')}
        </Button>
        {error === null ? null : <ErrorNote error={error} />}
      </Section>
    );
  }
  return (
    <Section title={t('evidence:remove')} hint={t('evidence:removeHint')}>
      <form
        className="ad-row-end"
        onSubmit={(event) => {
          event.preventDefault();
          if (reason.trim() !== '') remove.mutate({ itemId: item.id, reason });
        }}
      >
        <TextInput
          className="ad-grow"
          label={t('evidence:removeReason')}
          value={reason}
          maxLength={200}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" disabled={reason.trim() === ''} loading={remove.isPending}>
          {t('evidence:removeAct')}
        </Button>
      </form>
      {error === null ? null : <ErrorNote error={error} />}
    </Section>
  );
}
