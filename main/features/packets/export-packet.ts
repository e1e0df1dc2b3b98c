import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Language } from '../../../shared/kernel/fields.ts';
import { AppError, dateIn, isAppError, newId } from '../../../shared/kernel/index.ts';
import {
  archiveLabels,
  countCharacters,
  exhibitLabel,
  exhibitListCsv,
  manifestText,
  planOriginals,
  type ArchiveData,
  type ArchiveExhibit,
  type Packet,
  type PacketFile,
} from '../../../shared/packets/index.ts';
import type { Services } from '../../core/context.ts';
import type { TypesetPdf } from '../../documents/index.ts';
import type { JobControl } from '../../core/job-runner.ts';
import {
  blobPath,
  hasBlob,
  putInPlace,
  storeBytes,
  temporaryPath,
  UNFINISHED,
  writePacketFolder,
} from '../../workspace/index.ts';
import { typesetStatement } from '../drafting/index.ts';
import { factsShownBy, gatherMaterial, isWritten, spentOrders, type CaseMaterial } from './gather.ts';
import { orderTables } from './order-tables.ts';
import { nextPacketNumber } from './packets.repo.ts';
import { readinessOf } from './readiness.ts';
import { planKit } from './upload-kit.ts';

export interface ExportRequest {
  readonly caseId: string;
  readonly language: Language;
  readonly originals: boolean;
}

/** A file of the packet whose bytes are in the vault already. */
type StoredFile = Omit<PacketFile, 'id'>;

const FOLDERS = {
  'zh-CN': {
    packet: '材料',
    kit: '上传包',
    archive: '存档',
    originals: '原始文件',
    pdf: '存档.pdf',
    list: '材料目录.csv',
    manifest: '校验清单.sha256',
  },
  en: {
    packet: 'material',
    kit: 'upload-kit',
    archive: 'archive',
    originals: 'originals',
    pdf: 'archive.pdf',
    list: 'exhibits.csv',
    manifest: 'checksums.sha256',
  },
} as const;

/**
 * Freezes and writes the material: bytes into the vault first, then the folder under an unfinished name, then the rows,
 * then the folder's own name. A crash before the rows leaves nothing; a crash after them is finished at the next start.
 */
export async function exportPacket(
  services: Services,
  operatorId: string,
  request: ExportRequest,
  control: JobControl,
): Promise<{ packetId: string }> {
  const { caseId, language } = request;
  const names = FOLDERS[language];
  const material = await gatherMaterial(services, caseId, language);
  const kit = planKit(material, language);
  const stop = readinessOf(material, kit.plan.findings).find((finding) => finding.weight === 'stop');
  if (stop !== undefined) throw new AppError('NOT_READY', { reason: stop.code, step: stop.step });

  const instant = services.clock.now();
  const total = material.exhibits.length + 4;
  const { data, pdf } = await typesetArchive(services, material, request, instant, control, total);
  control.signal.throwIfAborted();

  const files: StoredFile[] = [];
  const keep = async (part: PacketFile['part'], path: string, content: Uint8Array | string) => {
    const stored = await store(
      services,
      typeof content === 'string' ? new TextEncoder().encode(content) : content,
    );
    files.push({ part, path, ...stored });
    return { path: path.split('/').slice(1).join('/'), sha256: stored.sha256 };
  };
  const archived = [
    await keep('archive', `${names.archive}/${names.pdf}`, pdf.bytes),
    await keep('archive', `${names.archive}/${names.list}`, exhibitListCsv(data.labels, data.exhibits)),
  ];
  await keep('archive', `${names.archive}/${names.manifest}`, manifestText(archived));
  control.progress(material.exhibits.length + 2, total, names.kit);

  const sizes = new Map(material.exhibits.map(({ item }) => [item.sha256, item.size]));
  for (const { path, source } of kit.plan.entries) {
    const place = `${names.kit}/${path}`;
    if (source.kind === 'text') await keep('upload-kit', place, source.text);
    else
      files.push({
        part: 'upload-kit',
        path: place,
        sha256: source.sha256,
        size: sizes.get(source.sha256) ?? 0,
      });
  }
  if (request.originals) await addOriginals(material, language, files, keep);

  return {
    packetId: await settle(
      services,
      operatorId,
      request,
      material,
      kit.fields,
      files,
      pdf.pages,
      instant,
      control,
    ),
  };
}

async function addOriginals(
  material: CaseMaterial,
  language: Language,
  files: StoredFile[],
  keep: (part: PacketFile['part'], path: string, content: string) => Promise<unknown>,
): Promise<void> {
  const names = FOLDERS[language];
  const originals = planOriginals(
    material.exhibits.map(({ exhibitNumber, item }) => ({
      exhibit: exhibitLabel(exhibitNumber, 'number', language),
      name: item.fileName,
      sha256: item.sha256,
    })),
    'utf8',
  );
  const sizes = new Map(material.exhibits.map(({ item }) => [item.sha256, item.size]));
  const listed = originals.flatMap(({ path, source }) =>
    source.kind === 'blob' ? [{ path, sha256: source.sha256 }] : [],
  );
  for (const { path, sha256 } of listed) {
    files.push({
      part: 'originals',
      path: `${names.originals}/${path}`,
      sha256,
      size: sizes.get(sha256) ?? 0,
    });
  }
  await keep('originals', `${names.originals}/${names.manifest}`, manifestText(listed));
}

/** Sets the archive. An exhibit that the typesetter refuses is listed as damaged and kept as untouched original. */
async function typesetArchive(
  services: Services,
  material: CaseMaterial,
  request: ExportRequest,
  instant: number,
  control: JobControl,
  total: number,
): Promise<{ data: ArchiveData; pdf: TypesetPdf }> {
  const { language } = request;
  const { vault } = services.workspace.paths;
  const files: Record<string, Uint8Array> = {};
  const exhibits: ArchiveExhibit[] = [];
  const served = ordersByExhibit(material);
  for (const [place, { exhibitNumber, item }] of material.exhibits.entries()) {
    control.signal.throwIfAborted();
    control.progress(place, total, item.label === '' ? item.fileName : item.label);
    const path = blobPath(vault, item.sha256);
    await requireUntouched(services, item, control.signal);
    const virtualPath = `/files/${exhibitNumber}`;
    const inspection = await services.pool.run('inspect', { path }, { signal: control.signal });
    const placed = await services.pool.run(
      'place-exhibit',
      { path, virtualPath, inspection },
      { signal: control.signal },
    );
    if (placed.bytes !== null) files[virtualPath] = placed.bytes;
    exhibits.push({
      ...describe(material, served, item, exhibitNumber, language),
      placement: placed.placement,
    });
  }
  // Of the facts as they were gathered: what is changed meanwhile would number other exhibits than those placed here.
  const statement = typesetStatement(material.facts, material.statement);
  const plan = isWritten(material.plan) ? typesetStatement(material.facts, material.plan) : null;
  control.progress(material.exhibits.length, total, FOLDERS[language].pdf);
  for (;;) {
    const data: ArchiveData = {
      ...statement,
      labels: archiveLabels(language),
      cover: {
        platform: material.platformName,
        store: material.store.alias,
        scenario: language === 'en' ? material.scenario.title.en : material.scenario.title.zh,
        caseNumber: material.found.number,
        orderCount: material.contested.length,
        date: dateIn(instant, material.store.zone),
      },
      orderTables: orderTables(material, language),
      plan: plan === null ? null : { title: plan.heading, sections: plan.sections },
      exhibits,
    };
    try {
      return {
        data,
        pdf: await services.typesetter.pdf({ template: 'archive', data, files, instant }, control.signal),
      };
    } catch (error) {
      const refused =
        isAppError(error) && error.code === 'INVALID_FILE' ? Number(error.params['exhibit']) : Number.NaN;
      const exhibit = exhibits[refused];
      if (exhibit === undefined || exhibit.placement.kind === 'listed') throw error;
      exhibits[refused] = { ...exhibit, placement: { kind: 'listed', reason: 'damaged' } };
    }
  }
}

/** What is frozen says its own hash: bytes that are no longer those that came in are not handed over as if they were. */
async function requireUntouched(
  services: Services,
  item: { readonly sha256: string; readonly fileName: string },
  signal: AbortSignal,
): Promise<void> {
  const { vault } = services.workspace.paths;
  const found = (await hasBlob(vault, item.sha256))
    ? await services.pool.run('hash', { path: blobPath(vault, item.sha256) }, { signal })
    : null;
  if (found?.sha256 !== item.sha256)
    throw new AppError('BLOB_MISSING', { name: item.fileName, sha256: item.sha256 });
}

function describe(
  material: CaseMaterial,
  served: ReadonlyMap<string, ReadonlySet<string>>,
  item: CaseMaterial['exhibits'][number]['item'],
  exhibitNumber: number,
  language: Language,
): Omit<ArchiveExhibit, 'placement'> {
  const shown = factsShownBy(material, item.id);
  const words = [item.label, item.fileName, item.note, ...shown.map((fact) => fact.text)].join(' ');
  return {
    label: exhibitLabel(exhibitNumber, 'number', language),
    description: item.label === '' ? item.fileName : item.label,
    shows: shown.map((fact) => fact.text).join(language === 'en' ? ' ' : ''),
    orders: [...material.shown].filter(
      (number) => served.get(item.id)?.has(number) === true || words.includes(number),
    ),
    fileName: item.fileName,
    mediaType: item.mediaType,
    bytes: item.size,
    sha256: item.sha256,
  };
}

/** The orders that each exhibit is a voucher of. */
function ordersByExhibit(material: CaseMaterial): ReadonlyMap<string, ReadonlySet<string>> {
  const served = new Map<string, Set<string>>();
  for (const { orderNumber, items } of material.coverage.orders) {
    for (const itemId of items.flatMap((slot) => slot.itemIds)) {
      served.set(itemId, (served.get(itemId) ?? new Set()).add(orderNumber));
    }
  }
  return served;
}

async function settle(
  services: Services,
  operatorId: string,
  request: ExportRequest,
  material: CaseMaterial,
  fields: ReturnType<typeof planKit>['fields'],
  files: readonly StoredFile[],
  pages: number,
  instant: number,
  control: JobControl,
): Promise<string> {
  const { exports, vault } = services.workspace.paths;
  const { caseId, language } = request;
  const caseFolder = join(exports, material.found.number);
  const unfinished = join(caseFolder, UNFINISHED + newId(services.clock, services.random));
  const ready: Packet['fields'] = fields.map(({ fieldId, label, text, limit }) => ({
    fieldId,
    label,
    text,
    characters: countCharacters(text),
    limit: limit?.value ?? null,
  }));
  let frozen;
  try {
    await writePacketFolder(vault, unfinished, files);
    control.signal.throwIfAborted();
    frozen = await services.store.write(
      { operatorId },
      { code: 'packets.export', caseId, permanent: true },
      async (tx) => {
        const id = tx.newId();
        // Counted here and not before: another export of the same case may have come first.
        const number = await nextPacketNumber(tx, caseId);
        const packetName = `${FOLDERS[language].packet}-${number}`;
        for (const file of files) await tx.noteBlob(file.sha256, file.size);
        await tx.insert('packets', {
          id,
          case_id: caseId,
          number,
          language,
          frozen_at: instant,
          folder: `${material.found.number}/${packetName}`,
          has_originals: request.originals ? 1 : 0,
          pages,
          fields_json: JSON.stringify(ready),
          order_numbers_json: JSON.stringify(spentOrders(material)),
          operator_id: operatorId,
        });
        for (const file of files) await tx.insert('packet_files', { id: tx.newId(), packet_id: id, ...file });
        for (const { item } of material.exhibits) {
          await tx.custody({
            itemId: item.id,
            act: 'exported',
            sha256: item.sha256,
            detail: { case: material.found.number, packet: number },
          });
        }
        return { packetId: id, name: packetName };
      },
    );
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    throw error;
  }
  // It is frozen: whatever happens to its folder from here on, the vault gives it back when it is shown or at the start.
  await putInPlace(unfinished, join(caseFolder, frozen.name)).catch((error: unknown) =>
    services.log.warn({ err: error }, 'a packet was frozen, but its folder could not be put in place'),
  );
  return frozen.packetId;
}

async function store(services: Services, bytes: Uint8Array): Promise<{ sha256: string; size: number }> {
  const { vault, incoming } = services.workspace.paths;
  return await storeBytes(bytes, vault, temporaryPath(incoming, newId(services.clock, services.random)));
}
