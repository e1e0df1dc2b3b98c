import { os } from '../../core/context.ts';
import { chancesOf } from '../attempts/index.ts';
import { filedWithoutClock, findCaseRows, gatherFacts, listCases, nextAct } from '../cases/index.ts';
import { runningClocks } from '../deadlines/index.ts';
import { decidedCases, promisedEffects } from '../follow-through/index.ts';
import { askGroups } from './ask-groups.ts';

/** More than anybody does in a day; of the others it is said how many there are, and the case list has them all. */
const CASES_SHOWN = 50;

/** A message to a courier may well be about a hundred orders of a case each; beyond, it is said how many are left. */
const CASES_ASKED = 200;

export const today = {
  asks: os.today.asks.handler(({ context: { services } }) => askGroups(services, CASES_ASKED)),

  get: os.today.get.handler(async ({ context: { services } }) => {
    const { read, rulebooks, clock } = services;
    const now = clock.now();
    const { items, total } = await listCases(read, { archived: false }, undefined, CASES_SHOWN);
    const rows = await findCaseRows(
      read,
      items.map(({ id }) => id),
    );
    const chances = await chancesOf(read, rulebooks, [...rows.values()]);
    const cases = [];
    for (const item of items) {
      const row = rows.get(item.id);
      // Its opening was taken back between the two reads.
      if (row === undefined) continue;
      const next = nextAct(await gatherFacts(services, row, chances));
      // A case that only waits for the platform stands under its clock, not under what is to be done.
      if (next.code === 'wait' || next.code === 'closed') continue;
      cases.push({
        caseId: item.id,
        caseNumber: item.number,
        title: item.title,
        storeAlias: item.storeAlias,
        scenarioId: item.scenarioId,
        nextAct: next,
        due: item.nextDue?.side === 'mine' ? item.nextDue.at : null,
      });
    }
    const overdueEffects = [];
    for (const decided of await decidedCases(read)) {
      for (const effect of await promisedEffects(read, rulebooks, decided.id, now)) {
        if (effect.overdue)
          overdueEffects.push({
            ...effect,
            caseId: decided.id,
            caseNumber: decided.number,
            title: decided.title,
          });
      }
    }
    return {
      now,
      cases,
      casesLeft: Math.max(0, total - items.length),
      clocks: await runningClocks(read),
      waiting: (await filedWithoutClock(read, CASES_SHOWN)).map((each) => ({
        caseId: each.id,
        caseNumber: each.number,
        title: each.title,
        storeId: each.store_id,
        storeAlias: each.alias,
        filedAt: each.submitted_at,
      })),
      overdueEffects,
    };
  }),
};
