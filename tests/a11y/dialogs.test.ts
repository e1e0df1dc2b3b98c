import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pressAct } from '../e2e/page-models/key-pages.ts';
import { openPreparedDesk, type PreparedDesk } from '../e2e/page-models/prepared-desk.ts';
import { pickOperator, renameCase } from '../e2e/page-models/room-pages.ts';
import { sayWhatHappened, situation } from '../e2e/page-models/rulebook-pages.ts';
import { launchBrowser } from '../helpers/browser.ts';
import { exportCase, file, MALICIOUS_ORDER } from '../helpers/case.ts';
import { findings } from './axe.ts';

const DIALOG = '[role=dialog]';
/** The other steps are seen empty on the way of the walk, in screens.test.ts. */
const NOT_EMPTY_IN_THE_WALK = [
  'orders',
  'statement',
  'packet',
  'submission',
  'decision',
  'follow-through',
] as const;
const NO_SUCH_CASE = '01900000-0000-7000-8000-000000000000';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
});

/** Looks at one sight after the other and keeps what axe finds. */
class Looker {
  readonly found: string[] = [];
  readonly #desk: PreparedDesk;
  constructor(desk: PreparedDesk) {
    this.#desk = desk;
  }

  /** A room or a step that stands by itself. */
  async room(path: string, name: string): Promise<void> {
    const { page } = this.#desk;
    await this.#desk.go(path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.locator('main .ad-loading').first().waitFor({ state: 'detached' });
    await this.see(name);
  }

  async see(name: string, part?: string): Promise<void> {
    if (part !== undefined) await this.#desk.page.locator(part).first().waitFor();
    // Colours are the same in both languages: what differs in the second is words, and the room they take.
    const themes = this.#desk.t.language === 'en' ? (['light'] as const) : undefined;
    this.found.push(...(await findings(this.#desk, name, { part, themes })));
  }

  /** A dialog that the button of this name opens; it is closed again, and the keyboard is back at the button. */
  async dialog(button: string, name: string): Promise<void> {
    // The very button that was pressed: what the room learns meanwhile may bring another of its name before it.
    const opener = await this.#button(button).elementHandle();
    await opener?.click();
    await this.see(name, DIALOG);
    await this.leave();
    await this.#desk.page
      .waitForFunction((element) => element === document.activeElement, opener, { timeout: 2000 })
      .catch(() => this.found.push(`${name}: closing it loses the keyboard's place`));
  }

  async press(button: string): Promise<void> {
    await this.#button(button).click();
  }

  #button(name: string): Locator {
    return this.#desk.page.getByRole('main').getByRole('button', { name, exact: true }).first();
  }

  async leave(): Promise<void> {
    const { page } = this.#desk;
    // A list that is open inside the dialog takes the first Escape for itself.
    if (await page.getByRole('listbox').first().isVisible()) await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.locator(DIALOG).waitFor({ state: 'hidden' });
  }
}

describe.each(['zh-CN', 'en'] as const)('everybody can use what opens over the screens (%s)', (language) => {
  test('axe finds nothing on empty screens and empty steps', { timeout: 300_000 }, async () => {
    const desk = await openPreparedDesk(browser, { language, theme: 'system' }, 0);
    const look = new Looker(desk);
    try {
      for (const room of ['', 'cases', 'orders', 'evidence', 'deadlines'])
        await look.room(`/${room}`, `empty-${room}`);
      await look.room('/nowhere', 'empty-nowhere');
      await look.room(`/cases/${NO_SUCH_CASE}`, 'empty-no-case');
      const { id } = await desk.client.cases.create({
        storeId: desk.storeId,
        scenarioId: MALICIOUS_ORDER,
        title: 'M. Orlov',
        orderNumbers: [],
      });
      for (const step of NOT_EMPTY_IN_THE_WALK) {
        await desk.showCase(id, step);
        await look.see(`empty-${step}`);
      }
      expect(look.found).toEqual([]);
      expect(desk.problems).toEqual([]);
    } finally {
      await desk.close();
    }
  });

  test('axe finds nothing in any dialog, menu, sheet, note or toast', { timeout: 300_000 }, async () => {
    const desk = await openPreparedDesk(browser, { language, theme: 'system' });
    const look = new Looker(desk);
    try {
      await caseDialogs(desk, look);
      await filingDialogs(desk, look);
      await roomDialogs(desk, look);
      await everywhere(desk, look);
      await rulebook(desk, look);
      expect(look.found).toEqual([]);
      expect(desk.problems).toEqual([]);
    } finally {
      await desk.close();
    }
  });
});

async function caseDialogs(desk: PreparedDesk, look: Looker): Promise<void> {
  const { page, t } = desk;
  const { caseId, orders } = await desk.openReadyCase('notice');
  await look.press(t('cases:header.more'));
  await look.see('case-menu', '[role=menu]');
  await page.getByRole('menuitem', { name: t('cases:header.rename') }).click();
  await look.see('case-rename', DIALOG);
  await look.leave();
  await renameCase(desk, t('app:cases'));
  await look.see('undo-toast', '.mantine-Notification-root');

  await desk.showCase(caseId, 'orders');
  await look.dialog(t('attempts:prior.open'), 'prior-attempt');
  await desk.client.attempts.enterPrior({
    storeId: desk.storeId,
    scenarioId: MALICIOUS_ORDER,
    orderNumbers: [orders[0] ?? ''],
    state: 'unknown',
    caseId,
    madeBy: '小王',
    platformNumber: 'R-1',
    sentText: '…',
    result: '…',
  });
  await look.dialog(t('attempts:settle.open'), 'settle');
  await page.locator('.earlier-attempts summary').click();
  await look.see('earlier-attempt', '.earlier-attempts');
  const doubtful = (await desk.client.attempts.list({ caseId })).find(({ state }) => state === 'unknown');
  await desk.client.attempts.settle({ attemptId: doubtful?.id ?? '', state: 'spent', note: '…' });
  await look.dialog(t('attempts:correct.open'), 'correct-attempt');

  await desk.showCase(caseId, 'evidence');
  await look.dialog(t('requirements:text.add'), 'case-text-item');
  await page.locator('.exhibit-thumb').first().click();
  await look.see('exhibit', DIALOG);
  await look.leave();
  await page.locator('.requirement-head').first().click();
  await look.press(t('requirements:unavailable'));
  await look.see('unavailable', '.requirement[data-open]');

  await desk.showCase(caseId, 'facts');
  await look.press(t('facts:add'));
  await look.see('fact-form', 'main');

  await desk.go('/cases/new?what=report');
  await page.getByRole('radio').first().check();
  await page.getByText(t('cases:create.orders.typed'), { exact: true }).click();
  await page.getByRole('textbox', { name: t('cases:create.typed') }).fill(`${orders.join('\n')}\n8.01E+15`);
  await page.getByText(t('cases:duplicate.title')).waitFor();
  await look.see('duplicates', 'main');
}

async function filingDialogs(desk: PreparedDesk, look: Looker): Promise<void> {
  const { page, t, client } = desk;
  const prepared = await desk.openReadyCase('packet');
  const { caseId } = prepared;
  await page.getByRole('checkbox', { name: t('packets:export.originals') }).check();
  await look.see('originals-warning', 'main');
  const packetId = await exportCase(client, caseId);
  await desk.showCase(caseId, 'submission');
  await look.press(t('submissions:spend.open'));
  await look.see('asked-twice', DIALOG);
  await page.getByRole('checkbox', { name: t('submissions:ask2.check') }).check();
  await look.see('asked-twice-armed', DIALOG);
  await look.leave();
  await file(client, prepared, packetId, Date.now());
  await look.dialog(t('submissions:correct'), 'correction');
  await look.dialog(t('cases:header.why'), 'why-this-time');
  await desk.showCase(caseId, 'decision');
  await page.getByRole('radio', { name: t('submissions:outcome.returned'), exact: true }).check();
  await look.see('returned', 'main');
}

async function roomDialogs(desk: PreparedDesk, look: Looker): Promise<void> {
  const { page, t, client, storeId } = desk;
  await desk.go('/clients');
  await look.dialog(t('clients:addStore'), 'add-store');
  await client.stores.create({ platform: 'aliexpress', name: '二店' });
  await client.clients.create({ name: '王老板' });
  await look.dialog(t('clients:merge'), 'merge');
  await look.dialog(t('clients:change'), 'change-store');
  await look.dialog(t('clients:rename'), 'rename-client');

  await desk.go('/orders');
  await look.dialog(t('orders:imports'), 'imports');
  await page.getByRole('grid').getByRole('row').nth(1).click();
  await look.see('order-sheet', DIALOG);
  await look.leave();
  await desk.go(`/orders/import?store=${storeId}`);
  const broken =
    '订单号,订单状态,买家名称\r\n8.01235E+15,等待买家付款,x\r\n8012345678909001,等待买家付款,x\r\n';
  await page
    .locator('main input[type=file]')
    .setInputFiles({ name: 'orders.csv', mimeType: 'text/csv', buffer: Buffer.from(`\ufeff${broken}`) });
  await page.getByText(t('orders:rejects', { count: 1 })).waitFor();
  await look.see('import-rejects', 'main');

  await desk.go('/evidence');
  await look.dialog(t('evidence:addText'), 'text-item');
  await page.getByRole('grid').getByRole('row').nth(1).click();
  await look.see('item-sheet', DIALOG);
  await look.leave();

  await desk.go('/settings');
  await look.dialog(t('operators:rename'), 'rename-operator');
  await look.dialog(t('operators:setPin'), 'set-pin');
  await look.press(t('workspace:move'));
  await page.getByLabel(t('workspace:moveInto')).fill(desk.host.workspaceDir);
  await page.getByText(t('workspace:unfit-not-empty', { service: '' })).waitFor();
  await look.see('move', DIALOG);
  await look.leave();
}

async function everywhere(desk: PreparedDesk, look: Looker): Promise<void> {
  const { page, t, client } = desk;
  const { id } = await client.operators.create({ name: '小林' });
  await client.operators.setPin({ operatorId: id, pin: '2468' });
  await desk.go('/');
  await page.getByRole('button', { name: t('operators:switch') }).click();
  await look.see('operators', '[role=menu]');
  await page.keyboard.press('Escape');
  await pickOperator(desk, '小林');
  const pin = page.getByLabel(t('operators:pinOf', { name: '小林' }));
  await pin.fill('1357');
  await pin.press('Enter');
  await page.getByText(t('errors:WRONG_PIN')).waitFor();
  await look.see('gate-pin', DIALOG);
  await page.getByRole('button', { name: t('operators:somebodyElse') }).click();
  await look.see('gate', DIALOG);
  await look.leave();

  await pressAct(desk, '?');
  await look.see('keys', DIALOG);
  await look.leave();
  await pressAct(desk, 'mod+k');
  await look.see('palette', DIALOG);
  const search = page.getByRole('textbox', { name: t('search:title') });
  await search.fill('8012');
  await page
    .locator(DIALOG)
    .getByText(/^8012\d+/)
    .first()
    .waitFor();
  await look.see('palette-found', DIALOG);
  await search.fill('zzzz');
  await page.getByText(t('search:nothing')).waitFor();
  await look.see('palette-nothing', DIALOG);
  await look.leave();
}

/** The rulebook beyond its first screen, which is seen in screens.test.ts. */
async function rulebook(desk: PreparedDesk, look: Looker): Promise<void> {
  const { page, t } = desk;
  await desk.go('/rulebook?rule=SP-03');
  await page.locator('.reading-mark').nth(2).waitFor();
  await look.see('rule', 'main');
  await desk.go('/rulebook?platform=aliexpress&conflict=X1');
  await page.getByRole('heading', { level: 3, name: /^X1 / }).waitFor();
  await page.locator('.reading-mark').nth(2).waitFor();
  await look.see('conflict', 'main');
  await desk.go(`/rulebook?platform=aliexpress&scenario=${MALICIOUS_ORDER}`);
  await situation(desk).getByRole('status').waitFor();
  await sayWhatHappened(desk, 'submitted', { value: '2026-11-02T15:00', typed: [] });
  await situation(desk).getByText(t('rulebook:tryClocks'), { exact: true }).waitFor();
  await look.see('situation', 'main');
}
