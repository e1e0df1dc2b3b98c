/** A limit and the source that gives it: a rule of a pack, by id. */
export interface SourcedLimit<Value> {
  readonly value: Value;
  readonly source: string;
}

/** What a platform's form takes. Null where no source of ours gives a figure: unknown, which is not unlimited. */
export interface FileLimits {
  /** Media types, such as `image/png`. */
  readonly types: SourcedLimit<readonly string[]> | null;
  readonly bytesEach: SourcedLimit<number> | null;
  readonly bytesTotal: SourcedLimit<number> | null;
  readonly count: SourcedLimit<number> | null;
}

/** Nothing is known about a form's limits. */
export const UNKNOWN_LIMITS: FileLimits = { types: null, bytesEach: null, bytesTotal: null, count: null };

/** A file measured against limits. */
export interface MeasuredFile {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
}

/** A limit that is broken, or not known. `place` is the slot or field it belongs to; `source` is the rule that says so. */
export type LimitFinding =
  | {
      readonly code: 'limit-broken';
      readonly limit: 'types' | 'bytesEach' | 'bytesTotal' | 'count' | 'characters';
      readonly place: string;
      readonly file: string | null;
      readonly found: number | string;
      readonly allowed: number | string;
      readonly source: string;
    }
  | {
      readonly code: 'limit-unknown';
      readonly limit: 'types' | 'bytesEach' | 'bytesTotal' | 'count' | 'characters';
      readonly place: string;
    };

/**
 * How many characters a form would count: UTF-16 units, line breaks as one.
 *
 * Browsers count so for a field's longest length; the platforms do not say how they count. Of the usual ways this gives
 * the largest figure, so a text that passes here is not refused for being counted otherwise.
 */
export function countCharacters(text: string): number {
  return text.replaceAll('\r\n', '\n').length;
}

/** Measures a field's text against its limit. At the limit is within it. */
export function checkFieldLimit(
  place: string,
  text: string,
  limit: SourcedLimit<number> | null,
): readonly LimitFinding[] {
  if (limit === null) return [{ code: 'limit-unknown', limit: 'characters', place }];
  const found = countCharacters(text);
  if (found <= limit.value) return [];
  const { source, value: allowed } = limit;
  return [{ code: 'limit-broken', limit: 'characters', place, file: null, found, allowed, source }];
}

/** Measures the files of one slot, or of the whole form, against its limits. At a limit is within it. */
export function checkFileLimits(
  place: string,
  files: readonly MeasuredFile[],
  limits: FileLimits,
): readonly LimitFinding[] {
  const findings: LimitFinding[] = [];
  for (const limit of ['types', 'bytesEach', 'bytesTotal', 'count'] as const) {
    if (limits[limit] === null) findings.push({ code: 'limit-unknown', limit, place });
  }
  const { types, bytesEach, bytesTotal, count } = limits;
  const broken = (
    limit: 'types' | 'bytesEach' | 'bytesTotal' | 'count',
    file: string | null,
    found: number | string,
    allowed: number | string,
    source: string,
  ) => findings.push({ code: 'limit-broken', limit, place, file, found, allowed, source });
  for (const file of files) {
    if (types && !types.value.includes(file.mediaType)) {
      broken('types', file.name, file.mediaType, types.value.join(', '), types.source);
    }
    if (bytesEach && file.bytes > bytesEach.value) {
      broken('bytesEach', file.name, file.bytes, bytesEach.value, bytesEach.source);
    }
  }
  const total = files.reduce((sum, file) => sum + file.bytes, 0);
  if (bytesTotal && total > bytesTotal.value) {
    broken('bytesTotal', null, total, bytesTotal.value, bytesTotal.source);
  }
  if (count && files.length > count.value) {
    broken('count', null, files.length, count.value, count.source);
  }
  return findings;
}
