import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findings } from '../a11y/axe.ts';
import { launchBrowser } from '../helpers/browser.ts';
import { exportCase, prepareCase } from '../helpers/case.ts';
import { HOUR } from '../helpers/core.ts';
import { openPreparedDesk, type PreparedDesk } from './page-models/prepared-desk.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

describe.each(['zh-CN', 'en'] as const)(
  'what a seller is told of a clock before it matters (%s)',
  (language) => {
    let desk: PreparedDesk;
    beforeAll(async () => {
      desk = await openPreparedDesk(browser, { language, theme: 'system' }, 0);
    });
    afterAll(async () => {
      const { problems } = desk;
      await desk.close();
      expect(problems).toEqual([]);
    });

    test('before filing: what ends with it, and what goes on and until when', async () => {
      const { page, t, client } = desk;
      const { id: storeId } = await client.stores.create({
        ...{ platform: 'jd', name: '京东一店', exportZone: 'Asia/Shanghai' },
      });
      const made = await prepareCase(client, desk.files, {
        ...{ storeId, scenarioId: 'jd.third-party-complaint.complaint', orders: ['123456789012'], seed: 41 },
      });
      await client.notices.save({ caseId: made.caseId, text: '…', issuedAt: Date.now() - HOUR });
      await exportCase(client, made.caseId);
      const told = await client.deadlines.whatEnds({ caseId: made.caseId, by: 'submitted' });
      expect([told.ends.length, told.goesOn.length]).toEqual([1, 3]);
      await desk.showCase(made.caseId, 'submission');
      const note = page.getByRole('note', { name: t('deadlines:whatEnds') });
      await expect.poll(() => note.getByRole('listitem').count()).toBe(4);
      for (const { title } of told.ends)
        await note.getByText(t('deadlines:endsWithIt', { title: t.pick(title) }), { exact: true }).waitFor();
      await note.scrollIntoViewIfNeeded();
      await desk.shot(`c80-what-ends-${language}`);
      expect(await findings(desk, `what-ends-${language}`)).toEqual([]);
    });

    test('where no source names the zone: that it is assumed, and by which zone it ends when', async () => {
      const { page, t, client } = desk;
      const { id: storeId } = await client.stores.create({
        ...{ platform: 'paypal', name: 'Harbour', zone: 'Asia/Shanghai' },
      });
      const { id: caseId } = await client.cases.create({
        ...{ storeId, scenarioId: 'paypal.dispute.claim', orderNumbers: [], title: 'Claim' },
      });
      // Morning in China is still the day before by the assumed zone.
      const today = new Date().toISOString().slice(0, 10);
      await client.events.save({
        ...{ caseId, event: 'dispute-escalated', happenedAt: Date.parse(`${today}T02:00:00+08:00`) },
      });
      const own = (await client.deadlines.list({ caseId })).items.find(({ owner }) => owner === 'mine');
      expect(own?.computed.certainty).toBe('estimate');
      const assumed = own?.computed.zoneAssumed;
      const [reading] = own?.computed.readings ?? [];
      await desk.go('/deadlines');
      const due = t.format.deadline(own?.dueAt ?? 0, 'Asia/Shanghai', Date.now());
      const grid = page.getByRole('grid', { name: t('app:deadlines') });
      await grid.getByText(due, { exact: true }).click();
      const why = t('ui:ladderZoneAssumed', {
        zone: 'UTC',
        why: assumed === undefined ? '' : t.pick(assumed),
      });
      await page.getByText(why, { exact: false }).waitFor();
      expect(reading?.inZones?.length).toBe(2);
      // The heading names the time that the list names, by the clock of whoever looks, and the assumed zone behind it.
      const byAssumed = reading?.inZones?.find(({ zone }) => zone === own?.computed.zone);
      const end = t.format.deadline(byAssumed?.end ?? 0, byAssumed?.zone ?? '', Date.now());
      const day = t('deadlines:assumedDay', { day: due, zone: 'UTC', end });
      await page.getByRole('heading', { name: t('deadlines:whyDay', { day }), exact: true }).waitFor();
      for (const { zone, end } of reading?.inZones ?? []) {
        const place = t.find(`ui:zone-${zone}`) ?? zone;
        // By the clock of whoever looks: only so can two ends be compared. The platform's own stands beside.
        const here = t.format.deadline(end, 'Asia/Shanghai', Date.now());
        const when = t.format.deadline(end, zone, Date.now());
        const words =
          zone === 'Asia/Shanghai'
            ? t('ui:ladderInZoneHere', { here, zone: place })
            : t('ui:ladderInZone', { here, zone: place, end: when });
        await page.getByText(words, { exact: true }).waitFor();
      }
      await page.getByRole('link', { name: t('ui:ladderZoneStore') }).waitFor();
      await desk.shot(`c81-zone-assumed-${language}`);
      expect(await findings(desk, `zone-assumed-${language}`)).toEqual([]);
    });
  },
);
