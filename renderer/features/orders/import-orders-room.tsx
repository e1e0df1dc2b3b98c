import { Button, Progress, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import type { Store } from '../../../shared/clients/index.ts';
import type { JobState } from '../../../shared/jobs/index.ts';
import type { FileReference } from '../../../shared/kernel/fields.ts';
import { api, describeError, handIn, invalidateFeatures } from '../../api/index.ts';
import { FileDrop, JobProgress, Loading, Note, Page, Section, Sheet, useText } from '../../ui/index.ts';
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
              <Button variant="subtle" onClick={() => setAdding(true)}>
                {t('clients:addStore')}
              </Button>
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

  const take = async (file: File): Promise<void> => {
    setProblem(null);
    setSending({ name: file.name, part: 0 });
    try {
      const reference = await handIn(file, {
        onProgress: (part) => setSending({ name: file.name, part }),
      });
      setHanded({ file: reference, name: file.name });
    } catch (error) {
      setProblem(describeError(error, t));
    } finally {
      setSending(null);
    }
  };
  const startOver = (): void => {
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
                    <Button
                      component={Link}
                      to={thenCase ? `/cases/new?what=report&store=${store.id}` : `/orders?store=${store.id}`}
                    >
                      {t(thenCase ? 'orders:thenCase' : 'orders:toOrders')}
                    </Button>
                    <Button
                      variant="default"
                      component={Link}
                      to={thenCase ? `/orders?store=${store.id}` : `/cases/new?store=${store.id}`}
                    >
                      {t(thenCase ? 'orders:toOrders' : 'orders:thenCase')}
                    </Button>
                  </>
                ) : null}
                <Button variant="subtle" onClick={startOver}>
                  {t('orders:another')}
                </Button>
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
        onStarted={setJobId}
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
            <Progress
              value={sending.part * 100}
              size="sm"
              aria-label={t('orders:sending', { name: sending.name })}
            />
          )}
          {problem === null ? null : <Note kind="warn">{problem}</Note>}
          {thenCase ? (
            <div>
              <Button variant="subtle" component={Link} to={`/cases/new?what=report&store=${store.id}`}>
                {t('orders:skipImport')}
              </Button>
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
