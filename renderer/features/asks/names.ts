import type { AskGroup, HoursRecord } from '../../../shared/asks/index.ts';
import type { Translator } from '../../../shared/i18n/index.ts';

/** Who it is, in words: the kind, the name where one was written down, and the client where there are several. */
export function nameOf(
  group: Pick<AskGroup, 'addressee' | 'partyName' | 'clientName'>,
  t: Translator,
  isOneOfMany: boolean,
): string {
  const who = t(`asks:addressee.${group.addressee}`);
  const client = isOneOfMany ? [group.clientName] : [];
  return [who, ...(group.partyName === '' ? [] : [group.partyName]), ...client].join(' · ');
}

/** How many orders a voucher is wanted of, in words; none: one for the whole case. */
export function ordersText(count: number, t: Translator): string {
  return count === 0 ? t('asks:wholeCase') : t('asks:orders', { count });
}

/** For whom hours hold, in words. */
export function holdsFor(
  { addressee, partyName, clientName }: Pick<HoursRecord, 'addressee' | 'partyName' | 'clientName'>,
  t: Translator,
): string {
  const who = t(`asks:addressee.${addressee}`);
  if (partyName === '')
    return clientName === null
      ? t('asks:opening.forAll', { who })
      : t('asks:opening.forClient', { client: clientName, who });
  return clientName === null
    ? t('asks:opening.forNamed', { name: partyName })
    : t('asks:opening.forNamedOfClient', { name: partyName, client: clientName });
}
