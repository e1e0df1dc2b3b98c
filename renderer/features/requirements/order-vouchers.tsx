import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import type { Ask } from '../../../shared/asks/index.ts';
import type { CaseOrder } from '../../../shared/cases/index.ts';
import type { CaseExhibit, EvidenceItem } from '../../../shared/evidence/index.ts';
import { voucherOf, type OrderCoverage, type VoucherUnit } from '../../../shared/rulebook/index.ts';
import { SidePanel, useNow, useText, useZone } from '../../ui/index.ts';
import { ExhibitView } from '../evidence/index.ts';
import { itemName } from '../facts/index.ts';
import { VoucherSlot } from './voucher-slot.tsx';

interface OrderVouchersProps {
  readonly caseId: string;
  readonly coverage: OrderCoverage;
  /** The order as it stands in the case; undefined while the orders are still loading. */
  readonly order: CaseOrder | undefined;
  readonly units: readonly VoucherUnit[];
  readonly exhibits: readonly CaseExhibit[];
  readonly asks: readonly Ask[];
  /** To the neighbours in the list; null at its ends. */
  readonly onPrevious: (() => void) | null;
  readonly onNext: (() => void) | null;
  readonly onClose: () => void;
}

/** The vouchers of one order, slot by slot, beside what the order itself says they must agree with. */
export function OrderVouchers(props: OrderVouchersProps) {
  const { caseId, coverage, order, units, exhibits, asks, onPrevious, onNext, onClose } = props;
  const t = useText();
  const [preview, setPreview] = useState<EvidenceItem | null>(null);
  const looked = useRef<HTMLElement | null>(null);
  const look = (item: EvidenceItem): void => {
    looked.current = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    setPreview(item);
  };
  const back = (): void => {
    setPreview(null);
    // Once the slots are there again, the keyboard is where it left them.
    requestAnimationFrame(() => looked.current?.focus());
  };
  const { orderNumber, met, total } = coverage;
  return (
    <SidePanel
      opened
      onClose={onClose}
      size="xl"
      title={t('requirements:order.title', { number: orderNumber })}
      closeOnEscape={preview === null}
    >
      {preview === null ? null : (
        <div
          className="ad-stack"
          onKeyDown={(event) => {
            if (event.key === 'Escape') back();
          }}
        >
          <div>
            <Button size="compact-sm" variant="default" autoFocus onClick={back}>
              {t('requirements:order.back')}
            </Button>
          </div>
          <p className="ad-strong">{itemName(preview)}</p>
          <ExhibitView item={preview} />
        </div>
      )}
      <div className="order-vouchers" key={orderNumber} hidden={preview !== null}>
        <div className="order-vouchers-head">
          <span className="ad-strong">{t('requirements:coverage', { met, total })}</span>
          <span className="order-vouchers-moves">
            <Button
              size="compact-sm"
              variant="default"
              disabled={onPrevious === null}
              onClick={() => onPrevious?.()}
            >
              {t('requirements:order.previous')}
            </Button>
            <Button size="compact-sm" variant="default" disabled={onNext === null} onClick={() => onNext?.()}>
              {t('requirements:order.next')}
            </Button>
          </span>
        </div>
        {order === undefined ? null : <ToAgreeWith order={order} />}
        {units.map((unit) => (
          <div key={unit.key} className="voucher-unit">
            {unit.requirements.length > 1 ? (
              <p className="ad-hint">{t('requirements:group', { count: unit.requirements.length })}</p>
            ) : null}
            {unit.requirements.map((requirement) => (
              <VoucherSlot
                key={requirement.id}
                caseId={caseId}
                orderNumber={orderNumber}
                requirement={requirement}
                voucher={voucherOf(coverage, requirement.id)}
                exhibits={exhibits}
                asks={asks.filter(
                  (ask) =>
                    ask.requirementIds.includes(requirement.id) && ask.orderNumbers.includes(orderNumber),
                )}
                onPreview={look}
              />
            ))}
          </div>
        ))}
      </div>
    </SidePanel>
  );
}

/** What an imported order says: the vouchers have to agree with it. */
function ToAgreeWith({ order }: { readonly order: CaseOrder }) {
  const t = useText();
  const zone = useZone();
  const now = useNow();
  if (order.orderId === null) return <p className="ad-hint">{t('requirements:order.notImported')}</p>;
  const at = (instant: number | null): string =>
    instant === null ? '' : t.format.instant(instant, zone, now);
  const lines = [
    [t('orders:buyer'), order.buyerName],
    [t('orders:ordered'), at(order.orderedAt)],
    [t('orders:paid'), at(order.paidAt)],
    [
      t('orders:total'),
      order.totalMinor === null || order.currency === null
        ? ''
        : t.format.money(order.totalMinor, order.currency),
    ],
    [t('orders:tracking'), order.trackingNumber],
  ].filter(([, value]) => value !== '');
  return (
    <div>
      <p className="ad-hint">{t('requirements:order.agree')}</p>
      <dl className="ad-facts">
        {lines.map(([name, value]) => (
          <div key={name} className="ad-facts-line">
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
