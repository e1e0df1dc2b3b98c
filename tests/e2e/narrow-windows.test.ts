import { describe, expect, test } from 'vitest';
import { CASE_STEPS } from '../../shared/cases/index.ts';
import { findings } from '../a11y/axe.ts';
import { exportCase, file, lookNowhere } from '../helpers/case.ts';
import { HOUR } from '../helpers/core.ts';
import { flaggedNumbers, noticeStore, openFromNotice } from '../helpers/notice-case.ts';
import { onePreparedDesk } from './page-models/prepared-desk.ts';
import { badlyFitting } from './page-models/narrow-sight.ts';
import { ROOMS } from './page-models/rooms.ts';

const nameOf = (place: string, noticed: string): string =>
  place
    .replace(noticed, 'noticed')
    .replace(/[0-9a-f-]{36}/u, 'filed')
    .replaceAll(/[/?=]/gu, '-');

/** A usual laptop's window beside another, and one as narrow as a telephone. */
describe.each(['zh-CN', 'en'] as const)('in a window that is not wide (%s)', (language) => {
  const desk = onePreparedDesk({ language, theme: 'system' });

  test(
    'nothing is cut, nothing is squeezed, and no screen scrolls sideways',
    { timeout: 240_000 },
    async () => {
      const { page, client } = desk;
      const storeId = await noticeStore(client, 'Harbour House');
      const noticed = await openFromNotice(client, storeId, flaggedNumbers(3, 9700), {
        issuedAt: Date.now() - HOUR,
      });
      await lookNowhere(client);
      const filed = await desk.openReadyCase('packet');
      await file(client, filed, await exportCase(client, filed.caseId), Date.now() - HOUR);
      const places = [
        ...ROOMS,
        ...[noticed, filed.caseId].flatMap((caseId) => CASE_STEPS.map((step) => `/cases/${caseId}/${step}`)),
        `/cases/${noticed}/evidence?view=asks`,
        '/rulebook?conflicts',
      ];
      const bad: string[] = [];
      for (const width of [1100, 420]) {
        await page.setViewportSize({ width, height: 900 });
        for (const place of places) {
          await desk.go(place);
          await page.getByRole('heading', { level: 1 }).waitFor();
          await expect.poll(() => page.locator('main .ad-loading:visible').count()).toBe(0);
          let found: string[] = [];
          await expect
            .poll(async () => (found = await badlyFitting(page)), { timeout: 2000 })
            .toEqual([])
            .catch(() => bad.push(...found.map((each) => `${width} ${place} ${each}`)));
          await desk.shot(`narrow-${width}${nameOf(place, noticed)}-${language}`);
        }
      }
      expect(bad).toEqual([]);
      // A week stands day below day here, and is still a grid to those who hear it.
      await desk.go('/deadlines?view=week');
      await page.getByRole('grid').getByRole('row').getByRole('gridcell').first().waitFor();
      expect(await findings(desk, `narrow-week-${language}`)).toEqual([]);
    },
  );
});
