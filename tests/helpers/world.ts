import { addYear, chinaYear, yearFile } from './calendar-year.ts';
import {
  DISPUTE,
  exportCase,
  file,
  FLAGGED_ORDERS,
  HARASSMENT,
  importRows,
  ITEM_RETURN,
  MALICIOUS_ORDER,
  newStore,
  orderNumbers,
  prepareCase,
  takeIn,
  type PreparedCase,
} from './case.ts';
import { USUAL_HOURS } from '../../shared/asks/index.ts';
import type { ExamplePort } from '../../main/core/index.ts';
import type { UnopenedNotice } from '../../shared/notices/index.ts';
import { HOUR, openTestCore, type TestCore } from './core.ts';
import { withDatabase } from './database.ts';
import { putFile, screenshot, testFolder } from './files.ts';
import { newCorrector, signedUpdate } from './pack-update.ts';

/** A workspace with something of everything in it, for tests that call every procedure of the contract. */
export interface World {
  readonly desk: TestCore;
  readonly files: string;
  readonly orders: readonly string[];
  readonly operatorId: string;
  readonly secondOperatorId: string;
  readonly clientId: string;
  readonly secondClientId: string;
  readonly storeId: string;
  readonly secondStoreId: string;
  readonly importId: string;
  /** Brought only orders that no case uses. */
  readonly freeImportId: string;
  readonly exportPath: string;
  readonly draft: PreparedCase;
  readonly secondFactId: string;
  readonly citationId: string;
  readonly requirementId: string;
  readonly looseItemId: string;
  readonly removedItemId: string;
  readonly newFilePath: string;
  /** Exported, not filed. */
  readonly frozen: PreparedCase & { readonly packetId: string };
  readonly filed: PreparedCase & { readonly packetId: string; readonly submissionId: string };
  readonly decided: PreparedCase;
  readonly flagged: FlaggedCase;
  readonly hoursId: string;
  /** A dispute of a buyer's, with the day it was opened on recorded. */
  readonly dispute: { readonly caseId: string; readonly eventId: string };
  /** A matter that the seller began, whose chance goes by the item of an order. */
  readonly ofItem: { readonly caseId: string };
  /** What was said of a link that nobody could open any more. */
  readonly captureId: string;
  /** The clock of the filed case's record in the back office. */
  readonly recordClockId: string;
  readonly effectId: string;
  readonly unknownAttemptId: string;
  /** Entered as filed elsewhere. */
  readonly spentAttemptId: string;
  readonly ruleId: string;
  /** A reading that does not act, in a disagreement about the cases' chances; `draft` has it chosen already. */
  readonly other: { readonly ruleId: string; readonly readingId: string; readonly conflictId: string };
  readonly choiceId: string;
  readonly ownReadingId: string;
  /** A signed pack that nobody has put in yet; another platform's is in its place already. */
  readonly update: { readonly path: string; readonly sha256: string };
  readonly updatedPlatform: string;
  /** The file of a year that can come into China's calendar; the one before it was brought in. */
  readonly calendarYear: { readonly path: string; readonly sha256: string };
  readonly jobId: string;
  readonly backupFolder: string;
  /** One that is still to come. */
  readonly reminderId: string;
  /** A deadline of the seller's own that runs. */
  readonly ownClockId: string;
  /** Of the second operator, waiting to be taken over. */
  readonly handoverId: string;
}

/** A case that begins with a notice: three flagged orders, of which the first has every voucher, and the third none. */
export interface FlaggedCase {
  readonly caseId: string;
  readonly storeId: string;
  readonly orders: readonly string[];
  readonly itemId: string;
  /** Named by the third order and a kind of voucher, ticked for nothing yet. */
  readonly proposal: {
    readonly itemId: string;
    readonly orderNumber: string;
    readonly requirementId: string;
  };
  readonly askedRequirementId: string;
  readonly askId: string;
  readonly contactId: string;
  readonly campaignId: string;
}

export const NOTICE = '您有 3 笔订单涉嫌虚假交易，请在 72 小时内申诉。';

async function prepareFlagged(desk: TestCore, files: string): Promise<FlaggedCase> {
  const { client, clock } = desk;
  const [{ clientId } = { clientId: '' }] = await client.stores.list({});
  const { id: storeId } = await client.stores.create({
    clientId,
    platform: 'taobao',
    name: '示例淘宝店',
    exportZone: 'Asia/Shanghai',
  });
  const orders = ['2314567890123456701', '2314567890123456702', '2314567890123456703'];
  const [first = '', second = '', third = ''] = orders;
  const { id: caseId } = await client.cases.create({
    storeId,
    scenarioId: FLAGGED_ORDERS,
    orderNumbers: orders,
    notice: { text: `${NOTICE}\n${orders.join('\n')}`, issuedAt: clock.now() - HOUR },
  });
  const { requirements } = await client.requirements.coverage({ caseId });
  const own = requirements.filter((requirement) => requirement.per === 'order');
  const named = own.find((requirement) => requirement.fileWords.length > 0);
  const [itemId = '', proposed = ''] = await takeIn(
    client,
    [
      await putFile(files, 'voucher.png', await screenshot(94, 40, 40)),
      await putFile(files, `${third}_${named?.fileWords[0] ?? ''}.png`, await screenshot(95, 40, 40)),
    ],
    caseId,
  );
  for (const { id: requirementId } of own)
    await client.requirements.meet({ caseId, requirementId, orderNumbers: [first], itemIds: [itemId] });
  const asked = own.find((requirement) => requirement.ifAsked)?.id ?? '';
  const ask = await client.asks.record({
    caseId,
    addressee: 'courier',
    requirementIds: [asked],
    orderNumbers: [second],
    askedAt: clock.now(),
  });
  const contact = await client.contacts.record({
    caseId,
    channel: 'support-chat',
    contactedAt: clock.now(),
    asked: '依据哪条规则？',
    answer: '以页面为准。',
  });
  const campaign = await client.campaigns.save({
    caseId,
    name: '双11',
    startsOn: '2026-11-01',
    endsOn: '2026-11-11',
  });
  return {
    caseId,
    storeId,
    orders,
    itemId,
    proposal: { itemId: proposed, orderNumber: third, requirementId: named?.id ?? '' },
    askedRequirementId: asked,
    askId: ask.id,
    contactId: contact.id,
    campaignId: campaign.id,
  };
}

/** The host's side of the way to the example: it says that the other workspace is there, and leaves this one open. */
function exampleNextDoor(): ExamplePort {
  let isOpen = false;
  return {
    get isOpen() {
      return isOpen;
    },
    open: () => {
      isOpen = true;
      return Promise.resolve();
    },
    leave: () => {
      isOpen = false;
      return Promise.resolve();
    },
  };
}

/** Brings a new workspace to the state in which every procedure of the contract has something to act on. */
export async function prepareWorld(): Promise<World> {
  const desk = await openTestCore({ settings: { idleMinutes: 0 }, ports: { example: exampleNextDoor() } });
  const { client, clock } = desk;
  const files = await testFolder();
  const orders = orderNumbers(12);
  const [lone] = await client.operators.list({});
  const second = await client.operators.create({ name: '小周' });
  await client.operators.signIn({ operatorId: lone?.id ?? '' });
  const storeId = await newStore(client);
  const secondStoreId = await newStore(client, '示例二店');
  const { id: secondClientId } = await client.clients.create({ name: '另一位商家' });
  const importId = await importRows(
    client,
    files,
    storeId,
    orders.slice(0, 8).map((orderNumber) => ({ orderNumber, remark: 'asdf' })),
  );
  const freeImportId = await importRows(
    client,
    files,
    secondStoreId,
    orderNumbers(4, 500).map((orderNumber) => ({ orderNumber, buyerName: 'Petra' })),
    'second.csv',
  );
  const draft = await prepareCase(client, files, { storeId, orders: orders.slice(0, 2), seed: 1 });
  const second2 = await client.facts.create({ caseId: draft.caseId, text: '聊天里没有任何询问。' });
  const { requirements } = await client.requirements.coverage({ caseId: draft.caseId });
  const requirementId = requirements[0]?.id ?? '';
  await client.requirements.meet({ caseId: draft.caseId, requirementId, itemIds: [...draft.itemIds] });
  const [looseItemId = '', removedItemId = ''] = await takeIn(client, [
    await putFile(files, 'loose.png', await screenshot(91, 40, 40)),
    await putFile(files, 'removed.png', await screenshot(92, 40, 40)),
  ]);
  await client.evidence.remove({ itemId: removedItemId, reason: '与案件无关' });

  const frozenCase = await prepareCase(client, files, { storeId, orders: [orders[2] ?? ''], seed: 2 });
  const frozenPacket = await exportCase(client, frozenCase.caseId);
  const filedCase = await prepareCase(client, files, { storeId, orders: [orders[3] ?? ''], seed: 3 });
  const filedPacket = await exportCase(client, filedCase.caseId);
  const decided = await prepareCase(client, files, { storeId, orders: [orders[4] ?? ''], seed: 4 });
  const decidedPacket = await exportCase(client, decided.caseId);
  clock.pass(HOUR);
  const submissionId = await file(client, filedCase, filedPacket, clock.now());
  await file(client, decided, decidedPacket, clock.now());
  clock.pass(HOUR);
  await client.decisions.record({ caseId: decided.caseId, outcome: 'upheld', decidedAt: clock.now() });
  const effects = await client.followThrough.list({ caseId: decided.caseId });
  const [unknown] = await client.attempts.enterPrior({
    storeId,
    scenarioId: MALICIOUS_ORDER,
    orderNumbers: [orders[7] ?? ''],
    state: 'unknown',
  });
  const [spent] = await client.attempts.enterPrior({
    ...{ storeId, scenarioId: HARASSMENT, orderNumbers: [orders[7] ?? ''], state: 'spent' },
  });
  const flagged = await prepareFlagged(desk, files);
  await importRows(
    client,
    files,
    flagged.storeId,
    flagged.orders.map((orderNumber) => ({
      orderNumber,
      orderedAt: '2026-11-02 10:00:00',
      paidAt: '2026-11-02 10:05:00',
    })),
    'flagged.csv',
  );
  const { id: disputeId } = await client.cases.create({
    storeId: flagged.storeId,
    scenarioId: DISPUTE,
    orderNumbers: ['2314567890123456801'],
  });
  const opened = await client.events.save({
    caseId: disputeId,
    event: 'dispute-opened',
    happenedAt: clock.now() - HOUR,
  });
  await client.notices.saveUnopened(UNOPENED);
  await client.evidence.takeInText({
    caseId: disputeId,
    label: '聊天截图链接',
    text: 'https://img.example.com/chat/1.png',
  });
  const [link] = (await client.radar.list({ caseId: disputeId })).filter(({ kind }) => kind === 'link');
  await client.radar.settle({
    caseId: disputeId,
    of: { kind: 'link', linkId: link?.linkId ?? '' },
    end: { state: 'given-up', reason: '打开已经是空白页' },
  });
  const [settled] = (await client.radar.list({ caseId: disputeId })).filter(({ kind }) => kind === 'link');
  const [record] = (await client.radar.list({ caseId: filedCase.caseId })).filter(
    ({ kind }) => kind === 'case',
  );
  const { id: ofItem } = await client.cases.create({
    storeId: (await client.stores.create({ platform: 'walmart', name: '示例沃尔玛店' })).id,
    scenarioId: ITEM_RETURN,
    orderNumbers: ['77777777770001'],
  });
  const hours = await client.asks.setHours({ addressee: 'warehouse', hours: USUAL_HOURS.courier });
  const [facts] = await client.facts.list({ caseId: draft.caseId });
  const [rule] = await client.rulebook.rules({ scenarioId: HARASSMENT });
  const rules = await prepareRules(client, draft.caseId, rule?.id ?? '');
  const calendarYear = await prepareYears(client);
  const handoverId = await handOver(desk, second.id);
  await client.operators.signIn({ operatorId: lone?.id ?? '' });
  const { jobId } = await client.workspace.backUp({});
  for await (const state of await client.jobs.watch({ jobId })) {
    if (state.state === 'failed') throw new Error('the backup failed');
  }
  await putFile(files, 'corrector.pem', newCorrector().key);
  const [backup] = await client.workspace.backups({});
  const [store] = await client.stores.list({});
  const clocks = await client.deadlines.list({ caseId: flagged.caseId });
  const ownClock = clocks.items.find(({ owner }) => owner === 'mine');
  // What the back office of the flagged case shows now would end that clock earlier than it stands.
  await client.rulebook.addReading({
    ruleId: 'TB-01',
    value: { kind: 'duration', min: null, max: 60, unit: 'h', from: 'notice-issued' },
    words: '剩余 60 小时',
    seenOn: '2026-11-10',
  });
  return {
    desk,
    files,
    orders,
    operatorId: lone?.id ?? '',
    secondOperatorId: second.id,
    clientId: store?.clientId ?? '',
    secondClientId,
    storeId,
    secondStoreId,
    importId,
    freeImportId,
    exportPath: `${files}/second.csv`,
    draft,
    secondFactId: second2.id,
    citationId: facts?.citations[0]?.id ?? '',
    requirementId,
    looseItemId,
    removedItemId,
    newFilePath: await putFile(files, 'new.png', await screenshot(93, 40, 40)),
    frozen: { ...frozenCase, packetId: frozenPacket },
    filed: { ...filedCase, packetId: filedPacket, submissionId },
    decided,
    flagged,
    hoursId: hours.id ?? '',
    dispute: { caseId: disputeId, eventId: opened.id },
    ofItem: { caseId: ofItem },
    captureId: settled?.capture?.id ?? '',
    recordClockId: record?.clockId ?? '',
    effectId: effects.find((effect) => effect.promise === 'promised')?.effectId ?? '',
    unknownAttemptId: unknown?.id ?? '',
    spentAttemptId: spent?.id ?? '',
    ruleId: rule?.id ?? '',
    ...rules,
    calendarYear,
    jobId,
    backupFolder: backup?.folder ?? '',
    reminderId: reminderToCome(desk.folder),
    ownClockId: ownClock?.id ?? '',
    handoverId,
  };
}

/** Hands the shift so far over, as somebody who is then on duty. */
async function handOver({ client, clock }: TestCore, operatorId: string): Promise<string> {
  await client.operators.signIn({ operatorId });
  const { id } = await client.handovers.make({
    from: clock.now() - 8 * HOUR,
    nextUntil: clock.now() + 12 * HOUR,
    note: '答应一店 10 点前回话',
  });
  return id;
}

/** The next reminder that is to come: no list has it yet. */
function reminderToCome(folder: string): string {
  const row = withDatabase(folder, (database) =>
    database
      .prepare('SELECT id FROM reminders WHERE appeared_at IS NULL ORDER BY fires_at DESC LIMIT 1')
      .get(),
  );
  return (row as { id: string }).id;
}

async function prepareYears(client: TestCore['client']): Promise<World['calendarYear']> {
  await addYear(client, await yearFile(chinaYear(2027)));
  const path = await yearFile(chinaYear(2028, { makeupDays: [] }));
  const { sha256 } = await client.deadlines.readYear({ file: { path } });
  return { path, sha256 };
}

/** What stands beside the shipped packs: a choice, a reading of one's own, an update that is in and one that is not. */
async function prepareRules(client: TestCore['client'], caseId: string, ruleId: string) {
  const disputed = (await client.rulebook.conflicts({ platform: 'aliexpress' })).find(
    ({ acts }) => acts.attempt !== null,
  );
  const position = disputed?.positions.find((each) => each.ruleId !== disputed.acts.attempt);
  const other = {
    ruleId: position?.ruleId ?? '',
    readingId: position?.id ?? '',
    conflictId: disputed?.id ?? '',
  };
  const choice = await client.cases.chooseReading({ caseId, ...other, reason: '后台弹窗如此' });
  const { chosen } = await client.rulebook.rule({ ruleId });
  const own = await client.rulebook.addReading({ ruleId, confirms: chosen.id, seenOn: '2026-11-10' });
  const updatedPlatform = 'aliexpress';
  const first = { path: await signedUpdate(updatedPlatform, []) };
  const { sha256: firstHash } = await client.rulebook.readUpdate({ file: first });
  await client.rulebook.installUpdate({ file: first, sha256: firstHash });
  const path = await signedUpdate('taobao', []);
  const { sha256 } = await client.rulebook.readUpdate({ file: { path } });
  return {
    other,
    choiceId: choice.id,
    ownReadingId: own.id,
    update: { path, sha256 },
    updatedPlatform,
  };
}

/** A notice that was begun before its case. */
export const UNOPENED: UnopenedNotice = {
  what: 'appeal',
  storeId: null,
  scenarioId: null,
  text: NOTICE,
  pastedAt: null,
  leftOut: [],
  byHand: [],
  deadline: { way: null, words: null, readAt: null },
};
