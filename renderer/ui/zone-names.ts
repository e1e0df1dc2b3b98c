import type { Translator } from '../../shared/i18n/index.ts';
import { isOffset } from '../../shared/kernel/index.ts';
import { zone as knownZone } from '../../shared/kernel/fields.ts';

/** A time zone, as it stands in a list, with all it may be looked for by. */
export interface ZoneName {
  readonly zone: string;
  /** As a person calls it, and by its name in the tables: "北京时间（Asia/Shanghai）". */
  readonly label: string;
  /** What names this zone and no other: its label, its name, and the cities it is known by. */
  readonly names: readonly string[];
  /** What it is found by besides: its country, as the language calls it. Asked of the tables when somebody searches. */
  readonly area: () => string;
}

/** Zones offered first: where platforms and their sellers keep their clocks. */
const OFFERED: readonly string[] = [
  'Asia/Shanghai',
  'America/Los_Angeles',
  'UTC',
  'America/New_York',
  'Europe/London',
  'Europe/Berlin',
  'Europe/Moscow',
  'Asia/Hong_Kong',
  'Asia/Taipei',
  'Asia/Tokyo',
  'Asia/Seoul',
  'Asia/Singapore',
  'Asia/Jakarta',
  'Asia/Bangkok',
  'Asia/Ho_Chi_Minh',
  'Asia/Manila',
  'Asia/Kuala_Lumpur',
  'America/Sao_Paulo',
  'America/Mexico_City',
  'Australia/Sydney',
];

/** How many a search may show: with more, nobody reads the list. */
const SHOWN = 60;

/** All zones there are, those offered first at the top; `also` are named too, whatever the tables hold. */
export function zoneNames(t: Translator, also: readonly string[] = []): readonly ZoneName[] {
  const zones = new Set([...also, ...OFFERED, ...Intl.supportedValuesOf('timeZone')]);
  return [...zones].map((zone) => {
    const words = t.find(`ui:zone-${zone}`);
    const label = words === null || words === zone ? zone : t('ui:zoneNamed', { words, zone });
    const cities = t.find(`ui:zone-cities-${zone}`)?.split(' · ') ?? [];
    return {
      ...{ zone, label, area: () => areaOf(zone, t.language) },
      names: [label, zone, ...(words === null ? [] : [words]), ...cities],
    };
  });
}

/**
 * The zones that a search finds, by city, country or name; while nothing is looked for (an empty search, or the label that
 * stands in the field), all of them in their order.
 */
export function findZones(names: readonly ZoneName[], search: string): readonly ZoneName[] {
  const wanted = folded(search);
  if (wanted === '' || names.some(({ label }) => folded(label) === wanted)) return names.slice(0, SHOWN);
  return names
    .filter((each) => [...each.names, each.area()].some((name) => folded(name).includes(wanted)))
    .slice(0, SHOWN);
}

/** The zone that a text names outright, or null: a guess would put every deadline at another hour. */
export function zoneCalled(names: readonly ZoneName[], text: string): string | null {
  const wanted = folded(text);
  const found = names.find((each) => each.names.some((name) => folded(name) === wanted));
  if (found !== undefined) return found.zone;
  const typed = text.trim();
  return knownZone.safeParse(typed).success && !isOffset(typed) ? typed : null;
}

function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/[\s_]/g, '');
}

const areas = new Map<string, string>();

/**
 * The country, or where it has several clocks the place, as the language's own tables call the zone. All zones together take
 * a tenth of a second: each is asked once.
 */
function areaOf(zone: string, language: string): string {
  const key = `${language} ${zone}`;
  const known = areas.get(key);
  if (known !== undefined) return known;
  const parts = new Intl.DateTimeFormat(language, {
    timeZone: zone,
    timeZoneName: 'shortGeneric',
  }).formatToParts(0);
  const area = parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
  areas.set(key, area);
  return area;
}
