import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCore, type Core } from '../../../main/core/index.ts';
import type { Client } from '../../../shared/contract/index.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../shared/settings/index.ts';
import { HOUR, realRandom } from '../../helpers/core.ts';
import { flaggedNumbers, noticeStore, openFromNotice } from '../../helpers/notice-case.ts';

const NOW = Date.parse('2026-11-12T02:00:00Z');
const HOME = 'Asia/Shanghai';
const ZONES = [
  ...['Asia/Shanghai', 'UTC', 'America/Los_Angeles', 'America/New_York', 'Europe/Berlin'],
  ...['Australia/Lord_Howe', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Asia/Kathmandu'],
];
/** Those that count working days, calendar days and hours, at home and abroad. */
const PLATFORMS = ['pinduoduo', 'ebay', 'walmart', 'tiktok-shop', 'shopee'];

let folder = '';
let core: Core;
let client: Client;
let settings: Settings = { ...DEFAULT_SETTINGS, zone: HOME };
/** Cases with the events that start something in each. */
let tried: { readonly caseId: string; readonly event: (typeof EVENTS)[number] }[] = [];
let opened = '';
const EVENTS = ['notice-issued', 'submitted', 'dispute-opened', 'rejected', 'returned'] as const;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'appealdesk-'));
  core = await createCore({
    workspaceDir: join(folder, 'workspace'),
    // As hosts make it: the zone is the one that the person has set.
    clock: { now: () => NOW, zone: () => settings.zone },
    random: realRandom,
    ports: {
      settings: { get: () => settings, set: (patch) => (settings = { ...settings, ...patch }) },
      version: '0.0.0-test',
      hostName: 'test',
    },
  });
  client = core.client();
  opened = await openFromNotice(client, await noticeStore(client), flaggedNumbers(3), {
    issuedAt: NOW - 5 * HOUR,
  });
  tried = [];
  for (const { platform, scenarios } of await client.rulebook.platforms({})) {
    if (!PLATFORMS.includes(platform.id)) continue;
    const { id: storeId } = await client.stores.create({ platform: platform.id, name: platform.id });
    for (const { id: scenarioId } of scenarios.slice(0, 3)) {
      const { id: caseId } = await client.cases.create({ storeId, scenarioId, orderNumbers: [] });
      for (const event of EVENTS)
        if ((await client.deadlines.whatIf({ caseId, event, at: NOW })).length > 0)
          tried.push({ caseId, event });
    }
  }
}, 120_000);
afterAll(async () => {
  await core.close();
  await rm(folder, { recursive: true, force: true });
});

const running = async () => (await client.deadlines.list({ limit: 200 })).items;

describe('a change of the person’s own zone', { timeout: 120_000 }, () => {
  it('moves no instant of a platform: not of what runs, not of what begins, not of what is counted anew', async () => {
    expect(tried.length).toBeGreaterThan(5);
    const before = await running();
    expect(before.length).toBeGreaterThan(0);
    const instants = fc.integer({ min: NOW - 400 * 24 * HOUR, max: NOW + 400 * 24 * HOUR });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...ZONES),
        instants,
        fc.constantFrom(...tried),
        async (zone, at, of) => {
          await client.settings.update({ zone: HOME });
          const athome = await client.deadlines.whatIf({ ...of, at });
          await client.settings.update({ zone });
          expect((await client.settings.get({})).zone).toBe(zone);
          expect(await client.deadlines.whatIf({ ...of, at })).toEqual(athome);
          expect(await running()).toEqual(before);
          expect(await client.deadlines.changes({})).toEqual({ items: [], left: 0 });
        },
      ),
      { seed: 11, numRuns: 60 },
    );
  });

  it('moves none of a notice or an event that is written down in another zone', async () => {
    const starts = fc.integer({ min: NOW - 60 * 24 * HOUR, max: NOW });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...ZONES), starts, async (zone, issuedAt) => {
        const endsIn = async (own: string) => {
          await client.settings.update({ zone: own });
          await client.notices.save({ caseId: opened, text: '违规通知', issuedAt });
          const { items } = await client.deadlines.list({ caseId: opened });
          return items.map(({ specId, startedAt, lookAt, dueAt, computed }) => ({
            ...{ specId, startedAt, lookAt, dueAt, computed },
          }));
        };
        const athome = await endsIn(HOME);
        expect(athome.length).toBeGreaterThan(0);
        // In between it is another, so that the second notice is not the one that stands.
        await client.notices.save({ caseId: opened, text: '违规通知', issuedAt: issuedAt - HOUR });
        expect(await endsIn(zone)).toEqual(athome);
      }),
      { seed: 12, numRuns: 25 },
    );
  });
});
