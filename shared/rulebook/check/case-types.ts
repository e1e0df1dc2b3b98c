import { knownEntry } from '../entry.ts';
import type { PackCaseType, PackPlatform, PackRule } from '../format/index.ts';
import { checkClocks } from './clocks.ts';
import { checkCondition, type Path, type Report } from './conditions.ts';
import { checkScenes } from './scenes.ts';
import { checkSource } from './sources.ts';
import { groundOf, refer, unique, type CaseTypeGround, type Rules } from './tools.ts';

/** Checks everything in a case type but its rules. */
export function checkCaseType(
  platform: PackPlatform,
  caseType: PackCaseType,
  rules: Rules,
  report: Report,
): void {
  const ground = groundOf(platform, caseType, rules, report);
  const { kind, inScenes, vocabulary } = ground;
  unique(caseType.facts, ['facts'], report);
  unique(caseType.scenes, ['scenes'], report);
  unique(caseType.clocks, ['clocks'], report);
  unique(caseType.outcomes, ['outcomes'], report);
  caseType.facts.forEach((fact, index) => {
    if (fact.type === 'choice') unique(fact.options, ['facts', index, 'options'], report);
    checkSource(fact, caseType, ['facts', index], report);
  });
  if (caseType.entry === null && caseType.scenes.length > 0)
    report(['scenes'], 'not-declared', 'where its form is has to be said, if only that it is unknown');
  const entry = knownEntry(caseType);
  if (entry !== null) {
    kind(entry.path, ['path'], ['entry', 'path']);
    kind(entry.button, ['words'], ['entry', 'button']);
    entry.also.forEach((id, place) => kind(id, ['path'], ['entry', 'also', place]));
  }
  checkAttempts(ground);
  checkInstants(caseType, rules, report);
  ground.advice(caseType.advice, ['advice']);
  checkClocks(ground);
  caseType.outcomes.forEach((outcome, index) => {
    const at = ['outcomes', index];
    refer(rules, outcome.rules, [...at, 'rules'], report);
    inScenes(outcome.scenes, [...at, 'scenes']);
    outcome.changesBy.forEach((id, place) => kind(id, ['effects'], [...at, 'changesBy', place]));
    if (outcome.when !== null) {
      checkCondition(outcome.when, { facts: [], rules }, [...at, 'when'], report, 0);
    }
    if (outcome.clock !== null && !caseType.clocks.some((clock) => clock.id === outcome.clock)) {
      report([...at, 'clock'], 'not-declared', `there is no clock ${outcome.clock}`);
    }
  });
  caseType.penalties.forEach((id, index) => kind(id, ['penalty'], ['penalties', index]));
  checkPoints(ground);
  caseType.falseEvidence.forEach((id, index) => kind(id, ['penalty'], ['falseEvidence', index]));
  unique(caseType.routes, ['routes'], report);
  if (caseType.scenes.length > 0 && caseType.routes.length === 0)
    report(['scenes'], 'not-declared', 'a seller in one of its scenes is shown no way to go on');
  caseType.routes.forEach((route, index) => {
    const at = ['routes', index];
    refer(rules, route.rules, [...at, 'rules'], report);
    if (route.when !== null) checkCondition(route.when, vocabulary, [...at, 'when'], report, 0);
  });
  caseType.resultWords.forEach((word, index) =>
    refer(rules, word.rules, ['resultWords', index, 'rules'], report),
  );
  checkScenes(ground);
}

/** Which rules count the chances, and what they go by. */
function checkAttempts({ platform, caseType, rules, report, kind, conflict }: CaseTypeGround): void {
  const { attempts } = caseType;
  if (attempts === null) return;
  kind(attempts.acts, ['attempts'], ['attempts', 'acts']);
  attempts.warns.forEach((id, index) => kind(id, ['attempts'], ['attempts', 'warns', index]));
  conflict(attempts.conflict, ['attempts', 'conflict']);
  const byOffence = [attempts.acts, ...attempts.warns].some((id) =>
    rules.get(id)?.readings.some(({ value }) => value.kind === 'attempts' && value.byOffence.length > 0),
  );
  const { offenceFact } = attempts;
  if (byOffence !== (offenceFact !== null))
    report(['attempts', 'offenceFact'], 'not-declared', 'named where, and only where, chances go by offence');
  if (offenceFact !== null && !caseType.facts.some(({ id, type }) => id === offenceFact && type === 'count'))
    report(['attempts', 'offenceFact'], 'wrong-type', `${offenceFact} is no count of this file`);
  const counting = [attempts.acts, ...attempts.warns];
  for (const { rule: id } of platform.conflicts.find((each) => each.id === attempts.conflict)?.positions ??
    [])
    if (rules.has(attempts.acts) && !counting.includes(id) && countsChances(rules.get(id)))
      report(['attempts', 'warns'], 'not-declared', `${id} counts the chances too, by the conflict named`);
  refer(rules, attempts.lookUp.rules, ['attempts', 'lookUp', 'rules'], report);
  refer(rules, attempts.afterwards.rules, ['attempts', 'afterwards', 'rules'], report);
}

/** Which question tells how many points the shop has. */
function checkPoints({ caseType, report }: CaseTypeGround): void {
  const { pointsFact, facts } = caseType;
  if (pointsFact !== null && !facts.some(({ id, type }) => id === pointsFact && type === 'count'))
    report(['pointsFact'], 'wrong-type', `${pointsFact} is no count of this file`);
}

/** Chances, penalties and deadlines of the seller's own go by the day that somebody chose for them, never by one left out. */
function checkInstants(
  { attempts, penalties, falseEvidence, clocks }: PackCaseType,
  rules: Rules,
  report: Report,
): void {
  const chosen = (id: string, path: Path) => {
    if (rules.get(id)?.instant === null)
      report(path, 'not-declared', `${id} does not say which instant chooses it`);
  };
  if (attempts !== null) {
    chosen(attempts.acts, ['attempts', 'acts']);
    attempts.warns.forEach((id, place) => chosen(id, ['attempts', 'warns', place]));
  }
  penalties.forEach((id, place) => chosen(id, ['penalties', place]));
  falseEvidence.forEach((id, place) => chosen(id, ['falseEvidence', place]));
  clocks.forEach(({ owner, rules: cited }, index) => {
    if (owner === 'mine') cited.forEach((id, place) => chosen(id, ['clocks', index, 'rules', place]));
  });
}

function countsChances(rule: PackRule | undefined): boolean {
  return rule?.readings.some(({ value }) => value.kind === 'attempts') === true;
}
