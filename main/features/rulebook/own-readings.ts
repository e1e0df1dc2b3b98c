import { stringify } from 'yaml';
import { AppError } from '../../../shared/kernel/index.ts';
import {
  checkRulebook,
  findRule,
  listEntries,
  ownReadingId,
  withOwnReadings,
  type OwnReading,
  type ReadingValue,
  type Rulebook,
} from '../../../shared/rulebook/index.ts';
import { actingOperator, os, write } from '../../core/context.ts';
import type { ReadHandle, Tables } from '../../workspace/index.ts';
import { toOwnReading } from '../editions/index.ts';

/** What the seller's own back office showed of the rules, beside what the packs say. */
export const ownReadings = {
  ownReadings: os.rulebook.ownReadings.handler(async ({ context: { services } }) =>
    (await rows(services.read)).map(toRecord),
  ),

  addReading: os.rulebook.addReading.handler(({ context, input }) =>
    write(context, 'rulebook.addReading', async (tx) => {
      const { rulebooks } = context.services;
      const book = await rulebooks.current(tx);
      const rule = findRule(book, input.ruleId);
      const row: Tables['own_readings'] = {
        id: tx.newId(),
        rule_id: rule.id,
        confirms: input.confirms,
        value_json: input.value === null ? null : JSON.stringify(input.value),
        words: input.words,
        seen_on: input.seenOn,
        item_id: input.itemId,
        created_at: tx.now,
        operator_id: actingOperator(tx),
      };
      if (input.confirms !== null && !rule.readings.some(({ id }) => id === input.confirms))
        throw new AppError('NOT_FOUND', { kind: 'reading', id: input.confirms });
      if (input.value !== null && !mayBeOf(input.value.kind, rule.chosen.value.kind))
        throw new AppError('BAD_REQUEST', { reason: 'other-kind-of-value', ruleId: rule.id });
      refuseUnsound(book, await rulebooks.packs(tx), toOwnReading(row));
      await tx.insert('own_readings', row);
      return toRecord(row);
    }),
  ),

  removeReading: os.rulebook.removeReading.handler(({ context, input }) =>
    write(context, 'rulebook.removeReading', async (tx) => {
      await tx.remove('own_readings', input.readingId);
      return { ok: true as const };
    }),
  ),

  corrections: os.rulebook.corrections.handler(async ({ context: { services } }) => {
    const own = (await rows(services.read)).map(toOwnReading);
    return { text: asCorrections(await services.rulebooks.current(services.read), own) };
  }),
};

async function rows(read: ReadHandle): Promise<Tables['own_readings'][]> {
  return await read.query
    .selectFrom('own_readings')
    .selectAll()
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
}

function toRecord(row: Tables['own_readings']) {
  return { ...toOwnReading(row), itemId: row.item_id, createdAt: row.created_at };
}

/** What a page may show where the sources give nothing. */
const FOR_UNKNOWN: ReadonlySet<ReadingValue['kind']> = new Set([
  'duration',
  'count',
  'words',
  'path',
  'statement',
]);

/** Whether a value is one a rule can have: of its own kind, or of any that can be seen where it has none yet. */
function mayBeOf(kind: ReadingValue['kind'], own: ReadingValue['kind']): boolean {
  return kind === own || (own === 'unknown' && FOR_UNKNOWN.has(kind));
}

/** A value that no pack could hold is refused before it is written. @throws AppError BAD_REQUEST */
function refuseUnsound(book: Rulebook, packs: Rulebook['data'], own: OwnReading): void {
  const { ruleId, value } = own;
  const refuse = (cause?: unknown): never => {
    throw new AppError('BAD_REQUEST', { reason: 'value-cannot-hold', ruleId }, { cause });
  };
  if (value?.kind === 'choices') {
    // Which answers count is the page's to say, also where a pack would have to ask its question the other way round.
    const known = new Set(listEntries(book, ruleId).map(({ id }) => id));
    if (!value.of.every((id) => known.has(id))) refuse();
    return;
  }
  try {
    checkRulebook(withOwnReadings(packs, [own]));
  } catch (cause) {
    refuse(cause);
  }
}

/** Own readings as a text for whoever keeps the packs: which file, which rule, and the reading as the file writes it. */
function asCorrections(book: Rulebook, own: readonly OwnReading[]): string {
  const entries = own.flatMap((each): object[] => {
    const rule = book.rules.get(each.ruleId);
    if (rule === undefined) return [];
    const file = `${rule.platformId}/${rule.caseTypeId}.yaml`;
    if (each.confirms !== null)
      return [{ file, rule: rule.id, confirms: each.confirms, lastVerified: each.seenOn, words: each.words }];
    const reading = rule.readings.find(({ id }) => id === ownReadingId(each));
    if (reading === undefined) return [];
    const { id, value, quote, date, confidence, lastVerified } = reading;
    return [{ file, rule: rule.id, reading: { id, value, quote, date, confidence, lastVerified } }];
  });
  return stringify(entries, { lineWidth: 120, defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN' });
}
