import { expect } from 'vitest';
import { DAILY } from './exported-appeal.ts';
import { CAMPAIGN, picture, shopExport, WORDS, type At } from './notice-inputs.ts';
import { openStep } from './page-models/case-pages.ts';
import { sectionNamed, type DeskWindow } from './page-models/desk-window.ts';
import { openDocument } from './page-models/notice-pages.ts';

/** Explains the rise in sales with a campaign: what ran, what shows it, and the orders a day, counted from an import. */
export async function explainTheRise(desk: DeskWindow, at: At): Promise<void> {
  const { page, t, hands } = desk;
  const inCase = page.url();
  await openStep(desk, 'statement');
  await openDocument(desk, 'campaigns');
  await hands.press(page.getByRole('button', { name: t('campaigns:add') }));
  const proof = await picture('直播报名成功.png');
  await hands.write(page.getByLabel(t('campaigns:name')), CAMPAIGN.name);
  await hands.write(page.getByLabel(t('campaigns:startsOn')), CAMPAIGN.startsOn);
  await hands.write(page.getByLabel(t('campaigns:endsOn')), CAMPAIGN.endsOn);
  await hands.handIn(page.locator('main .ad-drop'), [proof]);
  await page.locator('.mantine-Pill-label', { hasText: proof.name }).waitFor({ timeout: 30_000 });
  await hands.press(page.getByRole('button', { name: t('campaigns:save'), exact: true }));
  const card = page
    .getByRole('list', { name: t('campaigns:title') })
    .getByRole('listitem', { name: CAMPAIGN.name });
  // Nothing is estimated: without imported orders there is nothing to count.
  await card.getByText(t('campaigns:counts.none.title')).waitFor();
  await hands.press(card.getByRole('link', { name: t('campaigns:counts.none.act') }));
  await hands.handIn(page.locator('main .ad-drop'), [shopExport(WORDS[t.language].shop)]);
  await hands.press(page.getByRole('button', { name: t('orders:startImport', { count: 6 }) }));
  await page
    .getByText(t('orders:importCounts', { added: 6, changed: 0, unchanged: 0, rejected: 0 }))
    .waitFor();

  await desk.go(new URL(inCase).pathname);
  await openStep(desk, 'statement');
  await openDocument(desk, 'campaigns');
  await card
    .getByRole('img', { name: t('campaigns:counts.chart', { days: 2, before: 1, during: 5 }) })
    .waitFor();
  await card.getByText(t('campaigns:counts.ofCase', { count: 2 })).waitFor();
  await hands.press(card.getByText(t('campaigns:counts.table')));
  await expect
    .poll(() => card.locator('tbody tr').allInnerTexts())
    .toEqual(
      DAILY.map(([date, orders]) =>
        [
          date,
          orders,
          t(date < CAMPAIGN.startsOn ? 'campaigns:counts.before' : 'campaigns:counts.during'),
        ].join('\t'),
      ),
    );
  await hands.press(card.getByRole('button', { name: t('campaigns:fact'), exact: true }));
  await card.getByText(t('campaigns:fact.written')).waitFor();
  await at('n14-campaign');
  await hands.press(card.getByRole('link', { name: t('campaigns:fact.go') }));
  const fact = sectionNamed(page, t('facts:title')).getByRole('listitem').filter({ hasText: CAMPAIGN.name });
  await hands.press(fact.getByRole('button', { name: t('facts:confirm') }));
  await fact.getByRole('button', { name: t('facts:unconfirm') }).waitFor();
}
