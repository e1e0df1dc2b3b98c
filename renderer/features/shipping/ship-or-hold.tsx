import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { WaitingOrder } from '../../../shared/shipping/index.ts';
import { api } from '../../api/index.ts';
import { ActButton, Entries, Section, useNow, useText } from '../../ui/index.ts';
import { WaitingEntry } from './waiting-entry.tsx';

/** As many as stand in one place at first; the others are one act away, and so are those whose time nobody knows. */
const SHOWN = 12;

interface ShipOrHoldProps {
  /** The orders of this case, decided ones too; without it those of all cases that nobody decided on. */
  readonly caseId?: string;
  /** Only this order. */
  readonly order?: Pick<WaitingOrder, 'storeId' | 'orderNumber'>;
}

/** Orders under suspicion that are paid and not shipped, the most pressing first; nothing while there are none. */
export function ShipOrHold({ caseId, order: only }: ShipOrHoldProps) {
  const t = useText();
  const now = useNow();
  const input = caseId === undefined ? {} : { caseId };
  const all = useQuery(api.shipping.waiting.queryOptions({ input })).data ?? [];
  const [showsAll, setShowsAll] = useState(false);
  const waiting = all.filter(({ storeId, orderNumber, decided }) =>
    only === undefined
      ? caseId !== undefined || decided === null
      : storeId === only.storeId && orderNumber === only.orderNumber,
  );
  const dated = waiting.filter(({ shipBy }) => shipBy !== null);
  const undated = waiting.length - dated.length;
  const first = only === undefined ? dated.slice(0, SHOWN) : waiting;
  const shown = showsAll ? waiting : first;
  const left = dated.length - first.length;
  if (waiting.length === 0) return null;
  return (
    <Section title={t('shipping:title')} hint={t('shipping:hint')}>
      <p className="ad-hint">
        {t('shipping:risk-ship')} {t('shipping:risk-hold')} {t('shipping:both')}
      </p>
      {shown.length === 0 ? null : (
        <Entries label={t('shipping:title')}>
          {shown.map((order) => (
            <WaitingEntry key={`${order.storeId} ${order.orderNumber}`} order={order} now={now} />
          ))}
        </Entries>
      )}
      {undated === 0 ? null : (
        <p className="ad-hint">
          {t('shipping:undated', { count: undated })} {t('shipping:undatedHint')}
        </p>
      )}
      {shown.length === waiting.length ? null : (
        <ActButton
          act="show-more-orders"
          keys="shift+e"
          variant="subtle"
          size="compact-sm"
          mt={6}
          ml={-8}
          onClick={() => setShowsAll(true)}
        >
          {left > 0
            ? t('shipping:more', { count: waiting.length - shown.length })
            : t('shipping:showUndated', { count: undated })}
        </ActButton>
      )}
    </Section>
  );
}
