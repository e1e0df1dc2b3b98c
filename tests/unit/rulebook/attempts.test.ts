import { describe, expect, it } from 'vitest';
import {
  attemptGuard,
  attemptKeys,
  attemptTransition,
  findScenario,
  type AttemptEntry,
  type AttemptEvent,
  type AttemptSlot,
} from '../../../shared/rulebook/index.ts';
import { compileShipped, scene } from './shipped-packs.ts';

const { rulebook } = compileShipped();
const number = '8012345678901234';
const entry = (change: Partial<AttemptEntry> = {}): AttemptEntry => ({
  orderNumber: number,
  scenarioId: scene('malicious-order'),
  state: 'spent',
  caseId: 'first-case',
  by: 'here',
  ...change,
});
const guard = (ledger: readonly AttemptEntry[], ownCase?: string) =>
  attemptGuard(rulebook, scene('malicious-order'), number, ledger, ownCase);

describe('the one-shot guard', () => {
  it('lets an order through that was never reported', () => {
    expect(guard([])).toEqual({ allowed: 'yes', because: null, left: 1 });
    expect(guard([entry({ orderNumber: '8012345678901235' })]).allowed).toBe('yes');
    expect(guard([entry({ state: 'left' })]).allowed).toBe('yes');
  });

  it.each(['spent', 'held', 'lapsed'] as const)(
    'refuses the same order in the same scene while it is %s',
    (state) => {
      const answer = guard([entry({ state })]);
      expect(answer).toMatchObject({ allowed: 'refused', left: 0 });
      expect(answer.because).toMatchObject({
        ruleId: 'S1-37',
        entry: { caseId: 'first-case' },
        conflictId: 'X2',
      });
    },
  );

  it('warns when the order was reported in another scene, by the stricter reading', () => {
    const answer = guard([entry({ scenarioId: scene('malicious-review') })]);
    expect(answer).toMatchObject({ allowed: 'warn', left: 1 });
    expect(answer.because).toMatchObject({ ruleId: 'S1-20', conflictId: 'X2' });
  });

  it.each([{ state: 'unknown' as const }, { scenarioId: null }])(
    'blocks until somebody has looked in the back office: %o',
    (change) => {
      const answer = guard([entry({ ...change, caseId: null, by: 'elsewhere' })]);
      expect(answer).toMatchObject({ allowed: 'unknown', left: null });
    },
  );

  it('says where to look while nobody is sure, and what remains once the chance is gone', () => {
    const { chanceAdvice } = findScenario(rulebook, scene('malicious-order'));
    expect(chanceAdvice?.lookUp.rules).toContain('S1-09');
    expect(chanceAdvice?.lookUp.says.zh).toContain('我发起的举报');
    expect(chanceAdvice?.afterwards.rules).toEqual(['S1-21']);
  });

  it('does not let a case stand in its own way while its draft holds the slot', () => {
    expect(guard([entry({ state: 'held' })], 'first-case').allowed).toBe('yes');
    expect(guard([entry({ state: 'held' })], 'second-case').allowed).toBe('refused');
    expect(guard([entry({ state: 'spent' })], 'first-case').allowed).toBe('refused');
  });

  it('counts by the keys of the rules, the acting one first', () => {
    const keys = attemptKeys(rulebook, scene('no-sale'), { orderNumbers: [number] });
    expect(keys.map(({ ruleId, key, max, acts }) => ({ ruleId, key, max, acts }))).toEqual([
      { ruleId: 'S1-37', key: `order=${number}|scene=${scene('no-sale')}`, max: 1, acts: true },
      { ruleId: 'S1-20', key: `order=${number}`, max: 1, acts: false },
    ]);
  });

  it('acts on the number in the pack, not on one of its own', () => {
    const twice = compileShipped({
      path: 'aliexpress/report-buyer.yaml',
      from: 'kind: attempts, key: [order, scene], max: 1',
      to: 'kind: attempts, key: [order, scene], max: 2',
    }).rulebook;
    expect(attemptGuard(twice, scene('malicious-order'), number, [entry()])).toMatchObject({
      allowed: 'warn',
      left: 1,
    });
  });
});

describe('the life of a slot', () => {
  const left: AttemptSlot = { state: 'left', submitted: false };
  const live = (...events: AttemptEvent[]): AttemptSlot | string => {
    let slot = left;
    for (const event of events) {
      const next = attemptTransition(slot, event);
      if (!next.ok) return next.because;
      slot = next.slot;
    }
    return slot;
  };
  const begun: AttemptEvent = { kind: 'draft-begun' };
  const sent: AttemptEvent = { kind: 'submitted' };
  const back: AttemptEvent = { kind: 'returned' };

  it('is held by a draft, freed when the draft is dropped, spent when sent', () => {
    expect(live(begun)).toMatchObject({ state: 'held' });
    expect(live(begun, { kind: 'draft-dropped' })).toEqual(left);
    expect(live(begun, sent)).toEqual({ state: 'spent', submitted: true });
  });

  it('is kept, with a new clock, when the report comes back for more', () => {
    const answer = attemptTransition({ state: 'spent', submitted: true }, back);
    expect(answer).toEqual({ ok: true, slot: { state: 'held', submitted: true }, startsNewClock: true });
    expect(live(begun, sent, back, sent)).toMatchObject({ state: 'spent' });
    expect(live(begun, sent, back, { kind: 'draft-dropped' })).toBe('held');
    expect(live(begun, sent, back, { kind: 'window-closed' })).toMatchObject({ state: 'lapsed' });
  });

  it('stays spent whatever the decision, until a correction with a reason', () => {
    expect(live(begun, sent, { kind: 'decided' })).toMatchObject({ state: 'spent' });
    expect(live(begun, sent, sent)).toBe('spent');
    expect(live(begun, sent, { kind: 'corrected', reason: ' ' })).toBe('no-reason');
    expect(live(begun, sent, { kind: 'corrected', reason: '点错了，并没有提交' })).toEqual(left);
  });

  it('is doubtful until looked up', () => {
    const doubt: AttemptEvent = { kind: 'cast-in-doubt' };
    expect(live(doubt, begun)).toBe('unknown');
    expect(live(doubt, sent)).toBe('unknown');
    expect(live(doubt, { kind: 'found-free' }, begun)).toMatchObject({ state: 'held' });
    expect(live(doubt, { kind: 'found-spent' })).toMatchObject({ state: 'spent' });
  });

  it('cannot be returned or decided before it was sent', () => {
    expect(live(back)).toBe('not-sent');
    expect(live(begun, { kind: 'decided' })).toBe('not-sent');
  });
});

describe('a chance that is counted by violation, dispute or item', () => {
  const about = (scenarioId: string, earlier: string | null, matter: string | null) =>
    attemptGuard(rulebook, scenarioId, number, [entry({ scenarioId, matter: earlier })], undefined, {
      pins: null,
      offence: null,
      matter,
    }).allowed;

  it('is another one where both numbers are known and differ', () => {
    const VIOLATION = 'taobao.violation.general';
    expect(about(VIOLATION, 'WG-1', 'WG-2')).toBe('yes');
    expect(about(VIOLATION, 'WG-1', 'WG-1')).toBe('refused');
  });

  it('is taken for the same one as long as nobody knows a number', () => {
    const VIOLATION = 'taobao.violation.general';
    expect(about(VIOLATION, null, 'WG-2')).toBe('refused');
    expect(about(VIOLATION, 'WG-1', null)).toBe('refused');
  });

  const VIOLATION = 'kuaishou.violation.violation';
  const OTHER = '8012345678901235';
  const filed = (change: Partial<AttemptEntry> = {}) =>
    entry({ scenarioId: VIOLATION, matter: 'V-77', ...change });
  const of = (
    scenarioId: string,
    orderNumber: string,
    matter: string | null,
    ledger: readonly AttemptEntry[],
    ownCase?: string,
  ) =>
    attemptGuard(rulebook, scenarioId, orderNumber, ledger, ownCase, { pins: null, offence: null, matter });

  it.each([OTHER, ''])('is gone for whatever order is named of it, or for none: «%s»', (orderNumber) => {
    expect(of(VIOLATION, orderNumber, 'V-77', [filed()])).toMatchObject({
      allowed: 'refused',
      left: 0,
      because: { ruleId: 'KS-01A', link: 'matter', entry: { caseId: 'first-case' } },
    });
    expect(of(VIOLATION, orderNumber, 'V-77', [filed({ orderNumber: null, state: 'held' })]).allowed).toBe(
      'refused',
    );
    expect(of(VIOLATION, orderNumber, 'V-78', [filed()]).allowed).toBe('yes');
  });

  it('warns of another order where a number is missing that would tell', () => {
    expect(of(VIOLATION, OTHER, null, [filed()])).toMatchObject({
      allowed: 'warn',
      left: null,
      because: { link: 'perhaps', entry: { caseId: 'first-case' } },
    });
    expect(of(VIOLATION, OTHER, 'V-77', [filed({ matter: null })]).allowed).toBe('warn');
    // What belongs to no case has no place for a number, and was entered for its order.
    expect(of(VIOLATION, OTHER, 'V-77', [filed({ matter: null, caseId: null })]).allowed).toBe('yes');
    expect(of(VIOLATION, OTHER, null, [filed({ state: 'unknown' })]).allowed).toBe('warn');
    expect(of(VIOLATION, OTHER, 'V-77', [filed({ state: 'unknown' })]).allowed).toBe('unknown');
  });

  it('is used once by one filing of several orders, and by each of several filings', () => {
    const scenarioId = 'tiktok-shop.violation.appeal';
    const both = (filing: string) =>
      [number, OTHER].map((orderNumber) =>
        entry({ scenarioId, orderNumber, matter: 'V-1', filing, caseId: filing }),
      );
    expect(of(scenarioId, '1', 'V-1', both('first'))).toMatchObject({ allowed: 'yes', left: 1 });
    expect(of(scenarioId, '1', 'V-1', [...both('first'), ...both('second')])).toMatchObject({
      allowed: 'refused',
      left: 0,
    });
    // A first filing of this violation, and one that may be of it.
    const other = entry({ scenarioId, orderNumber: OTHER, matter: null, filing: 'third', caseId: 'third' });
    expect(of(scenarioId, '1', 'V-1', [...both('first'), other])).toMatchObject({
      allowed: 'warn',
      because: { link: 'perhaps', entry: { caseId: 'third' } },
    });
  });

  it('of an item is taken for the same one in the same scene, and warns in another', () => {
    const RETURN = 'walmart.dispute.customer-return';
    const [elsewhere] = [...rulebook.scenarios.values()].filter(
      ({ platformId, caseTypeId, id }) =>
        platformId === 'walmart' && caseTypeId === 'dispute' && id !== RETURN,
    );
    expect(about(RETURN, null, null)).toBe('refused');
    expect(about(RETURN, 'I-1', 'I-2')).toBe('yes');
    const inOther = (matter: string | null, now: string | null) =>
      of(RETURN, number, now, [entry({ scenarioId: elsewhere?.id ?? '', matter })]).allowed;
    expect(inOther(null, null)).toBe('warn');
    expect(inOther('I-1', 'I-1')).toBe('refused');
    // An item is one of its order: of another order it is never the same, as long as no number says so.
    expect(of(RETURN, OTHER, null, [entry({ scenarioId: RETURN })]).allowed).toBe('yes');
    expect(of(RETURN, OTHER, 'I-1', [entry({ scenarioId: RETURN, matter: 'I-1' })]).allowed).toBe('refused');
  });

  it('of an item that is known by its line alone is not taken for the same line of another order', () => {
    const RETURN = 'walmart.dispute.customer-return';
    const filed = [entry({ scenarioId: RETURN, matter: '2' })];
    expect(of(RETURN, number, '2', filed).allowed, 'the same line of the same order').toBe('refused');
    expect(of(RETURN, number, '1', filed).allowed, 'another line').toBe('yes');
    expect(of(RETURN, OTHER, '2', filed).allowed, 'the same line of another order').toBe('warn');
  });

  it('of which there is none from a certain offence on is refused then', () => {
    const FAKE = [...rulebook.scenarios.values()].find(
      ({ platformId, caseTypeId }) => platformId === 'shopee' && caseTypeId === 'fake-order',
    );
    const at = (offence: number | null) =>
      attemptGuard(rulebook, FAKE?.id ?? '', number, [], undefined, { pins: null, offence }).allowed;
    expect([at(null), at(1), at(2), at(3)]).toEqual(['yes', 'yes', 'refused', 'refused']);
  });
});
