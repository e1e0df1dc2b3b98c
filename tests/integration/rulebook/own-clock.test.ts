import { expect, it } from 'vitest';
import { oneDesk } from '../../helpers/one-desk.ts';

const desk = oneDesk();

it('a rule tells whether it decides how long the seller has: of others no deadline is promised to be earlier', async () => {
  const bearsOnOwn = async (ruleId: string) =>
    (await desk.client.rulebook.uses({ ruleId })).some(({ ownClock }) => ownClock);
  expect(await bearsOnOwn('TB-13')).toBe(true);
  // The price of false vouchers has no deadline at all.
  expect(await bearsOnOwn('US-01F')).toBe(false);
});
