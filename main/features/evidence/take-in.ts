import { basename } from 'node:path';
import { AppError, isAppError, newId } from '../../../shared/kernel/index.ts';
import { linksIn } from '../../../shared/evidence/index.ts';
import type { FileReference } from '../../../shared/kernel/fields.ts';
import type { CallContext } from '../../core/context.ts';
import { dropUploads, resolveFile } from '../../core/files.ts';
import type { JobControl } from '../../core/job-runner.ts';
import {
  findCaseRow,
  storeBytes,
  temporaryPath,
  type Tables,
  type WriteHandle,
} from '../../workspace/index.ts';
import { caseEvidenceRows, findItemByBytes, requireItemInUse } from './evidence.repo.ts';

/** A file handed in, with what the hand knows of it. */
export interface HandedFile {
  readonly file: FileReference;
  readonly name?: string | undefined;
  readonly modifiedAt?: number | undefined;
}

/** What became of one file. One bad file never stops the others. */
export type TakenIn =
  | { readonly name: string; readonly itemId: string; readonly known: boolean }
  | { readonly name: string; readonly error: { readonly code: string; readonly params: AppError['params'] } };

/** Takes files into the vault one by one, each with its row and its custody event in one act. */
export async function takeInFiles(
  context: CallContext,
  operatorId: string,
  files: readonly HandedFile[],
  caseId: string | null,
  control: JobControl,
): Promise<TakenIn[]> {
  try {
    return await takeInEach(context, operatorId, files, caseId, control);
  } finally {
    await dropUploads(
      context,
      files.map(({ file }) => file),
    );
  }
}

async function takeInEach(
  context: CallContext,
  operatorId: string,
  files: readonly HandedFile[],
  caseId: string | null,
  control: JobControl,
): Promise<TakenIn[]> {
  const taken: TakenIn[] = [];
  for (const [place, handed] of files.entries()) {
    control.signal.throwIfAborted();
    const name = displayName(handed);
    control.progress(place, files.length, name);
    try {
      taken.push(await takeInFile(context, operatorId, handed, name, caseId, control));
    } catch (error) {
      if (control.signal.aborted) throw error;
      // A full disk stops everything; going on would only fail again, file by file.
      if (isAppError(error) && error.code === 'OUT_OF_SPACE') throw error;
      if (!isAppError(error)) context.services.log.error({ err: error }, 'a file could not be taken in');
      const known = isAppError(error) ? error : new AppError('INTERNAL');
      taken.push({ name, error: { code: known.code, params: known.params } });
    }
  }
  control.progress(files.length, files.length, '');
  return taken;
}

async function takeInFile(
  context: CallContext,
  operatorId: string,
  handed: HandedFile,
  name: string,
  caseId: string | null,
  control: JobControl,
): Promise<TakenIn> {
  const { services } = context;
  const { paths } = services.workspace;
  const source = resolveFile(context, handed.file);
  const stored = await services.pool.run(
    'take-in',
    {
      source,
      vault: paths.vault,
      temporary: temporaryPath(paths.incoming, newId(services.clock, services.random)),
    },
    { signal: control.signal },
  );
  const { inspection } = stored;
  const result = await services.store.write(
    { operatorId },
    { code: 'evidence.takeIn', caseId, permanent: true },
    async (tx) => {
      await tx.noteBlob(stored.sha256, stored.size);
      const clientId = caseId === null ? null : (await findCaseRow(tx, caseId)).client_id;
      const known = await findItemByBytes(tx, stored.sha256, clientId);
      if (known !== null) {
        if (caseId !== null) await attachItems(tx, caseId, [known.id]);
        return { itemId: known.id, known: true };
      }
      const itemId = await insertItem(
        tx,
        {
          kind: 'file',
          label: '',
          file_name: name,
          media_type: inspection.mediaType,
          file_kind: inspection.kind,
          size: stored.size,
          sha256: stored.sha256,
          width: inspection.width ?? null,
          height: inspection.height ?? null,
          pages: inspection.pages ?? null,
          damaged: inspection.damaged === true || inspection.encrypted === true ? 1 : 0,
          file_modified_at: handed.modifiedAt ?? ('path' in handed.file ? stored.modifiedAt : null),
          original_path: 'path' in handed.file ? handed.file.path : '',
        },
        services.clock.zone(),
        caseId,
      );
      return { itemId, known: false };
    },
  );
  // At once: of many large files each gives its room back before the next is copied.
  await dropUploads(context, [handed.file]);
  return { name, ...result };
}

/** A text that comes in as evidence, and the act that brings it. */
export interface NewText {
  readonly act: string;
  readonly label: string;
  readonly text: string;
  readonly caseId: string | null;
}

/** Takes in a text that is evidence itself. Its bytes lie in the vault like any file's. */
export async function takeInText(
  context: CallContext,
  operatorId: string,
  { act, label, text, caseId }: NewText,
): Promise<string> {
  const { services } = context;
  const { paths } = services.workspace;
  const bytes = new TextEncoder().encode(text);
  const stored = await storeBytes(
    bytes,
    paths.vault,
    temporaryPath(paths.incoming, newId(services.clock, services.random)),
  );
  return await services.store.write({ operatorId }, { code: act, caseId, permanent: true }, async (tx) => {
    await tx.noteBlob(stored.sha256, stored.size);
    const itemId = await insertItem(
      tx,
      {
        kind: 'text',
        label,
        file_name: `${label}.txt`,
        media_type: 'text/plain',
        file_kind: 'text',
        size: stored.size,
        sha256: stored.sha256,
        width: null,
        height: null,
        pages: null,
        damaged: 0,
        file_modified_at: null,
        original_path: '',
      },
      services.clock.zone(),
      caseId,
    );
    for (const address of linksIn(text))
      await tx.insert('evidence_links', { id: tx.newId(), item_id: itemId, address });
    return itemId;
  });
}

/** Puts items behind the last exhibit of a case; those already there stay where they are. @throws AppError NOT_FOUND */
export async function attachItems(
  tx: WriteHandle,
  caseId: string,
  itemIds: readonly string[],
): Promise<void> {
  await findCaseRow(tx, caseId);
  const rows = await caseEvidenceRows(tx, caseId);
  const present = new Set(rows.map((row) => row.item_id));
  let position = rows.at(-1)?.position ?? 0;
  for (const itemId of itemIds) {
    if (present.has(itemId)) continue;
    await requireItemInUse(tx, itemId);
    position += 1;
    await tx.insert('case_evidence', { id: tx.newId(), case_id: caseId, item_id: itemId, position });
  }
}

type NewItem = Omit<
  Tables['evidence_items'],
  | 'id'
  | 'obtained'
  | 'note'
  | 'taken_in_at'
  | 'taken_in_zone'
  | 'operator_id'
  | 'client_id'
  | 'removed_at'
  | 'remove_reason'
>;

async function insertItem(
  tx: WriteHandle,
  item: NewItem,
  zone: string,
  caseId: string | null,
): Promise<string> {
  if (tx.operatorId === null) throw new AppError('OPERATOR_NEEDED');
  const id = tx.newId();
  await tx.insert('evidence_items', {
    ...item,
    id,
    obtained: null,
    note: '',
    taken_in_at: tx.now,
    taken_in_zone: zone,
    operator_id: tx.operatorId,
    client_id: caseId === null ? null : (await findCaseRow(tx, caseId)).client_id,
    removed_at: null,
    remove_reason: '',
  });
  await tx.custody({
    itemId: id,
    act: 'taken-in',
    sha256: item.sha256,
    detail: { name: item.file_name, size: item.size, mediaType: item.media_type },
  });
  if (caseId !== null) await attachItems(tx, caseId, [id]);
  return id;
}

/** The name as the hand gave it, without any folder: names are shown and kept, never used as a path. */
function displayName(handed: HandedFile): string {
  const given = handed.name ?? ('path' in handed.file ? basename(handed.file.path) : '');
  const last = given.split(/[\\/]/).at(-1) ?? '';
  // Control characters in a name are an attack on whoever lists it.
  const shown = Array.from(last, (character) =>
    character < ' ' || character === '\u007f' ? '\ufffd' : character,
  ).join('');
  return shown === '' || shown === '.' || shown === '..' ? '\ufffd' : shown.slice(0, 255).toWellFormed();
}
