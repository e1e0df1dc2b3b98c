import { isDimension } from '../bind.ts';
import type { PackCaseType } from '../format/index.ts';
import { checkCondition } from './conditions.ts';
import { refer, unique, type CaseTypeGround, type Rules } from './tools.ts';

/** Checks the scenes of a case type: what they check, prove, ask for and fill in. */
export function checkScenes({ caseType, rules, vocabulary, report, kind, advice }: CaseTypeGround): void {
  caseType.scenes.forEach((scene, index) => {
    const at = ['scenes', index];
    refer(rules, scene.rules, [...at, 'rules'], report);
    if (scene.dimension !== null && !isDimension(scene.dimension))
      kind(scene.dimension, ['dimension'], [...at, 'dimension']);
    kind(scene.listedBy, ['choices'], [...at, 'listedBy']);
    kind(scene.structureBy, ['sections'], [...at, 'structureBy']);
    scene.burden.forEach((id, place) => kind(id, ['burden'], [...at, 'burden', place]));
    unique(scene.checks, [...at, 'checks'], report);
    unique(scene.requirements, [...at, 'requirements'], report);
    unique(scene.form, [...at, 'form'], report);
    scene.checks.forEach((check, place) => {
      const path = [...at, 'checks', place];
      refer(rules, check.rules, [...path, 'rules'], report);
      checkCondition(check.when, vocabulary, [...path, 'when'], report, check.role === 'bar' ? -1 : 1);
    });
    scene.proves.forEach((proof, place) => {
      checkCondition(proof.when, vocabulary, [...at, 'proves', place, 'when'], report, 1);
    });
    if ((scene.proves.length === 0) !== (scene.provesLess === null)) {
      report([...at, 'provesLess'], 'not-declared', 'proves and provesLess go together');
    }
    if (scene.provesLess === null && isWide(rules, scene.dimension))
      report(
        [...at, 'dimension'],
        'not-declared',
        'it takes more than one order, and nothing says when only one is shown',
      );
    if (scene.dimension === null && scene.proves.length > 0)
      report(
        [...at, 'dimension'],
        'not-declared',
        'what is shown is held against a dimension, and none is named',
      );
    if (scene.dimension === 'order' && scene.orders === 'optional')
      report([...at, 'dimension'], 'not-declared', 'a matter that may have no order cannot be shown of one');
    if (scene.orders === 'optional' && (scene.begins === 'seller' || scene.notice !== 'none'))
      report([...at, 'orders'], 'not-declared', 'only a message without a list of orders may name none');
    if (scene.orders === 'optional' && countsByOrder(rules, caseType))
      report([...at, 'orders'], 'not-declared', 'its chances are counted by order');
    advice(scene.advice, [...at, 'advice']);
    scene.requirements.forEach((requirement, place) => {
      const path = [...at, 'requirements', place];
      refer(rules, requirement.rules, [...path, 'rules'], report);
      kind(requirement.askedBy, ['evidence'], [...path, 'askedBy']);
      kind(requirement.fieldsBy, ['fields'], [...path, 'fieldsBy']);
      requirement.quality.forEach(({ by }, line) => {
        if (by !== null) refer(rules, [by], [...path, 'quality', line, 'by'], report);
      });
      if ((requirement.level === 'alternate') !== (requirement.group !== null)) {
        report([...path, 'group'], 'wrong-type', 'an alternate, and only an alternate, belongs to a group');
      }
    });
    scene.form.forEach((field, place) => {
      const path = [...at, 'form', place];
      refer(rules, field.rules, [...path, 'rules'], report);
      field.limitsBy.forEach((id, line) => kind(id, ['limits'], [...path, 'limitsBy', line]));
    });
  });
}

/** Whether what a scene has to show, or any reading of the rule that names it, is more than one order. */
function isWide(rules: Rules, dimension: string | null): boolean {
  if (dimension === null) return false;
  if (isDimension(dimension)) return dimension !== 'order';
  const readings = rules.get(dimension)?.readings ?? [];
  return readings.some(({ value }) => value.kind === 'dimension' && value.dimension !== 'order');
}

/** Whether any reading of the attempt rule counts each order by itself. */
function countsByOrder(rules: Rules, { attempts }: PackCaseType): boolean {
  const readings = attempts === null ? [] : (rules.get(attempts.acts)?.readings ?? []);
  return readings.some(({ value }) => value.kind === 'attempts' && value.key.includes('order'));
}
