import { describe, expect, test } from 'vitest';
import { MALICIOUS_ORDER } from '../helpers/case.ts';
import { sectionNamed } from './page-models/desk-window.ts';
import { onePreparedDesk } from './page-models/prepared-desk.ts';
import {
  answerSituation,
  expectRuleOpen,
  expectSituation,
  openRulebook,
  pressInContents,
  ruleIn,
  sayWhatHappened,
  situation,
} from './page-models/rulebook-pages.ts';

/** Filed on a Friday before a long holiday: the dates were counted by hand from the published calendar, in platform-clock.test.ts. */
const FILED = { value: '2025-09-26T15:00', typed: ['09262025', '0300P'] };
const LOOKED_AT = new Date('2025-09-27T10:00:00+08:00');

/** What must stand on the screen, written out. */
const SAYS = {
  'zh-CN': {
    platform: '速卖通',
    scene: '恶拍下单',
    other: '恶意纠纷',
    caution: '这套规则来自二手文章和帮助中心的转载译文，带日期。提交前请到后台页面核对一遍。',
    definition: '买家不是真想买，而是有意大量拍下来占库存、拖指标，多半是同行所为。平台按买家账号排查。',
    versions: [
      '2026-04-13 起 · 越南、台湾 · 7 天',
      '2026-04-20 起 · 马来西亚 · 7 天',
      '2026-06-01 起 · 巴西 · 7 天',
    ],
    spans: ['48 小时', '48 小时', '5–7 个工作日', '7–15 个工作日'],
    halves: ['5 个工作日', '10 天'],
    source: '速卖通卖家文章汇编（二手，未注明日期）',
    points: '扣分申诉',
    caseType: '小程序交易投诉',
    now: '48 小时，从“买家开启纠纷”起算',
    before: '72 小时，从“买家开启纠纷”起算',
    law: '电子证据（中国法）',
    competition: '有没有迹象说明买家是同行，或者在替同行做事？',
    none: '没有迹象',
    hint: '有迹象，但拿不出凭证',
    stop: '先别提交。没付款的订单等系统关闭就好，留意是否再有同类订单。',
    against: '看不出恶意竞争，一般举报不成立。',
    find: '找能把买家和同行连起来的凭证：相同的收件信息、聊天里自己说的话、短时间内成批的账号。',
    reported: '这笔订单举报过吗？结果怎样？',
    rejected: '举报过，不成立',
    something: '被驳回以后，手里有没有上次没交过的新材料？',
    fileIt: '自己在举报工具中心提交',
    route: '举报不成立的：带着新材料找速卖通小何',
    blank: '【订单号】',
    chance: '次数：每笔订单、每个场景限 1 次',
    look: '09-28 15:00',
    chase: '10-23 24:00',
  },
  en: {
    platform: 'AliExpress',
    scene: 'Malicious ordering',
    other: 'Malicious dispute',
    caution:
      'This pack rests on second-hand articles and reposted help texts, with dates. Check your back office before filing.',
    definition: /^Orders placed not to buy but to tie up stock/,
    versions: [
      'from 2026-04-13 · Vietnam, Taiwan · 7 days',
      'from 2026-04-20 · Malaysia · 7 days',
      'from 2026-06-01 · Brazil · 7 days',
    ],
    spans: ['48 hours', '48 hours', '5–7 working days', '7–15 working days'],
    halves: ['5 working days', '10 days'],
    source: 'Compilation of AliExpress seller articles (second-hand, undated)',
    points: 'Appeal against penalty points',
    caseType: 'Mini-program complaints',
    now: '48 hours from: dispute opened',
    before: '72 hours from: dispute opened',
    law: 'Electronic evidence (Chinese law)',
    competition: 'Is there any sign that the buyer is a competitor or acts for one?',
    none: 'No sign',
    hint: 'Some sign, but nothing to show',
    stop: 'Do not file. Let the unpaid orders close, and watch for more of the same.',
    against: 'Without malicious competition a report normally fails.',
    find: 'Find what links buyer and competitor: the same recipient details, their own words in chat, a batch of accounts within days.',
    reported: 'Has this order been reported before, and with what result?',
    rejected: 'Reported, and rejected',
    something: 'Since the rejection, do you have anything that was not handed in last time?',
    fileIt: 'File it yourself in the Report Tool Centre',
    route: 'After a rejection: AliExpress support (速卖通小何), with what is new',
    blank: '[order numbers]',
    chance: 'Chances: 1 for each order in one scene',
    look: 'Sep 28 15:00',
    chase: 'Oct 23 24:00',
  },
} as const;

// In English everything is done by keys alone.
/** Of which the first offence may be appealed, and no other. */
const BRUSHING = 'shopee.fake-order.flagged-orders';

describe.each(['zh-CN', 'en'] as const)('the rules can be read by whoever doubts them (%s)', (language) => {
  const desk = onePreparedDesk({ language, keysOnly: language === 'en' }, 0);
  const says = SAYS[language];

  test('a platform says how firm its pack stands, and leads to its scenes and their rules', async () => {
    const { page, t, hands } = desk;
    await openRulebook(desk, '?platform=shopee');
    await pressInContents(desk, says.platform);
    const firm = sectionNamed(page, says.platform);
    await firm.getByText(t('rulebook:readiness-second-hand'), { exact: true }).waitFor();
    await firm.getByText(says.caution, { exact: true }).waitFor();
    await desk.shot(`rulebook-platform-${language}`);

    await pressInContents(desk, says.scene);
    const scene = sectionNamed(page, says.scene);
    await scene.getByText(says.definition).waitFor();
    await scene.getByText(t('ui:entryUndated'), { exact: true }).waitFor();
    const rules = sectionNamed(page, t('rulebook:rulesOfScene'));
    await desk.shot(`rulebook-scene-${language}`);
    // Asked for from far down: what comes next is shown from its top.
    await ruleIn(rules, 'S1-16').scrollIntoViewIfNeeded();
    await pressInContents(desk, says.other);
    const next = sectionNamed(page, says.other);
    const top = () => next.evaluate((element) => element.getBoundingClientRect().top);
    await expect.poll(top).toBeGreaterThan(0);
    await expect.poll(top).toBeLessThan(300);

    await pressInContents(desk, says.scene);
    const asked = sectionNamed(page, t('rulebook:asksFor'));
    await hands.press(asked.getByRole('link', { name: 'S1-14', exact: true }).first());
    await expectRuleOpen(desk, 'S1-14');
  });

  test('a scene whose page no source names says so, and where else to look for it', async () => {
    const { page, t } = desk;
    await openRulebook(desk, '?scenario=etsy.suspension.appeal');
    await page.getByText(t('ui:entryUnknown'), { exact: true }).waitFor();
    await desk.shot(`rulebook-no-entry-${language}`);
  });

  test('two characters find every rule that has them, of every platform, and no other', async () => {
    const { page, t, hands } = desk;
    await openRulebook(desk);
    await sectionNamed(page, t('rulebook:allRules')).waitFor();
    const field = page.getByRole('textbox', { name: t('rulebook:search') });
    await hands.write(field, '举证');
    const found = sectionNamed(page, t('rulebook:found'));
    await found.waitFor();
    const wanted = (await desk.client.rulebook.rules({}))
      .filter(({ title, why, readings }) => JSON.stringify([title, why, readings]).includes('举证'))
      .map(({ id }) => id);
    const shown = () => found.getByRole('heading', { level: 3 }).getByRole('link').allInnerTexts();
    await expect.poll(async () => new Set(await shown())).toEqual(new Set(wanted));
    await found.getByText(t('rulebook:ruleCount', { count: wanted.length }), { exact: true }).waitFor();
    await desk.shot(`rulebook-found-${language}`);
    await hands.write(field, '举证举证');
    await page.getByText(t('rulebook:nothing'), { exact: true }).waitFor();
    await hands.write(field, '');
    await sectionNamed(page, t('rulebook:allRules')).waitFor();
  });

  test('a rule that changed shows its versions by day and by site, and everything that rests on it', async () => {
    const { page, t, hands } = desk;
    await openRulebook(desk, '?rule=SP-03');
    await expectRuleOpen(desk, 'SP-03');
    const lines = page.locator('.ad-rule-facts').getByRole('listitem');
    await lines.nth(2).waitFor();
    const versions = await lines.allInnerTexts();
    expect(versions).toHaveLength(says.versions.length);
    for (const [place, version] of says.versions.entries()) expect(versions[place]).toContain(version);

    // What follows the rule stands before what only quotes it.
    const uses = sectionNamed(page, t('rulebook:uses')).getByRole('listitem');
    await uses.nth(1).waitFor();
    const [first, second] = await uses.allInnerTexts();
    expect(first).toContain(t('rulebook:usesActs'));
    expect(first).toContain(t('rulebook:part-clock'));
    expect(second).toContain(t('rulebook:usesQuotes'));
    await desk.shot(`rulebook-versions-${language}`);
    await hands.press(uses.nth(1).getByRole('link'));
    await sectionNamed(page, says.points).waitFor();
  });

  test('a rule that holds for one way of shipping alone says for which', async () => {
    const { page, t } = desk;
    await openRulebook(desk, '?rule=AZ-07');
    await expectRuleOpen(desk, 'AZ-07');
    const body = page.locator('.ad-rulebook-body');
    await body.getByText(t('rulebook:fulfilment'), { exact: true }).waitFor();
    await body.getByText(t('rulebook:tryFulfilment-seller'), { exact: true }).waitFor();
    await desk.shot(`rulebook-shipping-${language}`);
  });

  test('the rules of a past day stand as they held then, by platform and case type, law too', async () => {
    const { page, t, hands } = desk;
    await openRulebook(desk, '?platform=wechat');
    await pressInContents(desk, says.caseType);
    const changed = ruleIn(sectionNamed(page, says.caseType), 'WX-04').locator('.reading-mark');
    await changed.getByText(says.now).waitFor();
    const day = page.getByLabel(t('rulebook:onDay'), { exact: true });
    if (desk.keysOnly) {
      await hands.enter(day);
      await page.keyboard.type('03012024');
    } else await day.fill('2024-03-01');
    await changed.getByText(says.before).waitFor();
    await desk.shot(`rulebook-day-${language}`);
    await hands.press(sectionNamed(page, says.caseType).getByRole('link', { name: 'WX-04', exact: true }));
    await expectRuleOpen(desk, 'WX-04');
    await page.getByText(t('rulebook:onDayRule', { date: '2024-03-01' }), { exact: true }).waitFor();

    await openRulebook(desk, '?platform=law-cn');
    await pressInContents(desk, says.law);
    await ruleIn(sectionNamed(page, says.law), 'EV-01').waitFor();
  });

  test('where sources differ all stand side by side, the strictest first, and only one of them acts', async () => {
    const { page, t, hands } = desk;
    await openRulebook(desk, '?rule=S1-03');
    await expectRuleOpen(desk, 'S1-03');
    await hands.press(page.getByRole('link', { name: t('ui:readingsDiffer') }));
    const body = page.locator('.ad-rulebook-body');
    const review = ruleIn(body, 'X1');
    const marks = review.locator('.reading-mark');
    await marks.nth(3).waitFor();
    for (const [place, mark] of (await marks.allInnerTexts()).entries())
      expect(mark).toContain(says.spans[place]);
    await review.getByText(says.source).first().waitFor();
    await desk.shot(`rulebook-conflict-${language}`);
    await hands.press(review.getByRole('link', { name: 'S1-11', exact: true }));
    await expectRuleOpen(desk, 'S1-11');

    // A link names no platform, whichever it is of.
    await openRulebook(desk, '?conflict=R17-4');
    await ruleIn(body, 'R17-4').waitFor();

    // Two readings of one rule, in the same words: what each says tells them apart.
    await openRulebook(desk, '?platform=aliexpress&conflict=R17-2');
    const halves = ruleIn(body, 'R17-2');
    const said = halves.locator('.reading-mark');
    await said.nth(1).waitFor();
    for (const [place, half] of (await said.allInnerTexts()).entries())
      expect(half).toContain(says.halves[place]);
    const acts = () => halves.getByText(t('rulebook:actsFor-clock')).count();
    await expect.poll(acts).toBe(1);
    await desk.shot(`rulebook-two-readings-${language}`);
  });

  test('a situation is tried without a case: the word, what would change it, the chance, the clocks, ways to go on', async () => {
    const { page, t } = desk;
    await page.clock.setFixedTime(LOOKED_AT);
    await openRulebook(desk, `?platform=aliexpress&scenario=${MALICIOUS_ORDER}`);
    const tried = situation(desk);
    await expectSituation(desk, 'fact-missing', says.competition);
    await tried.getByText(says.chance, { exact: true }).waitFor();
    await tried.getByText(t('rulebook:tryChanceUnused'), { exact: true }).waitFor();

    await answerSituation(desk, says.competition, says.none);
    await expectSituation(desk, 'not-eligible', says.stop);
    const against = tried.getByRole('listitem').filter({ hasText: says.against }).first();
    await against.getByRole('link', { name: 'S1-16', exact: true }).waitFor();
    await against
      .getByText(t('cases:check.changes.ifSo', { question: says.competition, answer: says.hint }), {
        exact: true,
      })
      .waitFor();
    await desk.shot(`rulebook-situation-${language}`);
    // Exactly the answer that it names.
    await answerSituation(desk, says.competition, says.hint);
    await against.waitFor({ state: 'detached' });
    await expectSituation(desk, 'weak', says.find);

    await sayWhatHappened(desk, 'submitted', FILED);
    const promise = t('rulebook:tryLook', { look: says.look, chase: says.chase });
    await tried.getByText(promise).waitFor();
    const ways = tried.locator('.rule-routes > li');
    const [again, first] = [ways.filter({ hasText: says.route }), ways.filter({ hasText: says.fileIt })];
    await first.waitFor();
    // It changes no answer, only what can still be done: it is folded away as in a case.
    const folded = tried.locator('.further-questions');
    await expect.poll(() => folded.getAttribute('open')).toBeNull();
    await folded.locator('summary').first().click();
    await answerSituation(desk, says.reported, says.rejected);
    await answerSituation(desk, says.something, t('cases:check.answer.yes'));
    // What was reported already is not to be filed once more.
    await first.waitFor({ state: 'detached' });
    await again.getByText(t('rulebook:by-support'), { exact: true }).waitFor();
    // What only a case knows is left to be written in, and says what it is.
    const script = await again.locator('blockquote').innerText();
    expect(script).toContain(says.blank);
    expect(script).not.toContain('{');
    await again.scrollIntoViewIfNeeded();
    await desk.shot(`rulebook-routes-${language}`);
    expect((await desk.client.cases.list({})).total).toBe(0);
  });

  test('where the rule gives no chance, the word follows it, and says so', async () => {
    const { page, t, hands } = desk;
    await openRulebook(desk, `?platform=shopee&scenario=${BRUSHING}`);
    // A past day that was looked at stays typed until the page is loaded anew.
    await page.reload();
    const tried = situation(desk);
    const word = tried.getByRole('status').getByText(t('cases:check.word.not-eligible'), { exact: true });
    await tried.getByText(t('rulebook:tryChanceUnused'), { exact: true }).waitFor();
    await expect.poll(() => word.count()).toBe(0);
    await hands.enter(tried.getByLabel(t('rulebook:tryOccurrence'), { exact: true }));
    await page.keyboard.type('2');
    await word.waitFor();
    await tried.getByText(t('rulebook:attemptsNone'), { exact: true }).waitFor();
    await expect.poll(() => tried.getByText(t('rulebook:tryChanceUnused')).count()).toBe(0);
    await word.scrollIntoViewIfNeeded();
    await desk.shot(`rulebook-no-chance-${language}`);
  });
});
