import { Button, Checkbox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import type { CaseOrder } from '../../../shared/cases/index.ts';
import type { Notice } from '../../../shared/notices/index.ts';
import { api, client, queryClient, useAtOnce, useChange } from '../../api/index.ts';
import { Dialog, Loaded, Note, Section, Sheet, useText } from '../../ui/index.ts';
import { UnprovenOrders } from './unproven-orders.tsx';

/** What material says of the orders that are not contested: nothing, unless the seller chooses to. */
export function Disclosure({ caseId }: { readonly caseId: string }) {
  const t = useText();
  const notice = useQuery(api.notices.get.queryOptions({ input: { caseId } }));
  const orders = useQuery(api.cases.orders.queryOptions({ input: { caseId } }));
  return (
    <Section title={t('packets:disclosure')} hint={t('packets:disclosure.hint')}>
      <Loaded query={notice}>
        {(loaded) => <Choices caseId={caseId} notice={loaded} orders={orders.data ?? []} />}
      </Loaded>
    </Section>
  );
}

type Choice = Pick<Notice, 'listsUnproven' | 'disclosesAdmitted'>;

interface ChoicesProps {
  readonly caseId: string;
  /** Null where the notice itself was not written down. */
  readonly notice: Notice | null;
  readonly orders: readonly CaseOrder[];
}

function Choices({ caseId, notice, orders }: ChoicesProps) {
  const t = useText();
  const [asking, setAsking] = useState(false);
  const { listsUnproven, disclosesAdmitted } = notice ?? { listsUnproven: false, disclosesAdmitted: false };
  const [shown, choose, takeBack] = useAtOnce<Choice>(notice, { listsUnproven, disclosesAdmitted });
  const disclose = useChange(client.notices.disclose, {
    features: ['notices', 'packets'],
    onSuccess: (changed) =>
      queryClient.setQueryData(api.notices.get.queryKey({ input: { caseId } }), changed),
  });
  const unproven = orders.filter((order) => order.class === 'cannot-be-proven');
  const admitted = orders.filter((order) => order.class === 'admitted');
  const say = (patch: Partial<Choice>): void => {
    const choice = { ...shown, ...patch };
    choose(choice);
    // Who was told to take advice said so when the choice was made: the other choice does not ask again.
    const adviceTaken = choice.disclosesAdmitted;
    disclose.mutate({ caseId, ...choice, adviceTaken }, { onError: takeBack });
  };
  return (
    <Sheet>
      <div className="form-stack">
        <Checkbox
          checked={shown.listsUnproven}
          disabled={unproven.length === 0 && !listsUnproven}
          label={t('packets:disclosure.unproven', { count: unproven.length })}
          description={t('packets:disclosure.unproven.hint')}
          onChange={(event) => say({ listsUnproven: event.currentTarget.checked })}
        />
        {unproven.length === 0 ? null : (
          <details className="disclosure-shows">
            <summary>{t('packets:disclosure.unproven.shows')}</summary>
            <UnprovenOrders caseId={caseId} orderNumbers={unproven.map((order) => order.orderNumber)} />
          </details>
        )}
        <Checkbox
          checked={shown.disclosesAdmitted}
          disabled={admitted.length === 0 && !disclosesAdmitted}
          label={t('packets:disclosure.admitted', { count: admitted.length })}
          description={t(
            admitted.length === 0 ? 'packets:disclosure.admitted.none' : 'packets:disclosure.admitted.hint',
          )}
          onChange={(event) => {
            if (event.currentTarget.checked) setAsking(true);
            else say({ disclosesAdmitted: false });
          }}
        />
        {disclosesAdmitted ? <Note kind="warn">{t('packets:disclosure.admitted.on')}</Note> : null}
        <p className="ad-hint">
          {t('packets:disclosure.where')}{' '}
          <Link to={`/cases/${caseId}/orders`}>{t('packets:disclosure.sort')}</Link>
        </p>
      </div>
      {asking ? (
        <AdviceFirst
          count={admitted.length}
          busy={disclose.isPending}
          onClose={() => setAsking(false)}
          onConfirm={() => {
            say({ disclosesAdmitted: true });
            setAsking(false);
          }}
        />
      ) : null}
    </Sheet>
  );
}

interface AdviceFirstProps {
  readonly count: number;
  readonly busy: boolean;
  readonly onClose: () => void;
  readonly onConfirm: () => void;
}

/** Before admitted orders are named to the platform: what follows from it, and whom to ask first. */
function AdviceFirst({ count, busy, onClose, onConfirm }: AdviceFirstProps) {
  const t = useText();
  const [taken, setTaken] = useState(false);
  return (
    <Dialog opened size="lg" onClose={onClose} title={t('packets:advice.title')}>
      <div className="form-stack">
        <p>{t('packets:advice.what', { count })}</p>
        <ul className="ad-plain-list">
          <li>{t('packets:advice.admission')}</li>
          <li>{t('packets:advice.use')}</li>
          <li>{t('packets:advice.noWayBack')}</li>
        </ul>
        <p className="ad-strong">{t('packets:advice.ask')}</p>
        <Checkbox
          checked={taken}
          label={t('packets:advice.taken')}
          onChange={(event) => setTaken(event.currentTarget.checked)}
        />
      </div>
      <div className="ad-dialog-acts">
        <Button variant="default" data-autofocus onClick={onClose}>
          {t('packets:advice.keep')}
        </Button>
        <Button variant="default" disabled={!taken} loading={busy} onClick={onConfirm}>
          {t('packets:advice.name')}
        </Button>
      </div>
    </Dialog>
  );
}
