import { Temporal } from 'temporal-polyfill';
import type { CaseOrder, CaseStake } from '../../../shared/cases/index.ts';
import type { Penalty } from '../../../shared/notices/index.ts';
import {
  adviseRoutes,
  fillScript,
  type AdvisedRoute,
  type Bilingual,
  type ScriptBlanks,
} from '../../../shared/rulebook/index.ts';
import type { Outcome } from '../../../shared/submissions/index.ts';
import { computedOf, findCaseRow, type ReadHandle } from '../../workspace/index.ts';
import { chancesOf } from '../attempts/index.ts';
import { caseContacts } from '../contacts/index.ts';
import type { Rulebooks } from '../editions/index.ts';
import { runningClockRows } from '../deadlines/index.ts';
import { caseExhibits } from '../evidence/index.ts';
import { findNotice, penaltiesOf } from '../notices/index.ts';
import { caseCoverage } from '../requirements/index.ts';
import { caseOrders, caseProgress } from './cases.repo.ts';
import { knownOf } from './check.ts';

const HOUR = 3_600_000;
/** As many order numbers as a chat window takes; support asks for the rest. */
const MOST_ORDERS = 50;

/** After these the platform has spoken and the seller is not through: how to go on is the next thing to look at. */
const REFUSALS: readonly (string | null)[] = ['rejected', 'partly-upheld'] satisfies Outcome[];

/** Whether the platform's answer leaves the seller to look for another way. */
export function isRefusal(outcome: string | null): boolean {
  return REFUSALS.includes(outcome);
}

/** The ways to go on that fit a case as of now, with their scripts filled. */
export async function caseRoutes(
  read: ReadHandle,
  rulebooks: Rulebooks,
  caseId: string,
  now: number,
): Promise<{ isNext: boolean; stake: CaseStake; routes: AdvisedRoute[] }> {
  const found = await findCaseRow(read, caseId);
  const rules = await rulebooks.ofCase(read, found);
  const { rulebook, pins } = rules;
  const facts = await knownOf(read, rules, found, now);
  const { reason, filedAt, ...progress } = await caseProgress(read, caseId);
  const outcome = progress.outcome as Outcome | null;
  const orders = await caseOrders(read, found);
  const chances = (await chancesOf(read, rulebooks, [found])).get(caseId);
  const { met, total } = await caseCoverage(read, rulebooks, caseId);
  const end = await firstOwnEnd(read, caseId, now);
  const stake = stakeOf(orders, await penaltiesOf(read, caseId));
  const chanceGone = chances !== undefined && chances.why !== null;
  const advised = adviseRoutes(rulebook, found.scenario_id, facts, pins, {
    hoursLeft: end === null ? null : Math.max(0, Math.floor((end.at - now) / HOUR)),
    chanceGone,
    complete: total > 0 && met >= total,
    outcome,
    heavy: stake.shop || stake.held.length > 0,
  });
  const blanks: ScriptBlanks = {
    // What the seller takes for a violation is contested with nobody, and stays inside the case.
    orders: orderList(orders.filter((order) => order.class !== 'admitted').map((order) => order.orderNumber)),
    rule: await ruleWords(read, caseId, reason),
    until: end?.words ?? null,
    new: filedAt === null ? NOTHING_NEW : await newExhibits(read, caseId, filedAt),
  };
  // Once there is an answer, nobody asks until when, where that is known by then or no chance is left.
  const untilLeftOut =
    outcome === null ? 'nothing' : chanceGone ? 'all' : end === null ? 'nothing' : 'asking';
  return {
    isNext: (isRefusal(outcome) || (chanceGone && filedAt === null)) && advised.length > 0,
    stake,
    routes: advised.map((route) => ({
      ...route,
      script: route.script === null ? null : fillScript(route.script, blanks, untilLeftOut),
    })),
  };
}

/** Penalties that take the shop itself. */
const OF_THE_SHOP: ReadonlySet<Penalty['kind']> = new Set(['closure', 'account-suspended', 'account-frozen']);

/** What the orders of a case come to, by currency, and how many have no amount on record; what its notice holds. */
function stakeOf(
  orders: readonly Pick<CaseOrder, 'totalMinor' | 'currency'>[],
  penalties: readonly Penalty[],
): CaseStake {
  const priced = orders.flatMap(({ totalMinor, currency }) =>
    totalMinor === null || currency === null ? [] : { minor: totalMinor, currency },
  );
  return {
    orders: orders.length,
    amounts: sums(priced),
    withoutAmount: orders.length - priced.length,
    held: sums(penalties.flatMap(({ money }) => money ?? [])),
    shop: penalties.some(({ kind }) => OF_THE_SHOP.has(kind)),
  };
}

function sums(amounts: readonly { readonly minor: number; readonly currency: string }[]) {
  const byCurrency = new Map<string, number>();
  for (const { minor, currency } of amounts)
    byCurrency.set(currency, (byCurrency.get(currency) ?? 0) + minor);
  return [...byCurrency].map(([currency, minor]) => ({ currency, minor }));
}

const ORDERS_NOT_KNOWN: Bilingual = { zh: '你们通知里列的那些', en: 'those that you named' };
const NOTHING_NEW: Bilingual = { zh: '……', en: '…' };

function orderList(orders: readonly string[]): Bilingual {
  if (orders.length === 0) return ORDERS_NOT_KNOWN;
  const shown = orders.slice(0, MOST_ORDERS);
  const all = shown.length === orders.length;
  return {
    zh: `${shown.join('、')}${all ? '' : ` 等共 ${orders.length} 笔`}`,
    en: `${shown.join(', ')}${all ? '' : ` and others, ${orders.length} in all`}`,
  };
}

/** The rule as the platform words it: what the notice cites, else what its answer gives as the reason; null where neither does. */
async function ruleWords(read: ReadHandle, caseId: string, reason: string): Promise<Bilingual | null> {
  const cited = (await findNotice(read, caseId))?.rule_cited.trim() ?? '';
  if (cited !== '') return { zh: `通知写的是“${cited}”`, en: `the notice says: "${cited}"` };
  if (reason.trim() !== '')
    return { zh: `答复写的是“${reason.trim()}”`, en: `the answer says: "${reason.trim()}"` };
  return null;
}

/** When the seller's first clock ends, in the zone it was computed in, with that zone's distance from UTC. */
async function firstOwnEnd(
  read: ReadHandle,
  caseId: string,
  now: number,
): Promise<{ readonly at: number; readonly words: Bilingual } | null> {
  const [first] = (await runningClockRows(read, caseId))
    .filter((clock) => clock.owner === 'mine' && clock.due_at > now)
    .sort((left, right) => left.due_at - right.due_at);
  if (first === undefined) return null;
  const { zone } = computedOf(first);
  const end = Temporal.Instant.fromEpochMilliseconds(first.due_at).toZonedDateTimeISO(zone);
  const local = end.toPlainDateTime().toString({ smallestUnit: 'minute' }).replace('T', ' ');
  const words = `${local} UTC${end.offset}`;
  return { at: first.due_at, words: { zh: words, en: words } };
}

/**
 * What was taken in since the matter was filed, by the names the seller gave it: that is what is new. What the platform said
 * itself is no news to it.
 */
async function newExhibits(read: ReadHandle, caseId: string, filedAt: number): Promise<Bilingual> {
  const said = new Set(
    (await caseContacts(read, caseId)).flatMap(({ itemId, answerItemId }) => [itemId, answerItemId]),
  );
  const names = (await caseExhibits(read, caseId))
    .filter(({ itemId, exhibitNumber }) => exhibitNumber > 0 && !said.has(itemId))
    .filter(({ item }) => item.takenInAt > filedAt)
    .map(({ item }) => (item.label === '' ? item.fileName : item.label));
  if (names.length === 0) return NOTHING_NEW;
  return { zh: names.join('、'), en: names.join(', ') };
}
