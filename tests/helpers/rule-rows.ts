import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Temporal } from 'temporal-polyfill';
import { parse } from 'yaml';
import * as z from 'zod';
import type { Client } from '../../shared/contract/index.ts';
import {
  caseEvents,
  effectChanges,
  effectSubjects,
  type Assessment,
  type Consequence,
  type ReadingValue,
} from '../../shared/rulebook/index.ts';
import type { CaseEvent } from '../../shared/rulebook/format/index.ts';
import { keyParts, matchFields } from '../../shared/rulebook/format/value.ts';

const folder = fileURLToPath(new URL('../fixtures/rule-rows/', import.meta.url));

const text = z.string().min(1);
const expectation = z
  .strictObject({
    /** Dotted path into the digest. */
    path: text,
    is: z.unknown().optional(),
    has: z.unknown().optional(),
    lacks: z.unknown().optional(),
  })
  .refine((each) => ['is', 'has', 'lacks'].filter((key) => key in each).length === 1);

const rowSchema = z.strictObject({
  /** The facts of the fact base that this row is about: change one of them and the row fails. */
  facts: z.array(text).min(1),
  /** The promise in words. */
  says: text,
  scenario: text,
  given: z
    .strictObject({
      answers: z.record(text, z.union([z.boolean(), z.number(), z.string()])).default({}),
      conduct: z.string().optional(),
      notice: z.string().optional(),
      filing: z.string().default('2026-08-03'),
      region: z.string().optional(),
      fulfilment: z.enum(['seller', 'platform']).optional(),
      /** Event → ISO instant with offset. */
      events: z.record(text, text).default({}),
      decision: z.string().optional(),
      earlier: z.array(z.strictObject({ scene: z.string().nullable(), state: z.string() })).default([]),
      occurrence: z.number().optional(),
      orders: z.number().optional(),
    })
    .prefault({}),
  expect: z.array(expectation).min(1),
});

/** A promise of the rulebook: facts of the fact base, a situation, and what must come of it. */
export type RuleRow = z.infer<typeof rowSchema>;

/** Every row of every platform, or those of one file. */
export function ruleRows(file?: string): RuleRow[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml') && (file === undefined || name === `${file}.yaml`))
    .sort()
    .flatMap((name) => {
      const rows: unknown = parse(readFileSync(folder + name, 'utf8'));
      return z.array(rowSchema).parse(rows);
    });
}

type AssessInput = Parameters<Client['rulebook']['assess']>[0];

/** The procedure's input for a row. */
export function inputOf({ scenario, given }: RuleRow): AssessInput {
  const { events, earlier, decision, answers, filing, occurrence, orders, ...pins } = given;
  const prefix = scenario.split('.').slice(0, 2).join('.');
  return {
    scenarioId: scenario,
    answers,
    filing,
    ...pins,
    events: Object.entries(events).map(([event, at]) => ({
      event: event as NonNullable<AssessInput['events']>[number]['event'],
      at: Temporal.Instant.from(at).epochMilliseconds,
    })),
    decision: (decision ?? null) as NonNullable<AssessInput['decision']> | null,
    orderNumber: '1',
    earlier: earlier.map(({ scene, state }) => ({
      scenarioId: scene === null ? null : `${prefix}.${scene}`,
      state: state as 'held' | 'spent' | 'lapsed' | 'unknown',
    })),
    occurrence: occurrence ?? null,
    orders: orders ?? null,
  };
}

/** An assessment as rows speak of it: lists of ids, instants as local time in the platform's zone. */
export function digest(assessment: Assessment) {
  const { verdict, chance } = assessment;
  const ids = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id);
  const byId = <Item extends { readonly id: string }, Shown>(
    items: readonly Item[],
    show: (item: Item) => Shown,
  ) => Object.fromEntries(items.map((item) => [item.id, show(item)]));
  const checks = (outcome: 'failed' | 'open') =>
    verdict.why.filter((each) => each.outcome === outcome).map((each) => each.checkId);
  return {
    listed: assessment.listed,
    entry: assessment.entry,
    structure: assessment.structure.map(({ en }) => en),
    verdict: {
      word: verdict.word,
      failed: checks('failed'),
      open: checks('open'),
      advice: ids(verdict.advice),
      says: byId(verdict.advice, ({ says }) => says.en),
      points: verdict.advice.flatMap(({ scene }) => scene ?? []),
      dimension: verdict.dimension?.needed ?? null,
      proven: verdict.dimension?.proven ?? null,
      cites: verdict.rules.map(({ ruleId }) => ruleId),
    },
    /** Every question that a check asked, answered or not. */
    questions: Object.fromEntries(
      verdict.checks.flatMap(({ facts }) => facts.map(({ fact }) => [fact.id, fact.question.en])),
    ),
    asks: {
      all: ids(assessment.requirements),
      ...byId(assessment.requirements, ({ level, group, matches, legible, quality }) => ({
        level,
        group,
        matches,
        legible,
        quality: quality.map(({ en }) => en),
      })),
    },
    form: byId(assessment.form, ({ required, choice, limits }) => ({
      required,
      choice,
      ...Object.fromEntries(Object.entries(limits).map(([name, limit]) => [name, limit?.value ?? null])),
    })),
    chance: { allowed: chance.allowed, left: chance.left, by: chance.because?.ruleId ?? null },
    clocks: {
      all: assessment.clocks.map(({ spec }) => spec.id),
      ...Object.fromEntries(
        assessment.clocks.map(({ spec, computed }) => {
          const local = (at: number | null) =>
            at === null
              ? null
              : Temporal.Instant.fromEpochMilliseconds(at)
                  .toZonedDateTimeISO(computed.zone)
                  .toPlainDateTime()
                  .toString({ smallestUnit: 'minute' });
          return [
            spec.id,
            {
              owner: spec.owner,
              due: local(computed.dueAt),
              look: local(computed.lookAt),
              chase: local(computed.chaseAfter),
              certainty: computed.certainty,
              /** Each reading's own end, by rule and reading. */
              ends: Object.fromEntries(
                computed.readings.map(({ ruleId, readingId, latest }) => [
                  `${ruleId ?? 'page'}/${readingId}`,
                  local(latest),
                ]),
              ),
              unmeasured: spec.unmeasured.map((reading) => reading.ruleId),
              endsOn: spec.endsOn,
              says: spec.says.en,
            },
          ];
        }),
      ),
    },
    outcomes: {
      all: ids(assessment.outcomes),
      ...byId(assessment.outcomes, ({ promise, clock, changes }) => ({
        promise,
        clock: clock?.id ?? null,
        changes: changes.map(({ what, change }) => `${what} ${change}`),
      })),
    },
    burden: Object.fromEntries(
      assessment.burden.map(({ rule, steps }) => [
        rule.ruleId,
        steps.map(({ party, evidence }) => [party, ...evidence].join(' ')),
      ]),
    ),
    penalties: Object.fromEntries(
      assessment.penalties.map((ladder) => [
        ladder.rule.ruleId,
        stepsOf(ladder.tiers.filter(({ id }) => ladder.fitting.includes(id))),
      ]),
    ),
    /** Every step of a ladder, also those of matters that are not this one. */
    penaltySteps: laddersOf(assessment.penalties),
    falseEvidence: laddersOf(assessment.falseEvidence),
    routes: {
      all: ids(assessment.routes),
      ...byId(assessment.routes, ({ by }) => by),
    },
    costs: byId(assessment.routes, ({ costs }) => costs.en),
  };
}

/** Each step of each ladder, and what it costs. */
function laddersOf(ladders: Assessment['falseEvidence']): Record<string, Record<string, string[]>> {
  return Object.fromEntries(ladders.map(({ rule, tiers }) => [rule.ruleId, stepsOf(tiers)]));
}

function stepsOf(tiers: Assessment['falseEvidence'][number]['tiers']): Record<string, string[]> {
  return Object.fromEntries(
    tiers.map(({ id, points, consequences }) => [
      points === null ? id : `${id} from ${points.from} below ${points.below ?? 'any'}`,
      consequences.map(priceOf),
    ]),
  );
}

/** All of a consequence that is not words, as a row writes it: `demotion 30cd rolling`, `fine 5000000-50000000CNY`. */
function priceOf(consequence: Consequence): string {
  const { kind, points, atMost, per, from, lasts, endsBy, money } = consequence;
  return [
    kind,
    points,
    atMost ? 'at most' : null,
    per === null ? null : `a ${per}`,
    from === null ? null : `from ${from}`,
    lasts === null ? null : `${lasts.number}${lasts.unit}${lasts.rolling ? ' rolling' : ''}`,
    ...endsBy.map((each) => `ends ${each}`),
    money === null ? null : sumOf(money),
  ]
    .filter((part) => part !== null)
    .join(' ');
}

function sumOf({ min, max, currency }: NonNullable<Consequence['money']>): string {
  return `${min === max ? max : `${min ?? ''}-${max ?? ''}`}${currency}`;
}

/** What of a row does not come true; empty when all does. */
export function broken(row: RuleRow, assessment: Assessment): string[] {
  const shown: unknown = digest(assessment);
  return row.expect.flatMap((expected) => {
    const found = at(shown, expected.path.split('.'));
    const same = (left: unknown, right: unknown) => JSON.stringify(left) === JSON.stringify(right);
    const list = Array.isArray(found) ? (found as unknown[]) : [];
    const holds =
      'is' in expected
        ? same(found ?? null, expected.is)
        : 'has' in expected
          ? list.some((each) => same(each, expected.has))
          : Array.isArray(found) && !list.some((each) => same(each, expected.lacks));
    return holds ? [] : [`${expected.path}: ${JSON.stringify(found)}, wanted ${JSON.stringify(expected)}`];
  });
}

function at(value: unknown, path: readonly string[]): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (typeof value !== 'object' || value === null) return undefined;
  return at((value as Record<string, unknown>)[key], rest);
}

/**
 * The ways to be wrong about what a value says in the first place: each figure moved, each flag turned, each entry of a list
 * taken out, and the only entry of a list made another one. A row has to notice each of them, or the check of the packs.
 * `wrongInPart` has the rest of a span, of chances and of penalties.
 *
 * Nobody tries, and so nobody notices, another: unit of a span without a number · number of an offence or of orders between
 * which a step of penalties holds · text inside a value (what a step of proof shows and what follows without it, titles and
 * words of penalties) · requirement that serves a step of proof. Beside the values: title, reason, quote, source, date,
 * confidence and day of verification of a rule are shown and change nothing; its days, regions, ways of shipping and the
 * instant that chooses its version are held by rows of their own where a rule changed, not by changing each.
 *
 * @param requirements ids of those that the case type of the rule knows, for a list of evidence
 */
export function mutations(value: ReadingValue, requirements: readonly string[] = []): ReadingValue[] {
  const of = (patch: object): ReadingValue => ({ ...value, ...patch });
  const without = <Item>(items: readonly Item[]): Item[][] =>
    items.length < 2 ? [] : items.map((_, index) => items.filter((__, place) => place !== index));
  const shortened = <Item>(items: readonly Item[], another: Item | undefined): Item[][] =>
    items.length === 1 ? (another === undefined ? [] : [[another]]) : without(items);
  switch (value.kind) {
    case 'statement':
    case 'unknown':
      return [];
    case 'flag':
      return [of({ is: !value.is })];
    case 'count':
      return [of({ number: value.number + 1 }), of({ number: value.number - 1 })];
    case 'percent':
      return [of({ number: value.number === 0 ? 1 : value.number - 1 })];
    case 'money':
      return [of({ minor: value.minor + 1 }), of({ minor: Math.max(0, value.minor - 1) })];
    case 'sum':
      return [
        of({ min: value.min === null ? 1 : value.min + 100 }),
        of({ max: value.max === null ? 900_000_000 : value.max + 100 }),
      ];
    case 'numbers':
      return value.of.map((_, index) =>
        of({ of: value.of.map((n, place) => (place === index ? n + 1 : n)) }),
      );
    case 'words':
      return [of({ of: value.of.map((word) => `${word}?`) })];
    case 'path':
      return [of({ words: value.words.map((word) => `${word}?`) })];
    case 'choices':
      return shortened(value.of, `${value.of[0] ?? ''}-not`).map((changed) => of({ of: changed }));
    case 'evidence': {
      const another = requirements.find((id) => !value.of.includes(id));
      return shortened(value.of, another).map((changed) => of({ of: changed }));
    }
    case 'fields':
      return [
        ...value.matches.map((field) => of({ matches: value.matches.filter((each) => each !== field) })),
        ...value.legible.map((field) => of({ legible: value.legible.filter((each) => each !== field) })),
        // Whether it has only to be read, or has to agree as well.
        ...matchFields
          .filter((field) => value.matches.includes(field))
          .map((field) =>
            of({
              matches: value.matches.filter((each) => each !== field),
              legible: [...value.legible, field],
            }),
          ),
      ];
    case 'effects':
      return [
        ...without(value.of).map((changed) => of({ of: changed })),
        ...value.of.map((effect, index) =>
          of({ of: value.of.with(index, { ...effect, change: another(effectChanges, effect.change) }) }),
        ),
        ...value.of.map((effect, index) =>
          of({ of: value.of.with(index, { ...effect, what: another(effectSubjects, effect.what) }) }),
        ),
      ];
    case 'sections':
      return shortened(value.of, { zh: '别的', en: 'Another' }).map((changed) => of({ of: changed }));
    case 'dimension':
      return (['order', 'account', 'site-conduct'] as const)
        .filter((each) => each !== value.dimension)
        .map((dimension) => of({ dimension }));
    case 'attempts':
      return [
        of({ max: value.max + 1 }),
        ...(value.max > 0 ? [of({ max: value.max - 1 })] : []),
        ...value.byOffence.flatMap((named, index) => {
          const others = value.byOffence.filter((_, place) => place !== index);
          return [
            of({ byOffence: others }),
            of({ byOffence: [...others, { ...named, max: named.max + 1 }] }),
            of({ byOffence: [...others, { ...named, offence: named.offence + 1 }] }),
          ];
        }),
      ];
    case 'duration':
      return value.max === null
        ? [of({ max: 1, unit: 'cd' })]
        : [
            of({ max: value.max + 1 }),
            of({ max: value.max - 1, min: value.min === null ? null : Math.min(value.min, value.max - 1) }),
          ];
    case 'limits':
      return [
        ...Object.entries(value).flatMap(([name, limit]) =>
          typeof limit === 'number' ? [of({ [name]: limit + 1 }), of({ [name]: null })] : [],
        ),
        ...(value.fileTypes === null
          ? []
          : [null, ...shortened(value.fileTypes, 'text/plain')].map((fileTypes) => of({ fileTypes }))),
      ];
    case 'burden':
      return [
        ...without(value.steps).map((steps) => of({ steps })),
        of({
          steps: value.steps.map((step) => ({
            ...step,
            party: step.party === 'seller' ? ('buyer' as const) : ('seller' as const),
          })),
        }),
      ];
    case 'penalty':
      return [
        ...without(value.tiers).map((tiers) => of({ tiers })),
        of({
          tiers: value.tiers.map((tier) => ({
            ...tier,
            consequences: tier.consequences.map((each) => ({ ...each, points: (each.points ?? 0) + 1 })),
          })),
        }),
      ];
  }
}

/** The one after it in a list; of the last one the first. */
function another<Item>(list: readonly Item[], one: Item): Item {
  return list[(list.indexOf(one) + 1) % list.length] ?? one;
}

/** The events beside one in the list of all, and none. */
function neighbours(event: CaseEvent | null): (CaseEvent | null)[] {
  if (event === null) return ['notice-issued'];
  const place = caseEvents.indexOf(event);
  return [caseEvents.at(place - 1) ?? null, caseEvents[(place + 1) % caseEvents.length] ?? null, null];
}

/** A wrong value, and what of it is wrong. */
interface WrongValue {
  readonly of: string;
  readonly value: ReadingValue;
}

const OTHER_WINDOW = { opens: '08:00', closes: '17:00' } as const;

/**
 * Everything of a span, of a number of chances and of a penalty that `mutations` leaves alone, each made another: what it is
 * counted in and from, what stands still, whether the number is soft; what a chance is for; what a penalty does and for how
 * long. Rows, the ends and the chances that are written down, and the check of the packs notice what acts. Only the written
 * words notice: whether a start is stated, whether holidays count (a contrary unit is refused), that the page decides, a
 * softening word, supplements, sending again what was returned; working days for business days, which one calendar counts;
 * whether a last day moves on where it is a working day; which of several events that start one clock its rule names; a
 * later event where another reading of the clock waits for one; and everything of a rule that no clock counts by and of a
 * reading that does not act.
 */
export function wrongInPart(value: ReadingValue): WrongValue[] {
  const flipped = (name: string, held: boolean): WrongValue => ({
    of: name,
    value: { ...value, [name]: !held },
  });
  const set = (name: string, all: readonly unknown[]): WrongValue[] =>
    all.map((each) => ({ of: name, value: { ...value, [name]: each } }));
  switch (value.kind) {
    case 'duration': {
      const { min, max, window } = value;
      const units = (['h', 'cd', 'wd', 'bd', 'month'] as const).filter((unit) => unit !== value.unit);
      return [
        ...set('from', neighbours(value.from)),
        // Without a number there is nothing to count: then nobody reads the unit.
        ...(window === null && max !== null ? set('unit', units) : []),
        ...(max === null ? [] : set('min', min === null ? [Math.max(0, max - 1)] : [min + 1, null])),
        ...set('laterOf', [
          [...value.laterOf, ...caseEvents.filter((event) => !value.laterOf.includes(event)).slice(0, 1)],
          ...value.laterOf.map((_, index) => value.laterOf.filter((__, place) => place !== index)),
        ]),
        flipped('startStated', value.startStated),
        flipped('startDayCounts', value.startDayCounts),
        flipped('pauseDuringReview', value.pauseDuringReview),
        flipped('movesOffHolidays', value.movesOffHolidays),
        flipped('onPage', value.onPage),
        ...set(
          'holidaysCount',
          [true, false, null].filter((each) => each !== value.holidaysCount),
        ),
        ...set('qualifier', [value.qualifier === null ? { zh: '别的', en: 'other' } : null]),
        ...(window === null
          ? []
          : set('window', [
              { ...window, opens: OTHER_WINDOW.opens },
              { ...window, closes: OTHER_WINDOW.closes },
              { ...window, days: window.days === 'every' ? 'working' : 'every' },
            ])),
      ];
    }
    case 'attempts':
      return [
        ...set(
          'key',
          value.key.flatMap((part, index) =>
            keyParts
              .filter((other) => !value.key.includes(other))
              .map((other) => value.key.map((each, place) => (place === index ? other : each)))
              .concat(value.key.length > 1 ? [value.key.filter((each) => each !== part)] : []),
          ),
        ),
        ...set('supplements', value.supplements === null ? [0, 1] : [value.supplements + 1, null]),
        ...set(
          'resubmitIfReturned',
          [true, false, null].filter((each) => each !== value.resubmitIfReturned),
        ),
      ];
    case 'penalty': {
      const changed = (change: (each: Consequence) => object): ReadingValue => ({
        ...value,
        tiers: value.tiers.map((tier) => ({
          ...tier,
          consequences: tier.consequences.map((each) => ({ ...each, ...change(each) })),
        })),
      });
      const all: WrongValue[] = [
        {
          of: 'lasts',
          value: changed(({ lasts }) => ({
            lasts: {
              number: (lasts?.number ?? 0) + 1,
              unit: lasts?.unit ?? 'cd',
              rolling: lasts?.rolling ?? false,
            },
          })),
        },
        {
          of: 'lasts in',
          value: changed(({ lasts }) => ({
            lasts: lasts === null ? null : { ...lasts, unit: lasts.unit === 'cd' ? 'month' : 'cd' },
          })),
        },
        {
          of: 'rolling',
          value: changed(({ lasts }) => ({
            lasts: lasts === null ? null : { ...lasts, rolling: !lasts.rolling },
          })),
        },
        { of: 'per', value: changed(({ per }) => ({ per: per === null ? 'month' : null })) },
        { of: 'from', value: changed(({ from }) => ({ from: from === null ? 'next-monday' : null })) },
        {
          of: 'at most',
          value: changed(({ points, atMost }) => ({ atMost: points === null ? atMost : !atMost })),
        },
        {
          of: 'ends',
          value: changed(({ endsBy }) => ({ endsBy: endsBy.length === 0 ? ['upheld'] : [] })),
        },
        {
          of: 'money from',
          value: changed(({ money }) => ({
            money: {
              min: (money?.min ?? 0) + 1,
              max: money?.max ?? null,
              currency: money?.currency ?? 'CNY',
            },
          })),
        },
        {
          of: 'money to',
          value: changed(({ money }) => ({
            money: {
              min: money?.min ?? null,
              max: (money?.max ?? money?.min ?? 0) + 1,
              currency: money?.currency ?? 'CNY',
            },
          })),
        },
        { of: 'consequence', value: changed(({ kind }) => ({ kind: kind === 'fine' ? 'warning' : 'fine' })) },
        {
          of: 'points of the step',
          value: {
            ...value,
            tiers: value.tiers.map((tier) => ({
              ...tier,
              points: { from: (tier.points?.from ?? 0) + 1, below: tier.points?.below ?? null },
            })),
          },
        },
      ];
      // Where nothing is said of such a thing there is nothing to say otherwise.
      return all.filter(({ value: other }) => JSON.stringify(other) !== JSON.stringify(value));
    }
    default:
      return [];
  }
}
