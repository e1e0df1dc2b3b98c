import { addedYear, type AddedYear } from '../../../shared/deadlines/index.ts';
import {
  formatVersion,
  orderEvents,
  parsePacks,
  readingValueSchema,
  type CasePins,
  type OwnReading,
  type ReadingChoice,
  type RulebookData,
} from '../../../shared/rulebook/index.ts';
import type { ReadHandle, Tables, WriteHandle } from '../../workspace/index.ts';
import { editionsFor, packed, unpacked, type Pack } from './edition.ts';

/** What of the workspace changes the packs and the calendars for everybody, as rows. */
export interface Changes {
  readonly updates: readonly Tables['pack_updates'][];
  readonly own: readonly Tables['own_readings'][];
  readonly years: readonly Tables['calendar_years'][];
}

export async function changesOfPacks(read: ReadHandle): Promise<Changes> {
  const updates = await read.query.selectFrom('pack_updates').selectAll().orderBy('id').execute();
  const own = await read.query.selectFrom('own_readings').selectAll().orderBy('id').execute();
  return { updates, own, years: await calendarYearRows(read) };
}

/** Years of calendars that came in a file, by calendar and year. */
export async function calendarYearRows(read: ReadHandle): Promise<Tables['calendar_years'][]> {
  return await read.query.selectFrom('calendar_years').selectAll().orderBy('id').execute();
}

/** None where an older program kept something that this one cannot read. */
export function toAddedYear(row: Tables['calendar_years']): AddedYear[] {
  const { data } = addedYear.safeParse({
    calendar: row.calendar,
    year: JSON.parse(row.year_json) as unknown,
  });
  return data === undefined ? [] : [data];
}

export function toOwnReading(row: Tables['own_readings']): OwnReading {
  return {
    id: row.id,
    ruleId: row.rule_id,
    confirms: row.confirms,
    value: row.value_json === null ? null : readingValueSchema.parse(JSON.parse(row.value_json)),
    words: row.words,
    seenOn: row.seen_on,
    region: row.region,
  };
}

export async function choiceRows(read: ReadHandle, caseId: string): Promise<Tables['reading_choices'][]> {
  return await read.query
    .selectFrom('reading_choices')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('chosen_at')
    .orderBy('id')
    .execute();
}

export function toChoice(row: Tables['reading_choices']): ReadingChoice {
  return { ruleId: row.rule_id, readingId: row.reading_id, conflictId: row.conflict_id };
}

/**
 * The packs of these editions, in their order.
 *
 * @returns null where one of them is not there, or is none that this program can read
 */
export async function storedPacks(read: ReadHandle, ids: readonly string[]): Promise<readonly Pack[] | null> {
  if (ids.length === 0) return [];
  const rows = await read.query.selectFrom('pack_editions').selectAll().where('id', 'in', ids).execute();
  const found = ids.flatMap((id) => rows.filter((row) => row.id === id));
  if (found.length < ids.length) return null;
  return (
    parsePacks({ formatVersion, platforms: found.map((row) => unpacked(row.packed)) })?.platforms ?? null
  );
}

/** Keeps the editions a case of a platform stands on, those that are not kept yet. @returns their ids */
export async function keepEditions(
  tx: WriteHandle,
  data: RulebookData,
  platformId: string,
): Promise<readonly string[]> {
  const editions = editionsFor(data, platformId);
  for (const edition of editions) await keepEdition(tx, edition.id, edition.pack);
  return editions.map(({ id }) => id);
}

export async function keepEdition(tx: WriteHandle, id: string, pack: Pack): Promise<void> {
  const known = await tx.query
    .selectFrom('pack_editions')
    .select('id')
    .where('id', '=', id)
    .executeTakeFirst();
  if (known !== undefined) return;
  await tx.insert('pack_editions', {
    id,
    platform: pack.id,
    version: pack.version,
    packed: packed(pack),
    taken_in_at: tx.now,
  });
}

/** When a case was last handed in, corrected filings left out; null before. */
export async function filedAt(read: ReadHandle, caseId: string): Promise<number | null> {
  const row = await read.query
    .selectFrom('submissions')
    .select('submitted_at')
    .where('case_id', '=', caseId)
    .where('corrected_at', 'is', null)
    .orderBy('submitted_at', 'desc')
    .executeTakeFirst();
  return row?.submitted_at ?? null;
}

/** What a store decides about rules: whose days, which site, who ships. */
interface StoreGround {
  readonly zone: string;
  readonly pins: Pick<CasePins, 'region' | 'fulfilment' | 'zone'>;
}

function storeGround(row: Pick<Tables['stores'], 'zone' | 'region' | 'fulfilment'> | undefined): StoreGround {
  const { zone = 'UTC', region = null, fulfilment = null } = row ?? {};
  return {
    zone,
    pins: {
      ...(row === undefined ? {} : { zone }),
      ...(region === null ? {} : { region }),
      ...(fulfilment === null ? {} : { fulfilment: fulfilment as CasePins['fulfilment'] }),
    },
  };
}

/** What decides which rules a case stands on, beside its own row. */
interface Ground extends StoreGround {
  readonly filedAt: number | null;
  /** When the first thing happened that is no step of an order itself; null while none is recorded. */
  readonly begunAt: number | null;
  /** How many readings were chosen for it. */
  readonly choices: number;
  /** How many rows of the workspace change the packs or the calendars for everybody. */
  readonly changes: number;
}

/** Read at once: it is asked for several times for each case on a screen. */
export async function groundOf(read: ReadHandle, storeId: string, caseId: string): Promise<Ground> {
  const row = await read.query
    .selectFrom('stores')
    .select(['zone', 'region', 'fulfilment'])
    .select((builder) => [
      builder
        .selectFrom('submissions')
        .select(({ fn }) => fn.max('submitted_at').as('at'))
        .where('case_id', '=', caseId)
        .where('corrected_at', 'is', null)
        .as('filed_at'),
      builder
        .selectFrom('case_events')
        .select(({ fn }) => fn.min('happened_at').as('at'))
        .where('case_id', '=', caseId)
        .where('event', 'not in', orderEvents)
        .as('begun_at'),
      builder
        .selectFrom('reading_choices')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('case_id', '=', caseId)
        .as('choices'),
      builder
        .selectFrom('pack_updates')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .as('updates'),
      builder
        .selectFrom('own_readings')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .as('own'),
      builder
        .selectFrom('calendar_years')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .as('years'),
    ])
    .where('id', '=', storeId)
    .executeTakeFirst();
  return {
    ...storeGround(row),
    filedAt: row?.filed_at ?? null,
    begunAt: row?.begun_at ?? null,
    choices: row?.choices ?? 0,
    changes: (row?.updates ?? 0) + (row?.own ?? 0) + (row?.years ?? 0),
  };
}

export async function storeTime(read: ReadHandle, storeId: string): Promise<StoreGround> {
  const row = await read.query
    .selectFrom('stores')
    .select(['zone', 'region', 'fulfilment'])
    .where('id', '=', storeId)
    .executeTakeFirst();
  return storeGround(row);
}
