import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearchParams } from 'react-router';
import { api, client, useChange } from '../../api/index.ts';
import { Loaded, Loading, Page, Section, Sheet, useChoiceKey, useText, useZone } from '../../ui/index.ts';
import { useOperators } from '../operators/index.ts';
import { CopyPaper } from './copy-paper.tsx';
import { PageParts } from './page-parts.tsx';
import { PastHandovers } from './past-handovers.tsx';
import { SpanForm } from './span-form.tsx';
import { useComposing } from './use-composing.ts';

const VIEWS = ['now', 'past'] as const;
type View = (typeof VIEWS)[number];

/** The page for whoever comes next, as it would be kept now; or what was handed over before. */
export function HandoverRoom() {
  const t = useText();
  const [params, setParams] = useSearchParams();
  const view: View = params.get('view') === 'past' ? 'past' : 'now';
  const show = (next: View): void => setParams(next === 'past' ? { view: next } : {}, { replace: true });
  useChoiceKey({ id: 'view', keys: 'v', label: t('handovers:view.next') }, VIEWS, view, show);
  const newest = useQuery(api.handovers.list.queryOptions({ input: { limit: 1 } }));
  return (
    <Page
      title={t('handovers:title')}
      sub={t('handovers:sub')}
      actions={
        <SegmentedControl
          aria-label={t('handovers:view')}
          value={view}
          onChange={(value) => show(value === 'past' ? 'past' : 'now')}
          data={VIEWS.map((value) => ({ value, label: t(`handovers:view.${value}`) }))}
        />
      }
    >
      {view === 'past' ? (
        <PastHandovers />
      ) : (
        <Loaded query={newest}>{({ items: [last] }) => <Composer last={last ?? null} />}</Loaded>
      )}
    </Page>
  );
}

function Composer({ last }: { readonly last: Parameters<typeof useComposing>[0] }) {
  const t = useText();
  const zone = useZone();
  const navigate = useNavigate();
  const { operators, current } = useOperators();
  const desk = useComposing(last, zone);
  const { asked, draft } = desk;
  const make = useChange(client.handovers.make, {
    features: ['handovers'],
    onSuccess: ({ id }) => {
      desk.clear();
      void navigate(`/handover/${id}`);
    },
  });
  const preview = useQuery({
    ...api.handovers.preview.queryOptions({ input: asked ?? { from: 0, nextUntil: 0 } }),
    enabled: asked !== null,
    placeholderData: (before) => before,
  });
  const nameOf = (id: string | null): string | null =>
    operators.find((operator) => operator.id === id)?.name ?? null;
  return (
    <div className="ad-columns">
      <div className="ad-column">
        {asked === null && preview.data === undefined ? (
          <Loading />
        ) : (
          <Loaded query={preview}>
            {(page) => (
              <Section
                title={t('handovers:preview')}
                hint={t('handovers:spanOf', {
                  from: t.format.instant(page.from, zone, page.at),
                  until: t.format.instant(page.until, zone, page.at),
                })}
                actions={
                  <CopyPaper
                    paper={{
                      page,
                      fromName: current?.name ?? '',
                      toName: nameOf(draft.to),
                      note: draft.note.trim(),
                      state: operators.length > 1 ? 'waiting' : 'kept',
                      takenName: null,
                      takenAt: null,
                      answer: '',
                    }}
                  />
                }
              >
                <Sheet>
                  <PageParts page={page} />
                </Sheet>
              </Section>
            )}
          </Loaded>
        )}
      </div>
      <aside className="ad-column" aria-label={t('handovers:act')}>
        <SpanForm
          desk={desk}
          operators={operators}
          currentId={current?.id ?? null}
          saving={make.isPending}
          onSave={() => {
            if (asked !== null) make.mutate({ ...asked, toOperatorId: draft.to, note: draft.note });
          }}
        />
      </aside>
    </div>
  );
}
