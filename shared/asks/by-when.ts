import { createTranslator } from '../i18n/index.ts';
import type { Instant } from '../kernel/index.ts';
import type { Addressee, Bilingual } from '../rulebook/index.ts';
import type { HoursRecord } from './opening-hours.ts';
import type { AskingCase } from './schema.ts';

/** Who asks, and when. */
export interface Asking {
  readonly now: Instant;
  /** The seller's own IANA zone. */
  readonly zone: string;
}

/** Who does business from anywhere, whatever is assumed of their hours. */
const ANYWHERE: ReadonlySet<Addressee> = new Set(['buyer', 'platform']);

/**
 * Until when a message asks for an answer, in the addressee's own time: by the internal cut-off (内部截止) of the case that
 * ends first, or, once that is over, by its end. The zone is named to whom may live by another than the seller.
 *
 * @param hours of the addressee; null for one's own records
 * @returns undefined where no clock runs any more
 */
export function byWhen(
  cases: readonly Pick<AskingCase, 'dueAt' | 'cutOffAt'>[],
  addressee: Addressee,
  hours: HoursRecord | null,
  asking: Asking,
): Bilingual | undefined {
  const { now } = asking;
  const ends = cases.flatMap(({ dueAt, cutOffAt }) => [cutOffAt, dueAt].find((at) => (at ?? 0) > now) ?? []);
  if (ends.length === 0) return undefined;
  const at = Math.min(...ends);
  const zone = hours?.hours.zone ?? asking.zone;
  const isNamed = ANYWHERE.has(addressee) || zone !== asking.zone;
  const said = (language: 'zh-CN' | 'en'): string => {
    const t = createTranslator(language);
    const words = t.format.deadline(at, zone, now);
    return isNamed ? t('asks:inZone', { when: words, zone: t.find(`ui:zone-${zone}`) ?? zone }) : words;
  };
  return { zh: said('zh-CN'), en: said('en') };
}
