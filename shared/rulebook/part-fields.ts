/**
 * How much a change weighs: `answers` where something may be judged, counted or listed otherwise · `sources` where only what
 * it rests on is another, or is surer · `words` where the same is only said in other words.
 */
export type ChangeWeight = 'answers' | 'sources' | 'words';

/** Something written of a part of a pack that is otherwise than before. */
export interface PartFieldChange {
  /** Its name in the pack, with what it stands in: `remedy`, `capture.does`, `options.label`; empty: the part is one list. */
  readonly field: string;
  /** The entry of a list it stands in, by its own text or else its id; null where it stands in none. */
  readonly entry: unknown;
  /** What is written there; undefined where nothing is. */
  readonly before: unknown;
  readonly after: unknown;
  /** Whether only its words are others. */
  readonly worded: boolean;
}

/** Conditions are read as a whole: half of one says nothing. */
const WHOLE: ReadonlySet<string> = new Set(['when']);

/** The fields in which two versions of a part differ, each as far down as it has a name of its own. */
export function changedPartFields(before: unknown, after: unknown): PartFieldChange[] {
  return compare([], null, before, after);
}

function compare(
  path: readonly string[],
  entry: unknown,
  before: unknown,
  after: unknown,
): PartFieldChange[] {
  if (isSame(before, after)) return [];
  const name = path.at(-1) ?? '';
  if (!WHOLE.has(name) && isObject(before) && isObject(after) && !isWords(before) && !isWords(after)) {
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return names.flatMap((each) => compare([...path, each], entry, before[each], after[each]));
  }
  if (areEntries(before) && areEntries(after)) {
    const ids = [...new Set([...after, ...before].map(({ id }) => id))];
    const inside = ids.flatMap((id) => {
      const [one, other] = [before, after].map((list) => list.find((each) => each.id === id));
      if (one !== undefined && other !== undefined) return compare(path, textOf(other), one, other);
      return [field(path, textOf(one ?? other), one, other)];
    });
    // The same entries in another order: of options, the order is what favours whom.
    return inside.length > 0 ? inside : [field(path, entry, before, after)];
  }
  return [field(path, entry, before, after)];
}

function field(path: readonly string[], entry: unknown, before: unknown, after: unknown): PartFieldChange {
  const worded = isSame(withoutWords(before), withoutWords(after));
  return { field: path.join('.'), entry, before, after, worded };
}

/** What is left of it once its texts are put away: where two texts stood in the same place, nothing else is otherwise. */
function withoutWords(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutWords);
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(([name, each]) => [name, withoutWords(each)]);
  return { ...Object.fromEntries(entries), ...(isWords(value) ? { zh: '', en: '' } : {}) };
}

/** What an entry of a list is called where it is told of. */
function textOf(entry: unknown): unknown {
  if (!isObject(entry)) return null;
  return ['label', 'name', 'title', 'says'].map((each) => entry[each]).find(isWords) ?? entry['id'] ?? null;
}

function areEntries(value: unknown): value is readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) && value.length > 0 && value.every((each) => isObject(each) && 'id' in each);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether something is text in both languages, alone or with more beside it. */
export function isWords(value: unknown): value is { readonly zh: string; readonly en: string } {
  return isObject(value) && typeof value['zh'] === 'string' && typeof value['en'] === 'string';
}

/** Whether two things of packs are written alike; their fields stand in the order of the format. */
export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
