import { describe, expect, it } from 'vitest';
import {
  canBegin,
  HAPPENINGS,
  insteadOf,
  whatHappened,
} from '../../../renderer/features/onboarding/happenings.ts';
import { platforms as platformsOf } from '../../../shared/rulebook/index.ts';
import { compileShipped, scene } from '../rulebook/shipped-packs.ts';

const platforms = platformsOf(compileShipped().rulebook).map((platform) => ({
  platform,
  scenarios: platform.scenarios,
}));
/** As if the rules of a marketplace knew reports alone. */
const reportsOnly = platforms.map((each) => ({
  ...each,
  scenarios: each.scenarios.filter(({ kind }) => kind === 'report'),
}));
const abroad = { id: 'store-abroad', platform: 'aliexpress' };
/** On a platform of which only the appeal's rules are here. */
const home = { id: 'store-home', platform: 'general' };
const nothingAsked = { what: null, scenarioId: null, storeId: null };

describe('a new case begins with what happened', () => {
  it('asks a seller who has no store yet', () => {
    expect(whatHappened(nothingAsked, [], platforms)).toBeNull();
  });

  it('asks a seller whose stores can have both a notice and a bad-faith buyer', () => {
    expect(whatHappened(nothingAsked, [abroad, home], platforms)).toBeNull();
  });

  it('does not ask where the stores leave one answer', () => {
    expect(whatHappened(nothingAsked, [abroad], reportsOnly)).toBe('report');
    expect(whatHappened(nothingAsked, [home], platforms)).toBe('appeal');
  });

  it('asks where one store can have both', () => {
    expect(whatHappened(nothingAsked, [abroad], platforms)).toBeNull();
  });

  it('goes by the store that orders were picked in', () => {
    const asked = { ...nothingAsked, storeId: home.id };
    expect(whatHappened(asked, [abroad, home], platforms)).toBe('appeal');
  });

  it('goes by the scene that was chosen in the rulebook, whatever the stores are', () => {
    const byNotice = platforms.flatMap(({ scenarios }) => scenarios).find(({ notice }) => notice !== 'none');
    const asked = { ...nothingAsked, scenarioId: byNotice?.id ?? '' };
    expect(whatHappened(asked, [abroad], platforms)).toBe('appeal');
    const named = (scenarioId: string) => whatHappened({ ...asked, scenarioId }, [home], platforms);
    expect(named(scene('malicious-order'))).toBe('report');
    expect(named(scene('no-sale'))).toBe('report');
    expect(named('aliexpress.dispute.quality')).toBe('dispute');
  });

  it('names another way in for a store whose platform knows no matter of this kind', () => {
    const of = (id: string) => platforms.find(({ platform }) => platform.id === id) ?? { scenarios: [] };
    expect(canBegin('appeal', of('amazon'))).toBe(false);
    expect(insteadOf('appeal', of('amazon'))).toBe('dispute');
    expect(insteadOf('report', of('general'))).toBe('appeal');
    expect(insteadOf('appeal', of('law-cn'))).toBeUndefined();
    // Every platform that has matters at all has a way in from each answer.
    for (const each of platforms.filter(({ scenarios }) => scenarios.length > 0))
      for (const happening of HAPPENINGS)
        expect(canBegin(happening, each) || insteadOf(happening, each) !== undefined).toBe(true);
  });

  it('takes an answer over everything it could tell by itself', () => {
    expect(whatHappened({ ...nothingAsked, what: 'rejected' }, [abroad], platforms)).toBe('rejected');
    expect(whatHappened({ ...nothingAsked, what: 'nonsense' }, [abroad], reportsOnly)).toBe('report');
  });
});
