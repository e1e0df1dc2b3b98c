import { groupAsks, type AskGroup, type CaseToAsk } from '../../../shared/asks/index.ts';
import type { Services } from '../../core/context.ts';
import { casesThatWait, casesToAsk, setHours } from '../asks/index.ts';
import { casesThatGather } from '../cases/index.ts';

/** What is gone through at once, so that a desk full of cases in which nothing is missing does not take the place of others. */
const PAGE = 50;

/** So many cases are gone through for each that is to be found: with nothing missing in any, Today would wait for all of them. */
const MOST_SEEN = 2;

/** Whom to ask for what over many cases. */
export interface ManyAsks {
  readonly groups: AskGroup[];
  /** How many more cases are still being gathered that were not gone through. */
  readonly casesLeft: number;
}

/**
 * Whom to ask for what, over the cases whose time ends first and those in which an answer is waited for, each at most
 * `limit`. Only cases count that are still being gathered and in which something is missing or waited for; one whose own time
 * is over is left out: nothing that comes now would help it.
 *
 * A group is one client's. What an agency asks a courier for one client is never in a message with another's: who reads it
 * would learn whose matters lie beside.
 */
export async function askGroups(
  { read, rulebooks, clock }: Pick<Services, 'read' | 'rulebooks' | 'clock'>,
  limit: number,
): Promise<ManyAsks> {
  const now = clock.now();
  const gathering = await casesThatGather(read, now);
  const isGathering = new Set(gathering);
  const waiting = (await casesThatWait(read)).filter((id) => isGathering.has(id)).slice(0, limit);
  const found = new Map<string, CaseToAsk>();
  let seen = 0;
  const last = Math.min(gathering.length, MOST_SEEN * limit);
  while (seen < last && found.size < limit) {
    const page = gathering.slice(seen, Math.min(last, seen + Math.min(PAGE, limit - found.size)));
    seen += page.length;
    for (const each of await casesToAsk(read, rulebooks, page))
      if (each.needs.length + each.open.length > 0) found.set(each.case.id, each);
  }
  const others = waiting.filter((id) => !found.has(id));
  for (const each of await casesToAsk(read, rulebooks, others)) found.set(each.case.id, each);
  const groups = groupAsks([...found.values()], await setHours(read), { now, zone: clock.zone() });
  return { groups, casesLeft: gathering.length - seen - others.length };
}
