import { foldText } from './folded-text.ts';
import { matterLabelBefore, type MatterLabel } from './number-labels.ts';
import { alikeInShape, numberTokens } from './number-tokens.ts';

/** A number that a text calls that of its violation or dispute, or of what the platform wrote about it. */
export interface FoundMatterNumber {
  readonly number: string;
  /** What the text calls it, e.g. 违规编号. */
  readonly label: string;
  /** Whether that names the violation or dispute itself, and not a notice, ticket or complaint about it. */
  readonly isOwn: boolean;
  /** From `start` up to, not with, `end`, in UTF-16 units of the original text. */
  readonly start: number;
  readonly end: number;
}

/** Fewer figures than these count something: 违规编号 1、2. */
const FEWEST_FIGURES = 4;
/** Longer than any: keys, hashes. */
const LONGEST = 64;
const DATE = /^(?:19|20)\d{2}-\d{1,2}-\d{1,2}(?:T\d{1,2})?$/i;

/**
 * Finds the numbers by which a platform knows the matter of a notice (违规编号, 处罚编号, Case ID …): proposals that a person
 * confirms beside the text. Only a label right before a number makes it one; what is masked, rounded or a date is none.
 *
 * @returns each number once, those that name the matter itself first, then in the text's order.
 */
export function findMatterNumbers(text: string): FoundMatterNumber[] {
  const folded = foldText(text);
  const found = new Map<string, FoundMatterNumber>();
  let before: { readonly value: string; readonly end: number; readonly label: MatterLabel | null } | null =
    null;
  // No platform's shape is asked for: a number with hyphens is taken whole.
  for (const token of numberTokens(folded.text, () => false)) {
    const label = matterLabelBefore(
      folded.text.slice(before?.end ?? 0, token.start),
      before === null ? null : { label: before.label, alike: alikeInShape(before.value, token.value) },
    );
    before = { value: token.value, end: token.end, label };
    if (label === null || token.form !== 'plain' || !canBeNumber(token.value)) continue;
    const known = found.get(token.value);
    if (known !== undefined && (known.isOwn || !label.isOwn)) continue;
    const { words, isOwn } = label;
    const span = folded.span(token.start, token.end);
    found.set(token.value, { number: token.value, label: words, isOwn, ...span });
  }
  return [...found.values()].sort(
    (one, other) => Number(other.isOwn) - Number(one.isOwn) || one.start - other.start,
  );
}

function canBeNumber(value: string): boolean {
  return value.length <= LONGEST && value.replace(/\D/g, '').length >= FEWEST_FIGURES && !DATE.test(value);
}

/**
 * The number that a text leaves no doubt about: the only one it calls that of the violation or dispute itself. Null where
 * there is none or where there are several, which a person tells apart.
 */
export function onlyMatterNumber<Found extends Pick<FoundMatterNumber, 'isOwn'>>(
  found: readonly Found[],
): Found | null {
  const [only, ...others] = found.filter(({ isOwn }) => isOwn);
  return only !== undefined && others.length === 0 ? only : null;
}
