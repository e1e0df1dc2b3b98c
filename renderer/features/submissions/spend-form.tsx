import { Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import type { SeveralChances } from '../../../shared/attempts/index.ts';
import type { Packet } from '../../../shared/packets/index.ts';
import type { Submission } from '../../../shared/submissions/index.ts';
import { isToCome } from '../../../shared/kernel/index.ts';
import { client, useChange } from '../../api/index.ts';
import {
  ConfirmTwice,
  FieldError,
  Form,
  Note,
  SaveButton,
  SealPanel,
  SealStamp,
  Sheet,
  useNow,
  useText,
  useZone,
} from '../../ui/index.ts';
import { instantOf, localOf } from '../attempts/index.ts';
import { IfFiled, WhatEnds } from '../deadlines/index.ts';
import { ExhibitField } from '../evidence/index.ts';
import { spendWords } from './spend-words.ts';

interface SpendFormProps {
  readonly caseId: string;
  readonly packets: readonly Packet[];
  readonly sceneTitle: string;
  /** Where one chance covers the whole matter: how many of its orders are contested. Null where each order has its own. */
  readonly contested: number | null;
  /** No source says how many chances there are. */
  readonly uncounted: boolean;
  /** False where the matter may be about the shop itself, and name no order. */
  readonly needsOrders: boolean;
  /** Returned, or asked for more: the same chance once more, nothing further is spent. */
  readonly returned: boolean;
  /** Where there are several chances, how many are left; null where there is one, or nobody knows. */
  readonly several: SeveralChances | null;
  /** What was filed of the case before and stands. */
  readonly filed: readonly Submission[];
}

/** The newest material that was not filed yet: what was filed once is not offered for another time by itself. */
function newestUnfiled(packets: readonly Packet[], filed: readonly Submission[]): Packet | undefined {
  const used = new Set(filed.map(({ packetId }) => packetId));
  return packets
    .filter(({ id }) => !used.has(id))
    .toSorted((one, other) => other.number - one.number)
    .at(0);
}

/** Records a filing, which spends the chance: confirmed once more with a sentence to tick, in seal red, naming what is spent and what is left. */
export function SpendForm(props: SpendFormProps) {
  const { caseId, packets, sceneTitle, contested, uncounted, needsOrders, returned, several, filed } = props;
  const t = useText();
  const zone = useZone();
  const now = useNow();
  const [packetId, setPacketId] = useState<string | null>(() => newestUnfiled(packets, filed)?.id ?? null);
  const filedAs = filed.find((submission) => submission.packetId === packetId);
  const [at, setAt] = useState(() => localOf(now, zone));
  const [platformNumber, setPlatformNumber] = useState('');
  const [receiptItemId, setReceiptItemId] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);
  const record = useChange(client.submissions.record, {
    features: ['submissions', 'attempts', 'deadlines', 'today'],
    onSuccess: () => setAsking(false),
  });
  const submittedAt = instantOf(at, zone);
  const isEarly = isToCome(submittedAt, now);
  // The material says whose chance it spends: orders may have changed since it was frozen.
  const orderNumbers = (packets.find(({ id }) => id === packetId) ?? packets.at(0))?.orderNumbers ?? [];
  const count = orderNumbers.length;
  const words = spendWords({ count, contested, uncounted, returned, sceneTitle, several }, t);
  const lacksOrders = needsOrders && packetId !== null && count === 0;
  const ready = packetId !== null && submittedAt !== null && !isEarly && !lacksOrders;
  const [first, second] = (
    several === null ? t('attempts:stamp.once') : t('attempts:stamp.several', { count: several.max })
  ).split('|');
  return (
    <Sheet>
      {/* The key leads into the form; what cannot be taken back is pressed by hand. */}
      <Form
        enter={{ id: 'record', label: t('submissions:spend.key'), keys: 'r' }}
        onSubmit={() => setAsking(ready)}
      >
        <SealPanel>
          <div className="ad-row-top">
            {uncounted ? null : (
              <SealStamp>
                {first}
                <br />
                {second}
              </SealStamp>
            )}
            <div>
              <p className="ad-strong">{words.title}</p>
              <p>{words.spent}</p>
              <p>{words.left}</p>
            </div>
          </div>
        </SealPanel>
        <div className="form-row">
          <Select
            label={t('submissions:packet')}
            value={packetId}
            onChange={setPacketId}
            data={packets.map((packet) => ({
              value: packet.id,
              label: `${t('packets:packet', { number: packet.number })} · ${t.format.instant(packet.frozenAt, zone, now)}`,
            }))}
          />
          <TextInput
            type="datetime-local"
            label={t('submissions:at')}
            value={at}
            required
            error={isEarly ? <FieldError text={t('ui:fieldTimeToCome')} /> : undefined}
            onChange={(event) => setAt(event.currentTarget.value)}
          />
        </div>
        {packetId === null ? (
          <Note>
            {t('submissions:packet.allFiled')}{' '}
            <Link to={`/cases/${caseId}/packet`}>{t('submissions:needsPacket.act')}</Link>
          </Note>
        ) : null}
        {filedAs === undefined ? null : (
          <Note kind="warn">{t('submissions:packet.filed', { round: filedAs.round })}</Note>
        )}
        {submittedAt === null || isEarly ? null : <IfFiled caseId={caseId} at={submittedAt} />}
        <WhatEnds caseId={caseId} by="submitted" />
        <TextInput
          label={t('submissions:number')}
          description={t('submissions:number.hint')}
          value={platformNumber}
          maxLength={200}
          onChange={(event) => setPlatformNumber(event.currentTarget.value)}
        />
        <ExhibitField
          caseId={caseId}
          label={t('submissions:receipt')}
          itemId={receiptItemId}
          onChange={setReceiptItemId}
        />
        <div className="form-acts">
          <SaveButton sealed disabled={!ready}>
            {t('submissions:spend.open')}
          </SaveButton>
        </div>
      </Form>
      <ConfirmTwice
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('submissions:ask.title')}
        stamp={uncounted ? null : `${first ?? ''} ${second ?? ''}`}
        acknowledge={words.acknowledge}
        act={words.act}
        busy={record.isPending}
        onConfirm={() => {
          if (packetId === null || submittedAt === null) return;
          record.mutate({
            caseId,
            packetId,
            submittedAt,
            platformNumber,
            receiptItemId,
            spends: [...orderNumbers],
          });
        }}
      >
        <p>{t('submissions:ask.text')}</p>
        <p className="ad-strong">{words.spent}</p>
        {count === 0 ? null : (
          <ul className="spend-orders" tabIndex={0} aria-label={words.spent}>
            {orderNumbers.map((number) => (
              <li key={number}>{number}</li>
            ))}
          </ul>
        )}
        <p>{words.left}</p>
        {filedAs === undefined ? null : (
          <p className="ad-strong">{t('submissions:packet.filed', { round: filedAs.round })}</p>
        )}
      </ConfirmTwice>
      {lacksOrders ? <Note kind="warn">{t('packets:finding.no-orders')}</Note> : null}
    </Sheet>
  );
}
