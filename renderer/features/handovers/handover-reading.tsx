import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';
import { handoverSheet, type Handover } from '../../../shared/handovers/index.ts';
import { api } from '../../api/index.ts';
import {
  ActButton,
  Loaded,
  Note,
  Page,
  Sheet,
  StatusWord,
  useNow,
  useText,
  useZone,
} from '../../ui/index.ts';
import { CopyPaper } from './copy-paper.tsx';
import { PageParts } from './page-parts.tsx';
import { PrintAct } from './print-act.tsx';
import { TakeDialog } from './take-dialog.tsx';

/** A shift that was handed over: its page as it was kept, on paper or as text, and taking it over. */
export function HandoverReading() {
  const { handoverId = '' } = useParams();
  const found = useQuery(api.handovers.get.queryOptions({ input: { handoverId } }));
  const t = useText();
  if (found.data !== undefined) return <Reading handover={found.data} />;
  return (
    <Page title={t('handovers:sheet')}>
      <Loaded query={found}>{() => null}</Loaded>
    </Page>
  );
}

function Reading({ handover }: { readonly handover: Handover }) {
  const t = useText();
  const zone = useZone();
  const now = useNow();
  const [taking, setTaking] = useState(false);
  const sheet = handoverSheet(handover, t, zone);
  const { state } = handover;
  return (
    <Page
      title={t('handovers:sheet')}
      sub={t('handovers:spanOf', {
        from: t.format.instant(handover.from, zone, now),
        until: t.format.instant(handover.until, zone, now),
      })}
      actions={
        <>
          <ActButton act="all-handovers" keys="b" variant="subtle" to="/handover?view=past">
            {t('handovers:back')}
          </ActButton>
          <CopyPaper paper={handover} />
          <PrintAct handoverId={handover.id} />
          {state === 'waiting' ? (
            <ActButton act="take-over" keys="j" onClick={() => setTaking(true)}>
              {t('handovers:take')}
            </ActButton>
          ) : null}
        </>
      }
    >
      <Sheet>
        <div className="handover-head">
          <dl className="handover-facts">
            {sheet.facts.map(({ name, value }) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          <StatusWord kind={state === 'waiting' ? 'part' : state === 'taken' ? 'ok' : 'open'}>
            {t(`handovers:state.${state}`, { name: handover.takenName ?? '' })}
          </StatusWord>
        </div>
        {handover.note === '' ? null : (
          <Note>
            <b>{t('handovers:note')}</b>
            <p className="handover-note">{handover.note}</p>
          </Note>
        )}
        <PageParts page={handover.page} />
      </Sheet>
      <p className="ad-hint">{t('handovers:privacy')}</p>
      {taking ? <TakeDialog handover={handover} onClose={() => setTaking(false)} /> : null}
    </Page>
  );
}
