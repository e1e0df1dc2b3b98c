import { basename } from 'node:path';
import { readFile } from 'node:fs/promises';
import type { Locator } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { dateIn } from '../../shared/kernel/index.ts';
import { findings } from '../a11y/axe.ts';
import { newCorrector, signedUpdate, type PackEdit } from '../helpers/pack-update.ts';
import { sectionNamed } from './page-models/desk-window.ts';
import { onePreparedDesk } from './page-models/prepared-desk.ts';
import { expectRuleOpen } from './page-models/rulebook-pages.ts';

/** How long review takes at the longest, and what a corrector makes of it. */
const REVIEW = 'S1-03';
const LONGER: PackEdit = {
  file: 'aliexpress/report-buyer.yaml',
  from: 'min: 7, max: 15, unit: wd',
  to: 'min: 7, max: 20, unit: wd',
};

/** That bad reviews stay after a report: the corrector has it end in 2020, and calls it surer than it was. */
const REVIEWS_STAY = 'S1-06';
const SAID = `quote: { text: "但产品和店铺中的差评并不会删除", language: zh }
        source: seller-articles
        locator: "A, 6"
        date: null
        confidence: `;
const ENDED: PackEdit = {
  file: 'aliexpress/report-buyer.yaml',
  from: `${SAID}M`,
  to: `${SAID}H\n        effective: { to: "2020-01-01" }`,
};

/** A check that the corrector only words anew. */
const SAID_BEFORE = {
  'zh-CN': '看不出恶意竞争，一般举报不成立。',
  en: 'Without malicious competition a report normally fails.',
};
const SAID_NOW = {
  'zh-CN': '没有恶意竞争的迹象，一般举报不成立。',
  en: 'Where nothing hints at malicious competition, a report normally fails.',
};
const REWORDED: PackEdit = {
  file: 'aliexpress/report-buyer.yaml',
  from: `says: { zh: "${SAID_BEFORE['zh-CN']}", en: "${SAID_BEFORE.en}" }`,
  to: `says: { zh: "${SAID_NOW['zh-CN']}", en: "${SAID_NOW.en}" }`,
};

describe.each(['zh-CN', 'en'] as const)('rules that change while a case is open (%s)', (language) => {
  const desk = onePreparedDesk({ language, theme: 'system' });
  const dialog = () => desk.page.getByRole('dialog');
  /** Opens what the back office shows of the rule that is open, as something else than the packs say. */
  const noteOwn = async (own: Locator): Promise<void> => {
    await own.getByRole('button', { name: desk.t('rulebook:ownAdd') }).click();
    await dialog()
      .getByRole('radio', { name: desk.t('rulebook:ownOther') })
      .check();
  };

  test('a signed pack shows its signer and its changes first; the case is moved by its own seller', async () => {
    const { page, t } = desk;
    const { caseId } = await desk.openReadyCase('check');
    const corrector = newCorrector();
    const path = await signedUpdate('aliexpress', [LONGER, ENDED, REWORDED], corrector);
    await desk.go('/rulebook?updates=1');
    const packs = sectionNamed(page, t('rulebook:updates'));
    await packs.getByText(t('rulebook:updatesNone'), { exact: true }).waitFor();
    const forged = (await readFile(path, 'utf8')).replace('20', '21');
    const file = { name: basename(path), mimeType: 'application/json', buffer: Buffer.from(forged) };
    await packs.locator('input[type=file]').setInputFiles(file);
    await packs.getByText(t('errors:INVALID_FILE-bad-signature')).waitFor();
    await packs.locator('input[type=file]').setInputFiles(path);
    const shown = page.getByRole('region', { name: t('rulebook:updateShown') });
    await shown.getByText(corrector.name).waitFor();
    await shown.getByText(t('rulebook:updateStranger')).waitFor();
    await shown.getByRole('link', { name: REVIEW }).waitFor();
    const ended = shown.getByRole('listitem').filter({ hasText: REVIEWS_STAY });
    await ended.getByText(t('rulebook:field-effective'), { exact: true }).waitFor();
    const until = t('rulebook:version-until', { to: '2020-01-01' });
    await ended.getByText(`${t('rulebook:fieldNone')} → ${until}`).waitFor();
    // How sure it is never stands without its being second-hand beside it.
    const doubt = t('ui:secondHand');
    const [less, more] = [t('ui:confidenceM'), t('ui:confidenceH')];
    await expect
      .poll(() => ended.locator('dd').allInnerTexts())
      .toContain(`${less} · ${doubt} → ${more} · ${doubt}`);
    // What only reads otherwise is told apart from what changes an answer, the old words beside the new.
    const words = shown.getByRole('list', { name: t('rulebook:changesOnly-words') });
    const reworded = words.getByRole('listitem');
    await reworded.getByText(t('rulebook:partField-says'), { exact: true }).waitFor();
    for (const said of [SAID_BEFORE[language], SAID_NOW[language]])
      await expect.poll(() => reworded.locator('dd').innerText()).toContain(said);
    await shown.getByText(t('rulebook:changesOf-words', { count: 1 }), { exact: false }).waitFor();
    await desk.shot('r1-update');
    await reworded.scrollIntoViewIfNeeded();
    await desk.shot('r1-update-words');
    await shown.getByRole('button', { name: t('rulebook:updateInstall') }).click();
    await packs.getByText(t('rulebook:updateSigner', { signer: corrector.name })).waitFor();
    const changed = sectionNamed(page, t('rulebook:changes'));
    await changed.getByRole('link', { name: REVIEW }).waitFor();
    await desk.shot('r2-installed');
    await packs.locator('input[type=file]').setInputFiles(path);
    const [{ version = '' } = {}] = await desk.client.rulebook.updates({});
    await packs.getByText(t('errors:INVALID_FILE-same-pack', { version }), { exact: true }).waitFor();

    await desk.showCase(caseId, 'check');
    await page.getByRole('button', { name: t('rulebook:changesLook') }).click();
    await dialog()
      .getByRole('heading', { name: t('rulebook:changesOfCase') })
      .waitFor();
    const fallen = dialog().getByRole('listitem').filter({ hasText: REVIEWS_STAY });
    const day = dateIn(Date.now(), 'Asia/Shanghai');
    const which = t('rulebook:dayOf-today');
    await fallen.getByText(t('rulebook:changesByDay-falls', { which, day }), { exact: true }).waitFor();
    await desk.shot('r3-in-case');
    await dialog()
      .getByRole('button', { name: t('rulebook:changesTake') })
      .click();
    await page.getByRole('button', { name: t('rulebook:changesLook') }).waitFor({ state: 'detached' });
    expect(await desk.client.cases.ruleChanges({})).toEqual([]);
  });

  test('another reading acts for one case once its reason is written, until that is taken back', async () => {
    const { page, t } = desk;
    const { caseId } = await desk.openReadyCase('check');
    const differ = sectionNamed(page, t('cases:readings'));
    const entry = differ
      .getByRole('listitem')
      .filter({ hasText: language === 'en' ? 'reported in another scene' : '换个场景还能不能再报' });
    await entry.getByRole('button', { name: t('cases:readings.choose') }).click();
    const save = dialog().getByRole('button', { name: t('cases:readings.save') });
    await dialog().getByRole('radio').first().check();
    await expect.poll(() => save.isDisabled()).toBe(true);
    await dialog().getByLabel(t('cases:readings.reason')).fill('后台弹窗：该订单已举报过');
    await desk.shot('r4-choose');
    await save.click();
    await entry.getByText(t('cases:readings.because', { reason: '后台弹窗：该订单已举报过' })).waitFor();
    await desk.shot('r5-chosen');
    // The sheet of the disagreement that is opened from here shows what acts for this case, and not what does without it.
    await page
      .getByRole('link', { name: t('ui:readingsDiffer') })
      .first()
      .waitFor();
    const [href = ''] = await page
      .locator('a[href*="conflict="]')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    expect(href).toContain(`case=${caseId}`);
    await desk.go(`/rulebook?conflict=X2&case=${caseId}`);
    await page.getByText(t('rulebook:conflictOfCase')).waitFor();
    const acting = page.locator('.ad-quote').filter({ hasText: t('rulebook:actsFor-attempt') });
    await acting.waitFor();
    const ofCase = await acting.innerText();
    await page.getByText(t('cases:readings.because', { reason: '后台弹窗：该订单已举报过' })).waitFor();
    await desk.shot('r5-sheet-of-case');
    await desk.go('/rulebook?conflict=X2');
    await page.getByText(t('rulebook:conflictOfCase')).waitFor({ state: 'hidden' });
    await acting.waitFor();
    await expect.poll(() => acting.innerText()).not.toBe(ofCase);
    await desk.showCase(caseId, 'check');
    await entry.getByRole('button', { name: t('cases:readings.drop') }).click();
    await entry.getByRole('button', { name: t('cases:readings.choose') }).waitFor();
  });

  test('a penalty of which one figure differs is noted step by step; the other figures stay', async () => {
    const { page, t } = desk;
    await desk.go('/rulebook?rule=TB-10');
    await expectRuleOpen(desk, 'TB-10');
    const own = sectionNamed(page, t('rulebook:own'));
    await noteOwn(own);
    const step = dialog().getByRole('group').nth(1);
    await step.getByRole('textbox', { name: t('notices:penalty.points') }).fill('6');
    await dialog()
      .getByRole('textbox', { name: t('rulebook:ownWords') })
      .fill('首次，超过 96 笔：扣 6 分');
    expect(await findings(desk, `r6-own-penalty-${language}`)).toEqual([]);
    await dialog()
      .getByRole('button', { name: t('ui:save') })
      .click();
    await own.getByText('首次，超过 96 笔：扣 6 分').waitFor();
    const noted = await desk.client.rulebook.ownReadings({});
    const of = noted.find(({ ruleId }) => ruleId === 'TB-10')?.value;
    const points = of?.kind === 'penalty' ? of.tiers.map(({ consequences: [first] }) => first?.points) : [];
    expect(points).toEqual([2, 6, 12, 48, 48]);
    await own
      .getByRole('definition')
      .filter({ hasText: t('rulebook:does-points', { count: 6 }) })
      .waitFor();
    await own.getByRole('button', { name: t('rulebook:ownRemove') }).click();
    await own.getByText('首次，超过 96 笔：扣 6 分').waitFor({ state: 'detached' });
  });

  test('what the back office shows is noted beside the rule, and goes out as a correction', async () => {
    const { page, t } = desk;
    await desk.go(`/rulebook?rule=${REVIEW}`);
    await expectRuleOpen(desk, REVIEW);
    const own = sectionNamed(page, t('rulebook:own'));
    await noteOwn(own);
    await dialog()
      .getByRole('textbox', { name: t('rulebook:ownFigure') })
      .fill('12');
    await dialog()
      .getByRole('combobox', { name: t('rulebook:ownUnit') })
      .selectOption('cd');
    await dialog()
      .getByRole('textbox', { name: t('rulebook:ownWords') })
      .fill('审核时间：12 个工作日');
    await desk.shot('r6-own');
    await dialog()
      .getByRole('button', { name: t('ui:save') })
      .click();
    await own.getByText('审核时间：12 个工作日').waitFor();
    await page.getByText(t('ui:sourceClassB')).first().waitFor();
    await desk.shot('r7-rule-with-own');
    expect((await desk.client.rulebook.corrections({})).text).toContain('审核时间：12 个工作日');
    const [noted] = await desk.client.rulebook.ownReadings({});
    expect(noted?.value).toMatchObject({ kind: 'duration', max: 12, unit: 'cd' });

    // Where no source says anything, whoever sees the page may say what stands there.
    await desk.go('/rulebook?rule=TB-32');
    await expectRuleOpen(desk, 'TB-32');
    await noteOwn(own);
    await dialog()
      .getByRole('combobox', { name: t('rulebook:ownKind') })
      .selectOption('path');
    await dialog()
      .getByRole('textbox', { name: t('rulebook:ownPath') })
      .fill('交易\n投诉管理');
    await dialog()
      .getByRole('textbox', { name: t('rulebook:ownWords') })
      .fill('交易 投诉管理');
    await desk.shot('r7-own-of-unknown');
    await dialog()
      .getByRole('button', { name: t('ui:save') })
      .click();
    await own.getByText('交易 › 投诉管理', { exact: true }).waitFor();

    // A list is ticked from what it may hold, and limits are numbers of what they limit.
    await desk.go('/rulebook?rule=TB-04');
    await expectRuleOpen(desk, 'TB-04');
    await noteOwn(own);
    const save = dialog().getByRole('button', { name: t('ui:save') });
    await dialog()
      .getByRole('textbox', { name: t('rulebook:ownWords') })
      .fill('凭证：底单、物流截图');
    await expect.poll(() => save.isDisabled()).toBe(true);
    // What the packs say stands there by name, as what may be ticked does.
    for (const { title } of await desk.client.rulebook.listEntries({ ruleId: 'TB-04' }))
      await dialog()
        .getByRole('radio', { name: t.pick(title) })
        .waitFor();
    await dialog().getByRole('checkbox').first().check();
    await desk.shot('r7-own-list');
    await save.click();
    await own.getByText('凭证：底单、物流截图').waitFor();

    await desk.go('/rulebook?rule=WX-03');
    await expectRuleOpen(desk, 'WX-03');
    await noteOwn(own);
    await dialog()
      .getByRole('textbox', { name: t('rulebook:ownLimit-files') })
      .fill('5');
    await dialog()
      .getByRole('textbox', { name: t('rulebook:ownLimit-bytesEach') })
      .fill('2.5');
    await dialog()
      .getByRole('textbox', { name: t('rulebook:ownWords') })
      .fill('最多 5 张，每张不超过 2.5MB');
    await desk.shot('r7-own-limits');
    await save.click();
    await own.getByText('最多 5 张，每张不超过 2.5MB').waitFor();
    const [limited] = await desk.client.rulebook.ownReadings({});
    expect(limited?.value).toMatchObject({ kind: 'limits', files: 5, bytesEach: 2_500_000 });
  });

  test('what one site’s back office shows is noted for that site, or for all of them on purpose', async () => {
    const { page, t } = desk;
    await desk.go('/rulebook?rule=AZ-02');
    await expectRuleOpen(desk, 'AZ-02');
    const own = sectionNamed(page, t('rulebook:own'));
    await noteOwn(own);
    await dialog()
      .getByRole('textbox', { name: t('rulebook:ownFigure') })
      .fill('24');
    await dialog()
      .getByRole('textbox', { name: t('rulebook:ownWords') })
      .fill('24 hours left');
    const save = dialog().getByRole('button', { name: t('ui:save') });
    await expect.poll(() => save.isDisabled()).toBe(true);
    await dialog()
      .getByRole('combobox', { name: t('rulebook:ownSite') })
      .selectOption('UK');
    await desk.shot('r9-own-site');
    await save.click();
    const site = language === 'en' ? 'United Kingdom' : '英国站';
    await own.getByText(t('rulebook:holdsIn', { regions: site })).waitFor();
    await desk.shot('r9-own-of-a-site');
    const noted = await desk.client.rulebook.ownReadings({});
    expect(noted.find(({ ruleId }) => ruleId === 'AZ-02')?.region).toBe('UK');
  });

  test('a check that rests on rules nobody looked up for long says which', async () => {
    const { page, t } = desk;
    await desk.openReadyCase('check');
    const note = page.getByRole('note').filter({ has: page.getByRole('link', { name: 'S1-14' }) });
    await expect.poll(() => note.count()).toBe(0);
    await desk.client.settings.update({ staleAfterDays: 1 });
    await page.reload();
    await note.first().waitFor();
    await desk.shot('r8-stale');
    await desk.client.settings.update({ staleAfterDays: 180 });
    expect(t.language).toBe(language);
  });
});
