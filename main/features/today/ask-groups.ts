import { groupAsks, type AskGroup } from '../../../shared/asks/index.ts';
import type { Services } from '../../core/context.ts';
import { casesThatWait, casesToAsk, setHours } from '../asks/index.ts';
import { findCaseRows, listCases, stagesOf } from '../cases/index.ts';

/** What still needs its vouchers: the others have gone out, or are over. */
const GATHERING: ReadonlySet<string> = new Set(['preparing', 'frozen', 'returned']);

/**
 * Whom to ask for what, over the cases whose time ends first and those in which an answer is waited for, each at most
 * `limit`. A case whose own time is over is left out: nothing that comes now would help it.
 */
export async function askGroups(
  { read, rulebooks, clock }: Pick<Services, 'read' | 'rulebooks' | 'clock'>,
  limit: number,
): Promise<AskGroup[]> {
  const { items } = await listCases(read, { archived: false }, undefined, limit);
  const first = items.filter(({ stage }) => GATHERING.has(stage)).map(({ id }) => id);
  const others = (await casesThatWait(read, limit)).filter((id) => !items.some((item) => item.id === id));
  const stages = await stagesOf(read, await findCaseRows(read, others));
  const waiting = others.filter((id) => GATHERING.has(stages.get(id) ?? ''));
  const cases = await casesToAsk(read, rulebooks, [...first, ...waiting]);
  const now = clock.now();
  const running = cases.filter(({ case: { dueAt } }) => dueAt === null || dueAt > now);
  return groupAsks(running, await setHours(read), { now, zone: clock.zone() });
}
