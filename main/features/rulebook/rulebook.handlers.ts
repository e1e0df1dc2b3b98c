import { stat } from 'node:fs/promises';
import { AppError, dateIn } from '../../../shared/kernel/index.ts';
import {
  assess,
  burdenOfProof,
  conflicts,
  deriveFacts,
  findRule,
  findScenario,
  formFields,
  penaltyLadders,
  platforms,
  rankScenes,
  requirements,
  routes,
  rulesAt,
  scenarios,
  searchRules,
  timeOf,
  usesOf,
  type Rule,
} from '../../../shared/rulebook/index.ts';
import { os } from '../../core/context.ts';
import { checkPacksFromDisk } from './compile-packs.ts';
import { toSituation } from './situation.ts';

export const rulebook = {
  platforms: os.rulebook.platforms.handler(({ context: { services } }) =>
    platforms(services.rulebook).map((platform) => ({
      platform,
      scenarios: [...scenarios(services.rulebook, platform.id)],
    })),
  ),

  scenario: os.rulebook.scenario.handler(({ context: { services }, input }) => ({
    scenario: findScenario(services.rulebook, input.scenarioId),
    requirements: [...requirements(services.rulebook, input.scenarioId)],
    formFields: [...formFields(services.rulebook, input.scenarioId)],
    burden: [...burdenOfProof(services.rulebook, input.scenarioId)],
    penalties: [...penaltyLadders(services.rulebook, input.scenarioId, { occurrence: null, orders: null })],
    routes: [...routes(services.rulebook, input.scenarioId, {})],
  })),

  rules: os.rulebook.rules.handler(({ context: { services }, input }) => {
    const { platform, scenarioId, text, on } = input;
    const inForce = on === undefined ? null : new Set(rulesAt(services.rulebook, on).map((rule) => rule.id));
    const found: readonly Rule[] =
      text === undefined || text.trim() === ''
        ? [...services.rulebook.rules.values()]
        : searchRules(services.rulebook, text);
    return found.filter(
      (rule) =>
        (platform === undefined || rule.platformId === platform) &&
        (scenarioId === undefined || rule.scenarios.includes(scenarioId)) &&
        (inForce === null || inForce.has(rule.id)),
    );
  }),

  rule: os.rulebook.rule.handler(({ context: { services }, input }) =>
    findRule(services.rulebook, input.ruleId),
  ),

  uses: os.rulebook.uses.handler(({ context: { services }, input }) => [
    ...usesOf(services.rulebook, input.ruleId),
  ]),

  conflicts: os.rulebook.conflicts.handler(({ context: { services }, input }) =>
    conflicts(services.rulebook).filter(
      (conflict) => input.platform === undefined || conflict.platformId === input.platform,
    ),
  ),

  assess: os.rulebook.assess.handler(({ context: { services }, input }) =>
    assess(services.rulebook, toSituation(services.rulebook, input, services.clock.now())),
  ),

  rankScenes: os.rulebook.rankScenes.handler(({ context: { services }, input }) => {
    const { scenarioIds, answers, orderCount, conduct, notice, region, fulfilment } = input;
    const first = scenarioIds[0] ?? '';
    const counted = orderCount === null ? {} : { 'order-count': orderCount };
    const filing =
      input.filing ?? dateIn(services.clock.now(), timeOf(services.rulebook, first, region).zone);
    return rankScenes(
      services.rulebook,
      scenarioIds,
      { ...answers, ...deriveFacts(services.rulebook, first, counted) },
      { conduct, notice, filing, region, fulfilment },
    );
  }),

  check: os.rulebook.check.handler(async ({ input, context: { session } }) => {
    if (session.trust === 'browser') throw new AppError('INVALID_FILE', { reason: 'path-from-browser' });
    const found = await stat(input.path).catch(() => null);
    if (found === null || !found.isDirectory())
      throw new AppError('INVALID_FILE', { reason: 'not-a-folder' });
    const problems = [...(await checkPacksFromDisk(input.path))];
    return { ok: problems.length === 0, problems };
  }),
};
