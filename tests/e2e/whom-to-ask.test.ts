import { Temporal } from 'temporal-polyfill';
import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dayKind, findCalendar } from '../../shared/deadlines/index.ts';
import { findings } from '../a11y/axe.ts';
import { launchBrowser } from '../helpers/browser.ts';
import { flaggedNumbers, noticeStore, openFromNotice } from '../helpers/notice-case.ts';
import { sectionNamed } from './page-models/desk-window.ts';
import { localOf } from './page-models/local-time.ts';
import { leaveField, pressAct } from './page-models/key-pages.ts';
import { openPreparedDesk, type PreparedDesk } from './page-models/prepared-desk.ts';

const HOUR = 3_600_000;

/** A Thursday to come that is a working day like the Friday after it, at 21:40 in Beijing. */
function thursdayEvening(): number {
  const works = (day: Temporal.PlainDate): boolean =>
    dayKind(findCalendar('CN'), day.toString()).reason === 'working-day';
  let day = Temporal.Now.plainDateISO('Asia/Shanghai').add({ days: 2 });
  while (day.dayOfWeek !== 4 || !works(day) || !works(day.add({ days: 1 }))) day = day.add({ days: 1 });
  return day.toZonedDateTime({ timeZone: 'Asia/Shanghai', plainTime: '21:40' }).epochMilliseconds;
}

const EVENING = thursdayEvening();
const END = EVENING + 26 * HOUR;

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const SAYS = {
  'zh-CN': {
    shop: '示例家居店',
    kids: '示例童装店',
    branch: '城东网点小李',
    channel: '微信',
    other: '示例家纺店',
  },
  en: {
    shop: 'Home & Garden',
    kids: 'Little Stars',
    branch: 'East branch',
    channel: 'WeChat',
    other: 'Linen House',
  },
} as const;

describe.each(['zh-CN', 'en'] as const)('on Thursday at 21:40 with 26 hours left (%s)', (language) => {
  const says = SAYS[language];
  let desk: PreparedDesk;
  let caseIds: string[] = [];
  let disputeId = '';
  beforeAll(async () => {
    desk = await openPreparedDesk(browser, { language, theme: 'system' }, 0);
    const { client, page } = desk;
    await page.clock.setFixedTime(EVENING);
    const shop = await noticeStore(client, says.shop);
    const kids = await noticeStore(client, says.kids);
    const numbers = flaggedNumbers(40, 800);
    caseIds = [];
    for (const [place, orders] of [numbers.slice(0, 20), numbers.slice(20, 35), numbers.slice(35)].entries())
      caseIds.push(
        await openFromNotice(client, place === 2 ? kids : shop, orders, {
          pageDeadline: END + place * 24 * HOUR,
        }),
      );
    const dispute = async (scenarioId: string, storeId: string, orderNumber: string): Promise<string> => {
      const { id } = await client.cases.create({ storeId, scenarioId, orderNumbers: [orderNumber] });
      await client.events.save({
        ...{ caseId: id, event: 'dispute-opened', happenedAt: Date.now() - HOUR },
        ...{ pageReadAt: Date.now(), pageDeadline: END + HOUR },
      });
      return id;
    };
    await dispute('aliexpress.dispute.quality', desk.storeId, '8012345678901234');
    disputeId = await dispute('taobao.dispute.hidden-quality', shop, '2314567890123457777');
    await page.reload();
    await section().waitFor();
  });
  afterAll(async () => {
    const { problems } = desk;
    await desk.close();
    expect(problems).toEqual([]);
  });
  const section = (): Locator => sectionNamed(desk.page, desk.t('asks:today.title'));
  const row = (...words: string[]): Locator =>
    words.reduce(
      (found, word) => found.filter({ hasText: word }),
      section()
        .getByRole('list', { name: desk.t('asks:today.title') })
        .getByRole('listitem'),
    );
  const who = (addressee: 'courier' | 'warehouse' | 'factory' | 'own-records'): string =>
    desk.t(`asks:addressee.${addressee}`);
  const at = (hours: number): string =>
    desk.t.format.instant(EVENING + hours * HOUR, 'Asia/Shanghai', EVENING);
  /** Hours from the evening to a time of the Friday. */
  const friday = (hour: number, minute = 0): number => 2 + 20 / 60 + hour + minute / 60;

  test('Today says whom to ask for what, until when, and what can be done at this hour', async () => {
    const { t } = desk;
    const courier = row(who('courier'));
    await courier.getByText(t('asks:rows.fresh', { count: 40 }), { exact: false }).waitFor();
    await courier.getByText(t('asks:rows.cases', { count: 3 }), { exact: false }).waitFor();
    await courier.getByText(t('asks:last.at', { when: at(friday(13, 40)) }), { exact: false }).waitFor();
    await row(who('warehouse'))
      .getByText(t('asks:last.at', { when: at(friday(15)) }), { exact: false })
      .waitFor();
    await row(who('factory'))
      .getByText(t('asks:last.at', { when: at(friday(9, 30)) }), { exact: false })
      .waitFor();
    await courier.getByText(t('asks:hours.opens', { when: at(friday(8)) }), { exact: false }).waitFor();
    await section()
      .getByText(t('asks:now.title', { time: '21:40' }))
      .waitFor();
    await section()
      .getByText(t('asks:now.own', { count: 40 }))
      .waitFor();
    await expect.poll(() => section().locator('.ad-seal-late').count()).toBe(0);
    await section().scrollIntoViewIfNeeded();
    await desk.shot(`ask-1-today-${language}`);
    expect(await findings(desk, `asks-today-${language}`, { part: '.ad-page' })).toEqual([]);
  });

  test('the case shows it planned back from its end, and why each moment is the last', async () => {
    const { page, t } = desk;
    await desk.showCase(caseIds[0] ?? '', 'evidence');
    await desk.go(`/cases/${caseIds[0] ?? ''}/evidence?view=asks`);
    const plan = sectionNamed(page, t('asks:plan.title'));
    await plan.getByText(t('asks:plan.cutOff', { span: t.format.span(6 * HOUR) })).waitFor();
    await plan.getByText(t('asks:plan.why')).first().click();
    await plan
      .getByText(t('asks:plan.takes', { span: t.format.span(4 * HOUR), when: at(20) }), { exact: false })
      .waitFor();
    await desk.shot(`ask-2-plan-${language}`);
    expect(await findings(desk, `asks-plan-${language}`, { part: '.ad-page' })).toEqual([]);
  });

  test('what a dispute needs once of the factory is asked for beside its exhibits, and answered there', async () => {
    const { page, t } = desk;
    await desk.showCase(disputeId, 'evidence');
    const board = page.getByRole('list', { name: t('asks:title') });
    const factory = board.getByRole('listitem', { name: who('factory'), exact: true });
    await factory.getByText(t('asks:wholeCase'), { exact: false }).first().waitFor();
    await sectionNamed(page, t('asks:plan.title'))
      .getByText(at(friday(9, 30)), { exact: true })
      .waitFor();
    await factory.scrollIntoViewIfNeeded();
    await desk.shot(`ask-9-dispute-${language}`);
    expect(await findings(desk, `asks-dispute-${language}`, { part: '.ad-page' })).toEqual([]);
    await factory.getByRole('button', { name: t('asks:sent') }).click();
    const record = page.getByRole('dialog', { name: t('asks:record.title', { who: who('factory') }) });
    // Their eight hours of the Friday, from half past eight.
    await expect
      .poll(() => record.getByLabel(t('asks:revisit.label')).inputValue())
      .toBe(localOf(EVENING + friday(16, 30) * HOUR));
    await record.getByRole('button', { name: t('asks:record.save') }).click();
    await record.waitFor({ state: 'hidden' });
    await factory.getByText(t('asks:askedWhole')).waitFor();
    const asked = sectionNamed(page, t('asks:asked'));
    await asked.getByText(t('asks:revisit.at', { when: at(friday(16, 30)) }), { exact: false }).waitFor();
    await asked.getByRole('button', { name: t('asks:answer') }).click();
    const answer = page.getByRole('dialog', { name: t('asks:answer.title') });
    await answer.getByRole('radio', { name: t('asks:outcome.refused') }).check();
    await answer.getByRole('checkbox', { name: t('asks:answer.giveUpWhole') }).check();
    await answer.getByRole('button', { name: t('asks:answer.save') }).click();
    await answer.waitFor({ state: 'hidden' });
    // The next of the papers of which any one will do.
    await factory.getByText(t('asks:wholeCase'), { exact: false }).first().waitFor();
    await expect.poll(() => factory.getByText(t('asks:askedWhole')).count()).toBe(0);
  });

  test('their own hours, once said, move the moment; it can be taken back', async () => {
    const { page, t } = desk;
    await desk.go('/');
    const courier = row(who('courier'));
    await courier.getByText(t('asks:hours.assumed')).waitFor();
    await courier.getByRole('button', { name: t('asks:opening.edit') }).click();
    const dialog = page.getByRole('dialog', { name: t('asks:opening.dialog', { who: who('courier') }) });
    const friday5 = dialog.getByLabel(t('asks:opening.day', { day: t.format.weekday(5) }), { exact: true });
    await friday5.fill('上午');
    await dialog.getByText(t('asks:opening.wrongDay')).waitFor();
    await expect
      .poll(() => dialog.getByRole('button', { name: t('asks:opening.save') }).isDisabled())
      .toBe(true);
    await friday5.fill('9-12，13：30-18');
    await dialog.getByLabel(t('asks:opening.answer'), { exact: true }).fill('2');
    await desk.shot(`ask-3-hours-${language}`);
    expect(await findings(desk, `asks-hours-${language}`, { part: '[role=dialog]' })).toEqual([]);
    await dialog.getByRole('button', { name: t('asks:opening.save') }).click();
    await dialog.waitFor({ state: 'hidden' });
    await courier.getByText(t('asks:last.at', { when: at(friday(15, 40)) }), { exact: false }).waitFor();
    await expect.poll(() => courier.getByText(t('asks:hours.assumed')).count()).toBe(0);
    await desk.go('/settings');
    const opening = sectionNamed(page, t('asks:opening.title'));
    await opening.getByText(`09:00–12:00, 13:30–18:00`, { exact: false }).waitFor();
    await opening.scrollIntoViewIfNeeded();
    await desk.shot(`ask-4-settings-${language}`);
    expect(await findings(desk, `asks-settings-${language}`, { part: '.ad-settings' })).toEqual([]);
    await opening
      .getByRole('button', {
        name: `${t('asks:opening.edit')} · ${t('asks:opening.forAll', { who: who('courier') })}`,
      })
      .click();
    await page.getByRole('button', { name: t('asks:opening.drop') }).click();
    await opening.getByText(`09:00–12:00`, { exact: false }).waitFor({ state: 'detached' });
  });

  test('one message covers forty orders of three cases, and one act writes it down in all of them', async () => {
    const { page, t, client } = desk;
    await desk.go('/');
    const courier = row(who('courier'), t('asks:rows.cases', { count: 3 }));
    await courier.getByRole('button', { name: t('asks:copy') }).click();
    await courier.getByText(t('ui:copied'), { exact: true }).waitFor();
    await courier.getByRole('button', { name: t('asks:sent') }).click();
    const dialog = page.getByRole('dialog', { name: t('asks:record.title', { who: who('courier') }) });
    await dialog.getByLabel(t('asks:record.name')).fill(says.branch);
    await desk.hands.pickTyped(
      dialog.getByRole('combobox', { name: t('asks:record.channel'), exact: true }),
      says.channel,
      says.channel,
    );
    // Asked at night: they open at eight and usually take four hours.
    const revisit = dialog.getByLabel(t('asks:revisit.label'));
    const usual = localOf(EVENING + friday(12) * HOUR);
    await expect.poll(() => revisit.inputValue()).toBe(usual);
    // A reminder for an hour that is over would never ring.
    const save = dialog.getByRole('button', { name: t('asks:record.save') });
    await revisit.fill(localOf(EVENING - HOUR));
    await dialog.getByText(t('asks:revisit.past'), { exact: true }).waitFor();
    await expect.poll(() => save.isDisabled()).toBe(true);
    await revisit.fill(usual);
    await desk.shot(`ask-5-record-${language}`);
    expect(await findings(desk, `asks-record-${language}`, { part: '[role=dialog]' })).toEqual([]);
    await save.click();
    await dialog.waitFor({ state: 'hidden' });
    const named = row(says.branch);
    await named.getByText(t('asks:rows.waiting', { count: 40 }), { exact: false }).waitFor();
    for (const caseId of caseIds)
      expect((await client.asks.list({ caseId })).map(({ addresseeName }) => addresseeName)).toEqual([
        says.branch,
      ]);
    await leaveField(desk);
    await pressAct(desk, 'mod+z');
    await courier.getByText(t('asks:rows.fresh', { count: 40 }), { exact: false }).waitFor();
    expect(await client.asks.list({ caseId: caseIds[1] ?? '' })).toEqual([]);
    await pressAct(desk, 'shift+mod+z');
    await named.waitFor();
  });

  test('at noon it is time to look again, which is said on top; by the evening it is too late, in red', async () => {
    const { page, t } = desk;
    await page.clock.setFixedTime(EVENING + friday(12, 5) * HOUR);
    await page.reload();
    const named = row(says.branch);
    await named.getByText(t('asks:revisit.due')).waitFor();
    await expect
      .poll(() => row(says.branch).first().innerText())
      .toBe(
        await section()
          .getByRole('list', { name: t('asks:today.title') })
          .getByRole('listitem')
          .first()
          .innerText(),
      );
    const factory = row(who('factory'));
    await factory.getByText(t('asks:lead.late'), { exact: true }).waitFor();
    await section().scrollIntoViewIfNeeded();
    await desk.shot(`ask-6-noon-${language}`);
    expect(await findings(desk, `asks-noon-${language}`, { part: '.ad-page' })).toEqual([]);
    await named.getByRole('button', { name: t('asks:revisit.later') }).click();
    const dialog = page.getByRole('dialog');
    // Four of their hours on.
    await expect
      .poll(() => dialog.getByLabel(t('asks:revisit.label')).inputValue())
      .toBe(localOf(EVENING + friday(16, 5) * HOUR));
    await desk.shot(`ask-7-later-${language}`);
    await dialog.getByRole('button', { name: t('asks:revisit.save') }).click();
    await dialog.waitFor({ state: 'hidden' });
    await named.getByText(t('asks:revisit.at', { when: at(friday(16, 5)) }), { exact: false }).waitFor();
  });

  test('all of it by keyboard alone', async () => {
    const { page, t } = desk;
    await page.clock.setFixedTime(EVENING);
    await page.reload();
    const named = row(says.branch);
    await named.getByRole('button', { name: t('asks:copyAgain') }).focus();
    await pressAct(desk, 'y');
    await named.getByText(t('ui:copied'), { exact: true }).waitFor();
    await pressAct(desk, 'h');
    const hours = page.getByRole('dialog', { name: t('asks:opening.dialog', { who: who('courier') }) });
    await hours.waitFor();
    await hours
      .getByLabel(t('asks:opening.day', { day: t.format.weekday(1) }), { exact: true })
      .fill('10-19');
    await pressAct(desk, 'shift+mod+m');
    await expect
      .poll(() =>
        hours.getByLabel(t('asks:opening.day', { day: t.format.weekday(5) }), { exact: true }).inputValue(),
      )
      .toBe('10-19');
    await desk.hands.pick(
      hours.getByRole('combobox', { name: t('asks:opening.for') }),
      t('asks:opening.forNamed', { name: says.branch }),
    );
    // A list that has the keyboard takes Enter for itself.
    await page.keyboard.press('Tab');
    await page.keyboard.press('Control+Enter');
    await hours.waitFor({ state: 'hidden' });
    await named.getByText(t('asks:hours.opens', { when: at(friday(10)) }), { exact: false }).waitFor();
    await pressAct(desk, 'm');
    const record = page.getByRole('dialog', {
      name: t('asks:record.title', { who: `${who('courier')} · ${says.branch}` }),
    });
    await record.waitFor();
    await page.keyboard.press('Control+Enter');
    await record.waitFor({ state: 'hidden' });
  });

  test('more than can be worked through in an evening is one act away', async () => {
    const { t, client } = desk;
    const [caseId = ''] = caseIds;
    const [asked] = await client.asks.list({ caseId });
    for (let place = 1; place <= 12; place += 1)
      await client.asks.record({
        ...{ caseId, addressee: 'courier', addresseeName: `${says.branch} ${place}`, askedAt: EVENING },
        requirementIds: asked?.requirementIds ?? [],
        orderNumbers: asked?.orderNumbers.slice(place, place + 1) ?? [],
      });
    const rows = section()
      .getByRole('list', { name: t('asks:today.title') })
      .locator('.ad-entry');
    await expect.poll(() => rows.count()).toBe(12);
    await leaveField(desk);
    await section()
      .getByRole('button', { name: t('asks:today.more', { count: 4 }) })
      .waitFor();
    await pressAct(desk, 'e');
    await expect.poll(() => rows.count()).toBeGreaterThan(15);
    await row(`${says.branch} 12`).waitFor();
  });

  test('where no clock runs there is nothing to estimate, and nothing is called estimated', async () => {
    const { page, t, client } = desk;
    const { id: clientId } = await client.clients.create({ name: says.other });
    const { id: storeId } = await client.stores.create({ platform: 'taobao', name: says.other, clientId });
    await client.cases.create({
      storeId,
      scenarioId: 'taobao.dispute.hidden-quality',
      orderNumbers: ['2314567890123457778'],
    });
    await desk.go('/');
    await page.reload();
    await section().getByRole('listitem').first().waitFor();
    await leaveField(desk);
    await pressAct(desk, 'e');
    const factory = row(who('factory'), says.other, t('asks:lead.noEnd'));
    await factory.waitFor();
    await expect.poll(() => factory.getByText(t('asks:hours.assumed'), { exact: false }).count()).toBe(0);
  });
});
