import { blanksOf, withoutBlanks, type Blank } from '../blanks.ts';
import type { Path, Report } from './conditions.ts';
import { figureKind } from '../figure-words.ts';
import type { Bilingual, PackRule, RulebookData } from '../format/index.ts';
import { looseFigures } from './loose-figures.ts';
import { withoutAside, withoutScriptBlanks, withoutUntil } from '../script.ts';
import { packTexts } from './pack-texts.ts';

type Platform = RulebookData['platforms'][number];
type ReportTo = (caseType: string | null) => Report;

const LANGUAGES = ['zh', 'en'] as const satisfies readonly (keyof Bilingual)[];

/** Refuses a blank that nothing could ever fill: a text would show its braces, or say nothing. */
export function checkBlanks(
  platform: Platform,
  rules: ReadonlyMap<string, PackRule>,
  reportTo: ReportTo,
): void {
  for (const { caseType, path, text, cites } of packTexts(platform)) {
    for (const language of LANGUAGES) {
      const at = [...path, language];
      const blanks = blanksOf(text[language]);
      for (const blank of blanks) checkBlank(blank, rules, cites, at, reportTo(caseType));
      const rest = withoutBlanks(text[language]);
      const script = path.at(-1) === 'script' ? withoutScriptBlanks(rest) : rest;
      if (/[{}]/.test(script))
        reportTo(caseType)(
          at,
          'wrong-type',
          'braces hold the id of a rule and which figure of it, nothing else',
        );
    }
  }
}

function checkBlank(
  { text, ruleId, reading, part }: Blank,
  rules: ReadonlyMap<string, PackRule>,
  cites: ReadonlySet<string>,
  at: Path,
  report: Report,
): void {
  const rule = rules.get(ruleId);
  if (rule === undefined) {
    report(at, 'not-declared', `${text}: no rule is called ${ruleId}`);
    return;
  }
  if (!cites.has(ruleId)) {
    report(at, 'not-declared', `${text}: name ${ruleId} among the rules of what this text belongs to`);
    return;
  }
  const readings = rule.readings.filter(({ id }) => reading === null || id === reading);
  if (readings.length === 0) report(at, 'not-declared', `${text}: ${ruleId} has no reading ${reading ?? ''}`);
  else if (readings.every(({ value }) => figureKind(value, part) === null))
    report(at, 'wrong-type', `${text}: ${ruleId} has no figure that is called so`);
}

/** Refuses a script of which nothing whole is left where nobody asks or says until when. Only for packs as they are written. */
export function checkScripts(platform: Platform, reportTo: ReportTo): void {
  for (const { caseType, path, text } of packTexts(platform)) {
    if (path.at(-1) !== 'script') continue;
    for (const language of LANGUAGES) {
      const report = (message: string): void =>
        reportTo(caseType)([...path, language], 'wrong-type', message);
      if (withoutUntil(text[language], 'all').includes('{until}'))
        report(
          'until when stands in a sentence of its own, with no other blank: it is left out where it is known',
        );
      if (/\{until\}[^。？！.?!]*[？?]/.test(withoutAside(text[language], 'until')))
        report('a question holds {until} in brackets: they are left out where nobody knows it');
      if (withoutAside(text[language], 'rule').includes('{rule}'))
        report('{rule} stands in brackets: they are left out where nobody named it');
    }
  }
}

/**
 * Refuses a figure that is written out where a rule of the same element gives it: whoever corrects the rule would leave the old
 * one standing in the words. Only for packs as they are written: what a seller adds to a rule must never make words wrong.
 */
export function checkFigures(
  platform: Platform,
  rules: ReadonlyMap<string, PackRule>,
  reportTo: ReportTo,
): void {
  for (const { caseType, path, text, cites } of packTexts(platform)) {
    const cited = [...cites].flatMap((id) => rules.get(id) ?? []);
    for (const language of LANGUAGES)
      for (const { words, ruleId } of looseFigures(withoutBlanks(text[language]), cited))
        reportTo(caseType)(
          [...path, language],
          'figure-in-words',
          `${words} is what ${ruleId} says: write {${ruleId}}, so that the words follow the rule`,
        );
  }
}
