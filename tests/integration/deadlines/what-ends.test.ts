import { describe, expect, it } from 'vitest';
import { exportCase, file, prepareCase, type PreparedCase } from '../../helpers/case.ts';
import { HOUR } from '../../helpers/core.ts';
import { oneDesk } from '../../helpers/one-desk.ts';
import { orderNumberOf } from '../../helpers/order-number.ts';

const desk = oneDesk();
let seed = 2_400;

async function prepared(platform: string, scenarioId: string): Promise<PreparedCase> {
  const { client, files } = desk;
  const found = (await client.rulebook.platforms({})).find((each) => each.platform.id === platform);
  if (found === undefined) throw new Error(platform);
  const [exportZone = ''] = found.platform.exportZones;
  const { id: storeId } = await client.stores.create({ platform, name: `${platform} ${seed}`, exportZone });
  seed += 1;
  const orders = [orderNumberOf(found.platform, seed)];
  const made = await prepareCase(client, files, { storeId, scenarioId, orders, seed });
  return made;
}

async function fileNow(made: PreparedCase): Promise<string> {
  const packetId = await exportCase(desk.client, made.caseId);
  return await file(desk.client, made, packetId, desk.clock.now());
}

async function happened(caseId: string, event: 'dispute-opened' | 'case-suspended' | 'dispute-decided') {
  await desk.client.events.save({
    ...{ caseId, event, happenedAt: desk.clock.now(), note: '', itemId: null },
    ...{ pageWords: '', pageReadAt: null, pageDeadline: null },
  });
}

async function running(caseId: string): Promise<string[]> {
  const { items } = await desk.client.deadlines.list({ caseId });
  return items.map(({ specId }) => specId).sort();
}

const titles = (clocks: readonly { readonly title: { readonly zh: string } }[]) =>
  clocks.map(({ title }) => title.zh).sort();

describe('a filing', () => {
  it('ends what it does, and lets every other published deadline run on, said before', async () => {
    const { client, clock } = desk;
    const made = await prepared('jd', 'jd.third-party-complaint.complaint');
    await client.notices.save({ caseId: made.caseId, text: '…', issuedAt: clock.now() - HOUR });
    const before = await client.deadlines.whatEnds({ caseId: made.caseId, by: 'submitted' });
    expect(titles(before.ends)).toEqual(['首次响应']);
    expect(titles(before.goesOn)).toEqual(['交盖章材料', '给出方案', '说清事实'].sort());
    const submissionId = await fileNow(made);
    expect(await running(made.caseId)).toEqual(['facts-due', 'plan-due', 'sealed-papers']);
    // A notice that turns out to be later moves what goes on, and brings nothing back that was filed.
    const end = async () =>
      (await client.deadlines.list({ caseId: made.caseId })).items.find(({ specId }) => specId === 'plan-due')
        ?.dueAt;
    const was = (await end()) ?? 0;
    await client.notices.save({ caseId: made.caseId, issuedAt: clock.now() - HOUR / 2 });
    expect(await running(made.caseId)).toEqual(['facts-due', 'plan-due', 'sealed-papers']);
    expect(await end()).toBe(was + HOUR / 2);
    await client.submissions.correct({ submissionId, reason: '没有交成' });
    expect(await running(made.caseId)).toEqual(['facts-due', 'first-reply', 'plan-due', 'sealed-papers']);
  });

  it('leaves what a suspension asks for and what the platform promised, until the matter is decided', async () => {
    const { client, clock } = desk;
    const made = await prepared('jd', 'jd.dispute.respond');
    await happened(made.caseId, 'dispute-opened');
    await happened(made.caseId, 'case-suspended');
    await fileNow(made);
    const ours = ['acceptance-proof', 'jd-steps-in', 'suspension-act'];
    expect(await running(made.caseId)).toEqual(ours);
    const [proof] = (await client.deadlines.list({ caseId: made.caseId })).items.filter(
      ({ specId }) => specId === 'acceptance-proof',
    );
    await client.deadlines.stop({ clockId: proof?.id ?? '', reason: '交了' });
    expect(await running(made.caseId)).toEqual(ours.slice(1));
    clock.pass(HOUR);
    await client.decisions.record({ caseId: made.caseId, outcome: 'rejected', decidedAt: clock.now() });
    await happened(made.caseId, 'dispute-decided');
    expect(await running(made.caseId)).toEqual(['execute']);
  });

  it('of the first evidence leaves the second, which the next filing ends', async () => {
    const { client, clock } = desk;
    const made = await prepared('pinduoduo', 'pinduoduo.violation.not-as-described');
    await client.notices.save({ caseId: made.caseId, text: '…', issuedAt: clock.now() - HOUR });
    await fileNow(made);
    expect(await running(made.caseId)).toEqual(['review', 'second-evidence']);
    clock.pass(HOUR);
    await client.decisions.record({ caseId: made.caseId, outcome: 'returned', decidedAt: clock.now() });
    expect(await running(made.caseId)).toContain('second-evidence');
    clock.pass(HOUR);
    const ends = await client.deadlines.whatEnds({ caseId: made.caseId, by: 'submitted' });
    expect(titles(ends.ends)).toContain('第二次举证');
    await fileNow(made);
    expect(await running(made.caseId)).toEqual(['review']);
  });
});
