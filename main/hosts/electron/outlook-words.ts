import type { Translator } from '../../../shared/i18n/index.ts';
import type { Outlook } from '../../../shared/reminders/index.ts';

/** A line of a menu: what it says, and the address of the page it leads to; null where it only says it. */
export interface OutlookLine {
  readonly label: string;
  readonly path: string | null;
}

/**
 * What waits, in groups of lines. Whoever walks past reads it too: numbers, aliases and acts, and no word of anybody else's.
 *
 * @param outlook null where nobody can say: no core runs, or what runs is the example
 */
export function outlookLines(outlook: Outlook | null, t: Translator, now: number): OutlookLine[][] {
  if (outlook === null) return [];
  const { unseen, late, next, zone } = outlook;
  if (unseen === 0 && late === 0 && next.length === 0)
    return [[{ label: t('shell:tray.nothing'), path: null }]];
  const reminders: OutlookLine =
    unseen === 0
      ? { label: t('shell:tray.allSeen'), path: null }
      : { label: t('shell:tray.unseen', { count: unseen }), path: '/' };
  const ends = next.map(({ caseId, caseNumber, storeAlias, title, dueAt }) => ({
    label: t('shell:tray.end', {
      when: t.format.deadline(dueAt, zone, now),
      number: caseNumber,
      store: storeAlias,
      what: t.pick(title),
    }),
    path: `/cases/${caseId}`,
  }));
  const heading: OutlookLine = {
    label: t(ends.length === 0 ? 'shell:tray.noEnd' : 'shell:tray.next'),
    path: null,
  };
  const overdue: OutlookLine[] =
    late === 0 ? [] : [{ label: t('shell:tray.late', { count: late }), path: '/deadlines' }];
  return [
    [reminders, ...overdue],
    [heading, ...ends],
  ];
}

/** What waits in one line: how much, and when the next end is. */
export function outlookToolTip(outlook: Outlook | null, t: Translator, now: number): string {
  const name = t('app:name');
  if (outlook === null) return name;
  const { unseen, late, next, zone } = outlook;
  const [first] = next;
  const parts = [
    ...(unseen === 0 ? [] : [t('shell:tray.unseen', { count: unseen })]),
    ...(late === 0 ? [] : [t('shell:tray.late', { count: late })]),
    ...(first === undefined
      ? []
      : [t('shell:tray.nextAt', { when: t.format.deadline(first.dueAt, zone, now) })]),
  ];
  return [name, ...(parts.length === 0 ? [t('shell:tray.nothing')] : parts)].join(' · ');
}
