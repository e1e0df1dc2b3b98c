import { Temporal } from 'temporal-polyfill';
import type { Instant, LegalDate } from '../kernel/index.ts';

interface Span {
  readonly startsOn: LegalDate;
  readonly endsOn: LegalDate;
}

/** How many days a campaign has, first and last included. */
export function campaignDays({ startsOn, endsOn }: Span): number {
  return Temporal.PlainDate.from(startsOn).until(endsOn, { largestUnit: 'days' }).days + 1;
}

/**
 * The instants around a campaign: as many days before it as it has, up to the end of its last day.
 *
 * @param zone IANA zone whose days are meant.
 * @returns `from` (the first day before) and `start` (its first day), both 00:00, and `to`, 24:00 of its last day.
 */
export function campaignSpan(
  campaign: Span,
  zone: string,
): { readonly from: Instant; readonly start: Instant; readonly to: Instant } {
  const first = Temporal.PlainDate.from(campaign.startsOn);
  const last = Temporal.PlainDate.from(campaign.endsOn);
  const days = campaignDays(campaign);
  const midnight = (date: Temporal.PlainDate) => date.toZonedDateTime(zone).epochMilliseconds;
  return {
    from: midnight(first.subtract({ days })),
    start: midnight(first),
    to: midnight(last.add({ days: 1 })),
  };
}
