import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import factBase from '../../fixtures/fact-base.json' with { type: 'json' };
import { openTestCore, type TestCore } from '../../helpers/core.ts';
import { Temporal } from 'temporal-polyfill';
import { caseEvents } from '../../../shared/rulebook/index.ts';
import { expected, STARTED } from '../../helpers/rule-expectations.ts';
import { broken, digest, inputOf, ruleRows } from '../../helpers/rule-rows.ts';

const rows = ruleRows();
let desk: TestCore;

beforeAll(async () => {
  desk = await openTestCore();
});
afterAll(() => desk.close());

describe('what the rulebook says of a situation', () => {
  it.each(rows.map((row) => [row.facts.join(' '), row.says, row] as const))(
    '%s: %s',
    async (_ids, _says, row) => {
      const assessment = await desk.client.rulebook.assess(inputOf(row));
      const wrong = broken(row, assessment);
      expect(wrong, JSON.stringify(digest(assessment), null, 1)).toEqual([]);
    },
  );
});

describe('what is written down of the clocks', () => {
  it('is what the program answers with, for every reading in force on that evening', async () => {
    const ends = expected('ends');
    const scenes = (await desk.client.rulebook.platforms({})).flatMap(({ scenarios }) => scenarios);
    const wrong: string[] = [];
    let compared = 0;
    for (const { id: scenarioId, platformId, caseTypeId } of scenes)
      for (const event of caseEvents) {
        const day = STARTED.slice(0, 10);
        const ask = async (at: number) =>
          await desk.client.rulebook.assess({
            ...{ scenarioId, answers: {}, filing: day, notice: day, conduct: day, events: [{ event, at }] },
            ...{ decision: null, orderNumber: '1', earlier: [], occurrence: null, orders: null },
          });
        const zone = (await ask(0)).clocks[0]?.computed.zone;
        if (zone === undefined) continue;
        const start = Temporal.PlainDateTime.from(STARTED).toZonedDateTime(zone).epochMilliseconds;
        for (const { spec, computed } of (await ask(start)).clocks)
          for (const { ruleId, readingId, latest } of computed.readings) {
            const head = spec.ofLaw ? platformId : `${platformId}.${caseTypeId}`;
            const line = ends.get(`${head} ${spec.id} ${event} ${String(ruleId)}/${readingId}`);
            const end = Temporal.Instant.fromEpochMilliseconds(latest).toZonedDateTimeISO(zone);
            compared += 1;
            if (line?.includes(end.toPlainDateTime().toString({ smallestUnit: 'minute' })) !== true)
              wrong.push(
                `${scenarioId} ${spec.id} ${readingId}: ${end.toString()}, expected ${String(line)}`,
              );
          }
      }
    expect(wrong).toEqual([]);
    expect(compared).toBeGreaterThan(ends.size / 2);
  });
});

describe('the fact base', () => {
  const shownOnly = new Map(
    [
      ...readFileSync(new URL('../../../docs/rule-facts-shown-only.md', import.meta.url), 'utf8').matchAll(
        /^\| ([A-Z][A-Z0-9]*(?:-[A-Z0-9]+)?) +\| ([^|]+?) +\|/gm,
      ),
    ].map(([, id = '', reason = '']) => [id, reason]),
  );
  const acting = new Set(rows.flatMap((row) => row.facts));
  const reasons = ['background', 'unknown value', 'superseded', 'out of scope', 'advice without parameter'];

  it('has every fact as a rule, acting in a situation or shown only for a named reason, never both', async () => {
    const known = new Set((await desk.client.rulebook.rules({})).map((rule) => rule.id));
    const all = [...factBase.seed, ...factBase.published];
    expect(all.filter((id) => !known.has(id))).toEqual([]);
    expect(all.filter((id) => acting.has(id) === shownOnly.has(id))).toEqual([]);
    expect([...shownOnly.values()].filter((reason) => !reasons.includes(reason))).toEqual([]);
  });

  it('has no rule, whether it stands in the fact base or was split off, that neither a row nor the list speaks of', async () => {
    const rules = await desk.client.rulebook.rules({});
    expect(rules.map(({ id }) => id).filter((id) => acting.has(id) === shownOnly.has(id))).toEqual([]);
    const known = new Set(rules.map(({ id }) => id));
    expect([...shownOnly.keys(), ...acting].filter((id) => !known.has(id))).toEqual([]);
  });

  it('is shown only for few: 12 of the seed facts, 60 of the published ones', () => {
    expect(factBase.seed.filter((id) => shownOnly.has(id)).length).toBeLessThanOrEqual(12);
    expect(factBase.published.filter((id) => shownOnly.has(id)).length).toBeLessThanOrEqual(60);
  });
});
