import { expect } from 'vitest';
import type { Language } from '../../shared/i18n/index.ts';
import { checkedByManifest, sha256, type ReadMaterial } from '../helpers/packet-folder.ts';
import { squeeze } from '../helpers/pdf.ts';
import { CAMPAIGN, shopExport, WORDS } from './notice-inputs.ts';

/** Two days of a campaign and the two before it, as the imported export has them. */
export const DAILY = [
  ['2026-11-12', 1],
  ['2026-11-13', 0],
  ['2026-11-14', 3],
  ['2026-11-15', 2],
] as const;

const RISE = {
  'zh-CN': {
    says: `${CAMPAIGN.name}：活动前 2 天（2026-11-12 至 2026-11-13）共 1 单，日均 0.5 单；活动 2 天（2026-11-14 至 2026-11-15）共 5 单，日均 2.5 单。`,
    during: '活动期间',
  },
  en: {
    says: `${CAMPAIGN.name}: in the 2 days before it (2026-11-12 to 2026-11-13) 1 order, 0.5 a day; in its 2 days (2026-11-14 to 2026-11-15) 5 orders, 2.5 a day.`,
    during: 'during',
  },
} as const;

/** The rise is explained by figures alone: the sentence, every day's count, and the file they were counted from. */
export function expectRise({ pdf }: ReadMaterial, language: Language): void {
  const { says, during } = RISE[language];
  expect(pdf).toContain(squeeze(says));
  // The lines of a text are numbered in the margin, so each day is looked for by itself.
  for (const [date, orders] of DAILY)
    expect(pdf).toMatch(
      new RegExp(`\\d${date}${orders}${date < CAMPAIGN.startsOn ? String.raw`\d` : during}`),
    );
  const { name, buffer } = shopExport(WORDS[language].shop);
  expect(pdf).toContain(squeeze(`${name}SHA-256${sha256(buffer)}`));
}

/** What was written is there, each sentence with its exhibit; the hashes hold; of a buyer nothing that was not asked for. */
export function expectWritten(material: ReadMaterial, language: Language): void {
  const { title, sentences, facts } = WORDS[language];
  const [open, close] = language === 'en' ? [String.raw`\[Exhibit`, String.raw`\]`] : ['〔证据', '〕'];
  for (const each of [title, ...facts]) expect(material.pdf, each).toContain(squeeze(each));
  for (const { text } of sentences)
    expect(material.pdf).toMatch(new RegExp(`${literal(squeeze(text))}${open}\\d+${close}`));
  const checked = checkedByManifest(material);
  expect(checked.size).toBe(2);
  expect([...checked].filter(([, sound]) => !sound)).toEqual([]);
  for (const each of ['13900000000', '西湖区', 'tb买家']) expect(material.names(each), each).toBe(false);
}

const literal = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
