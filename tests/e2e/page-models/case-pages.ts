import { CASE_STEPS, type CaseStep } from '../../../shared/cases/index.ts';
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

/** Ticks an exhibit for what the scene asks for. */
export async function tickRequirement(desk: DeskWindow, requirement: string, exhibit: string): Promise<void> {
  const { page, hands } = desk;
  const head = page.getByRole('button', { name: requirement });
  if ((await head.getAttribute('aria-expanded')) !== 'true') await hands.press(head);
  const box = page
    .locator('.requirement[data-open]', { hasText: requirement })
    .getByRole('checkbox', { name: exhibit });
  await hands.tick(box);
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
      await page.keyboard.press('@');
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

/** Exports the material and waits for the packet. */
export async function exportMaterial(desk: DeskWindow, number: number): Promise<void> {
  const { page, t, hands } = desk;
  const read = page.getByRole('checkbox', { name: t('packets:acknowledge') });
  await page.getByRole('region', { name: t('packets:export') }).waitFor();
  if ((await read.count()) > 0) await hands.tick(read);
  await hands.press(page.getByRole('button', { name: t('packets:export'), exact: true }));
  await sectionNamed(page, t('packets:packet', { number })).waitFor({ timeout: 60_000 });
}

interface FilingInput {
  readonly platformNumber: string;
  readonly receipt: InputFile;
  readonly spends: number;
}

/** Records what was filed: answers both questions and spends the chances. */
export async function recordSubmission(
  desk: DeskWindow,
  { platformNumber, receipt, spends }: FilingInput,
): Promise<void> {
  const { page, t, hands } = desk;
  await hands.write(page.getByLabel(t('submissions:number')), platformNumber);
  await hands.handIn(page.locator('main .ad-drop').first(), [receipt]);
  await page.getByRole('button', { name: `${t('ui:cancel')} · ${t('submissions:receipt')}` }).waitFor();
  await desk.shot('10-submission');
  await hands.press(page.getByRole('button', { name: t('submissions:spend.open') }));
  const dialog = page.getByRole('dialog', { name: t('submissions:ask.title') });
  await hands.tick(dialog.getByRole('checkbox', { name: t('submissions:ask2.check') }));
  await desk.shot('11-asked-twice');
  await hands.press(dialog.getByRole('button', { name: t('submissions:ask2.confirm', { count: spends }) }));
  await sectionNamed(page, t('submissions:earlier')).waitFor();
}

/** Records what the platform decided. */
export async function recordDecision(desk: DeskWindow, outcome: Outcome, reason: string): Promise<void> {
  const { page, t, hands } = desk;
  await hands.choose(page.getByRole('radio', { name: t(`submissions:outcome.${outcome}`), exact: true }));
  await hands.write(page.getByLabel(t('submissions:decision.reason')), reason);
  await hands.press(page.getByRole('button', { name: t('submissions:decision.save') }));
  await sectionNamed(page, t('submissions:decision.earlier')).waitFor();
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
