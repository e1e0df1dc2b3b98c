import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { api } from '../../api/index.ts';
import { Loaded, Section, StatusWord, useText } from '../../ui/index.ts';
import { ordersText } from './names.ts';

/** Whom to ask for what, in a few lines, for the first look at a case that began with a notice. */
export function AskShortlist({ caseId }: { readonly caseId: string }) {
  const t = useText();
  const needs = useQuery(api.asks.needs.queryOptions({ input: { caseId } }));
  const asks = useQuery(api.asks.list.queryOptions({ input: { caseId } }));
  const open = (asks.data ?? []).filter((ask) => ask.state === 'open').length;
  const to = `/cases/${caseId}/evidence?view=asks`;
  return (
    <Section title={t('asks:title')} hint={open === 0 ? undefined : t('asks:asked.open', { count: open })}>
      <Loaded query={needs}>
        {(list) =>
          list.length === 0 ? (
            <StatusWord kind="ok">{t('asks:none')}</StatusWord>
          ) : (
            <ul className="ask-shortlist" aria-label={t('asks:title')}>
              {list.map(({ addressee, needs: wanted }) => (
                <li key={addressee}>
                  <b>{t(`asks:addressee.${addressee}`)}</b>
                  <ul>
                    {wanted.map(({ requirementId, title, orderNumbers }) => (
                      <li key={requirementId}>
                        <span>{t.pick(title)}</span>
                        <span className="ad-hint">{ordersText(orderNumbers.length, t)}</span>
                      </li>
                    ))}
                  </ul>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      <p className="ask-shortlist-go">
        <Link to={to}>{t('asks:go')}</Link>
      </p>
    </Section>
  );
}
