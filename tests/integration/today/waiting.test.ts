import { describe, expect, it } from 'vitest';
import { exportCase, file, orderNumbers, prepareCase } from '../../helpers/case.ts';
import { HOUR } from '../../helpers/core.ts';
import { oneDesk } from '../../helpers/one-desk.ts';

const desk = oneDesk();

describe('a case that was filed, for whose answer no source gives a time', () => {
  it('stands on Today among what waits for the platform until it is answered', async () => {
    const { client, clock, files } = desk;
    const { id: storeId } = await client.stores.create({ platform: 'amazon', name: 'Cabin US' });
    const prepared = await prepareCase(client, files, {
      ...{ storeId, orders: orderNumbers(1, 700), seed: 71 },
      scenarioId: 'amazon.chargeback.response',
    });
    const { caseId } = prepared;
    const waiting = async () => (await client.today.get({})).waiting.map((each) => each.caseId);
    expect(await waiting()).toEqual([]);
    const packetId = await exportCase(client, caseId);
    const filedAt = clock.now() - HOUR;
    await file(client, prepared, packetId, filedAt);
    const { items } = await client.deadlines.list({ caseId });
    expect(items.filter(({ owner }) => owner === 'theirs')).toEqual([]);
    const [line] = (await client.today.get({})).waiting;
    expect(line).toMatchObject({ caseId, storeId, filedAt, storeAlias: 'Cabin US' });
    await client.decisions.record({ caseId, outcome: 'rejected', decidedAt: clock.now(), reason: '' });
    expect(await waiting()).toEqual([]);
  });
});
