import { useEffect } from 'react';
import { createSpotlight, Spotlight } from '@mantine/spotlight';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { create } from 'zustand';
import type { SearchHit } from '../../../shared/search/index.ts';
import { api } from '../../api/index.ts';
import { Kbd, useDeclaredActs, useText, type Act } from '../../ui/index.ts';

interface Asked {
  readonly text: string;
  /** The acts among which a key left the choice open; null when anything is looked for. */
  readonly among: readonly Act[] | null;
}

const NOTHING_ASKED: Asked = { text: '', among: null };

const useAsked = create<Asked>(() => NOTHING_ASKED);

const [lines, spotlight] = createSpotlight();

/**
 * Whatever was found anew, Enter takes a line. The palette marks the chosen one in the page itself,
 * where drawing the lines again can lose the mark.
 */
function useChosenLine(): void {
  useEffect(() => {
    const list = document.getElementById(lines.getState().listId);
    if (list === null || list.querySelector('[data-selected]') !== null) return;
    const first = list.querySelector('[data-action]');
    if (first === null) return;
    first.setAttribute('data-selected', 'true');
    lines.updateState((state) => ({ ...state, selected: 0 }));
  });
}

/** Opens the palette from anywhere. */
export function openPalette(): void {
  useAsked.setState(NOTHING_ASKED);
  spotlight.open();
}

/** Asks which of several rows' acts is meant. */
export function chooseAct(among: readonly Act[]): void {
  useAsked.setState({ text: '', among });
  spotlight.open();
}

function placeOf(hit: SearchHit): string {
  switch (hit.kind) {
    case 'case':
      return `/cases/${hit.refId}`;
    case 'fact':
      return hit.caseId === null ? '/cases' : `/cases/${hit.caseId}/facts`;
    case 'contact':
      return hit.caseId === null ? '/cases' : `/cases/${hit.caseId}/check?view=ways`;
    case 'order':
      return `/orders?text=${encodeURIComponent(hit.title)}`;
    case 'evidence':
      return `/evidence?item=${encodeURIComponent(hit.refId)}`;
    case 'store':
    case 'client':
      return '/clients';
    case 'rule':
      return `/rulebook?rule=${encodeURIComponent(hit.refId)}`;
  }
}

/** Ctrl/Cmd-K: any room, any act, and anything by any part of its words. */
export function CommandPalette() {
  const t = useText();
  const { text, among } = useAsked();
  return (
    <Spotlight.Root
      store={lines}
      query={text}
      onQueryChange={(typed) => useAsked.setState({ text: typed })}
      shortcut={null}
      maxHeight={460}
      scrollable
      title={t('search:title')}
    >
      <Spotlight.Search
        placeholder={t(among === null ? 'search:placeholder' : 'search:which')}
        aria-label={t('search:title')}
      />
      <Spotlight.ActionsList>
        {among === null ? <Anything text={text} /> : <Among text={text} among={among} />}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}

const wordsOf = ({ label, of }: Act): string => (of === undefined ? label : `${label} · ${of}`);

const keyOf = ({ id, of }: Act, place: number): string => `${id} ${of ?? ''} ${place}`;

const matching = (acts: readonly Act[], text: string): readonly Act[] =>
  acts.filter((act) => wordsOf(act).toLowerCase().includes(text.trim().toLowerCase()));

/** As many lines of one group as are looked through; typing finds the others. */
const LINES_SHOWN = 60;

function ActLines({ acts }: { readonly acts: readonly Act[] }) {
  return acts.slice(0, LINES_SHOWN).map((act, place) => (
    <Spotlight.Action
      key={keyOf(act, place)}
      // The palette gives the keyboard back first, so that an act may take it to where it is needed.
      onClick={() => setTimeout(act.run, GIVEN_BACK_MS)}
      label={wordsOf(act)}
      rightSection={<Kbd keys={act.keys} />}
    />
  ));
}

/** When the palette has certainly given the keyboard back to where it was. */
const GIVEN_BACK_MS = 30;

function Among({ text, among }: { readonly text: string; readonly among: readonly Act[] }) {
  const t = useText();
  useChosenLine();
  const acts = matching(among, text);
  return acts.length === 0 ? (
    <Spotlight.Empty>{t('search:nothing')}</Spotlight.Empty>
  ) : (
    <Spotlight.ActionsGroup label={among[0]?.label ?? ''}>
      <ActLines acts={acts} />
    </Spotlight.ActionsGroup>
  );
}

function Anything({ text }: { readonly text: string }) {
  const t = useText();
  const navigate = useNavigate();
  const declared = useDeclaredActs();
  const [asked] = useDebouncedValue(text.trim(), 120);
  const found = useQuery(
    api.search.find.queryOptions({
      input: { text: asked, limit: 20 },
      enabled: asked !== '',
      placeholderData: keepPreviousData,
      staleTime: 0,
    }),
  );
  useChosenLine();
  const hits = text.trim() === '' ? [] : (found.data ?? []);
  const acts = matching(declared, text);
  const groups = [
    { label: t('search:acts'), acts: acts.filter(({ group }) => group === undefined) },
    { label: t('search:everywhere'), acts: acts.filter(({ group }) => group === 'everywhere') },
    { label: t('search:rooms'), acts: acts.filter(({ group }) => group === 'rooms') },
  ];
  return (
    <>
      {hits.length === 0 ? null : (
        <Spotlight.ActionsGroup label={t('search:found')}>
          {hits.map((hit) => (
            <Spotlight.Action
              key={`${hit.kind}-${hit.refId}`}
              onClick={() => void navigate(placeOf(hit))}
              label={hit.title}
              description={[t(`search:kind-${hit.kind}`), hit.detail]
                .filter((part) => part !== '')
                .join(' · ')}
            />
          ))}
        </Spotlight.ActionsGroup>
      )}
      {groups.map((group) =>
        group.acts.length === 0 ? null : (
          <Spotlight.ActionsGroup key={group.label} label={group.label}>
            <ActLines acts={group.acts} />
          </Spotlight.ActionsGroup>
        ),
      )}
      {hits.length === 0 && acts.length === 0 ? (
        <Spotlight.Empty>{t(found.isFetching ? 'search:looking' : 'search:nothing')}</Spotlight.Empty>
      ) : null}
    </>
  );
}
