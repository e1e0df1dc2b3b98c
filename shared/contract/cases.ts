import * as z from 'zod';
import {
  answerValue,
  caseAnswer,
  caseListItem,
  caseOrder,
  caseRecord,
  caseRuleChanges,
  caseStake,
  duplicateFinding,
  newCase,
  orderSorting,
  readingChoiceRecord,
  ruleForCase,
  stepState,
} from '../cases/index.ts';
import {
  computed,
  done,
  id,
  instant,
  legalDate,
  line,
  orderNumber,
  pageOf,
  pageRequest,
  requiredLine,
} from '../kernel/fields.ts';
import type {
  AdvisedRoute,
  ConflictForCase,
  Disputed,
  FactDefinition,
  PenaltyOutlook,
  RuleCitation,
  Verdict,
} from '../rulebook/index.ts';
import { change, query } from './builder.ts';
import { sceneRules } from './rulebook.ts';

export const cases = {
  /** Open ones by what is due first, then by newest. */
  list: query()
    .input(
      z.strictObject({
        storeId: id.optional(),
        clientId: id.optional(),
        text: z.string().max(200).optional(),
        archived: z.boolean().default(false),
        ...pageRequest,
      }),
    )
    .output(pageOf(caseListItem).extend({ total: z.int() })),
  get: query('NOT_FOUND')
    .input(z.strictObject({ caseId: id }))
    .output(
      z.strictObject({
        record: caseRecord,
        storeAlias: z.string(),
        clientName: z.string(),
        ownerName: z.string(),
        reviewerName: z.string().nullable(),
        steps: z.array(stepState),
        /** The one thing to do next. */
        nextAct: z.strictObject({
          step: z.string(),
          code: z.string(),
          params: z.record(z.string(), z.union([z.string(), z.number()])),
        }),
        orderCount: z.int(),
        updatedAt: instant,
      }),
    ),
  /**
   * Opens a case. What would use a chance twice, the same order's in the same scene or that of the violation, dispute or item
   * whose number is said, is refused with DUPLICATE_CASE naming the first case; an order whose chance may be spent is refused
   * with ATTEMPT_UNKNOWN until somebody has looked. `answers` are those of the scene, held to what `answer` takes: one that does
   * not fit is BAD_REQUEST, and no case is opened; so is a `matterNumber` where chances go by no number, or a notice says it.
   */
  create: change('NOT_FOUND', 'DUPLICATE_CASE', 'ATTEMPT_SPENT', 'ATTEMPT_UNKNOWN', 'BAD_REQUEST')
    .input(newCase)
    .output(caseRecord),
  update: change('NOT_FOUND', 'FROZEN')
    .input(
      z.strictObject({
        caseId: id,
        title: line.optional(),
        buyerName: line.optional(),
        ownerId: id.optional(),
        reviewerId: id.nullable().optional(),
        conductDate: legalDate.nullable().optional(),
        noticeDate: legalDate.nullable().optional(),
      }),
    )
    .output(caseRecord),
  /**
   * Says or corrects the number of the item or dispute of a matter that the seller began; empty takes it back. By its new number
   * the case may be of another matter: what counts down to a chance that is gone stops, and what was over by the old number alone
   * runs on. Two cases may come to have one number: neither is handed in before the other is given up.
   */
  setMatterNumber: change('NOT_FOUND', 'BAD_REQUEST')
    .input(z.strictObject({ caseId: id, matterNumber: line }))
    .output(caseRecord),
  archive: change('NOT_FOUND')
    .input(z.strictObject({ caseId: id, archived: z.boolean() }))
    .output(caseRecord),
  orders: query('NOT_FOUND')
    .input(z.strictObject({ caseId: id }))
    .output(z.array(caseOrder)),
  /** What using these orders in this scene would meet, before anything is opened. */
  duplicates: query('NOT_FOUND')
    .input(
      z.strictObject({
        storeId: id,
        scenarioId: z.string(),
        orderNumbers: z.array(orderNumber).max(2000),
        exceptCaseId: id.optional(),
        /** The platform's number of the dispute, item or violation, where it is no case yet. */
        matter: line.optional(),
        /** The day of its notice in the shop's zone, where it is no case yet and the day is known: the rules of that day count. */
        noticeDate: legalDate.nullable().optional(),
      }),
    )
    .output(z.array(duplicateFinding)),
  /** Replaces the orders of the case; each one holds its chance from now on, each one taken out gives it back. */
  setOrders: change('NOT_FOUND', 'DUPLICATE_CASE', 'ATTEMPT_SPENT', 'ATTEMPT_UNKNOWN', 'FROZEN')
    .input(z.strictObject({ caseId: id, orderNumbers: z.array(orderNumber).max(2000) }))
    .output(z.array(caseOrder)),
  /**
   * Sorts orders of a notice into 凭证齐全 / 真实但凭证不足 / 确有违规. Genuine needs every voucher (NOT_READY names what is
   * missing); from admitted to genuine also a new exhibit and a reason (CONFLICT `needs-new-exhibit`).
   */
  sortOrders: change('NOT_FOUND', 'NOT_READY', 'CONFLICT', 'FROZEN', 'BAD_REQUEST')
    .input(orderSorting)
    .output(z.array(caseOrder)),
  /** The questions of the check for this scene, in the order the pack declares them. */
  questions: query('NOT_FOUND')
    .input(z.strictObject({ caseId: id }))
    .output(z.array(computed<FactDefinition>())),
  answers: query('NOT_FOUND')
    .input(z.strictObject({ caseId: id }))
    .output(z.array(caseAnswer)),
  /** Answers a question of the check; null takes the answer back. */
  answer: change('NOT_FOUND', 'BAD_REQUEST')
    .input(z.strictObject({ caseId: id, factId: z.string().max(120), value: answerValue }))
    .output(z.array(caseAnswer)),
  /** The pre-submission check (提交前评估) as of now. */
  verdict: query('NOT_FOUND')
    .input(z.strictObject({ caseId: id }))
    .output(computed<Verdict>()),
  /** The scene of a case as it stands for it: by the rules it began with, and the readings its days and its site choose. */
  scene: query('NOT_FOUND')
    .input(z.strictObject({ caseId: id }))
    .output(sceneRules),
  /**
   * Rules as they are cited for a case, in the order asked: the reading that acts for it, and which of its days chose it. A
   * rule that its rulebook does not have is left out.
   */
  citations: query('NOT_FOUND')
    .input(z.strictObject({ caseId: id, ruleIds: z.array(z.string().max(40)).max(200) }))
    .output(z.array(computed<RuleCitation>())),
  /**
   * A rule as it stands for a case: by the editions the case began with, its reading chosen by the case's own day and site and
   * by what somebody chose for it. Null where those editions do not have it.
   */
  rule: query('NOT_FOUND')
    .input(z.strictObject({ caseId: id, ruleId: z.string().max(40) }))
    .output(ruleForCase.nullable()),
  /**
   * Where the sources differ about a case, with the readings that hold on its days and at its site: which of them act, and
   * which could in their place with another result.
   */
  disputed: query('NOT_FOUND')
    .input(z.strictObject({ caseId: id }))
    .output(z.array(computed<Disputed>())),
  /**
   * The same for a matter of a store that is no case yet: by the rules of its notice's day where that is known, else by those
   * of today.
   */
  disputedBefore: query('NOT_FOUND')
    .input(
      z.strictObject({
        storeId: id,
        scenarioId: z.string().max(120),
        noticeDate: legalDate.nullable().default(null),
      }),
    )
    .output(z.array(computed<Disputed>())),
  /**
   * What the notice's violation costs by the rules: with every order of the case, and with those taken off that are documented
   * as genuine. `contested` where sources differ.
   */
  penaltyOutlook: query('NOT_FOUND')
    .input(z.strictObject({ caseId: id }))
    .output(computed<PenaltyOutlook>()),
  /** A disagreement of the register as it stands for a case: which sides hold for it, which acts, and by which of its days. */
  conflict: query('NOT_FOUND')
    .input(z.strictObject({ caseId: id, conflictId: z.string().max(60) }))
    .output(computed<ConflictForCase>()),
  /** The rules that a case rests on, those whose time is over (`inForce` false) among them. */
  restsOn: query('NOT_FOUND')
    .input(z.strictObject({ caseId: id }))
    .output(z.array(computed<RuleCitation>())),
  /**
   * Open cases for which the rules of today say something else than those they began with, each with what would change;
   * cases for which nothing would are left out. With `caseId`, that one alone.
   */
  ruleChanges: query()
    .input(z.strictObject({ caseId: id.optional() }))
    .output(z.array(caseRuleChanges)),
  /** Moves a case to the rules of today, its running clocks with it, or keeps it where it is. */
  takeRules: change('NOT_FOUND', 'CONFLICT')
    .input(z.strictObject({ caseId: id, take: z.boolean() }))
    .output(done),
  choices: query('NOT_FOUND')
    .input(z.strictObject({ caseId: id }))
    .output(z.array(readingChoiceRecord)),
  /**
   * Lets another reading act for one case, with the reason it is done for; one choice a disagreement. BAD_REQUEST
   * `choice-changes-nothing` where the result is the same.
   */
  chooseReading: change('NOT_FOUND', 'BAD_REQUEST')
    .input(
      z.strictObject({
        caseId: id,
        ruleId: z.string().max(40),
        readingId: z.string().max(60),
        conflictId: z.string().max(40).nullable().default(null),
        reason: requiredLine,
      }),
    )
    .output(readingChoiceRecord),
  /** Goes back to the reading the rulebook chose. */
  dropChoice: change('NOT_FOUND')
    .input(z.strictObject({ caseId: id, choiceId: id }))
    .output(done),
  /**
   * The ways to go on that fit the case now, the first to take first, their scripts filled with its orders, the platform's
   * words and its first deadline. `stake` is what its orders come to. `isNext` is true where the platform's answer leaves nothing else to do.
   */
  routes: query('NOT_FOUND')
    .input(z.strictObject({ caseId: id }))
    .output(
      z.strictObject({
        isNext: z.boolean(),
        stake: caseStake,
        routes: z.array(computed<AdvisedRoute>()),
      }),
    ),
};
