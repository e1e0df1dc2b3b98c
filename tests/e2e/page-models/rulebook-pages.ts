import type { Locator } from 'playwright-core';
import type { CaseEvent } from '../../../shared/rulebook/index.ts';
import { sectionNamed, type DeskWindow } from './desk-window.ts';

/** Opens the rulebook at an address of it. */
export async function openRulebook({ page, t, go }: DeskWindow, asks = ''): Promise<void> {
  await go(`/rulebook${asks}`);
  await page.getByRole('heading', { level: 1, name: t('app:rulebook'), exact: true }).waitFor();
}

/** Presses a platform, a scene or what differs, in the list beside the rules. */
export async function pressInContents({ page, t, hands }: DeskWindow, name: string): Promise<void> {
  const contents = page.getByRole('navigation', { name: t('rulebook:contents') });
  await hands.press(contents.getByRole('button', { name, exact: true }));
}

/** A rule as it stands in a list. */
export function ruleIn(list: Locator, ruleId: string): Locator {
  const heading = list.page().getByRole('heading', { level: 3, name: new RegExp(`^${ruleId} `) });
  return list.locator('.ad-sheet').filter({ has: heading });
}

/** Waits until a rule stands there by itself, and answers with its heading. */
export async function expectRuleOpen({ page }: DeskWindow, ruleId: string): Promise<Locator> {
  const heading = page.getByRole('heading', { level: 2, name: new RegExp(`^${ruleId} `) });
  await heading.waitFor();
  return heading;
}

/** Where a situation is tried without a case. */
export function situation({ page, t }: DeskWindow): Locator {
  return sectionNamed(page, t('rulebook:try'));
}

/** Answers a question of the situation. */
export async function answerSituation(desk: DeskWindow, question: string, answer: string): Promise<void> {
  const radio = situation(desk)
    .getByRole('radiogroup', { name: question })
    .getByRole('radio', { name: answer, exact: true });
  await desk.hands.choose(radio);
}

/** Waits until the situation's word and next act are these. */
export async function expectSituation(
  desk: DeskWindow,
  word: 'eligible' | 'weak' | 'not-eligible' | 'fact-missing',
  act: string,
): Promise<void> {
  const { t } = desk;
  const line = situation(desk).getByRole('status');
  await line.getByText(t(`cases:check.word.${word}`), { exact: true }).waitFor();
  await line.getByText(t('cases:check.next', { act }), { exact: true }).waitFor();
}

/** Says what has happened, and when: the field's value, and the keys that write its day and its time in the field's own order. */
export async function sayWhatHappened(
  desk: DeskWindow,
  event: CaseEvent,
  at: { readonly value: string; readonly typed: readonly string[] },
): Promise<void> {
  const { page, t, hands, keysOnly } = desk;
  const events = situation(desk).getByLabel(t('rulebook:tryEvent'), { exact: true });
  const moment = situation(desk).getByLabel(t('rulebook:tryAt'), { exact: true });
  if (!keysOnly) {
    await events.selectOption(event);
    await moment.fill(at.value);
    return;
  }
  await hands.enter(events);
  for (let moves = 0; moves < 40 && (await events.inputValue()) !== event; moves += 1)
    await page.keyboard.press('ArrowDown');
  await hands.enter(moment);
  for (const part of at.typed) {
    await page.keyboard.type(part);
    await page.keyboard.press('ArrowRight');
  }
}
