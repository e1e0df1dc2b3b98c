import {
  answeredCount,
  cite,
  conflictFor,
  disputedFor,
  findRule,
  penaltyOutlook,
  restsOn,
  scenarioParts,
  sceneRules,
  type Rulebook,
} from '../../../shared/rulebook/index.ts';
import { os, type Services } from '../../core/context.ts';
import { findCaseRow } from '../../workspace/index.ts';
import { findStoreRow } from '../clients/index.ts';
import { filedAt } from '../editions/index.ts';
import { findNotice } from '../notices/index.ts';
import { caseOrderRows } from './cases.repo.ts';
import { knownOf } from './check.ts';

/** What the rulebook says to a case: by the editions it stands on, and by the readings its own days and its site choose. */
export const caseScene = {
  scene: os.cases.scene.handler(async ({ context: { services }, input }) => {
    const { id, rulebook, pins } = await rulesOfCase(services, input.caseId);
    return sceneRules(rulebook, id, pins);
  }),

  citations: os.cases.citations.handler(async ({ context: { services }, input }) => {
    const { rulebook, pins } = await rulesOfCase(services, input.caseId);
    return [...new Set(input.ruleIds)]
      .filter((id) => rulebook.rules.has(id))
      .map((id) => cite(rulebook, id, pins));
  }),

  penaltyOutlook: os.cases.penaltyOutlook.handler(async ({ context: { services }, input }) => {
    const found = await findCaseRow(services.read, input.caseId);
    const rules = await services.rulebooks.ofCase(services.read, found);
    const { rulebook, pins } = rules;
    const { pointsFact } = scenarioParts(rulebook, found.scenario_id, null).caseType;
    const facts = pointsFact === null ? {} : await knownOf(services.read, rules, found, services.clock.now());
    const orders = await caseOrderRows(services.read, input.caseId);
    const documented = orders.filter((order) => order.class === 'documented-genuine').length;
    const noticed = {
      occurrence: (await findNotice(services.read, input.caseId))?.occurrence ?? null,
      orders: orders.length === 0 ? null : orders.length,
      points: answeredCount(facts, pointsFact),
    };
    return penaltyOutlook(rulebook, found.scenario_id, noticed, documented, pins);
  }),

  restsOn: os.cases.restsOn.handler(async ({ context: { services }, input }) => {
    const { id, rulebook, pins } = await rulesOfCase(services, input.caseId);
    return restsOn(rulebook, id, pins);
  }),

  conflict: os.cases.conflict.handler(async ({ context: { services }, input }) => {
    const { rulebook, pins } = await rulesOfCase(services, input.caseId);
    return conflictFor(rulebook, input.conflictId, pins);
  }),

  disputed: os.cases.disputed.handler(async ({ context: { services }, input }) => {
    const { id, rulebook, pins } = await rulesOfCase(services, input.caseId);
    return [...disputedFor(rulebook, id, pins)];
  }),

  disputedBefore: os.cases.disputedBefore.handler(async ({ context: { services }, input }) => {
    const { storeId, scenarioId, noticeDate } = input;
    const { read, rulebooks } = services;
    await findStoreRow(read, storeId);
    const { rulebook, pins } = await rulebooks.ofStore(read, storeId, noticeDate);
    return [...disputedFor(rulebook, scenarioId, pins)];
  }),

  rule: os.cases.rule.handler(async ({ context: { services }, input: { caseId, ruleId } }) => {
    const { rulebook, pins } = await rulesOfCase(services, caseId);
    if (!rulebook.rules.has(ruleId)) return null;
    const rule = findRule(rulebook, ruleId);
    const { readingId, chosenByInstant, inForce } = cite(rulebook, ruleId, pins);
    const version = versionOf(rulebook, rule.platformId);
    return {
      rule: { ...rule, chosen: rule.readings.find(({ id }) => id === readingId) ?? rule.chosen },
      ...{ chosenByInstant, inForce },
      day: pins[chosenByInstant] ?? pins.filing,
      filed: (await filedAt(services.read, caseId)) !== null,
      version,
      versionToday: versionOf(await services.rulebooks.current(services.read), rule.platformId),
    };
  }),
};

function versionOf({ data }: Rulebook, platformId: string): string {
  return data.platforms.find(({ id }) => id === platformId)?.version ?? '';
}

async function rulesOfCase({ read, rulebooks }: Pick<Services, 'read' | 'rulebooks'>, caseId: string) {
  const found = await findCaseRow(read, caseId);
  return { id: found.scenario_id, ...(await rulebooks.ofCase(read, found)) };
}
