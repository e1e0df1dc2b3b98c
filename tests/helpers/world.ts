import {
  DISPUTE,
  exportCase,
  file,
  FLAGGED_ORDERS,
  HARASSMENT,
  importRows,
  MALICIOUS_ORDER,
  newStore,
  orderNumbers,
  prepareCase,
  takeIn,
  type PreparedCase,
} from './case.ts';
import type { ExamplePort } from '../../main/core/index.ts';
import type { UnopenedNotice } from '../../shared/notices/index.ts';
import { HOUR, openTestCore, type TestCore } from './core.ts';
import { putFile, screenshot, testFolder } from './files.ts';
import { newCorrector, PACKS, signedUpdate } from './pack-update.ts';

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
  /** A dispute of a buyer's, with the day it was opened on recorded. */
  readonly dispute: { readonly caseId: string; readonly eventId: string };
  readonly effectId: string;
  readonly unknownAttemptId: string;
  readonly ruleId: string;
  /** A reading that does not act, in a disagreement about the cases' chances; `draft` has it chosen already. */
  readonly other: { readonly ruleId: string; readonly readingId: string; readonly conflictId: string };
  readonly choiceId: string;
  readonly ownReadingId: string;
  /** A signed pack that nobody has put in yet; another platform's is in its place already. */
  readonly update: { readonly path: string; readonly sha256: string };
  readonly updatedPlatform: string;
  readonly jobId: string;
  readonly backupFolder: string;
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

const NOTICE = '您有 3 笔订单涉嫌虚假交易，请在 72 小时内申诉。';

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
  const flagged = await prepareFlagged(desk, files);
  await importRows(
    client,
    files,
    flagged.storeId,
    flagged.orders.map((orderNumber) => ({ orderNumber, orderedAt: '2026-11-02 10:00:00' })),
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
  const [facts] = await client.facts.list({ caseId: draft.caseId });
  const [rule] = await client.rulebook.rules({ scenarioId: HARASSMENT });
  const rules = await prepareRules(client, draft.caseId, rule?.id ?? '');
  const { jobId } = await client.workspace.backUp({});
  for await (const state of await client.jobs.watch({ jobId })) {
    if (state.state === 'failed') throw new Error('the backup failed');
  }
  await putFile(files, 'corrector.pem', newCorrector().key);
  const [backup] = await client.workspace.backups({});
  const [store] = await client.stores.list({});
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
    dispute: { caseId: disputeId, eventId: opened.id },
    effectId: effects.find((effect) => effect.promise === 'promised')?.effectId ?? '',
    unknownAttemptId: unknown?.id ?? '',
    ruleId: rule?.id ?? '',
    ...rules,
    jobId,
    backupFolder: backup?.folder ?? '',
  };
}

let signed = 0;

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
  const own = await client.rulebook.addReading({ ruleId, confirms: chosen.id, seenOn: '2026-11-20' });
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
const UNOPENED: UnopenedNotice = {
  what: 'appeal',
  storeId: null,
  scenarioId: null,
  text: NOTICE,
  pastedAt: null,
  leftOut: [],
  byHand: [],
  deadline: { way: null, words: null, readAt: null },
};

/**
 * For every procedure of the contract an input that succeeds on the prepared workspace, and for a mutation one that
 * changes something. A procedure that is missing here fails the tests that walk the contract.
 */
export const INPUTS: Readonly<Record<string, (world: World) => object>> = {
  'system.info': () => ({}),
  'system.changes': () => ({}),
  'system.dropUploads': () => ({ uploadIds: ['01890000-0000-7000-8000-000000000000'] }),
  'settings.get': () => ({}),
  'settings.update': () => ({ theme: 'dark' }),
  'jobs.get': ({ jobId }) => ({ jobId }),
  'jobs.watch': ({ jobId }) => ({ jobId }),
  'jobs.cancel': ({ jobId }) => ({ jobId }),
  'search.find': () => ({ text: '示例' }),

  'operators.list': () => ({}),
  'operators.current': () => ({}),
  'operators.create': () => ({ name: '小李', role: 'reviewer' }),
  'operators.update': ({ secondOperatorId }) => ({ operatorId: secondOperatorId, name: '周敏' }),
  'operators.archive': ({ secondOperatorId }) => ({ operatorId: secondOperatorId, archived: true }),
  'operators.setPin': ({ secondOperatorId }) => ({ operatorId: secondOperatorId, pin: '4711' }),
  'operators.signIn': ({ operatorId }) => ({ operatorId }),

  'clients.list': () => ({}),
  'clients.create': () => ({ name: '第三位商家' }),
  'clients.update': ({ clientId }) => ({ clientId, note: '月结' }),
  'clients.archive': ({ secondClientId }) => ({ clientId: secondClientId, archived: true }),
  'clients.merge': ({ clientId, secondClientId }) => ({ fromId: clientId, intoId: secondClientId }),

  'stores.list': () => ({}),
  'stores.create': ({ clientId }) => ({ clientId, platform: 'aliexpress', name: '示例三店' }),
  'stores.update': ({ storeId }) => ({ storeId, alias: '一店' }),
  'stores.archive': ({ secondStoreId }) => ({ storeId: secondStoreId, archived: true }),
  'stores.merge': ({ storeId, secondStoreId }) => ({ fromId: storeId, intoId: secondStoreId }),

  'orders.list': ({ storeId }) => ({ storeId, limit: 3 }),
  'orders.get': ({ storeId, orders }) => ({ storeId, orderNumber: orders[0] }),
  'orders.buyers': ({ storeId }) => ({ storeId }),
  'orders.previewImport': ({ secondStoreId, exportPath }) => ({
    storeId: secondStoreId,
    file: { path: exportPath },
  }),
  'orders.startImport': ({ secondStoreId, exportPath }) => ({
    storeId: secondStoreId,
    file: { path: exportPath },
  }),
  'orders.imports': () => ({}),
  'orders.undoImport': ({ freeImportId }) => ({ importId: freeImportId }),

  'cases.list': ({ storeId }) => ({ storeId }),
  'cases.get': ({ draft }) => ({ caseId: draft.caseId }),
  'cases.create': ({ storeId, orders }) => ({
    storeId,
    scenarioId: HARASSMENT,
    orderNumbers: [orders[5], orders[6]],
    answers: { 'harassing-message': 'clear' },
  }),
  'cases.update': ({ draft, secondOperatorId }) => ({
    caseId: draft.caseId,
    title: '连拍不付款',
    reviewerId: secondOperatorId,
    ownerId: secondOperatorId,
    conductDate: '2026-11-03',
  }),
  'cases.archive': ({ draft }) => ({ caseId: draft.caseId, archived: true }),
  'cases.orders': ({ draft }) => ({ caseId: draft.caseId }),
  'cases.duplicates': ({ storeId, orders, draft }) => ({
    storeId,
    scenarioId: HARASSMENT,
    orderNumbers: [orders[0]],
    exceptCaseId: draft.caseId,
  }),
  'cases.setOrders': ({ draft, orders }) => ({ caseId: draft.caseId, orderNumbers: [orders[1], orders[5]] }),
  'cases.questions': ({ draft }) => ({ caseId: draft.caseId }),
  'cases.answers': ({ draft }) => ({ caseId: draft.caseId }),
  'cases.answer': ({ draft }) => ({ caseId: draft.caseId, factId: 'harassing-message', value: 'clear' }),
  'cases.ruleChanges': () => ({}),
  'cases.takeRules': ({ draft }) => ({ caseId: draft.caseId, take: true }),
  'cases.choices': ({ draft }) => ({ caseId: draft.caseId }),
  'cases.chooseReading': ({ frozen, other }) => ({ caseId: frozen.caseId, ...other, reason: '后台弹窗如此' }),
  'cases.dropChoice': ({ draft, choiceId }) => ({ caseId: draft.caseId, choiceId }),
  'cases.routes': ({ draft }) => ({ caseId: draft.caseId }),
  'cases.verdict': ({ draft }) => ({ caseId: draft.caseId }),

  'cases.sortOrders': ({ flagged }) => ({
    caseId: flagged.caseId,
    orderNumbers: [flagged.orders[0]],
    class: 'documented-genuine',
  }),

  'notices.read': ({ flagged }) => ({ storeId: flagged.storeId, text: NOTICE }),
  'notices.get': ({ flagged }) => ({ caseId: flagged.caseId }),
  'notices.save': ({ flagged, desk }) => ({
    caseId: flagged.caseId,
    pageWords: '剩2天21小时13分',
    pageReadAt: desk.clock.now(),
    pageDeadline: desk.clock.now() + 69 * HOUR,
    itemId: flagged.itemId,
  }),
  'notices.unopened': () => ({}),
  'notices.saveUnopened': ({ flagged }) => ({
    ...UNOPENED,
    storeId: flagged.storeId,
    leftOut: [flagged.orders[0] ?? ''],
  }),
  'notices.discardUnopened': () => ({}),
  'notices.disclose': ({ flagged }) => ({
    caseId: flagged.caseId,
    listsUnproven: true,
    disclosesAdmitted: false,
  }),
  'asks.list': ({ flagged }) => ({ caseId: flagged.caseId }),
  'asks.needs': ({ flagged }) => ({ caseId: flagged.caseId }),
  'asks.record': ({ flagged, desk }) => ({
    caseId: flagged.caseId,
    addressee: 'courier',
    addresseeName: '中通网点',
    requirementIds: [flagged.askedRequirementId],
    orderNumbers: [flagged.orders[2]],
    askedAt: desk.clock.now(),
    itemId: flagged.itemId,
  }),
  'asks.answer': ({ flagged }) => ({
    askId: flagged.askId,
    state: 'refused',
    note: '网点说超过三个月查不到',
  }),
  'asks.remove': ({ flagged }) => ({ askId: flagged.askId }),
  'contacts.list': ({ flagged }) => ({ caseId: flagged.caseId }),
  'contacts.record': ({ flagged, desk }) => ({
    caseId: flagged.caseId,
    channel: 'phone',
    withWhom: '客服 07 号',
    contactedAt: desk.clock.now(),
    itemId: flagged.itemId,
  }),
  'contacts.correct': ({ flagged, desk }) => ({
    contactId: flagged.contactId,
    channel: 'ticket',
    contactedAt: desk.clock.now(),
    ticketNumber: 'T-88',
    answer: '以规则为准。',
  }),
  'contacts.remove': ({ flagged }) => ({ contactId: flagged.contactId }),
  'contacts.exhibit': ({ flagged }) => ({ contactId: flagged.contactId, language: 'zh-CN' }),
  'campaigns.list': ({ flagged }) => ({ caseId: flagged.caseId }),
  'campaigns.save': ({ flagged }) => ({
    caseId: flagged.caseId,
    campaignId: flagged.campaignId,
    name: '双11 大促',
    startsOn: '2026-11-01',
    endsOn: '2026-11-11',
    itemIds: [flagged.itemId],
  }),
  'campaigns.remove': ({ flagged }) => ({ campaignId: flagged.campaignId }),
  'campaigns.count': ({ flagged }) => ({ campaignId: flagged.campaignId }),
  'campaigns.exhibit': ({ flagged }) => ({ campaignId: flagged.campaignId, language: 'zh-CN' }),

  'events.list': ({ dispute }) => ({ caseId: dispute.caseId }),
  'events.starting': ({ dispute }) => ({ caseId: dispute.caseId }),
  'events.save': ({ dispute, desk }) => ({
    caseId: dispute.caseId,
    eventId: dispute.eventId,
    event: 'dispute-opened',
    happenedAt: desk.clock.now() - 2 * HOUR,
    note: '邮件写的是前一个小时',
  }),
  'events.remove': ({ dispute }) => ({ eventId: dispute.eventId }),

  'evidence.list': ({ draft }) => ({ caseId: draft.caseId }),
  'evidence.get': ({ looseItemId }) => ({ itemId: looseItemId }),
  'evidence.takeIn': ({ draft, newFilePath }) => ({
    caseId: draft.caseId,
    files: [{ file: { path: newFilePath } }],
  }),
  'evidence.takeInText': ({ draft }) => ({ caseId: draft.caseId, label: '旺旺举证号', text: 'WW-2026-1' }),
  'evidence.describe': ({ looseItemId }) => ({
    itemId: looseItemId,
    label: '备注截图',
    obtained: 'own-screen',
  }),
  'evidence.remove': ({ looseItemId }) => ({ itemId: looseItemId, reason: '拍重了' }),
  'evidence.restore': ({ removedItemId }) => ({ itemId: removedItemId }),
  'evidence.custody': ({ looseItemId }) => ({ itemId: looseItemId }),
  'evidence.exhibits': ({ draft }) => ({ caseId: draft.caseId }),
  'evidence.attach': ({ draft, looseItemId }) => ({ caseId: draft.caseId, itemIds: [looseItemId] }),
  'evidence.detach': ({ frozen }) => ({ caseId: frozen.caseId, itemId: frozen.itemIds[1] }),
  'evidence.arrange': ({ draft }) => ({ caseId: draft.caseId, itemIds: [...draft.itemIds].reverse() }),

  'requirements.coverage': ({ draft }) => ({ caseId: draft.caseId }),
  'requirements.meet': ({ draft, requirementId, looseItemId }) => ({
    caseId: draft.caseId,
    requirementId,
    itemIds: [looseItemId],
  }),
  'requirements.unavailable': ({ draft, requirementId }) => ({
    caseId: draft.caseId,
    requirementId,
    reason: '聊天已被平台清理',
  }),

  'requirements.notAsked': ({ flagged }) => ({
    caseId: flagged.caseId,
    requirementId: flagged.askedRequirementId,
    orderNumbers: [flagged.orders[2]],
    notAsked: true,
  }),
  'requirements.proposals': ({ flagged }) => ({ caseId: flagged.caseId }),
  'requirements.acceptProposals': ({ flagged }) => ({
    caseId: flagged.caseId,
    proposals: [flagged.proposal],
  }),

  'facts.list': ({ draft }) => ({ caseId: draft.caseId }),
  'facts.create': ({ draft }) => ({
    caseId: draft.caseId,
    text: '两单收货地址相同。',
    citations: [{ itemId: draft.itemIds[1] }],
  }),
  'facts.update': ({ draft }) => ({ factId: draft.factId, text: '买家连拍两单，备注无效。' }),
  'facts.remove': ({ secondFactId }) => ({ factId: secondFactId }),
  'facts.confirm': ({ draft }) => ({ factId: draft.factId, confirmed: false }),
  'facts.cite': ({ secondFactId, looseItemId }) => ({ factId: secondFactId, itemId: looseItemId }),
  'facts.uncite': ({ citationId }) => ({ citationId }),
  'facts.arrange': ({ draft, secondFactId }) => ({
    caseId: draft.caseId,
    factIds: [secondFactId, draft.factId],
  }),

  'drafting.get': ({ draft }) => ({ caseId: draft.caseId, language: 'zh-CN' }),
  'drafting.save': ({ draft }) => ({
    caseId: draft.caseId,
    language: 'zh-CN',
    baseVersion: 1,
    title: '举报说明',
    sections: [{ heading: '经过', paragraphs: [{ sentences: [{ text: '见附件。', factIds: [] }] }] }],
  }),
  'drafting.preview': ({ draft }) => ({ caseId: draft.caseId, language: 'zh-CN' }),

  'packets.readiness': ({ draft }) => ({ caseId: draft.caseId, language: 'zh-CN' }),
  'packets.list': ({ frozen }) => ({ caseId: frozen.caseId }),
  'packets.export': ({ draft }) => ({ caseId: draft.caseId, language: 'zh-CN' }),
  'packets.showFolder': ({ frozen }) => ({ packetId: frozen.packetId }),

  'attempts.list': ({ draft }) => ({ caseId: draft.caseId }),
  'attempts.enterPrior': ({ storeId, orders, draft, looseItemId }) => ({
    storeId,
    scenarioId: MALICIOUS_ORDER,
    orderNumbers: [orders[5]],
    state: 'spent',
    madeBy: '前任运营',
    caseId: draft.caseId,
    itemIds: [looseItemId],
  }),
  'attempts.settle': ({ unknownAttemptId, looseItemId }) => ({
    attemptId: unknownAttemptId,
    state: 'left',
    note: '后台查不到举报记录',
    itemId: looseItemId,
  }),

  'submissions.list': ({ filed }) => ({ caseId: filed.caseId }),
  'submissions.record': ({ frozen, desk }) => ({
    caseId: frozen.caseId,
    packetId: frozen.packetId,
    submittedAt: desk.clock.now(),
    platformNumber: 'R-2',
    spends: [...frozen.orders],
  }),
  'submissions.correct': ({ filed }) => ({ submissionId: filed.submissionId, reason: '录错了案件' }),
  'submissions.addReceipt': ({ filed, looseItemId }) => ({
    submissionId: filed.submissionId,
    platformNumber: 'R-1',
    receiptItemId: looseItemId,
  }),

  'decisions.list': ({ decided }) => ({ caseId: decided.caseId }),
  'decisions.record': ({ filed, desk, looseItemId }) => ({
    caseId: filed.caseId,
    outcome: 'returned',
    decidedAt: desk.clock.now(),
    reason: '请补充聊天截图',
    itemId: looseItemId,
  }),
  'followThrough.list': ({ decided }) => ({ caseId: decided.caseId }),
  'followThrough.tick': ({ decided, effectId, looseItemId }) => ({
    caseId: decided.caseId,
    effectId,
    state: 'applied',
    seenOn: '2026-11-20',
    itemId: looseItemId,
  }),
  'deadlines.list': () => ({ stopped: true }),
  'today.get': () => ({}),

  'rulebook.platforms': () => ({}),
  'rulebook.scenario': () => ({ scenarioId: HARASSMENT }),
  'rulebook.rules': () => ({ text: '差评', on: '2026-11-01' }),
  'rulebook.rule': ({ ruleId }) => ({ ruleId }),
  'rulebook.uses': ({ ruleId }) => ({ ruleId }),
  'rulebook.rankScenes': () => ({ scenarioIds: [HARASSMENT, MALICIOUS_ORDER], orderCount: 2 }),
  'rulebook.assess': () => ({ scenarioId: HARASSMENT, decision: 'upheld' }),
  'rulebook.conflicts': () => ({ platform: 'aliexpress' }),
  'rulebook.ownReadings': () => ({}),
  'rulebook.addReading': () => ({
    ruleId: 'TB-01',
    value: { kind: 'duration', min: null, max: 48, unit: 'h', from: 'notice-issued' },
    words: '后台如此',
    seenOn: '2026-11-20',
  }),
  'rulebook.removeReading': ({ ownReadingId }) => ({ readingId: ownReadingId }),
  'rulebook.corrections': () => ({}),
  'rulebook.updates': () => ({}),
  'rulebook.readUpdate': ({ update: { path } }) => ({ file: { path } }),
  'rulebook.installUpdate': ({ update: { path, sha256 } }) => ({ file: { path }, sha256 }),
  'rulebook.removeUpdate': ({ updatedPlatform }) => ({ platform: updatedPlatform }),
  'rulebook.sign': ({ files }) => ({
    packs: PACKS,
    platform: 'taobao',
    key: `${files}/corrector.pem`,
    signer: '规则校对组',
    // Never over a file that is there.
    to: `${files}/signed-${(signed += 1)}.json`,
  }),
  'rulebook.check': () => ({ path: PACKS }),

  'workspace.info': () => ({}),
  'workspace.verify': () => ({}),
  'workspace.backups': () => ({}),
  'workspace.backUp': () => ({}),
  'workspace.restore': ({ files, backupFolder }) => ({ backupFolder, into: `${files}/restored` }),
  'workspace.move': ({ files }) => ({ into: `${files}/moved` }),
  'workspace.openExample': () => ({}),
  'workspace.leaveExample': () => ({ remove: true }),
  'workspace.checkFolder': ({ files }) => ({ folder: files }),

  'journal.list': () => ({ limit: 5 }),
  'journal.undo': () => ({}),
  'journal.redo': () => ({}),
};
