import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { prepareWorld, type World } from '../../helpers/world.ts';

let world: World;
beforeAll(async () => {
  world = await prepareWorld();
}, 120_000);
afterAll(() => world.desk.close());

describe('counting every deadline again', () => {
  it('finds each as it stands, but for the one whose back office shows another end now', async () => {
    const { client } = world.desk;
    const running = (await client.deadlines.list({ limit: 200 })).items;
    expect(running.length).toBeGreaterThan(5);
    const { items, left } = await client.deadlines.changes({});
    expect(items.map(({ clock }) => clock.id)).toEqual([world.ownClockId]);
    expect(left).toBe(0);
  });

  it('sets nothing that nobody named', async () => {
    const { client } = world.desk;
    const running = (await client.deadlines.list({ limit: 200 })).items;
    const other = running.find(({ id }) => id !== world.ownClockId)?.id ?? '';
    expect(await client.deadlines.recalculate({ clockIds: [other] })).toEqual({ changed: 0 });
    expect((await client.deadlines.list({ limit: 200 })).items).toEqual(running);
  });
});
