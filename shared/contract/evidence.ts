import * as z from 'zod';
import {
  ACCEPTED_AT_ONCE,
  TAKEN_IN_AT_ONCE,
  caseExhibit,
  custodyEvent,
  evidenceItem,
  itemFields,
  voucherProposal,
} from '../evidence/index.ts';
import { fact, factFields, newCitation } from '../facts/index.ts';
import {
  computed,
  done,
  fileReference,
  id,
  jobStarted,
  line,
  orderNumber,
  pageOf,
  pageRequest,
  patchOf,
  requiredLine,
  text,
} from '../kernel/fields.ts';
import type { CoverageView } from '../rulebook/index.ts';
import { act, change, permanent, query } from './builder.ts';

export const evidence = {
  list: query()
    .input(
      z.strictObject({
        caseId: id.optional(),
        text: z.string().max(200).optional(),
        removed: z.boolean().default(false),
        ...pageRequest,
      }),
    )
    .output(pageOf(evidenceItem).extend({ total: z.int() })),
  get: query('NOT_FOUND')
    .input(z.strictObject({ itemId: id }))
    .output(evidenceItem),
  /**
   * Takes files in, byte for byte, as a job. A file already in the vault is linked, not copied. Result: one line a
   * file: `{ name, itemId }` or `{ name, error: { code, params } }`; one bad file never stops the others.
   */
  takeIn: act('NOT_FOUND', 'BAD_REQUEST')
    .input(
      z.strictObject({
        files: z
          .array(
            z.strictObject({
              file: fileReference,
              name: z.string().max(1000).optional(),
              modifiedAt: z.int().optional(),
            }),
          )
          .min(1)
          .max(TAKEN_IN_AT_ONCE),
        caseId: id.nullable().default(null),
      }),
    )
    .output(jobStarted),
  /** Takes in a text that is evidence itself: a chat token, a ticket number, a link with its window. */
  takeInText: permanent('NOT_FOUND')
    .input(z.strictObject({ label: requiredLine, text: text.min(1), caseId: id.nullable().default(null) }))
    .output(evidenceItem),
  describe: change('NOT_FOUND')
    .input(itemFields.extend({ itemId: id }))
    .output(evidenceItem),
  /** Takes an item out of use with a reason; the bytes and the log stay. Refused while frozen material holds it. */
  remove: permanent('NOT_FOUND', 'FROZEN')
    .input(z.strictObject({ itemId: id, reason: requiredLine }))
    .output(evidenceItem),
  restore: permanent('NOT_FOUND')
    .input(z.strictObject({ itemId: id }))
    .output(evidenceItem),
  custody: query('NOT_FOUND')
    .input(z.strictObject({ itemId: id }))
    .output(z.array(custodyEvent)),
  /** Exhibits of a case in their order. */
  exhibits: query('NOT_FOUND')
    .input(z.strictObject({ caseId: id }))
    .output(z.array(caseExhibit)),
  attach: change('NOT_FOUND')
    .input(z.strictObject({ caseId: id, itemIds: z.array(id).min(1).max(500) }))
    .output(z.array(caseExhibit)),
  detach: change('NOT_FOUND', 'CONFLICT')
    .input(z.strictObject({ caseId: id, itemId: id }))
    .output(z.array(caseExhibit)),
  /** Puts the exhibits in this order; numbers follow everywhere. */
  arrange: change('NOT_FOUND', 'CONFLICT')
    .input(z.strictObject({ caseId: id, itemIds: z.array(id).max(20_000) }))
    .output(z.array(caseExhibit)),
};

const requirementOf = {
  caseId: id,
  requirementId: z.string().max(120),
  /** Empty for a requirement of the case as a whole. */
  orderNumbers: z.array(orderNumber).max(2000).default([]),
};

export const requirements = {
  /** What the scenario asks for and how much of it is met (备齐 3/4). */
  coverage: query('NOT_FOUND')
    .input(z.strictObject({ caseId: id }))
    .output(computed<CoverageView>()),
  /**
   * Says which items meet a requirement; an empty list takes the tick away. A requirement that each order has for
   * itself names the orders; an order that loses a voucher is no longer 凭证齐全.
   */
  meet: change('NOT_FOUND', 'BAD_REQUEST')
    .input(z.strictObject({ ...requirementOf, itemIds: z.array(id).max(200) }))
    .output(computed<CoverageView>()),
  /** Says that a voucher cannot be had, and why; `itemIds` are the requests that were made for it. */
  unavailable: change('NOT_FOUND', 'BAD_REQUEST')
    .input(
      z.strictObject({
        ...requirementOf,
        reason: line.min(1),
        itemIds: z.array(id).max(200).default([]),
      }),
    )
    .output(computed<CoverageView>()),
  /** Says of which orders the form does not ask for a voucher that it asks for of some only. */
  notAsked: change('NOT_FOUND', 'BAD_REQUEST')
    .input(z.strictObject({ ...requirementOf, notAsked: z.boolean() }))
    .output(computed<CoverageView>()),
  /** Vouchers of the case whose file name holds an order number and a word of the kind: a person confirms them. */
  proposals: query('NOT_FOUND')
    .input(z.strictObject({ caseId: id }))
    .output(z.array(voucherProposal.extend({ fileName: z.string() }))),
  /** Ticks proposals that a person has looked through, in one act. */
  acceptProposals: change('NOT_FOUND', 'BAD_REQUEST')
    .input(z.strictObject({ caseId: id, proposals: z.array(voucherProposal).min(1).max(ACCEPTED_AT_ONCE) }))
    .output(computed<CoverageView>()),
};

export const facts = {
  list: query('NOT_FOUND')
    .input(z.strictObject({ caseId: id }))
    .output(z.array(fact)),
  create: change('NOT_FOUND')
    .input(factFields.extend({ caseId: id, citations: z.array(newCitation).max(50).default([]) }))
    .output(fact),
  update: change('NOT_FOUND')
    .input(patchOf(factFields).extend({ factId: id }))
    .output(fact),
  /** Refused while a sentence of the statement stands on it. */
  remove: change('NOT_FOUND', 'CONFLICT')
    .input(z.strictObject({ factId: id }))
    .output(done),
  /** The person who acts says: this is so, and the cited exhibits show it. Editing the words takes this back. */
  confirm: change('NOT_FOUND', 'NOT_READY')
    .input(z.strictObject({ factId: id, confirmed: z.boolean() }))
    .output(fact),
  cite: change('NOT_FOUND')
    .input(newCitation.extend({ factId: id }))
    .output(fact),
  uncite: change('NOT_FOUND')
    .input(z.strictObject({ citationId: id }))
    .output(fact),
  arrange: change('NOT_FOUND', 'CONFLICT')
    .input(z.strictObject({ caseId: id, factIds: z.array(id).max(2000) }))
    .output(z.array(fact)),
};
