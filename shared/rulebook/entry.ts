import type { PackCaseType } from './format/index.ts';

/** The way to a form as a pack writes it, where a source gives it. */
export type KnownEntry = Exclude<PackCaseType['entry'], 'unknown' | null>;

/** The way to the form of a case type; null where no source gives it, or where there is no form. */
export function knownEntry({ entry }: Pick<PackCaseType, 'entry'>): KnownEntry | null {
  return entry === 'unknown' ? null : entry;
}
