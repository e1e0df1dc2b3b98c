import { Button } from '@mantine/core';
import { Link } from 'react-router';
import type { Order } from '../../../shared/orders/index.ts';
import { ShipOrHold } from '../shipping/index.ts';
import { SidePanel, useNow, useText, useZone } from '../../ui/index.ts';

interface OrderSheetProps {
  readonly order: Order | null;
  readonly onClose: () => void;
}

/** One order with everything the export said of it. */
export function OrderSheet({ order, onClose }: OrderSheetProps) {
  const t = useText();
  return (
    <SidePanel
      opened={order !== null}
      onClose={onClose}
      title={order === null ? '' : t('orders:one', { number: order.orderNumber })}
    >
      {order === null ? null : <OrderFacts order={order} />}
    </SidePanel>
  );
}

function OrderFacts({ order }: { readonly order: Order }) {
  const t = useText();
  const zone = useZone();
  const now = useNow();
  const at = (instant: number | null): string =>
    instant === null ? '' : t.format.instant(instant, zone, now);
  const lines: readonly (readonly [string, string])[] = [
    [t('orders:buyer'), order.buyerName],
    [t('orders:status'), order.status],
    [t('orders:ordered'), at(order.orderedAt)],
    [t('orders:paid'), order.paidAt === null ? t('orders:notPaid') : at(order.paidAt)],
    [t('orders:shipBy'), at(order.shipBy)],
    [t('orders:shipped'), at(order.shippedAt)],
    [t('orders:received'), at(order.receivedAt)],
    [
      t('orders:total'),
      order.totalMinor === null || order.currency === null
        ? ''
        : t.format.money(order.totalMinor, order.currency),
    ],
    [t('orders:items'), order.items],
    [t('orders:remark'), order.remark],
    [t('orders:recipient'), order.recipient],
    [t('orders:country'), order.country],
    [t('orders:address'), order.address],
    [t('orders:phone'), order.phone],
    [t('orders:tracking'), order.trackingNumber],
    ...Object.entries(order.extra),
  ];
  const query = new URLSearchParams({
    store: order.storeId,
    orders: order.orderNumber,
    buyer: order.buyerName,
  });
  return (
    <div className="ad-stack">
      <dl className="ad-facts">
        {lines
          .filter(([, value]) => value !== '')
          .map(([name, value]) => (
            <div key={name} className="ad-facts-line">
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      <ShipOrHold order={order} />
      <div className="ad-row">
        <Button component={Link} to={`/cases/new?${query.toString()}`}>
          {t('orders:openCase')}
        </Button>
        {order.buyerName === '' ? null : (
          <Button
            variant="default"
            component={Link}
            to={`/orders?store=${order.storeId}&buyer=${encodeURIComponent(order.buyerName)}`}
          >
            {t('orders:sameBuyer')}
          </Button>
        )}
      </div>
    </div>
  );
}
