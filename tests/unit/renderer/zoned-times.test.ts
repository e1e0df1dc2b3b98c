import { describe, expect, it } from 'vitest';
import { zonedTimes } from '../../../renderer/ui/zoned-times.ts';
import { createTranslator } from '../../../shared/i18n/index.ts';

const NOW = Date.parse('2026-06-01T00:00:00Z');
const zh = createTranslator('zh-CN');
const en = createTranslator('en');

describe('times of a platform beside times of one’s own', () => {
  const at = Date.parse('2026-06-10T07:00:00Z');

  it('are named where the two clocks read otherwise', () => {
    const { deadline, instant } = zonedTimes(zh, 'Asia/Shanghai', 'America/Los_Angeles', NOW);
    expect(deadline(at)).toBe(`${zh.format.deadline(at, 'America/Los_Angeles', NOW)}（美国太平洋时间）`);
    expect(deadline(at)).toContain('24:00');
    expect(instant(at)).toContain('00:00');
    expect(zonedTimes(en, 'Asia/Shanghai', 'America/Los_Angeles', NOW).deadline(at)).toMatch(
      /\(US Pacific time\)$/,
    );
    // A zone that has no name of its own is named by its id, never left out.
    expect(zonedTimes(en, 'Asia/Shanghai', 'Asia/Kolkata', NOW).deadline(at)).toMatch(/\(Asia\/Kolkata\)$/);
  });

  it('are not where they read alike, also under another name', () => {
    const own = zh.format.deadline(at, 'Asia/Shanghai', NOW);
    expect(zonedTimes(zh, 'Asia/Shanghai', 'Asia/Shanghai', NOW).deadline(at)).toBe(own);
    expect(zonedTimes(zh, 'Asia/Singapore', 'Asia/Shanghai', NOW).deadline(at)).toBe(own);
  });

  it('are named in the half of the year in which they differ', () => {
    const { instant } = zonedTimes(en, 'UTC', 'Europe/London', NOW);
    expect(instant(at)).toMatch(/\(UK time\)$/);
    expect(instant(Date.parse('2026-12-10T07:00:00Z'))).not.toContain('UK');
  });
});
