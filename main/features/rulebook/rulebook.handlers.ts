import { AppError, dateIn } from '../../../shared/kernel/index.ts';
import {
  assess,
  conflicts,
  deriveFacts,
  findRule,
  listEntries,
  pinsOn,
  platforms,
  rankScenes,
  rulesAt,
  scenarios,
  sceneRules,
  searchRules,
  timeOf,
  usesOf,
  type Rule,
  type Rulebook,
} from '../../../shared/rulebook/index.ts';
import { os, type Services } from '../../core/context.ts';
import { checkPacksFromDisk, packsFolderOf } from './compile-packs.ts';
import { ownReadings } from './own-readings.ts';
import { packUpdates } from './pack-updates.ts';
import { toSituation } from './situation.ts';

/** The rulebook as it stands in this workspace today. */
async function ofToday({ rulebooks, read }: Services): Promise<Rulebook> {
  return await rulebooks.current(read);
}

export const rulebook = {
  platforms: os.rulebook.platforms.handler(async ({ context: { services } }) => {
    const book = await ofToday(services);
    return platforms(book).map((platform) => ({
      platform,
      scenarios: [...scenarios(book, platform.id)],
    }));
  }),

  scenario: os.rulebook.scenario.handler(async ({ context: { services }, input: { scenarioId, on } }) =>
    sceneRules(await ofToday(services), scenarioId, on === undefined ? null : pinsOn(on)),
  ),

  rules: os.rulebook.rules.handler(async ({ context: { services }, input }) => {
    const { platform, caseType, scenarioId, text, on } = input;
    const book = await ofToday(services);
    const held = on === undefined ? book.rules : new Map(rulesAt(book, on).map((rule) => [rule.id, rule]));
    const found: readonly Rule[] =
      text === undefined || text.trim() === '' ? [...book.rules.values()] : searchRules(book, text);
    return found
      .filter(
        (rule) =>
          (platform === undefined || rule.platformId === platform) &&
          (caseType === undefined || rule.caseTypeId === caseType) &&
          (scenarioId === undefined || rule.scenarios.includes(scenarioId)),
      )
      .flatMap(({ id }) => held.get(id) ?? []);
  }),

  rule: os.rulebook.rule.handler(async ({ context: { services }, input }) =>
    findRule(await ofToday(services), input.ruleId),
  ),

  uses: os.rulebook.uses.handler(async ({ context: { services }, input }) => [
    ...usesOf(await ofToday(services), input.ruleId),
  ]),

  listEntries: os.rulebook.listEntries.handler(async ({ context: { services }, input }) => [
    ...listEntries(await ofToday(services), input.ruleId),
  ]),

  conflicts: os.rulebook.conflicts.handler(async ({ context: { services }, input }) =>
    conflicts(await ofToday(services)).filter(
      (conflict) => input.platform === undefined || conflict.platformId === input.platform,
    ),
  ),

  assess: os.rulebook.assess.handler(async ({ context: { services }, input }) => {
    const book = await ofToday(services);
    return assess(book, toSituation(book, input, services.clock.now()));
  }),

  ...ownReadings,
  ...packUpdates,

  rankScenes: os.rulebook.rankScenes.handler(async ({ context: { services }, input }) => {
    const book = await ofToday(services);
    const { scenarioIds, answers, orderCount, conduct, notice, region, fulfilment } = input;
    const first = scenarioIds[0] ?? '';
    const counted = orderCount === null ? {} : { 'order-count': orderCount };
    const filing = input.filing ?? dateIn(services.clock.now(), timeOf(book, first, region).zone);
    return rankScenes(
      book,
      scenarioIds,
      { ...answers, ...deriveFacts(book, first, counted) },
      { conduct, notice, filing, region, fulfilment },
    );
  }),

  check: os.rulebook.check.handler(async ({ input, context: { session } }) => {
    if (session.trust === 'browser') throw new AppError('INVALID_FILE', { reason: 'path-from-browser' });
    const problems = [...(await checkPacksFromDisk(await packsFolderOf(input.path)))];
    return { ok: problems.length === 0, problems };
  }),
};
