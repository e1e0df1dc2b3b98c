import { stringify } from 'yaml';
import type { OwnReadingRecord } from '../../../shared/contract/index.ts';
import { AppError, dateIn } from '../../../shared/kernel/index.ts';
import {
  checkRulebook,
  findRule,
  listEntries,
  ownReadingId,
  withOwnReadings,
  type OwnReading,
  type ReadingValue,
  type Rule,
  type Rulebook,
} from '../../../shared/rulebook/index.ts';
import { actingOperator, os, write } from '../../core/context.ts';
import type { ReadHandle, Tables } from '../../workspace/index.ts';
import { toOwnReading } from '../editions/index.ts';

/** Where a day begins first: what has not begun there has begun nowhere, whichever zone the reader is in. */
const FIRST_ZONE = 'Pacific/Kiritimati';

/** What the seller's own back office showed of the rules, beside what the packs say. */
export const ownReadings = {
  ownReadings: os.rulebook.ownReadings.handler(async ({ context: { services } }) => {
    const book = await services.rulebooks.current(services.read);
    return (await rows(services.read)).map((row) => toRecord(row, book));
  }),

  addReading: os.rulebook.addReading.handler(({ context, input }) =>
    write(context, 'rulebook.addReading', async (tx) => {
      const { rulebooks } = context.services;
      const book = await rulebooks.current(tx);
      const rule = findRule(book, input.ruleId);
      if (input.seenOn > dateIn(tx.now, FIRST_ZONE))
        throw new AppError('BAD_REQUEST', { reason: 'seen-in-future' });
      const row: Tables['own_readings'] = {
        id: tx.newId(),
        rule_id: rule.id,
        confirms: input.confirms,
        value_json: input.value === null ? null : JSON.stringify(input.value),
        words: input.words,
        seen_on: input.seenOn,
        region: siteOf(book, rule, input.region),
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
      return toRecord(row, book);
    }),
  ),

  removeReading: os.rulebook.removeReading.handler(({ context, input }) =>
    write(context, 'rulebook.removeReading', async (tx) => {
      await tx.remove('own_readings', input.readingId);
      return { ok: true as const };
    }),
  ),

  corrections: os.rulebook.corrections.handler(async ({ context: { services } }) => {
    const { read, rulebooks } = services;
    const book = await rulebooks.current(read);
    const own = (await rows(read)).map((row) => toRecord(row, book));
    return { text: asCorrections(book, own, await screenshotsOf(read, own)) };
  }),
};

/**
 * The site a reading is of: where the platform has several, whoever noted it says which, or that it is all of them.
 *
 * @throws AppError BAD_REQUEST
 */
function siteOf(book: Rulebook, rule: Rule, said: string | null | undefined): string | null {
  const sites = book.data.platforms.find(({ id }) => id === rule.platformId)?.regions ?? [];
  if (said === undefined && sites.length > 0)
    throw new AppError('BAD_REQUEST', { reason: 'site-not-said', ruleId: rule.id });
  const site = said ?? null;
  if (site !== null && !sites.some(({ id }) => id === site))
    throw new AppError('BAD_REQUEST', { reason: 'no-such-site', site });
  return site;
}

type Screenshot = Pick<Tables['evidence_items'], 'id' | 'file_name' | 'sha256'>;

async function screenshotsOf(read: ReadHandle, own: readonly OwnReadingRecord[]): Promise<Screenshot[]> {
  const ids = own.flatMap(({ itemId }) => (itemId === null ? [] : [itemId]));
  if (ids.length === 0) return [];
  return await read.query
    .selectFrom('evidence_items')
    .select(['id', 'file_name', 'sha256'])
    .where('id', 'in', ids)
    .execute();
}

async function rows(read: ReadHandle): Promise<Tables['own_readings'][]> {
  return await read.query
    .selectFrom('own_readings')
    .selectAll()
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
}

function toRecord(row: Tables['own_readings'], book: Rulebook): OwnReadingRecord {
  const own = toOwnReading(row);
  return { ...own, itemId: row.item_id, createdAt: row.created_at, gone: goneOf(book, own) };
}

function goneOf(book: Rulebook, { ruleId, confirms }: OwnReading): OwnReadingRecord['gone'] {
  const rule = book.rules.get(ruleId);
  if (rule === undefined) return 'rule';
  return confirms === null || rule.readings.some(({ id }) => id === confirms) ? null : 'reading';
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
function asCorrections(
  book: Rulebook,
  own: readonly OwnReadingRecord[],
  screenshots: readonly Screenshot[],
): string {
  const entries = own.map((each): object => {
    const rule = book.rules.get(each.ruleId);
    const shot = screenshots.find(({ id }) => id === each.itemId);
    const proof = shot === undefined ? {} : { screenshot: { file: shot.file_name, sha256: shot.sha256 } };
    const regions = each.region === null ? [] : [each.region];
    const reading = rule?.readings.find(({ id }) => id === ownReadingId(each));
    if (rule !== undefined && reading !== undefined) {
      const { id, value, quote, date, confidence, lastVerified } = reading;
      const written = { id, value, quote, date, confidence, lastVerified, regions };
      return { file: fileOf(rule), rule: rule.id, reading: written, ...proof };
    }
    return {
      ...(rule === undefined ? {} : { file: fileOf(rule) }),
      ...{ rule: each.ruleId, ...(each.gone === null ? {} : { gone: each.gone }) },
      ...(each.confirms === null ? { value: each.value } : { confirms: each.confirms }),
      ...{ lastVerified: each.seenOn, regions, words: each.words, ...proof },
    };
  });
  return stringify(entries, { lineWidth: 120, defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN' });
}

function fileOf({ platformId, caseTypeId }: Rule): string {
  return `${platformId}/${caseTypeId}.yaml`;
}
