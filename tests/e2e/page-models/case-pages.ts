import type { Locator } from 'playwright-core';
import { expect } from 'vitest';
import { CASE_STEPS, type CaseStep } from '../../../shared/cases/index.ts';
import type { AttemptState } from '../../../shared/attempts/index.ts';
import type { Outcome } from '../../../shared/submissions/index.ts';
import type { InputFile } from '../inputs.ts';
import { sectionNamed, type DeskWindow } from './desk-window.ts';

/** Opens a step of the case by the rail. */
export async function openStep({ page, t, keysOnly }: DeskWindow, step: CaseStep): Promise<void> {
  const link = page.getByRole('navigation', { name: t('cases:steps') }).locator(`a[href$="/${step}"]`);
  if (keysOnly) await page.keyboard.press(`Alt+${(CASE_STEPS.indexOf(step) + 1) % 10}`);
  else await link.click();
  await page.locator(`[aria-current=step][href$="/${step}"]`).waitFor();
}

/** Answers a question of the check by the words of the answer. */
export async function answerQuestion(desk: DeskWindow, question: string, answer: string): Promise<void> {
  const { page, t, hands } = desk;
  const open = sectionNamed(page, t('cases:check.questions'));
  const radio = open
    .getByRole('radiogroup', { name: question })
    .getByRole('radio', { name: answer, exact: true });
  await hands.choose(radio);
}

/** Gives another answer to a question that was answered before. */
export async function changeAnswer(desk: DeskWindow, question: string, answer: string): Promise<void> {
  const { page, t, hands } = desk;
  const radio = sectionNamed(page, t('cases:check.answered'))
    .getByRole('radiogroup', { name: question })
    .getByRole('radio', { name: answer, exact: true });
  await hands.choose(radio);
}

/** The word of the check as it stands. */
export async function expectWord(
  { page, t }: DeskWindow,
  word: 'eligible' | 'weak' | 'not-eligible' | 'fact-missing',
): Promise<void> {
  await sectionNamed(page, t('cases:check.title'))
    .getByText(t(`cases:check.word.${word}`), { exact: true })
    .waitFor();
}

/** Drops files into the evidence step and waits until they are exhibits. */
export async function dropEvidence(
  desk: DeskWindow,
  files: readonly InputFile[],
  exhibits: number,
): Promise<void> {
  const { page, t, hands } = desk;
  await hands.handIn(page.locator('main .ad-drop').first(), files);
  await page
    .getByRole('list', { name: t('requirements:exhibits') })
    .getByRole('listitem')
    .nth(exhibits - 1)
    .waitFor();
}

/** Takes in a text that is evidence itself. */
export async function addTextEvidence(desk: DeskWindow, label: string, text: string): Promise<void> {
  const { page, t, hands } = desk;
  await hands.press(page.getByRole('button', { name: t('requirements:text.add') }));
  const dialog = page.getByRole('dialog', { name: t('requirements:text.title') });
  await hands.write(dialog.getByLabel(t('requirements:text.label')), label);
  await hands.write(dialog.getByLabel(t('requirements:text.text')), text);
  await hands.press(dialog.getByRole('button', { name: t('requirements:text.save') }));
  await dialog.waitFor({ state: 'hidden' });
}

/** Unfolds one line of what the scene asks for. */
export async function openRequirement({ page, hands }: DeskWindow, requirement: string): Promise<Locator> {
  const head = page.getByRole('button', { name: requirement });
  await head.waitFor();
  if ((await head.getAttribute('aria-expanded')) !== 'true') await hands.press(head);
  return page.locator('.requirement[data-open]', { hasText: requirement });
}

/** Ticks an exhibit for what the scene asks for. */
export async function tickRequirement(desk: DeskWindow, requirement: string, exhibit: string): Promise<void> {
  const row = await openRequirement(desk, requirement);
  await desk.hands.tick(row.getByRole('checkbox', { name: exhibit }));
}

interface PriorAttemptInput {
  /** Which order it was about; left out where one attempt was for all of them. */
  readonly order?: string;
  readonly state: 'spent' | 'unknown';
  readonly madeAt?: string;
  readonly madeBy?: string;
  readonly platformNumber?: string;
  readonly sentText?: string;
  readonly result?: string;
  /** What was handed in then, dropped in. */
  readonly files?: readonly InputFile[];
}

/** Enters an attempt made before AppealDesk or by somebody else. */
export async function enterPriorAttempt(desk: DeskWindow, attempt: PriorAttemptInput): Promise<void> {
  const { page, t, hands } = desk;
  const dialog = page.getByRole('dialog', { name: t('attempts:prior.title') });
  // Where the case was opened because of an earlier attempt, it is asked for without a press.
  if (!page.url().includes('prior=enter'))
    await hands.press(page.getByRole('button', { name: t('attempts:prior.open') }));
  await dialog.waitFor();
  if (attempt.order !== undefined) {
    await hands.pick(dialog.getByRole('combobox', { name: t('attempts:prior.orders') }), attempt.order);
    await dialog.getByText(t('attempts:prior.teach')).click();
  }
  await hands.choose(dialog.getByRole('radio', { name: t(`attempts:prior.state.${attempt.state}`) }));
  for (const [field, text] of [
    ['madeAt', attempt.madeAt],
    ['madeBy', attempt.madeBy],
    ['number', attempt.platformNumber],
    ['text', attempt.sentText],
    ['result', attempt.result],
  ] as const) {
    if (text !== undefined) await hands.write(dialog.getByLabel(t(`attempts:prior.${field}`)), text);
  }
  if (attempt.files !== undefined) {
    await hands.handIn(dialog.locator('.ad-drop'), attempt.files);
    for (const { name } of attempt.files)
      await dialog.locator('.mantine-MultiSelect-pill').filter({ hasText: name }).waitFor();
  }
  await desk.shot('22-prior');
  await hands.press(dialog.getByRole('button', { name: t('attempts:prior.save') }));
  await dialog.waitFor({ state: 'hidden' });
}

/** Settles the one chance that nobody was sure of, after a look in the back office. */
export async function settleAttempt(desk: DeskWindow, state: 'left' | 'spent', note: string): Promise<void> {
  const { page, t, hands } = desk;
  const open = page.getByRole('button', { name: t('attempts:settle.open') });
  await hands.press(open);
  const dialog = page.getByRole('dialog', { name: t('attempts:settle.title') });
  await hands.choose(dialog.getByRole('radio', { name: t(`attempts:settle.${state}`) }));
  await hands.write(dialog.getByLabel(t('attempts:settle.note')), note);
  await desk.shot('23-settle');
  await hands.press(dialog.getByRole('button', { name: t('attempts:settle.save') }));
  await dialog.waitFor({ state: 'hidden' });
  await open.waitFor({ state: 'hidden' });
}

interface FactInput {
  readonly text: string;
  readonly happened: string;
  /** The exhibit's name as it is shown in the list of choices. */
  readonly exhibit: string;
}

/** Records a fact, cites its exhibit and confirms it. */
export async function recordFact(desk: DeskWindow, { text, happened, exhibit }: FactInput): Promise<void> {
  const { page, t, hands } = desk;
  await hands.press(page.getByRole('button', { name: t('facts:add') }));
  await hands.write(page.getByLabel(t('facts:text')), text);
  await hands.write(page.getByLabel(t('facts:happened')), happened);
  await hands.press(page.getByRole('button', { name: t('facts:save') }));
  const card = page
    .getByRole('list', { name: t('facts:title') })
    .getByRole('listitem')
    .filter({ hasText: text });
  await hands.press(card.getByRole('button', { name: t('facts:cite') }));
  await hands.pick(card.getByRole('combobox', { name: t('facts:cite.exhibit') }), exhibit);
  await hands.press(card.getByRole('button', { name: t('facts:cite.save') }));
  await hands.press(card.getByRole('button', { name: t('facts:confirm') }));
  await card.getByRole('button', { name: t('facts:unconfirm') }).waitFor();
}

/** A sentence to write, and the facts it cites by their number. */
export interface SentenceInput {
  readonly text: string;
  readonly facts: readonly number[];
}

/** Writes the statement in the editor, citing facts with `@`. */
export async function writeStatement(
  desk: DeskWindow,
  title: string,
  sentences: readonly SentenceInput[],
): Promise<void> {
  const { page, t, hands } = desk;
  await hands.write(page.getByRole('textbox', { name: t('drafting:statementTitle'), exact: true }), title);
  const editor = page.getByRole('textbox', { name: t('drafting:editor') });
  await hands.enter(editor);
  await page.keyboard.press('Control+End');
  for (const { text, facts } of sentences) {
    await page.keyboard.insertText(text);
    for (const number of facts) {
      await page.keyboard.type('@');
      const filter = page.getByRole('combobox', { name: t('drafting:cite.filter') });
      await filter.fill(String(number));
      await filter.press('Enter');
      await filter.waitFor({ state: 'hidden' });
    }
    if (t.language === 'en') await page.keyboard.insertText(' ');
  }
  await page.getByText(savedPattern(desk)).waitFor();
}

/** "Saved … · version n" in the window's language. */
export function savedPattern({ t }: DeskWindow): RegExp {
  const [before = '', after = ''] = t('drafting:state.saved', { when: '\u0000', version: '\u0001' }).split(
    '\u0000',
  );
  return new RegExp(`^${before}.+${after.replace('\u0001', '\\d+')}$`);
}

/** Reads what is not ready yet, where there is any, and says so. */
export async function acknowledgeReadiness({ page, t, hands }: DeskWindow): Promise<void> {
  const read = page.getByRole('checkbox', { name: t('packets:acknowledge') });
  const looked = page.getByRole('list', { name: t('packets:readiness') });
  await looked
    .or(page.getByText(t('packets:readiness.clear')))
    .first()
    .waitFor();
  await page.getByText(t('packets:export.blocked')).waitFor({ state: 'hidden' });
  if ((await read.count()) > 0) await hands.tick(read);
}

/** Exports the material and waits for the packet. */
export async function exportMaterial(desk: DeskWindow, number: number): Promise<void> {
  const { page, t, hands } = desk;
  await acknowledgeReadiness(desk);
  await hands.press(page.getByRole('button', { name: t('packets:export'), exact: true }));
  await sectionNamed(page, t('packets:packet', { number })).waitFor({ timeout: 60_000 });
  // It is told of once it is frozen; its folder has its name when the work is through.
  await page.getByText(t('packets:export.running')).waitFor({ state: 'hidden' });
}

/** Waits until a file that was dropped at a field for one is what the field holds. */
export async function expectChosen({ page, t }: DeskWindow, field: string): Promise<void> {
  await page
    .getByRole('button', { name: `${t('ui:cancel')} · ${field}`, exact: true })
    .waitFor({ timeout: 30_000 });
}

interface FilingInput {
  readonly platformNumber: string;
  readonly receipt: InputFile;
  /**
   * The orders whose chances are spent; or of the one chance of a notice, what it covers and what is contested; or the
   * matter itself, where it names no order.
   */
  readonly spends: number | 'matter' | { readonly covers: number; readonly contested: number };
  /** No source says how many chances there are. */
  readonly uncounted?: boolean;
  /** Handed in again after it was returned for more: nothing further is spent. */
  readonly again?: boolean;
}

/** Records what was filed: answers both questions and spends the chances. */
export async function recordSubmission(
  desk: DeskWindow,
  { platformNumber, receipt, spends, uncounted = false, again = false }: FilingInput,
): Promise<void> {
  const { page, t, hands } = desk;
  await hands.write(page.getByLabel(t('submissions:number')), platformNumber);
  await hands.handIn(page.locator('main .ad-drop').first(), [receipt]);
  await expectChosen(desk, t('submissions:receipt'));
  await desk.shot('10-submission');
  await hands.press(page.getByRole('button', { name: t('submissions:spend.open') }));
  const dialog = page.getByRole('dialog', { name: t('submissions:ask.title') });
  const [says, check, act] = again
    ? [t('submissions:again.spent'), t('submissions:again.check'), t('submissions:again.confirm')]
    : spends === 'matter'
      ? [
          t(uncounted ? 'submissions:spend.whole.uncounted' : 'submissions:spend.whole'),
          t('submissions:ask2.check.whole'),
          t(uncounted ? 'submissions:ask2.confirm.whole' : 'submissions:ask2.confirm.matter'),
        ]
      : typeof spends === 'number'
        ? [
            t(uncounted ? 'submissions:spend.uncounted.line' : 'submissions:spend.line', { count: spends }),
            t('submissions:ask2.check'),
            t('submissions:ask2.confirm', { count: spends }),
          ]
        : [
            t('submissions:spend.matter', { count: spends.covers, contested: spends.contested }),
            t('submissions:ask2.check.matter'),
            t('submissions:ask2.confirm.matter'),
          ];
  await dialog.getByText(says).waitFor();
  await dialog.getByRole('button', { name: act, disabled: true }).waitFor();
  await hands.tick(dialog.getByRole('checkbox', { name: check }));
  await desk.shot('11-asked-twice');
  await hands.press(dialog.getByRole('button', { name: act }));
  await sectionNamed(page, t('submissions:earlier')).getByText(platformNumber).waitFor();
}

/** Records what the platform decided. */
export async function recordDecision(desk: DeskWindow, outcome: Outcome, reason: string): Promise<void> {
  const { page, t, hands } = desk;
  await hands.choose(page.getByRole('radio', { name: t(`submissions:outcome.${outcome}`), exact: true }));
  await hands.write(page.getByLabel(t('submissions:decision.reason')), reason);
  await hands.press(page.getByRole('button', { name: t('submissions:decision.save') }));
  await sectionNamed(page, t('submissions:decision.earlier')).waitFor();
}

/** Waits until the chances beside the step are counted so, and in no other state. */
export async function expectChances(
  { page, t }: DeskWindow,
  counts: Partial<Record<AttemptState, number>>,
): Promise<void> {
  const lines = sectionNamed(page, t('attempts:title')).locator('.chances-counts').getByRole('listitem');
  const wanted = Object.entries(counts).map(
    ([state, count]) => `${t.find(`attempts:state.${state}`) ?? ''} ${t('attempts:counts', { count })}`,
  );
  const counted = async (): Promise<string[]> =>
    (await lines.allInnerTexts()).map((line) => line.replace(/\s+/g, ' '));
  await expect.poll(counted, { timeout: 15_000 }).toEqual(wanted);
}

/** Ticks a promised benefit as applied. */
export async function tickEffect(desk: DeskWindow, effect: string): Promise<void> {
  const { page, t, hands } = desk;
  const row = page
    .getByRole('list', { name: t('followThrough:promised') })
    .getByRole('listitem')
    .filter({ hasText: effect });
  await hands.choose(row.getByRole('radio', { name: t('followThrough:state.applied'), exact: true }));
  await hands.press(row.getByRole('button', { name: t('followThrough:save') }));
  await row.locator('.effect-head').getByText(t('followThrough:state.applied')).waitFor();
}
