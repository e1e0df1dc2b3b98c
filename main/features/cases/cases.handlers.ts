import type { StatementSection } from '../../../shared/drafting/index.ts';
import { AppError, dateIn } from '../../../shared/kernel/index.ts';
import { findScenario, scenarioFor, type FactValue, type Scenario } from '../../../shared/rulebook/index.ts';
import { actingOperator, os, write, type Services } from '../../core/context.ts';
import { findCaseRow, type Tables, type WriteHandle } from '../../workspace/index.ts';
import {
  chancesOf,
  findDuplicates,
  holdForMatter,
  refuseDuplicates,
  renumber,
  type Chances,
} from '../attempts/index.ts';
import { findStoreRow } from '../clients/index.ts';
import { caseContacts } from '../contacts/index.ts';
import { runningClockRows, runningOrEndedRows, wasEndedByHand } from '../deadlines/index.ts';
import { keepEditions, type CaseRules } from '../editions/index.ts';
import { eventRows, startsOf } from '../events/index.ts';
import { promisedEffects } from '../follow-through/index.ts';
import { findNotice, removeUnopened, writeNotice } from '../notices/index.ts';
import { findOperatorRow } from '../operators/index.ts';
import { setOrderClocks } from '../radar/index.ts';
import { caseCoverage } from '../requirements/index.ts';
import { deriveFromOrders, placeOrders, setOrders, sortOrders } from './case-orders.ts';
import {
  answerRows,
  caseCounts,
  caseOrderRows,
  caseProgress,
  lastTouched,
  listCases,
  namesAround,
  nextCaseNumber,
  ordersWithCoverage,
  statementSections,
  toCaseRecord,
} from './cases.repo.ts';
import { caseRules } from './case-rules.ts';
import { caseScene } from './case-scene.ts';
import { allAnswers, checkCase, refuseWrongAnswer } from './check.ts';
import { caseRoutes, isRefusal } from './routes.ts';
import { countSentences, nextAct, stepStates, type CaseFacts } from './progress.ts';

export const cases = {
  ...caseRules,
  ...caseScene,

  list: os.cases.list.handler(({ context, input }) => {
    const { cursor, limit, ...filter } = input;
    return listCases(context.services.read, filter, cursor, limit);
  }),

  get: os.cases.get.handler(async ({ context: { services }, input }) => {
    const { read } = services;
    const row = await findCaseRow(read, input.caseId);
    const facts = await gatherFacts(services, row, await chancesOf(read, services.rulebooks, [row]));
    const next = nextAct(facts);
    return {
      record: await toCaseRecord(read, row),
      ...(await namesAround(read, row)),
      steps: stepStates(facts, next),
      nextAct: next,
      orderCount: facts.orders,
      updatedAt: Math.max(row.created_at, await lastTouched(read, row.id)),
    };
  }),

  create: os.cases.create.handler(({ context, input }) =>
    write(context, 'cases.create', async (tx) => {
      const { rulebooks } = context.services;
      const store = await findStoreRow(tx, input.storeId);
      const packs = await rulebooks.packs(tx);
      const rulebook = await rulebooks.current(tx);
      const scenario = findScenario(rulebook, input.scenarioId);
      if (scenario.platformId !== store.platform)
        throw new AppError('NOT_FOUND', { kind: 'scenario', id: scenario.id });
      if (input.matterNumber !== '') refuseNumber(scenario);
      const orderNumbers = [...new Set(input.orderNumbers)];
      const issuedAt = input.notice?.issuedAt ?? null;
      const noticeDate = issuedAt === null ? input.noticeDate : dateIn(issuedAt, store.zone);
      await refuseDuplicates(tx, rulebooks, {
        ...{ storeId: store.id, scenarioId: scenario.id, orderNumbers },
        matter: input.notice?.platformNumber ?? input.matterNumber,
        noticeDate,
        answers: input.answers,
      });
      const row: Tables['cases'] = {
        id: tx.newId(),
        number: await nextCaseNumber(tx, dateIn(tx.now, context.services.clock.zone()).slice(0, 4)),
        title: input.title,
        platform: store.platform,
        case_type: scenario.caseTypeId,
        scenario_id: scenario.id,
        client_id: store.client_id,
        store_id: store.id,
        owner_id: actingOperator(tx),
        reviewer_id: null,
        buyer_name: input.buyerName,
        conduct_date: null,
        notice_date: noticeDate,
        created_at: tx.now,
        archived_at: null,
        editions_json: JSON.stringify(await keepEditions(tx, packs, store.platform)),
        kept_editions_json: null,
        matter_number: input.matterNumber,
        matter_key: '',
      };
      tx.about(row.id);
      await tx.insert('cases', row);
      await placeOrders(tx, row, orderNumbers);
      await holdForMatter(tx, rulebooks, row, orderNumbers);
      await deriveFromOrders(tx, row, input.title);
      for (const [factId, value] of Object.entries(input.answers)) {
        refuseWrongAnswer(rulebook, scenario.id, factId, value);
        await insertAnswer(tx, row.id, factId, value);
      }
      await setOrderClocks(tx, rulebooks, row.id);
      if (input.notice !== null) {
        const { notice, pageClock } = input;
        await writeNotice(tx, rulebooks, row.id, notice, { pageClock, opening: true });
      }
      if (input.fromUnopened) await removeUnopened(tx);
      return await toCaseRecord(tx, await findCaseRow(tx, row.id));
    }),
  ),

  update: os.cases.update.handler(({ context, input }) =>
    write(
      context,
      'cases.update',
      async (tx) => {
        const { number } = await findCaseRow(tx, input.caseId);
        if (input.ownerId !== undefined) await findOperatorRow(tx, input.ownerId);
        if (input.reviewerId !== undefined && input.reviewerId !== null)
          await findOperatorRow(tx, input.reviewerId);
        await tx.update('cases', input.caseId, {
          ...(input.title === undefined ? {} : { title: input.title === '' ? number : input.title }),
          ...(input.buyerName === undefined ? {} : { buyer_name: input.buyerName }),
          ...(input.ownerId === undefined ? {} : { owner_id: input.ownerId }),
          ...(input.reviewerId === undefined ? {} : { reviewer_id: input.reviewerId }),
          ...(input.conductDate === undefined ? {} : { conduct_date: input.conductDate }),
          ...(input.noticeDate === undefined ? {} : { notice_date: input.noticeDate }),
        });
        return await toCaseRecord(tx, await findCaseRow(tx, input.caseId));
      },
      { caseId: input.caseId },
    ),
  ),

  setMatterNumber: os.cases.setMatterNumber.handler(({ context, input }) =>
    write(
      context,
      'cases.setMatterNumber',
      async (tx) => {
        const { rulebooks } = context.services;
        const { caseId, matterNumber } = input;
        const found = await findCaseRow(tx, caseId);
        refuseNumber(findScenario((await rulebooks.ofCase(tx, found)).rulebook, found.scenario_id));
        await renumber(tx, rulebooks, caseId, async () => {
          await tx.update('cases', caseId, { matter_number: matterNumber });
        });
        return await toCaseRecord(tx, await findCaseRow(tx, caseId));
      },
      { caseId: input.caseId },
    ),
  ),

  archive: os.cases.archive.handler(({ context, input }) =>
    write(
      context,
      'cases.archive',
      async (tx) => {
        await tx.update('cases', input.caseId, { archived_at: input.archived ? tx.now : null });
        return await toCaseRecord(tx, await findCaseRow(tx, input.caseId));
      },
      { caseId: input.caseId },
    ),
  ),

  orders: os.cases.orders.handler(async ({ context, input }) =>
    ordersWithCoverage(
      context.services.read,
      context.services.rulebooks,
      await findCaseRow(context.services.read, input.caseId),
    ),
  ),

  duplicates: os.cases.duplicates.handler(async ({ context: { services }, input }) => {
    await findStoreRow(services.read, input.storeId);
    findScenario(await services.rulebooks.current(services.read), input.scenarioId);
    return await findDuplicates(services.read, services.rulebooks, {
      ...input,
      ownCaseId: input.exceptCaseId,
    });
  }),

  setOrders: os.cases.setOrders.handler(({ context, input }) =>
    write(
      context,
      'cases.setOrders',
      (tx) => setOrders(tx, context.services.rulebooks, input.caseId, input.orderNumbers),
      { caseId: input.caseId },
    ),
  ),

  sortOrders: os.cases.sortOrders.handler(({ context, input }) =>
    write(context, 'cases.sortOrders', (tx) => sortOrders(tx, context.services.rulebooks, input), {
      caseId: input.caseId,
    }),
  ),

  questions: os.cases.questions.handler(async ({ context: { services }, input }) => {
    const row = await findCaseRow(services.read, input.caseId);
    const { rulebook, pins } = await services.rulebooks.ofCase(services.read, row);
    return [...scenarioFor(rulebook, row.scenario_id, pins).facts];
  }),

  answers: os.cases.answers.handler(({ context: { services }, input }) =>
    allAnswers(services.read, services.rulebooks, input.caseId, services.clock.now()),
  ),

  answer: os.cases.answer.handler(({ context, input }) =>
    write(
      context,
      'cases.answer',
      async (tx) => {
        const { rulebooks } = context.services;
        const found = await findCaseRow(tx, input.caseId);
        const { rulebook } = await rulebooks.ofCase(tx, found);
        refuseWrongAnswer(rulebook, found.scenario_id, input.factId, input.value);
        const row = (await answerRows(tx, found.id)).find((each) => each.fact_id === input.factId);
        if (row !== undefined) await tx.remove('case_answers', row.id);
        if (input.value !== null) await insertAnswer(tx, found.id, input.factId, input.value);
        return await allAnswers(tx, rulebooks, found.id, tx.now);
      },
      { caseId: input.caseId },
    ),
  ),

  verdict: os.cases.verdict.handler(({ context: { services }, input }) =>
    checkCase(services.read, services.rulebooks, input.caseId, services.clock.now()),
  ),

  routes: os.cases.routes.handler(({ context: { services }, input }) =>
    caseRoutes(services.read, services.rulebooks, input.caseId, services.clock.now()),
  ),
};

/** A matter has a number of its own where its chances go by one; where the platform began it, its notice says which. */
function refuseNumber({ begins, chanceNumber }: Scenario): void {
  if (begins === 'platform' || chanceNumber === null)
    throw new AppError('BAD_REQUEST', { reason: 'no-number-here' });
}

/** Writes an answer down; its id keeps when it was given, so that one that is given anew is another row. */
async function insertAnswer(
  tx: WriteHandle,
  caseId: string,
  factId: string,
  value: FactValue,
): Promise<void> {
  const value_json = JSON.stringify(value);
  await tx.insert('case_answers', { id: tx.newId(), case_id: caseId, fact_id: factId, value_json });
}

/**
 * Everything the rail and the next act are told from.
 *
 * @param chances of this case at least: whoever looks at many asks `chancesOf` once for all of them
 */
export async function gatherFacts(
  services: Pick<Services, 'read' | 'rulebooks' | 'clock'>,
  row: Tables['cases'],
  chances: ReadonlyMap<string, Chances>,
): Promise<CaseFacts> {
  const { read, rulebooks, clock } = services;
  const now = clock.now();
  const chance = chances.get(row.id);
  if (chance === undefined) throw new Error(`nobody asked for the chances of case ${row.id}`);
  const progress = await caseProgress(read, row.id);
  const counts = await caseCounts(read, row.id);
  const drafts = (await statementSections(read, row.id)).map((text) =>
    countSentences(JSON.parse(text) as StatementSection[]),
  );
  // The fullest draft is the one that counts: the other language may have been left empty.
  const draft = drafts.sort((left, right) => right.sentences - left.sentences)[0] ?? {
    sentences: 0,
    cited: 0,
  };
  const promised = (await promisedEffects(read, rulebooks, row.id, now)).filter(
    (effect) => effect.promise === 'promised' || effect.promise === 'possible',
  );
  const rules = await rulebooks.ofCase(read, row);
  const scenario = findScenario(rules.rulebook, row.scenario_id);
  const check = await checkCase(read, rulebooks, row.id, now, 'begun', chance);
  // Only a no asks for a way on, and only as long as nobody was spoken to about it.
  const { decidedAt } = progress;
  const spoken =
    decidedAt !== null && (await caseContacts(read, row.id)).some((each) => each.contactedAt >= decidedAt);
  const wayOn =
    !spoken && isRefusal(progress.outcome) && (await caseRoutes(read, rulebooks, row.id, now)).isNext;
  return {
    kind: scenario.kind,
    notice: scenario.begins === 'seller' ? null : await noticeFacts(read, rules, row),
    timeEnded: await isTimeEnded(read, row.id),
    sorting: scenario.notice === 'none' ? null : await sortingFacts(read, row.id),
    verdict: check.word,
    openQuestions: check.questions.length,
    needsOrders: scenario.needsOrders,
    orders: counts.orders,
    chance,
    coverage: await caseCoverage(read, rulebooks, row.id),
    exhibits: counts.exhibits,
    facts: counts.facts,
    confirmedFacts: counts.confirmedFacts,
    sentences: draft.sentences,
    citedSentences: draft.cited,
    packets: progress.packets,
    liveSubmissions: progress.liveSubmissions,
    outcome: progress.outcome,
    askedForMore: progress.askedForMore,
    wayOn,
    effects: { done: promised.filter((effect) => effect.state !== 'waiting').length, total: promised.length },
  };
}

/** Whether the seller's time was ended by hand, and none runs beside it. */
async function isTimeEnded(read: Services['read'], caseId: string): Promise<boolean> {
  const own = (await runningOrEndedRows(read, caseId)).filter(({ owner }) => owner === 'mine');
  return own.length > 0 && own.every(wasEndedByHand);
}

async function noticeFacts(
  read: Services['read'],
  rules: CaseRules,
  { id: caseId, scenario_id: scenarioId }: Tables['cases'],
): Promise<CaseFacts['notice']> {
  const notice = await findNotice(read, caseId);
  const isMine = ({ owner }: { readonly owner: string }): boolean => owner === 'mine';
  const runs = (await runningClockRows(read, caseId)).some(isMine);
  const { fromNotice, events } = startsOf(rules, scenarioId);
  const byEvent = !fromNotice && events.some(({ clocks }) => clocks.some(isMine));
  // A rule that names no time gives no clock: when it happened is then all there is to write.
  const said = byEvent
    ? (await eventRows(read, caseId)).length > 0
    : notice !== null && notice.issued_at !== null;
  return { written: notice !== null && notice.text.trim() !== '', timed: runs || said, byEvent };
}

async function sortingFacts(read: Services['read'], caseId: string): Promise<CaseFacts['sorting']> {
  const classes = (await caseOrderRows(read, caseId)).map((row) => row.class);
  return {
    sorted: classes.filter((each) => each !== null).length,
    documented: classes.filter((each) => each === 'documented-genuine').length,
    orders: classes.length,
  };
}
