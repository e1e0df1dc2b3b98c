import { Link } from 'react-router';
import { roundWords } from '../../../shared/reminders/index.ts';
import { useText } from '../../ui/index.ts';
import { countShops, type DayRounds } from './use-day-rounds.ts';

/** The rounds of a day in its cell: how many, in words. The keyboard comes to them over their day. */
export function DayRoundLines({ looks, orders }: DayRounds) {
  const t = useText();
  return (
    <ul className="ad-day-rounds">
      {orders.length === 0 ? null : (
        <li data-kind="to-ship">{t('deadlines:round-to-ship', { count: orders.length })}</li>
      )}
      {looks.length === 0 ? null : (
        <li>{t('deadlines:round-look-ups', { count: countShops({ looks, orders }) })}</li>
      )}
    </ul>
  );
}

/** The rounds of a day, read in full: which shops for what, and which orders. */
export function DayRoundsExplained({ looks, orders }: DayRounds) {
  const t = useText();
  const byShop = [...Map.groupBy(looks, ({ storeId }) => storeId)].flatMap(([storeId, of]) => {
    const [first] = of;
    return first === undefined
      ? []
      : [{ storeId, alias: first.storeAlias, kinds: of.map(({ kind }) => kind) }];
  });
  const shops = [...new Set(orders.map(({ storeAlias }) => storeAlias))];
  return (
    <div className="ad-day-rounds-full">
      {orders.length === 0 ? null : (
        <>
          <h3>{t('deadlines:round-to-ship', { count: orders.length })}</h3>
          <p>
            {roundWords({ shops }, t)} · <Link to="/">{t('deadlines:roundToShip')}</Link>
          </p>
        </>
      )}
      {byShop.length === 0 ? null : (
        <>
          <h3>{t('deadlines:round-look-ups', { count: byShop.length })}</h3>
          <ul className="ad-plain-list">
            {byShop.map(({ storeId, alias, kinds }) => (
              <li key={storeId}>
                {alias}
                <span className="ad-dim">
                  {' · '}
                  {t.format.list(kinds.map((kind) => t(`lookUps:kind-${kind}`)))}
                </span>
              </li>
            ))}
          </ul>
          <p>
            <Link to="/look-ups">{t('lookUps:open')}</Link>
          </p>
        </>
      )}
    </div>
  );
}
