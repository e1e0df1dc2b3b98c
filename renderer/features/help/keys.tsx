import { Kbd, useDeclaredActs, useText, type Act } from '../../ui/index.ts';

const LIST = 'main .ad-table, main .ad-list';

/** The keys that move in any list, and what must be there for them to mean something. */
const LIST_KEYS = [
  ['↑ ↓ j k', 'app:keyMove', LIST],
  ['Enter', 'app:keyOpen', LIST],
  ['Space', 'app:keyTick', 'main .ad-table[aria-multiselectable]'],
  ['Home End', 'app:keyEnds', LIST],
] as const;

/** One line a kind of act: rows of a list that offer the same share it. */
const kindsOf = (acts: readonly Act[]): readonly Act[] =>
  [...new Map(acts.toReversed().map((act) => [act.id, act])).values()].toReversed();

interface KeysProps {
  /** With the keys of the screen that is open, and of its lists. */
  readonly ofScreen: boolean;
}

/** The keys, each with what it does, made of what is declared; nothing here is written twice. */
export function Keys({ ofScreen }: KeysProps) {
  const t = useText();
  const kinds = kindsOf(useDeclaredActs());
  const ofLists = LIST_KEYS.filter(([, , list]) => !ofScreen || document.querySelector(list) !== null);
  return (
    <>
      <div className="ad-keys">
        {ofScreen ? (
          <KeyGroup title={t('app:keysHere')} acts={kinds.filter(({ group }) => group === undefined)} />
        ) : null}
        <KeyGroup
          title={t('app:keysEverywhere')}
          acts={kinds.filter(({ group }) => group === 'everywhere')}
        />
        <KeyGroup title={t('app:keysGo')} acts={kinds.filter(({ group }) => group === 'rooms')} />
        {ofLists.length > 0 ? (
          <section>
            <h3>{t('app:keysLists')}</h3>
            <dl className="ad-keys-list">
              {ofLists.map(([keys, does]) => (
                <KeyLine key={keys} keys={keys} does={t(does)} />
              ))}
            </dl>
          </section>
        ) : null}
      </div>
      <p className="ad-hint">{t('app:keysHint')}</p>
    </>
  );
}

function KeyGroup({ title, acts }: { readonly title: string; readonly acts: readonly Act[] }) {
  if (acts.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      <dl className="ad-keys-list">
        {acts.map((act) => (
          <KeyLine key={act.id} keys={act.keys} act={act.id} does={act.label} />
        ))}
      </dl>
    </section>
  );
}

interface KeyLineProps {
  readonly keys: string;
  readonly does: string;
  readonly act?: string;
}

function KeyLine({ keys, does, act }: KeyLineProps) {
  return (
    <div data-act={act} data-keys={keys}>
      <dt>
        <Kbd keys={keys} />
      </dt>
      <dd>{does}</dd>
    </div>
  );
}
