import { Switch } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { MessageSquareText } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { EvidenceItem } from '../../../shared/evidence/index.ts';
import { pagesOf, api, paged, usePages } from '../../api/index.ts';
import {
  useActs,
  ActButton,
  EmptyState,
  FileDrop,
  LoadedTable,
  Page,
  SearchField,
  StatusWord,
  useNow,
  useText,
  useZone,
  type DataColumn,
} from '../../ui/index.ts';
import { IntakeState } from './intake-state.tsx';
import { ItemSheet } from './item-sheet.tsx';
import { TextItemDialog } from './text-item-dialog.tsx';
import { useIntake } from './use-intake.ts';

const rowId = (item: EvidenceItem): string => item.id;

/** Every original of the workspace, whatever case it serves; each with its custody log. */
export function EvidenceRoom() {
  const t = useText();
  const zone = useZone();
  const now = useNow();
  const [params, setParams] = useSearchParams();
  const openedId = params.get('item');
  const [typed, setTyped] = useState('');
  const [text] = useDebouncedValue(typed.trim(), 150);
  const [removed, setRemoved] = useState(false);
  const [texting, setTexting] = useState(false);
  const { intake, busy, take, cancel, clear } = useIntake(null);
  useActs([
    { id: 'show-removed', label: t('evidence:showRemoved'), keys: 'h', run: () => setRemoved(!removed) },
  ]);
  const query = useInfiniteQuery(
    api.evidence.list.infiniteOptions({
      input: pagesOf({ removed, ...(text === '' ? {} : { text }) }),
      ...paged,
    }),
  );
  const { rows, total, fetchMore } = usePages(query);
  const openedItem = useQuery(
    api.evidence.get.queryOptions({ input: { itemId: openedId ?? '' }, enabled: openedId !== null }),
  );
  const open = (itemId: string | null): void =>
    setParams(itemId === null ? {} : { item: itemId }, { replace: true });
  const columns = useMemo<DataColumn<EvidenceItem>[]>(
    () => [
      {
        id: 'name',
        header: t('evidence:name'),
        width: 'minmax(220px, 1.6fr)',
        cell: (item) => (item.label === '' ? item.fileName : item.label),
      },
      { id: 'kind', header: t('evidence:kind'), width: '110px', cell: (item) => kindOf(item, t) },
      {
        id: 'size',
        header: t('evidence:size'),
        width: '90px',
        align: 'end',
        cell: (item) => (item.kind === 'text' ? '' : t.format.bytes(item.size)),
      },
      {
        id: 'taken',
        header: t('evidence:takenIn'),
        width: '130px',
        cell: (item) => t.format.instant(item.takenInAt, zone, now),
      },
      {
        id: 'cases',
        header: t('evidence:usedIn'),
        width: '110px',
        cell: (item) =>
          item.caseIds.length === 0
            ? t('evidence:unused')
            : t('evidence:cases', { count: item.caseIds.length }),
      },
      {
        id: 'state',
        header: t('evidence:state'),
        width: 'minmax(140px, 1fr)',
        cell: (item) =>
          item.removedAt !== null ? (
            <StatusWord kind="no">{t('evidence:outOfUse', { reason: item.removeReason })}</StatusWord>
          ) : item.damaged ? (
            <StatusWord kind="warn">{t('evidence:damaged')}</StatusWord>
          ) : (
            <StatusWord kind="ok">{t('evidence:untouched')}</StatusWord>
          ),
      },
    ],
    [t, zone, now],
  );
  return (
    <Page
      fill
      title={t('app:evidence')}
      sub={t('evidence:sub')}
      actions={
        <>
          <Switch
            label={t('evidence:showRemoved')}
            checked={removed}
            onChange={(event) => setRemoved(event.currentTarget.checked)}
          />
          <ActButton
            act="add-text"
            keys="t"
            variant="default"
            leftSection={<MessageSquareText size={15} />}
            onClick={() => setTexting(true)}
          >
            {t('evidence:addText')}
          </ActButton>
        </>
      }
    >
      <div className="ad-stack ad-intake">
        <FileDrop label={t('evidence:drop')} onFiles={(files) => void take(files)} busy={busy} />
        <IntakeState intake={intake} onCancel={cancel} onClose={clear} />
      </div>
      <LoadedTable
        query={query}
        taught={
          total === 0 && text === '' && !removed ? (
            <EmptyState title={t('evidence:emptyTitle')}>{t('evidence:emptyText')}</EmptyState>
          ) : null
        }
        tools={
          <div className="ad-toolbar" role="search">
            <SearchField label={t('evidence:search')} value={typed} onChange={setTyped} />
            <span className="ad-hint">{t('evidence:count', { count: total })}</span>
          </div>
        }
        nothing={<EmptyState title={t('evidence:nothing')} />}
        label={t('app:evidence')}
        rows={rows}
        columns={columns}
        rowId={rowId}
        total={total}
        onOpen={(item) => open(item.id)}
        onNearEnd={fetchMore}
      />
      <ItemSheet item={openedId === null ? null : (openedItem.data ?? null)} onClose={() => open(null)} />
      {texting ? <TextItemDialog caseId={null} onClose={() => setTexting(false)} /> : null}
    </Page>
  );
}

function kindOf(item: EvidenceItem, t: ReturnType<typeof useText>): string {
  if (item.kind === 'text') return t('evidence:kind-note');
  const kind = t(`evidence:kind-${item.fileKind}`);
  return item.pages === null ? kind : `${kind} · ${t('evidence:pages', { count: item.pages })}`;
}
