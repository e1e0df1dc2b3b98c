import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { CaseRecord, CaseStake } from '../../../shared/cases/index.ts';
import { api } from '../../api/index.ts';
import { Loaded, Sheet, useText, useZone } from '../../ui/index.ts';
import { useStores } from '../clients/index.ts';
import { ContactForm } from './contact-form.tsx';
import { ContactLog } from './contact-log.tsx';
import { WayOn } from './way-on.tsx';

interface WaysOnProps {
  readonly record: CaseRecord;
  /** Opens by itself where the platform's answer leaves nothing else to do. */
  readonly openWhenNext: boolean;
}

/** The ways to go on that fit a case now, the first to take first, and the log of contacts. Closed where it is not next. */
export function WaysOn({ record, openWhenNext }: WaysOnProps) {
  const t = useText();
  const { id: caseId } = record;
  const own = useZone();
  const zone = useStores()?.find((store) => store.id === record.storeId)?.zone ?? own;
  const [params] = useSearchParams();
  const asked = params.get('view') === 'ways';
  const advice = useQuery(api.cases.routes.queryOptions({ input: { caseId } }));
  const [chosen, setChosen] = useState<boolean | null>(null);
  const [saying, setSaying] = useState<string | null>(null);
  const open = chosen ?? (asked || (openWhenNext && advice.data?.isNext === true));
  const place = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    if (!asked) return;
    place.current?.scrollIntoView({ block: 'start' });
    place.current?.querySelector('summary')?.focus({ preventScroll: true });
  }, [asked]);
  return (
    <details ref={place} className="ways-on" open={open}>
      <summary
        onClick={(event) => {
          event.preventDefault();
          setChosen(!open);
        }}
      >
        <h2>{t('contacts:title')}</h2>
        <span className="ad-hint">{t('contacts:hint')}</span>
      </summary>
      {open ? (
        <>
          <p className="step-teach">{t('contacts:teach')}</p>
          <Loaded query={advice}>
            {({ routes, stake }) =>
              routes.length === 0 ? (
                <p className="ad-hint">{t('contacts:none')}</p>
              ) : (
                <Sheet>
                  <StakeLine stake={stake} />
                  <ol className="ad-plain-list" aria-label={t('contacts:title')}>
                    {routes.map((route) => (
                      <WayOn key={route.id} caseId={caseId} route={route} onSent={setSaying} />
                    ))}
                  </ol>
                </Sheet>
              )
            }
          </Loaded>
          <ContactLog caseId={caseId} zone={zone} onAdd={() => setSaying('')} />
        </>
      ) : null}
      {saying === null ? null : (
        <ContactForm
          caseId={caseId}
          zone={zone}
          contact={null}
          asked={saying}
          onClose={() => setSaying(null)}
        />
      )}
    </details>
  );
}

/** What the matter is about in money and beyond it, as far as its orders and its notice tell. */
function StakeLine({ stake: { orders, amounts, withoutAmount, held, shop } }: { readonly stake: CaseStake }) {
  const t = useText();
  const inWords = (sums: CaseStake['held']): string =>
    sums.map(({ currency, minor }) => t.format.money(minor, currency)).join(' + ');
  const rest =
    amounts.length > 0 && withoutAmount > 0 ? t('contacts:stake.rest', { count: withoutAmount }) : '';
  const parts = [
    orders === 0
      ? []
      : amounts.length === 0
        ? t('contacts:stake.unknown', { count: orders })
        : `${t('contacts:stake', { count: orders, sums: inWords(amounts) })}${rest}`,
    held.length === 0 ? [] : t('contacts:stake.held', { sums: inWords(held) }),
    shop ? t('contacts:stake.shop') : [],
  ].flat();
  return parts.length === 0 ? null : <p className="ad-hint">{parts.join(' · ')}</p>;
}
