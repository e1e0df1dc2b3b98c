import { createHash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { lawPacks, type RulebookData } from '../../../shared/rulebook/index.ts';

/** A platform's pack as the rulebook holds it. */
export type Pack = RulebookData['platforms'][number];

/** A pack as it is at one time, known by what is in it. */
export interface Edition {
  /** SHA-256 of its JSON, in hex. */
  readonly id: string;
  readonly pack: Pack;
}

const editions = new WeakMap<Pack, Edition>();

/** The edition that a pack is. */
export function editionOf(pack: Pack): Edition {
  const known = editions.get(pack);
  if (known !== undefined) return known;
  const edition = { id: createHash('sha256').update(JSON.stringify(pack)).digest('hex'), pack };
  editions.set(pack, edition);
  return edition;
}

/**
 * The editions a case of a platform stands on: the platform's own, the law its sellers live under, and what holds on every
 * platform, which each of them cites.
 */
export function editionsFor(data: RulebookData, platformId: string): readonly Edition[] {
  const platform = data.platforms.find(({ id }) => id === platformId);
  if (platform === undefined) return [];
  const general = data.platforms.filter((pack) => pack.kind === 'general' && pack !== platform);
  return [platform, ...lawPacks(data, platform), ...general].map(editionOf);
}

/**
 * Whether a case stands on nothing but what holds today. A case of an older program may name fewer packs: where it names
 * none, that of today holds.
 *
 * @param begun ids of the editions it began with, as they are kept with the case; null where none are
 */
export function standsOnToday(begun: string | null, today: readonly Edition[]): boolean {
  if (begun === null) return true;
  const ids = new Set(today.map(({ id }) => id));
  return (JSON.parse(begun) as string[]).every((id) => ids.has(id));
}

/** A pack as text for a column. */
export function packed(pack: Pack): string {
  return deflateRawSync(JSON.stringify(pack)).toString('base64');
}

/** What `packed` made text of. */
export function unpacked(text: string): unknown {
  return JSON.parse(inflateRawSync(Buffer.from(text, 'base64')).toString('utf8'));
}
