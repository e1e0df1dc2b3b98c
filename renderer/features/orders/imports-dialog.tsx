import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { api, client, paged, useChange, usePages } from '../../api/index.ts';
import {
  Dialog,
  EmptyState,
  Entries,
  Entry,
  Loaded,
  StatusWord,
  useNow,
  useText,
  useZone,
} from '../../ui/index.ts';
import { useStores } from '../clients/index.ts';

interface ImportsDialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Every import, newest first; one that is in force can be taken back whole. */
export function ImportsDialog({ opened, onClose }: ImportsDialogProps) {
  const t = useText();
  const zone = useZone();
  const now = useNow();
  const stores = useStores();
  const imports = useInfiniteQuery(
    api.orders.imports.infiniteOptions({
      input: (cursor: string | undefined) => (cursor === undefined ? {} : { cursor }),
      enabled: opened,
      ...paged,
    }),
  );
  const { rows, fetchMore } = usePages(imports);
  const undo = useChange(client.orders.undoImport, { features: ['orders', 'stores'] });
  return (
    <Dialog opened={opened} onClose={onClose} size="xl" title={t('orders:imports')}>
      <Loaded query={imports}>
        {() =>
          rows.length === 0 ? (
            <EmptyState title={t('orders:noImports')}>{t('orders:emptyText')}</EmptyState>
          ) : (
            <>
              <Entries label={t('orders:imports')}>
                {rows.map((each) => (
                  <Entry
                    key={each.id}
                    lead={t.format.instant(each.startedAt, zone, now)}
                    title={`${each.fileName} → ${stores?.find(({ id }) => id === each.storeId)?.name ?? ''}`}
                    detail={t('orders:importCounts', {
                      added: each.added,
                      changed: each.changed,
                      unchanged: each.unchanged,
                      rejected: each.rejected,
                    })}
                    action={
                      each.state === 'done' ? (
                        <Button
                          variant="subtle"
                          size="compact-sm"
                          loading={undo.isPending && undo.variables.importId === each.id}
                          onClick={() => undo.mutate({ importId: each.id })}
                        >
                          {t('orders:undoImport')}
                        </Button>
                      ) : (
                        <StatusWord kind={each.state === 'running' ? 'part' : 'no'}>
                          {t(`orders:import-${each.state}`)}
                        </StatusWord>
                      )
                    }
                  />
                ))}
              </Entries>
              {imports.hasNextPage ? (
                <Button variant="subtle" loading={imports.isFetchingNextPage} onClick={fetchMore}>
                  {t('orders:earlierImports')}
                </Button>
              ) : null}
            </>
          )
        }
      </Loaded>
    </Dialog>
  );
}
