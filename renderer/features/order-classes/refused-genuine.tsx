import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { missingUnits, voucherUnits } from '../../../shared/rulebook/index.ts';
import { api } from '../../api/index.ts';
import { ActButton, Note, useText } from '../../ui/index.ts';
import { vouchersOf } from './vouchers-of.ts';

interface RefusedGenuineProps {
  readonly caseId: string;
  readonly orderNumbers: readonly string[];
  /** How many of what was picked have every voucher. */
  readonly ready: number;
  readonly onSortReady: () => void;
  readonly onClose: () => void;
}

/** As many as are read at a glance; the board shows the coverage of all. */
const LACKS_SHOWN = 3;
const ORDERS_SHOWN = 4;

/** Why orders cannot be called fully documented: what they lack, and the way to the vouchers of each. */
export function RefusedGenuine({ caseId, orderNumbers, ready, onSortReady, onClose }: RefusedGenuineProps) {
  const t = useText();
  const coverage = useQuery(api.requirements.coverage.queryOptions({ input: { caseId } }));
  const units = voucherUnits(coverage.data?.requirements ?? []);
  const or = t.language === 'en' ? ' / ' : '／';
  const lacks = (number: string): string => {
    const order = coverage.data?.orders.find((each) => each.orderNumber === number);
    const missing = order === undefined ? [] : missingUnits(units, order);
    return t.format.list(
      missing.map(({ unit: { requirements } }) => {
        const joined = requirements.map(({ title }) => t.pick(title)).join(or);
        return requirements.length > 1 ? t('orderClasses:anyOf', { titles: joined }) : joined;
      }),
    );
  };
  const byLack = [...Map.groupBy(orderNumbers, lacks)].toSorted(
    ([, one], [, other]) => other.length - one.length,
  );
  const rest = byLack.slice(LACKS_SHOWN).reduce((sum, [, numbers]) => sum + numbers.length, 0);
  return (
    <Note kind="warn">
      <div role="alert">{t('orderClasses:refused', { count: orderNumbers.length })}</div>
      <ul className="refused-list">
        {byLack.slice(0, LACKS_SHOWN).map(([missing, numbers]) => (
          <li key={missing}>
            {t('orderClasses:refused.lacks', { count: numbers.length, missing })}
            <div className="refused-orders">
              {numbers.slice(0, ORDERS_SHOWN).map((number) => (
                <Link key={number} to={vouchersOf(caseId, number)}>
                  {number}
                </Link>
              ))}
              {numbers.length > ORDERS_SHOWN ? (
                <span className="ad-hint">
                  {t('orderClasses:refused.more', { count: numbers.length - ORDERS_SHOWN })}
                </span>
              ) : null}
            </div>
          </li>
        ))}
      </ul>
      <div className="form-acts">
        {rest > 0 ? <span className="ad-hint">{t('orderClasses:refused.more', { count: rest })}</span> : null}
        {ready === 0 ? null : (
          <ActButton act="sort-ready" keys="r" size="compact-sm" onClick={onSortReady}>
            {t('orderClasses:refused.rest', { count: ready })}
          </ActButton>
        )}
        <ActButton act="cancel" keys="escape" variant="subtle" size="compact-sm" onClick={onClose}>
          {t('orderClasses:refused.close')}
        </ActButton>
      </div>
    </Note>
  );
}
