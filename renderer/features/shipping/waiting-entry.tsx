import { useState } from 'react';
import { Link } from 'react-router';
import type { WaitingOrder } from '../../../shared/shipping/index.ts';
import { client, useChange } from '../../api/index.ts';
import { ActButton, DueText, Entry, StatusWord, useText, useZone } from '../../ui/index.ts';
import { HoldDialog } from './hold-dialog.tsx';

interface WaitingEntryProps {
  readonly order: WaitingOrder;
  readonly now: number;
}

/** An order under suspicion: by when it has to be shipped, and whether to ship it or to hold it back. */
export function WaitingEntry({ order, now }: WaitingEntryProps) {
  const t = useText();
  const zone = useZone();
  const [holding, setHolding] = useState(false);
  const decide = useChange(client.shipping.decide, { features: ['shipping'] });
  const { storeId, orderNumber, decided } = order;
  const act = { of: orderNumber, variant: 'subtle', size: 'compact-sm' } as const;
  return (
    <>
      <Entry
        lead={
          order.shipBy === null ? (
            <span className="ad-dim">{t('shipping:shipByUnknown')}</span>
          ) : (
            <DueText at={order.shipBy} now={now} />
          )
        }
        title={orderNumber}
        detail={
          <>
            <div>
              <Link to={`/cases/${order.caseId}/orders`}>
                {order.storeAlias} · {order.caseTitle}
              </Link>
            </div>
            {order.sameBuyerAs === null ? null : (
              <div>{t('shipping:sameBuyer', { number: order.sameBuyerAs })}</div>
            )}
            {order.shipBy === null
              ? ''
              : `${t('shipping:shipBy', { when: t.format.deadline(order.shipBy, zone, now) })} · `}
            {t('shipping:paid', { when: t.format.instant(order.paidAt, zone, now) })}
            {decided === null ? null : (
              <div>
                <StatusWord kind={decided.decision === 'ship' ? 'ok' : 'part'}>
                  {t(`shipping:decided-${decided.decision}`)}
                </StatusWord>
                {decided.reason === '' ? '' : ` · ${decided.reason}`}
                {' · '}
                {t('shipping:by', {
                  name: decided.operatorName,
                  when: t.format.instant(decided.at, zone, now),
                })}
              </div>
            )}
          </>
        }
        action={
          <>
            {decided?.decision === 'ship' ? null : (
              <ActButton
                act="ship"
                keys="shift+g"
                {...act}
                loading={decide.isPending}
                onClick={() => decide.mutate({ storeId, orderNumber, decision: 'ship' })}
              >
                {t('shipping:ship')}
              </ActButton>
            )}
            {decided?.decision === 'hold' ? null : (
              <ActButton act="hold" keys="shift+h" {...act} onClick={() => setHolding(true)}>
                {t('shipping:hold')}
              </ActButton>
            )}
          </>
        }
      />
      {holding ? <HoldDialog order={order} onClose={() => setHolding(false)} /> : null}
    </>
  );
}
