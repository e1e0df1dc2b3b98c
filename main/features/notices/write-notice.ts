import type { PageClocks } from '../../../shared/deadlines/index.ts';
import { AppError, dateIn, type Instant } from '../../../shared/kernel/index.ts';
import type { NoticeFields } from '../../../shared/notices/index.ts';
import { clocksFor, findScenario, orderClocks } from '../../../shared/rulebook/index.ts';
import { findCaseRow, type ReadHandle, type Tables, type WriteHandle } from '../../workspace/index.ts';
import type { CaseRules, Rulebooks } from '../editions/index.ts';
import { clocksWithoutChance, renumber } from '../attempts/index.ts';
import {
  countFrom,
  pageClocksBefore,
  pageClocksOf,
  runningClockRows,
  runningOrEndedRows,
  type Happening,
} from '../deadlines/index.ts';
import { clocksOfEvents, stopsOf } from '../events/index.ts';
import { attachItems } from '../evidence/index.ts';
import { caseOfNotice, findNotice } from './notices.repo.ts';

/**
 * Writes a notice down as far as it is known and sets the seller's clock by it: from the platform's own time, or, where that
 * is not known, from the earliest time at which somebody had it; and by the page's countdown where one was read, which wins.
 *
 * @param how `pageClock`: which clock the page's countdown is of, as somebody said it; `opening`: its case is being opened by
 *   the same act, which has looked at its chances already
 */
export async function writeNotice(
  tx: WriteHandle,
  rulebooks: Rulebooks,
  caseId: string,
  patch: NoticeFields,
  {
    pageClock,
    opening = false,
  }: { readonly pageClock?: string | undefined; readonly opening?: boolean } = {},
): Promise<Tables['notices']> {
  const found = await caseOfNotice(tx, caseId);
  const { rulebook } = await rulebooks.ofCase(tx, await findCaseRow(tx, caseId));
  if (findScenario(rulebook, found.scenario_id).begins === 'seller')
    throw new AppError('BAD_REQUEST', { reason: 'no-notice-here' });
  const before = await findNotice(tx, caseId);
  if (patch.itemId != null) await attachItems(tx, caseId, [patch.itemId]);
  const row = { ...(before ?? emptyNotice(tx.newId(), caseId)), ...columnsOf(patch) };
  const renamed = !opening && row.platform_number !== (before?.platform_number ?? '');
  const write = async (): Promise<void> => {
    if (before === null) await tx.insert('notices', row);
    else await tx.update('notices', row.id, row);
    const issued = row.issued_at === null ? null : dateIn(row.issued_at, found.store_zone);
    if ((before?.issued_at ?? null) !== row.issued_at && issued !== found.notice_date)
      await tx.update('cases', caseId, { notice_date: issued });
    const timed = JSON.stringify(before && issueOf(before, tx.now)) !== JSON.stringify(issueOf(row, tx.now));
    if (timed || pageClock !== undefined) await setClock(tx, rulebooks, found, row, { pageClock });
  };
  if (!renamed) await write();
  else
    await renumber(tx, rulebooks, caseId, write, async (id, regained) => {
      const notice = await findNotice(tx, id);
      if (notice !== null) await setClock(tx, rulebooks, await caseOfNotice(tx, id), notice, { regained });
    });
  return row;
}

async function setClock(
  tx: WriteHandle,
  rulebooks: Rulebooks,
  found: Awaited<ReturnType<typeof caseOfNotice>>,
  row: Tables['notices'],
  {
    pageClock,
    regained = [],
  }: { readonly pageClock?: string | undefined; readonly regained?: readonly Tables['clocks'][] },
): Promise<void> {
  const since = issueOf(row, tx.now);
  // What runs from another event of the case has its own record, and what its orders lose has their days.
  const ofEvents = await clocksOfEvents(tx, found.id);
  const ofCase = await findCaseRow(tx, found.id);
  const { rulebook, pins } = await rulebooks.ofCase(tx, ofCase);
  const ofOrders = new Set(orderClocks(rulebook, found.scenario_id, pins).map(({ id }) => id));
  const beyond = await clocksBeyondStops(tx, { rulebook, pins }, ofCase);
  const clocks = [...(await runningOrEndedRows(tx, found.id)), ...regained].filter(
    ({ id, spec_id: specId }) =>
      !ofEvents.has(id) && !ofOrders.has(specId) && (beyond === null || beyond.has(specId)),
  );
  const without = await clocksWithoutChance(tx, rulebooks, ofCase);
  const except = {
    has: (specId: string) => without.has(specId) || (beyond !== null && !beyond.has(specId)),
  };
  await countFrom(tx, rulebooks, found.id, since && { ...since, pageClock }, clocks, except);
}

/** The clocks of a notice that no filing or decision of its case has ended; null where there is none, and all count. */
async function clocksBeyondStops(
  read: ReadHandle,
  { rulebook, pins }: CaseRules,
  found: Tables['cases'],
): Promise<ReadonlySet<string> | null> {
  const stops = (await stopsOf(read, found.id)).flatMap(({ ends }) => ends);
  if (stops.length === 0) return null;
  return new Set(
    clocksFor(rulebook, found.scenario_id, 'notice-issued', pins)
      .filter(({ endsOn }) => !endsOn.some((each) => stops.includes(each)))
      .map(({ id }) => id),
  );
}

/** Which clock the countdown of a case's notice is of, and which others it may be of. */
export async function pageOfNotice(
  read: ReadHandle,
  rulebooks: Rulebooks,
  caseId: string,
): Promise<PageClocks> {
  const ofEvents = await clocksOfEvents(read, caseId);
  const rows = (await runningClockRows(read, caseId)).filter(({ id }) => !ofEvents.has(id));
  return await pageClocksOf(read, rulebooks, caseId, 'notice-issued', rows);
}

/**
 * The same for a notice of a store that no case is opened for yet, by the rules of its day where that is known.
 *
 * @param now counts where nobody knows when its page was read
 */
export async function pageBeforeCase(
  read: ReadHandle,
  rulebooks: Rulebooks,
  { id: storeId, zone }: Pick<Tables['stores'], 'id' | 'zone'>,
  scenarioId: string,
  notice: NoticeFields & { readonly pageClock?: string | undefined },
  now: Instant,
): Promise<PageClocks> {
  const since = issueOf({ ...emptyNotice('', ''), ...columnsOf(notice) }, now);
  const day = notice.issuedAt == null ? null : dateIn(notice.issuedAt, zone);
  const rules = await rulebooks.ofStore(read, storeId, day);
  findScenario(rules.rulebook, scenarioId);
  if (since === null) return { clocks: [], counted: null };
  return pageClocksBefore(rules, scenarioId, { ...since, pageClock: notice.pageClock });
}

/**
 * What of a notice sets clocks; null where no time of it is known. It was issued before anybody saw it, handed it over or read
 * its page: where nobody knows when, the earliest of those is the latest that it can have been.
 */
function issueOf(row: Tables['notices'], now: Instant): Happening | null {
  const { issued_at: issued, page_deadline: pageDeadline } = row;
  const had = [row.seen_at, row.handed_over_at, pageDeadline === null ? null : (row.page_read_at ?? now)];
  const at = issued ?? had.filter((each) => each !== null).sort((one, other) => one - other)[0];
  return at === undefined
    ? null
    : {
        event: 'notice-issued',
        at,
        pageDeadline,
        pageReadAt: row.page_read_at,
        startIsLatest: issued === null,
      };
}

function emptyNotice(id: string, caseId: string): Tables['notices'] {
  return {
    id,
    case_id: caseId,
    text: '',
    platform_number: '',
    matter_key: '',
    rule_cited: '',
    basis: '',
    issued_at: null,
    seen_at: null,
    handed_over_at: null,
    page_words: '',
    page_read_at: null,
    page_deadline: null,
    item_id: null,
    penalties_json: '[]',
    occurrence: null,
    lists_unproven: 0,
    discloses_admitted: 0,
  };
}

function columnsOf(patch: NoticeFields): Partial<Tables['notices']> {
  const columns = {
    text: patch.text,
    platform_number: patch.platformNumber,
    rule_cited: patch.ruleCited,
    basis: patch.basis,
    issued_at: patch.issuedAt,
    seen_at: patch.seenAt,
    handed_over_at: patch.handedOverAt,
    page_words: patch.pageWords,
    page_read_at: patch.pageReadAt,
    page_deadline: patch.pageDeadline,
    item_id: patch.itemId,
    penalties_json: patch.penalties === undefined ? undefined : JSON.stringify(patch.penalties),
    occurrence: patch.occurrence,
  };
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined));
}
