import { describe, expect, it } from 'vitest';
import { findZones, zoneCalled, zoneNames } from '../../../renderer/ui/zone-names.ts';
import { createTranslator, LANGUAGES } from '../../../shared/i18n/index.ts';

const chinese = zoneNames(createTranslator('zh-CN'));
const english = zoneNames(createTranslator('en'));
const zonesOf = (names: typeof chinese, search: string) => findZones(names, search).map(({ zone }) => zone);

describe('a seller finds a time zone by what they call it', () => {
  it.each(['上海', ' 上海 ', '北京', '北京时间', '深圳', 'shanghai', 'Asia/Shanghai'])('%s', (typed) => {
    expect(zonesOf(chinese, typed)).toContain('Asia/Shanghai');
  });

  it('by a country that only the language knows, and by an English name in English', () => {
    expect(zonesOf(chinese, '印度')).toContain('Asia/Calcutta');
    expect(zonesOf(chinese, '迪拜')).toEqual([]);
    expect(zonesOf(chinese, '阿拉伯联合酋长国')).toEqual(['Asia/Dubai']);
    expect(zonesOf(english, 'los angeles')).toEqual(['America/Los_Angeles']);
    expect(zonesOf(english, 'india')).toContain('Asia/Calcutta');
  });

  it('shows those of platforms and their sellers first while nothing is looked for', () => {
    expect(zonesOf(chinese, '').slice(0, 2)).toEqual(['Asia/Shanghai', 'America/Los_Angeles']);
    const [, pacific] = chinese;
    expect(zonesOf(chinese, pacific?.label ?? '')).toEqual(zonesOf(chinese, ''));
  });
});

describe('what is typed as a time zone', () => {
  it('is taken where it names one', () => {
    expect(zoneCalled(chinese, '上海')).toBe('Asia/Shanghai');
    expect(zoneCalled(chinese, '北京时间（Asia/Shanghai）')).toBe('Asia/Shanghai');
    expect(zoneCalled(english, 'beijing time')).toBe('Asia/Shanghai');
    // Known to the computer under a name that its own list leaves out.
    expect(zoneCalled(chinese, 'Asia/Kolkata')).toBe('Asia/Kolkata');
  });

  it.each(['', '火星时间', 'Mars/Olympus', '上', '+08:00', 'UTC+8'])('is refused where it is %j', (typed) => {
    expect(zoneCalled(chinese, typed)).toBeNull();
    expect(zoneCalled(english, typed)).toBeNull();
  });

  it('names one zone only, whatever the language calls them', () => {
    for (const language of LANGUAGES) {
      const names = zoneNames(createTranslator(language));
      const seen = names.flatMap((each) => [...new Set(each.names)]);
      expect(seen.filter((name, place) => seen.indexOf(name) !== place)).toEqual([]);
    }
  });
});
