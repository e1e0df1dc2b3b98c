import * as z from 'zod';
import { askGroup } from '../asks/index.ts';
import { attempt, priorAttempt } from '../attempts/index.ts';
import { clockRecord } from '../deadlines/index.ts';
import { draftDocument, previewPage, statement, statementSection } from '../drafting/index.ts';
import { promisedEffect } from '../follow-through/index.ts';
import {
  computed,
  id,
  instant,
  jobStarted,
  language,
  legalDate,
  line,
  requiredLine,
} from '../kernel/fields.ts';
import { packet, readinessFinding } from '../packets/index.ts';
import type { AfterReturn } from '../rulebook/index.ts';
import { decision, newDecision, newSubmission, submission } from '../submissions/index.ts';
import { act, change, permanent, query } from './builder.ts';

export const drafting = {
  /** The statement or plan of a case in one language; the scenario's structure with blanks where nothing is written yet. */
  get: query('NOT_FOUND')
    .input(z.strictObject({ caseId: id, document: draftDocument.default('statement'), language }))
    .output(statement),
  /** Saves the whole statement. `baseVersion` is the version it was written on; an older one is a CONFLICT. */
  save: change('NOT_FOUND', 'CONFLICT')
    .input(
      z.strictObject({
        caseId: id,
        document: draftDocument.default('statement'),
        language,
        baseVersion: z.int().min(0),
        title: line,
        sections: z.array(statementSection).max(40),
      }),
    )
    .output(statement),
  /** Typesets the statement as it would stand in the archive. The newest request wins; an overtaken one is CANCELLED. */
  preview: query('NOT_FOUND', 'MISSING_GLYPH')
    .input(
      z.strictObject({
        caseId: id,
        document: draftDocument.default('statement'),
        language,
        sections: z.array(statementSection).max(40).optional(),
        title: line.optional(),
      }),
    )
    .output(z.array(previewPage)),
};

export const packets = {
  /** What stands in the way of exporting, and what to weigh. */
  readiness: query('NOT_FOUND')
    .input(z.strictObject({ caseId: id, language }))
    .output(z.array(readinessFinding)),
  list: query('NOT_FOUND')
    .input(z.strictObject({ caseId: id }))
    .output(z.array(packet)),
  /**
   * Freezes and writes the material as a job: upload kit, archive PDF with manifest and, only when asked for, the
   * untouched originals (they hold buyer data). Spends nothing. Result: the packet's id.
   */
  export: act('NOT_FOUND', 'NOT_READY', 'MISSING_GLYPH', 'BLOB_MISSING')
    .input(z.strictObject({ caseId: id, language, originals: z.boolean().default(false) }))
    .output(jobStarted),
  /** Opens the packet's folder in the computer's file manager, where there is one. */
  showFolder: act('NOT_FOUND')
    .input(z.strictObject({ packetId: id }))
    .output(z.strictObject({ folder: z.string(), shown: z.boolean() })),
};

export const attempts = {
  /** The ledger of chances: of a case's orders, or of a store. */
  list: query('NOT_FOUND')
    .input(z.strictObject({ caseId: id.optional(), storeId: id.optional() }))
    .output(z.array(attempt)),
  /**
   * How many chances a case has by the rule that acts, and how many of them are left, the one that its own draft holds among
   * them; of its orders the one with the fewest. Null: no limit on record, or nobody knows.
   */
  left: query('NOT_FOUND')
    .input(z.strictObject({ caseId: id }))
    .output(z.strictObject({ max: z.int().nullable(), left: z.int().nullable() })),
  /**
   * Enters an attempt made before AppealDesk or by somebody else. It counts as spent, or as unknown. Not undone by undo, as
   * what was filed here is not: one entered in error is corrected, with a reason.
   */
  enterPrior: permanent('NOT_FOUND', 'CONFLICT').input(priorAttempt).output(z.array(attempt)),
  /**
   * Settles an unknown one after a look in the back office; where one chance covers the matter, all of the case that are
   * unknown with it. Not undone by undo either.
   */
  settle: permanent('NOT_FOUND', 'CONFLICT')
    .input(
      z.strictObject({
        attemptId: id,
        state: z.enum(['spent', 'left']),
        note: requiredLine,
        itemId: id.nullable().default(null),
      }),
    )
    .output(attempt),
  /**
   * Frees what was entered as spent elsewhere and was not, with a written reason; the entries stay visible. Where one chance
   * covers the matter, all that was entered of it is corrected with any of them, and answered. What counted down to the chance
   * runs on. CONFLICT where one is of a filing recorded here, or is not spent.
   */
  correct: permanent('NOT_FOUND', 'CONFLICT')
    .input(z.strictObject({ attemptIds: z.array(id).min(1).max(2000), reason: requiredLine }))
    .output(z.array(attempt)),
};

export const submissions = {
  list: query('NOT_FOUND')
    .input(z.strictObject({ caseId: id }))
    .output(z.array(submission)),
  /**
   * What handing in once more counts as, of what came back or of what the platform asked for more of, and how often that was
   * done; null: no rule on record.
   */
  afterReturn: query('NOT_FOUND')
    .input(z.strictObject({ caseId: id }))
    .output(computed<AfterReturn>().nullable()),
  /**
   * Records what the user filed: spends the chance of each named order and starts the clocks. What is added to a filing that the
   * platform asked for more of spends nothing; what is filed after its final answer spends another chance, where the rule gives
   * one. Not undone by undo.
   */
  record: permanent('NOT_FOUND', 'CONFLICT', 'DUPLICATE_CASE', 'ATTEMPT_SPENT', 'ATTEMPT_UNKNOWN')
    .input(newSubmission)
    .output(submission),
  /** Takes back the latest submission, recorded in error, with a written reason; both rows stay visible. */
  correct: permanent('NOT_FOUND', 'CONFLICT')
    .input(z.strictObject({ submissionId: id, reason: requiredLine }))
    .output(submission),
  /** Adds the receipt that came later. */
  addReceipt: change('NOT_FOUND')
    .input(z.strictObject({ submissionId: id, platformNumber: line, receiptItemId: id.nullable() }))
    .output(submission),
};

export const decisions = {
  list: query('NOT_FOUND')
    .input(z.strictObject({ caseId: id }))
    .output(z.array(decision)),
  record: change('NOT_FOUND', 'CONFLICT', 'BAD_REQUEST').input(newDecision).output(decision),
};

export const followThrough = {
  list: query('NOT_FOUND')
    .input(z.strictObject({ caseId: id }))
    .output(z.array(promisedEffect)),
  tick: change('NOT_FOUND', 'BAD_REQUEST')
    .input(
      z.strictObject({
        caseId: id,
        effectId: z.string().max(120),
        state: z.enum(['waiting', 'applied', 'not-applied']),
        seenOn: legalDate.nullable().default(null),
        itemId: id.nullable().default(null),
        note: line.default(''),
      }),
    )
    .output(z.array(promisedEffect)),
};

export const today = {
  /** What must be done now, what waits for the platform, which promised benefits are late. */
  get: query()
    .input(z.strictObject({}))
    .output(
      z.strictObject({
        now: instant,
        cases: z.array(
          z.strictObject({
            caseId: id,
            caseNumber: z.string(),
            title: z.string(),
            storeAlias: z.string(),
            scenarioId: z.string(),
            nextAct: z.strictObject({
              step: z.string(),
              code: z.string(),
              params: z.record(z.string(), z.union([z.string(), z.number()])),
            }),
            due: instant.nullable(),
          }),
        ),
        /** How many more cases there are than were looked at; those whose clocks end last. */
        casesLeft: z.int(),
        clocks: z.array(clockRecord),
        /** Filed, not answered, and no source says by when: those that wait longest first. */
        waiting: z.array(
          z.strictObject({
            caseId: id,
            caseNumber: z.string(),
            title: z.string(),
            storeId: id,
            storeAlias: z.string(),
            filedAt: instant,
          }),
        ),
        overdueEffects: z.array(
          promisedEffect.extend({ caseId: id, caseNumber: z.string(), title: z.string() }),
        ),
      }),
    ),
  /**
   * Whom to ask for what over many cases, by addressee of each client: those whose time ends first, and those that wait for an
   * answer. `casesLeft`: how many more are still being gathered that were not gone through.
   */
  asks: query()
    .input(z.strictObject({}))
    .output(z.strictObject({ groups: z.array(askGroup), casesLeft: z.int() })),
};
