import type { Translator } from '../i18n/index.ts';
import type { Round } from './rounds.ts';

/** A list of shops that is longer than this says how many there are. */
const SHOPS_NAMED = 8;

/** The shops of a round by their aliases, as they may leave the window. */
export function roundWords({ shops }: Pick<Round, 'shops'>, t: Translator): string {
  const named = t.format.list(shops.slice(0, SHOPS_NAMED));
  return shops.length <= SHOPS_NAMED ? named : t('reminders:round.shops', { named, count: shops.length });
}
