import type { Translator } from '../i18n/index.ts';
import { handoverSheet, type HandoverPaper, type SheetLine } from './sheet.ts';

/**
 * The page of a shift as plain text, to be pasted into a chat: numbered lines under each heading, and of a part with nothing
 * in it the one sentence that says so. What is on it and what is not: see `handoverSheet`.
 *
 * @returns lines parted by `\n`
 */
export function handoverText(paper: HandoverPaper, t: Translator, zone: string): string {
  const { title, facts, note, sections } = handoverSheet(paper, t, zone);
  const head = [
    t.language === 'en' ? `[${title}]` : `【${title}】`,
    ...facts.map(({ name, value }) => (t.language === 'en' ? `${name}: ${value}` : `${name}：${value}`)),
  ];
  const parts = sections.map(({ heading, none, lines, total, more }) => [
    t.language === 'en' ? `■ ${heading} (${total})` : `■ ${heading}（${total}）`,
    ...(lines.length === 0 ? [none] : lines.map(numbered)),
    ...(more === '' ? [] : [more]),
  ]);
  const said = note === '' ? [] : [[`■ ${t('handovers:note')}`, note]];
  return [head, ...said, ...parts].map((block) => block.join('\n')).join('\n\n');
}

function numbered({ lead, what, detail }: SheetLine, place: number): string {
  return `${place + 1}. ${[lead, what, detail].filter((part) => part !== '').join(' | ')}`;
}
