import type { CaseExhibit, EvidenceItem } from '../../../shared/evidence/index.ts';
import type { Translator } from '../../../shared/i18n/index.ts';

/** What an item is called: the name it was given, else the file's own. */
export function itemName(item: Pick<EvidenceItem, 'label' | 'fileName'>): string {
  return item.label === '' ? item.fileName : item.label;
}

/** An exhibit in a list: its number and its name. One that is not handed over has no number, and says so. */
export function exhibitName({ exhibitNumber: number, item }: CaseExhibit, t: Translator): string {
  return `${number === 0 ? t('facts:exhibit.kept') : t('facts:exhibit', { number })} · ${itemName(item)}`;
}

/** The exhibits of a case as choices of a field. */
export function exhibitChoices(
  exhibits: readonly CaseExhibit[],
  t: Translator,
): { value: string; label: string }[] {
  return exhibits.map((exhibit) => ({ value: exhibit.itemId, label: exhibitName(exhibit, t) }));
}
