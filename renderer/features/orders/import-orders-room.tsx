import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { Store } from '../../../shared/clients/index.ts';
import type { JobState } from '../../../shared/jobs/index.ts';
import type { FileReference } from '../../../shared/kernel/fields.ts';
import { api, describeError, handIn, invalidateFeatures, letGo } from '../../api/index.ts';
import {
  ActButton,
  FileDrop,
  JobProgress,
  Loading,
  Note,
  Page,
  Section,
  Sheet,
  useText,
  WaitProgress,
} from '../../ui/index.ts';
import { StoreForm, usePlatforms, useStores } from '../clients/index.ts';
import { announceNewestAct } from '../journal/index.ts';
import { ImportPreviewPanel } from './import-preview.tsx';

interface Handed {
  readonly file: FileReference;
  readonly name: string;
}

/** Importing an export file: the store, the file, a look at what it would do, then the import itself. */
export function ImportOrdersRoom() {
  const t = useText();
  const [params, setParams] = useSearchParams();
  const stores = useStores();
  const platforms = usePlatforms();
  const storeId = params.get('store') ?? (stores?.length === 1 ? stores[0]?.id : undefined);
  const store = stores?.find(({ id }) => id === storeId);
  const [adding, setAdding] = useState(false);
  const choose = (id: string): void => {
    const next = new URLSearchParams(params);
    next.set('store', id);
    setParams(next, { replace: true });
    setAdding(false);
  };
  if (stores === undefined || platforms === undefined) {
    return (
      <Page title={t('orders:import')}>
        <Loading />
      </Page>
    );
  }
  const naming = adding || stores.length === 0;
  return (
    <Page title={t('orders:import')} sub={t('orders:importSub')}>
      <div className="ad-narrow">
        <Section title={t('orders:importStore')}>
          {naming ? (
            <Sheet>
              <StoreForm
                platforms={platforms}
                act={t('orders:useStore')}
                brief
                onSaved={(made) => choose(made.id)}
              />
            </Sheet>
          ) : (
            <div className="ad-row">
              <Select
                aria-label={t('orders:store')}
                placeholder={t('orders:chooseStore')}
                data={stores.map(({ id, name }) => ({ value: id, label: name }))}
                value={store?.id ?? null}
                onChange={(value) => {
                  if (value !== null) choose(value);
                }}
              />
              <ActButton act="add" keys="a" variant="subtle" onClick={() => setAdding(true)}>
                {t('clients:addStore')}
              </ActButton>
            </div>
          )}
        </Section>
      </div>
      {store === undefined || naming ? null : (
        <ImportInto
          key={store.id}
          store={store}
          thenCase={params.get('then') === 'case'}
          onOtherStore={choose}
        />
      )}
    </Page>
  );
}

interface ImportIntoProps {
  readonly store: Store;
  readonly thenCase: boolean;
  readonly onOtherStore: (storeId: string) => void;
}

function ImportInto({ store, thenCase, onOtherStore }: ImportIntoProps) {
  const t = useText();
  const [sending, setSending] = useState<{ readonly name: string; readonly part: number } | null>(null);
  const [handed, setHanded] = useState<Handed | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [jobId, setJobId] = useState<string | null>(null);
  const [ended, setEnded] = useState<JobState | null>(null);

  /** What is being sent, and what was sent and belongs to no import yet: neither outlives this screen. */
  const held = useRef<{ sending: AbortController | null; file: FileReference | null }>({
    sending: null,
    file: null,
  });
  useEffect(() => {
    const mine = held.current;
    return () => {
      mine.sending?.abort();
      if (mine.file !== null) void letGo([mine.file]);
    };
  }, []);

  const take = async (file: File): Promise<void> => {
    const stop = new AbortController();
    held.current.sending = stop;
    setProblem(null);
    setSending({ name: file.name, part: 0 });
    try {
      const reference = await handIn(file, {
        onProgress: (part) => setSending({ name: file.name, part }),
        signal: stop.signal,
      });
      // Cancelled as its last byte arrived.
      if (stop.signal.aborted) return await letGo([reference]);
      held.current.file = reference;
      setHanded({ file: reference, name: file.name });
    } catch (error) {
      if (!stop.signal.aborted) setProblem(describeError(error, t));
    } finally {
      held.current.sending = null;
      setSending(null);
    }
  };
  const startOver = (): void => {
    const { file } = held.current;
    held.current.file = null;
    // Once the thread that reads it has been told to stop, which leaving the look at it does.
    if (file !== null) window.setTimeout(() => void letGo([file]));
    setHanded(null);
    setJobId(null);
    setEnded(null);
  };

  if (jobId !== null) {
    return (
      <Section title={handed?.name ?? ''}>
        <Sheet>
          <div className="ad-stack">
            <JobProgress
              jobId={jobId}
              label={t('orders:importing')}
              onEnd={(job) => {
                setEnded(job);
                void invalidateFeatures(['orders', 'stores', 'workspace']);
                if (job.state === 'done') void announceNewestAct(t);
              }}
            />
            {ended?.state === 'done' ? <Imported storeId={store.id} result={ended.result} /> : null}
            {ended === null ? null : (
              <div className="ad-row">
                {ended.state === 'done' ? (
                  <>
                    <ActButton
                      act="onward"
                      keys="."
                      to={thenCase ? `/cases/new?what=report&store=${store.id}` : `/orders?store=${store.id}`}
                    >
                      {t(thenCase ? 'orders:thenCase' : 'orders:toOrders')}
                    </ActButton>
                    <ActButton
                      act="onward-other"
                      keys="shift+c"
                      variant="default"
                      to={thenCase ? `/orders?store=${store.id}` : `/cases/new?what=report&store=${store.id}`}
                    >
                      {t(thenCase ? 'orders:toOrders' : 'orders:thenCase')}
                    </ActButton>
                  </>
                ) : null}
                <ActButton act="start-over" keys="r" variant="subtle" onClick={startOver}>
                  {t('orders:another')}
                </ActButton>
              </div>
            )}
          </div>
        </Sheet>
      </Section>
    );
  }
  if (handed !== null) {
    return (
      <ImportPreviewPanel
        store={store}
        file={handed.file}
        fileName={handed.name}
        onStarted={(started) => {
          // From here on it is the import's, which removes it when it is over.
          held.current.file = null;
          setJobId(started);
        }}
        onStartOver={startOver}
        onOtherStore={onOtherStore}
      />
    );
  }
  return (
    <div className="ad-narrow">
      <Section title={t('orders:importFile')}>
        <div className="ad-stack">
          <FileDrop
            label={t('orders:dropExport')}
            hint={t('orders:dropExportHint')}
            multiple={false}
            busy={sending !== null}
            onFiles={([file]) => {
              if (file !== undefined) void take(file);
            }}
          />
          {sending === null ? null : (
            <WaitProgress
              label={t('orders:sending', { name: sending.name })}
              part={sending.part}
              onCancel={() => held.current.sending?.abort()}
            />
          )}
          {problem === null ? null : <Note kind="warn">{problem}</Note>}
          {thenCase ? (
            <div>
              <ActButton act="skip" keys="s" variant="subtle" to={`/cases/new?what=report&store=${store.id}`}>
                {t('orders:skipImport')}
              </ActButton>
            </div>
          ) : null}
        </div>
      </Section>
    </div>
  );
}

/** What a finished import brought. */
function Imported({ storeId, result }: { readonly storeId: string; readonly result: unknown }) {
  const t = useText();
  const imports = useQuery(api.orders.imports.queryOptions({ input: { storeId } }));
  const importId =
    typeof result === 'object' && result !== null && 'importId' in result ? result.importId : null;
  const made = imports.data?.items.find(({ id }) => id === importId);
  if (made === undefined) return null;
  const { added, changed, unchanged, rejected } = made;
  return <p>{t('orders:importCounts', { added, changed, unchanged, rejected })}</p>;
}
