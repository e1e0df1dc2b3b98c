import { describe, expect, it } from 'vitest';
import { outlookLines, outlookToolTip } from '../../../main/hosts/electron/outlook-words.ts';
import { createTranslator } from '../../../shared/i18n/index.ts';
import type { NextEnd, Outlook } from '../../../shared/reminders/index.ts';

const t = createTranslator('zh-CN');
const en = createTranslator('en');
const NOW = Date.parse('2026-11-12T12:00:00+08:00');
const end = (caseId: string, dueAt: string): NextEnd => ({
  caseId,
  caseNumber: '2026-007',
  storeAlias: '海港',
  title: { zh: '申诉截止', en: 'Time to appeal' },
  dueAt: Date.parse(dueAt),
});
const outlook = (unseen: number, ...next: NextEnd[]): Outlook => ({
  unseen,
  late: 0,
  next,
  zone: 'Asia/Shanghai',
});
const ONE = end('case-1', '2026-11-23T15:07:00+08:00');
const MIDNIGHT = end('case-2', '2027-01-01T00:00:00+08:00');

describe('what stands beside the clock', () => {
  it('is how much waits, and the ends by time, number, alias and act, each with the way to its case', () => {
    expect(outlookLines(outlook(2, ONE, MIDNIGHT), t, NOW)).toEqual([
      [{ label: '2 条提醒还没看', path: '/' }],
      [
        { label: '接下来截止', path: null },
        { label: '11-23 15:07 · 2026-007 · 海港 · 申诉截止', path: '/cases/case-1' },
        { label: '12-31 24:00 · 2026-007 · 海港 · 申诉截止', path: '/cases/case-2' },
      ],
    ]);
    expect(outlookToolTip(outlook(2, ONE), t, NOW)).toBe('申诉台 · 2 条提醒还没看 · 最近截止 11-23 15:07');
  });

  it('says in plain words where nothing waits', () => {
    const words = '没有提醒，也没有要赶的截止时间';
    expect(outlookLines(outlook(0), t, NOW)).toEqual([[{ label: words, path: null }]]);
    expect(outlookToolTip(outlook(0), t, NOW)).toBe(`申诉台 · ${words}`);
  });

  it('never says that nothing waits while an own end is over and not settled', () => {
    const overdue: Outlook = { ...outlook(0), late: 1 };
    expect(outlookLines(overdue, t, NOW).flat()).toContainEqual({
      label: '1 个截止已逾期',
      path: '/deadlines',
    });
    expect(outlookToolTip(overdue, t, NOW)).toBe('申诉台 · 1 个截止已逾期');
  });

  it('says which of the two there is none of', () => {
    expect(outlookLines(outlook(0, ONE), en, NOW).flat()[0]).toEqual({
      label: 'All reminders seen',
      path: null,
    });
    expect(outlookLines(outlook(1), en, NOW).flat()).toEqual([
      { label: '1 reminder not seen', path: '/' },
      { label: 'No deadline of yours ahead', path: null },
    ]);
    expect(outlookToolTip(outlook(0, ONE), en, NOW)).toBe('AppealDesk · next end Nov 23 15:07');
  });

  it('claims nothing where nobody can say', () => {
    expect(outlookLines(null, t, NOW)).toEqual([]);
    expect(outlookToolTip(null, t, NOW)).toBe('申诉台');
  });

  it('is read in the person’s own zone', () => {
    const abroad: Outlook = { ...outlook(0, ONE), zone: 'America/Los_Angeles' };
    expect(outlookToolTip(abroad, t, NOW)).toBe('申诉台 · 最近截止 11-22 23:07');
  });
});
