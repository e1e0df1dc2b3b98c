import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Client } from '../../shared/contract/index.ts';
import { prepareExample, type ExampleFile, type PreparedExample } from '../../shared/example/index.ts';
import type { Language } from '../../shared/i18n/index.ts';
import { AppError, type Instant } from '../../shared/kernel/index.ts';
import { loadShippedExample } from './load-example.ts';
import { errorOf } from './to-app-error.ts';

/**
 * Works the example case up to the evening of the first day, by the procedures that a person's clicks call and by nothing
 * else: files are written to `scratch`, handed in, and taken away again.
 *
 * @param client of an empty workspace
 * @param now ms UTC; the notice of the example came five hours before
 * @throws whatever a procedure answers with; the workspace is then half-made and good for nothing
 */
export async function makeExample(
  client: Client,
  scratch: string,
  language: Language,
  now: Instant,
): Promise<{ readonly caseId: string }> {
  const example = prepareExample(await loadShippedExample(), language, now);
  await mkdir(scratch, { recursive: true });
  try {
    const storeId = await importOrders(client, scratch, example);
    const caseId = await openCase(client, storeId, example);
    const items = await takeIn(client, scratch, caseId, example.files);
    await proveOrders(client, caseId, example, items);
    await writeMaterial(client, caseId, example, items, language);
    return { caseId };
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

async function importOrders(client: Client, scratch: string, example: PreparedExample): Promise<string> {
  const { platform, shop, zone, orderExport } = example;
  const { id: storeId } = await client.stores.create({ platform, name: shop, exportZone: zone });
  const path = join(scratch, orderExport.fileName);
  await writeFile(path, orderExport.text);
  await ended(client, await client.orders.startImport({ storeId, file: { path } }));
  return storeId;
}

async function openCase(client: Client, storeId: string, example: PreparedExample): Promise<string> {
  const { scenario, notice, answers } = example;
  const reading = await client.notices.read({ storeId, text: notice.text });
  const { id: caseId } = await client.cases.create({
    storeId,
    scenarioId: scenario,
    orderNumbers: reading.orderNumbers.map(({ orderNumber }) => orderNumber),
    notice: {
      text: notice.text,
      platformNumber: notice.number,
      ruleCited: notice.ruleCited,
      issuedAt: notice.issuedAt,
      seenAt: notice.issuedAt,
    },
  });
  for (const [factId, value] of Object.entries(answers)) await client.cases.answer({ caseId, factId, value });
  return caseId;
}

/** The items of the example's files, by the keys that facts cite them by. */
type Items = ReadonlyMap<string, string>;

async function takeIn(
  client: Client,
  scratch: string,
  caseId: string,
  files: readonly ExampleFile[],
): Promise<Items> {
  const paths = files.map(({ fileName }) => join(scratch, fileName));
  for (const [place, path] of paths.entries()) await writeFile(path, files[place]?.text ?? '');
  const taken = (await ended(
    client,
    await client.evidence.takeIn({ caseId, files: paths.map((path) => ({ file: { path } })) }),
  )) as readonly { readonly itemId?: string }[];
  return new Map(files.map(({ key }, place) => [key, taken[place]?.itemId ?? '']));
}

async function proveOrders(
  client: Client,
  caseId: string,
  { flagged, request, campaign }: PreparedExample,
  items: Items,
): Promise<void> {
  const proposals = await client.requirements.proposals({ caseId });
  await client.requirements.acceptProposals({
    caseId,
    proposals: proposals.map(({ itemId, orderNumber, requirementId }) => ({
      itemId,
      orderNumber,
      requirementId,
    })),
  });
  const requestItem = itemOf(items, request.key);
  const { id: askId } = await client.asks.record({
    caseId,
    addressee: request.addressee,
    addresseeName: request.addresseeName,
    requirementIds: [request.requirement],
    orderNumbers: [request.order],
    text: request.text,
    channel: request.channel,
    askedAt: request.askedAt,
    itemId: requestItem,
  });
  await client.asks.answer({
    askId,
    state: 'refused',
    answeredAt: request.answeredAt,
    answerItemId: requestItem,
    note: request.answer,
  });
  await client.requirements.unavailable({
    caseId,
    requirementId: request.requirement,
    orderNumbers: [request.order],
    reason: request.reason,
    itemIds: [requestItem],
  });
  for (const sorted of new Set(flagged.map((order) => order.class))) {
    if (sorted === null) continue;
    const orderNumbers = flagged.filter((order) => order.class === sorted).map(({ number }) => number);
    await client.cases.sortOrders({ caseId, orderNumbers, class: sorted });
  }
  const campaignItem = itemOf(items, campaign.key);
  await client.campaigns.save({
    caseId,
    name: campaign.name,
    place: campaign.place,
    what: campaign.what,
    startsOn: campaign.startsOn,
    endsOn: campaign.endsOn,
    itemIds: [campaignItem],
  });
  await client.requirements.meet({ caseId, requirementId: campaign.requirement, itemIds: [campaignItem] });
}

async function writeMaterial(
  client: Client,
  caseId: string,
  { facts, statement, plan }: PreparedExample,
  items: Items,
  language: Language,
): Promise<void> {
  const factIds = new Map<string, string>();
  for (const { key, text, cites } of facts) {
    const citations = cites.map((cited) => ({ itemId: itemOf(items, cited) }));
    const { id: factId } = await client.facts.create({ caseId, text, citations });
    await client.facts.confirm({ factId, confirmed: true });
    factIds.set(key, factId);
  }
  const parts = {
    statement: statement.map((part) =>
      part.map(({ text, facts: stands }) => ({ text, factIds: stands.map((key) => itemOf(factIds, key)) })),
    ),
    plan: plan.map((part) => part.map((text) => ({ text, factIds: [] }))),
  };
  for (const document of ['statement', 'plan'] as const) {
    const { title, version, sections } = await client.drafting.get({ caseId, document, language });
    await client.drafting.save({
      caseId,
      document,
      language,
      baseVersion: version,
      title,
      sections: sections.map(({ heading }, place) => ({
        heading,
        paragraphs: [{ sentences: parts[document][place] ?? [] }],
      })),
    });
  }
}

function itemOf(ids: ReadonlyMap<string, string>, key: string): string {
  const id = ids.get(key);
  if (id === undefined) throw new AppError('INVALID_FILE', { what: 'example', problems: [key] });
  return id;
}

/** Follows a job to its end and answers with its result. */
async function ended(client: Client, { jobId }: { readonly jobId: string }): Promise<unknown> {
  for await (const { state, result, error } of await client.jobs.watch({ jobId })) {
    if (state === 'done') return result;
    if (state !== 'running') throw errorOf(error?.code ?? 'CANCELLED', error?.params);
  }
  throw new AppError('CORE_STOPPED');
}
