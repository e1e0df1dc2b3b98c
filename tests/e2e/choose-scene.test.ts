import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../helpers/browser.ts';
import { expectWord, openStep } from './page-models/case-pages.ts';
import { sectionNamed } from './page-models/desk-window.ts';
import { openPreparedDesk, type PreparedDesk } from './page-models/prepared-desk.ts';

const WORDS = {
  'zh-CN': {
    harassing: '订单里有没有无效备注、骚扰或辱骂的留言？',
    clear: '有，一看就知道',
    onEach: '要举报的每一笔订单，都有它自己的备注或聊天截图吗？',
    genuine: '这条差评是不是正常买家收到货后按自己的感受写的？',
    harassment: '恶意骚扰',
    order: '恶拍下单',
    review: '恶意评价',
  },
  en: {
    harassing: 'Does the order carry junk remarks, harassment or insults?',
    clear: 'Yes, plain to see',
    onEach: 'Does every order you report have its own screenshot of remark or chat?',
    genuine: 'Was this review written by an ordinary buyer about goods they really bought?',
    harassment: 'Malicious harassment',
    order: 'Malicious ordering',
    review: 'Malicious review',
  },
} as const;

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const questions = (finder: Locator): Locator => finder.getByRole('radiogroup');

async function answer(
  { hands }: PreparedDesk,
  finder: Locator,
  question: string,
  option: string,
): Promise<void> {
  const group = finder.getByRole('radiogroup', { name: question });
  await hands.choose(group.getByRole('radio', { name: option, exact: true }));
}

describe.each(['zh-CN', 'en'] as const)('a seller who cannot tell the scene (%s)', (language) => {
  test(
    'answers a few questions, is told the strongest and what a second report risks, and finds the answers in the case',
    { timeout: 120_000 },
    async () => {
      const desk = await openPreparedDesk(browser, { language });
      try {
        const { page, t, hands } = desk;
        const words = WORDS[language];
        await desk.go(`/cases/new?what=report&store=${desk.storeId}`);
        const choosing = sectionNamed(page, t('cases:create.scene'));
        const finder = choosing.locator('details.scene-finder');
        await finder.getByText(t('cases:find.unsure')).waitFor();
        // Closed until it is asked for.
        await expect.poll(() => questions(finder).count()).toBe(0);
        await desk.shot(`s01-closed-${language}`);
        await hands.press(finder.getByText(t('cases:find.unsure')));
        await questions(finder).first().waitFor();
        await expect.poll(() => questions(finder).count()).toBeLessThanOrEqual(5);
        await expect.poll(() => finder.getByRole('list', { name: t('cases:find.ranking') }).count()).toBe(0);

        await answer(desk, finder, words.harassing, words.clear);
        const ranking = finder.getByRole('list', { name: t('cases:find.ranking') });
        await ranking.waitFor();
        await answer(desk, finder, words.genuine, t('cases:check.answer.yes'));
        await finder.getByText(t('cases:find.strongest', { scene: words.harassment })).waitFor();
        const entries = ranking.getByRole('listitem');
        const [first, last] = [entries.first(), entries.last()];
        await first.getByText(words.harassment, { exact: true }).waitFor();
        await first.getByText(t('cases:check.word.weak'), { exact: true }).waitFor();
        await last.getByText(words.review, { exact: true }).waitFor();
        await last.getByRole('link', { name: 'S1-18', exact: true }).waitFor();
        await expect.poll(() => questions(finder).count()).toBeLessThanOrEqual(5);

        const risk = finder.getByRole('note').filter({ hasText: t('cases:find.second.warn') });
        for (const ruleId of ['S1-12', 'S1-13', 'S1-20', 'S1-37'])
          await risk.getByRole('link', { name: ruleId, exact: true }).first().waitFor();
        await desk.shot(`s02-ranking-${language}`);

        // Somebody rings, and the form is left: what was answered is still answered.
        await desk.go('/orders');
        await page.getByRole('heading', { level: 1, name: t('app:orders'), exact: true }).waitFor();
        await page.goBack();
        await finder.getByText(t('cases:find.strongest', { scene: words.harassment })).waitFor();

        await hands.press(
          finder.getByRole('button', { name: t('cases:find.choose', { scene: words.harassment }) }),
        );
        const chosen = choosing.getByRole('radio', { name: words.harassment, exact: true });
        await expect.poll(() => chosen.isChecked()).toBe(true);
        await hands.press(page.getByRole('button', { name: t('cases:create.open') }));
        await page.getByRole('navigation', { name: t('cases:steps') }).waitFor();
        await openStep(desk, 'check');
        await expectWord(desk, 'weak');
        const answered = sectionNamed(page, t('cases:check.answered'));
        const kept = answered.getByRole('radiogroup', { name: words.harassing });
        await expect
          .poll(() => kept.getByRole('radio', { name: words.clear, exact: true }).isChecked())
          .toBe(true);
        // Asked for another scene: it is no question of this one.
        await expect.poll(() => answered.getByRole('radiogroup', { name: words.genuine }).count()).toBe(0);
        await desk.shot(`s03-case-${language}`);
        expect(desk.problems).toEqual([]);
      } finally {
        await desk.shot(`s-last-${language}`);
        await desk.close();
      }
    },
  );
});
