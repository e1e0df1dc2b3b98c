import { describe, expect, it } from 'vitest';
import { changedPack, clockEndings, clockEndingsOf, indexRulebook } from '../../../shared/rulebook/index.ts';
import { crossCheck } from '../../../shared/rulebook/check/index.ts';
import { compileShipped } from './shipped-packs.ts';

const shipped = compileShipped().rulebook;
const DECIDED = ['upheld', 'partly-upheld', 'rejected', 'withdrawn'];
const UNLESS_LAPSED = [...DECIDED, 'not-filed'];
const FILED = ['submitted', 'lapsed', 'not-filed'];

/** Every clock that not simply any filing and any decision ends, and what does. */
const SAID = {
  'aliexpress.dispute.platform-steps-in': UNLESS_LAPSED,
  'aliexpress.dispute.return-parcel': ['upheld', 'withdrawn'],
  'amazon.a-to-z.appeal-window': FILED,
  'card-networks.antom-escalation.refund-agreed': [],
  'ebay.request.decision': UNLESS_LAPSED,
  'ebay.request.auto-close': UNLESS_LAPSED,
  'jd.dispute.jd-steps-in': UNLESS_LAPSED,
  'jd.dispute.execute': [],
  'jd.dispute.seller-appeal': FILED,
  'jd.dispute.seller-appeal-after-buyer': FILED,
  'jd.dispute.buyer-appeal': FILED,
  'jd.dispute.suspension-act': DECIDED,
  'jd.dispute.acceptance-proof': DECIDED,
  'jd.dispute.audit': [],
  'jd.third-party-complaint.facts-due': UNLESS_LAPSED,
  'jd.third-party-complaint.plan-due': UNLESS_LAPSED,
  'jd.third-party-complaint.sealed-papers': UNLESS_LAPSED,
  'lazada.violation.points-expire': ['upheld'],
  'paypal.dispute.appeal': FILED,
  'paypal.dispute.auto-close': UNLESS_LAPSED,
  'paypal.dispute.offer-open': DECIDED,
  'pinduoduo.violation.second-evidence': ['resubmitted', ...DECIDED, 'lapsed', 'not-filed'],
  'pinduoduo.violation.money-held': ['upheld'],
  'shopee.return-dispute.investigation': UNLESS_LAPSED,
  'taobao.dispute.acceptance-proof': DECIDED,
  'taobao.dispute.idle': UNLESS_LAPSED,
  'taobao.dispute.police-silent': UNLESS_LAPSED,
  'tiktok-shop.return-refund.review-return': ['upheld', 'partly-upheld', 'rejected'],
};

describe('what ends a clock', () => {
  it('is any filing and any decision, but for what the packs say of their clocks', () => {
    const said = shipped.data.platforms.flatMap((platform) =>
      platform.caseTypes.flatMap(({ caseType, clocks }) =>
        clocks
          .filter(({ endsOn }) => endsOn !== null)
          .map(({ id, endsOn }) => [`${platform.id}.${caseType}.${id}`, endsOn] as const),
      ),
    );
    expect(Object.fromEntries(said)).toEqual(SAID);
  });

  it('is told of each clock of a scene, and nothing ends what vanishes', () => {
    const of = (scenario: string, clock: string) => clockEndingsOf(shipped, scenario, clock);
    expect(of('jd.third-party-complaint.complaint', 'first-reply')).toEqual(clockEndings);
    expect(of('jd.third-party-complaint.complaint', 'sealed-papers')).not.toContain('submitted');
    expect(of('aliexpress.report-buyer.malicious-order', 'record-visible')).toEqual([]);
    expect(of('jd.dispute.respond', 'of-rules-gone-by')).toEqual(clockEndings);
  });

  it('is seen where another pack says otherwise', () => {
    const data = structuredClone(shipped.data);
    const caseType = data.platforms
      .find(({ id }) => id === 'jd')
      ?.caseTypes.find((each) => each.caseType === 'third-party-complaint');
    const clock = caseType?.clocks.find(({ id }) => id === 'sealed-papers');
    if (clock === undefined) throw new Error('no such clock');
    clock.endsOn = null;
    const { parts } = changedPack(shipped, indexRulebook(data), 'jd');
    expect(parts).toMatchObject([{ kind: 'clock', how: 'changed', text: clock.title }]);
  });

  it('is refused of what vanishes, and where it is named twice', () => {
    const data = structuredClone(shipped.data);
    const clocks = data.platforms.flatMap(({ caseTypes }) => caseTypes.flatMap((each) => each.clocks));
    const [vanishing] = clocks.filter(({ owner }) => owner === 'vanishing');
    const [mine] = clocks.filter(({ owner }) => owner === 'mine');
    if (vanishing === undefined || mine === undefined) throw new Error('no such clocks');
    vanishing.endsOn = ['upheld'];
    mine.endsOn = ['upheld', 'upheld'];
    expect(crossCheck(data).map(({ code, path }) => [code, path[2]])).toEqual(
      expect.arrayContaining([
        ['not-declared', 'endsOn'],
        ['duplicate', 'endsOn'],
      ]),
    );
  });
});
