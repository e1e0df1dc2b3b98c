import { createHash } from 'node:crypto';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { AppError } from '../../../shared/kernel/index.ts';
import type { FileReference } from '../../../shared/kernel/fields.ts';
import {
  changedPack,
  checkRulebook,
  indexRulebook,
  writingProblems,
  type RulebookData,
} from '../../../shared/rulebook/index.ts';
import { actingOperator, os, write, type CallContext } from '../../core/context.ts';
import { dropUploads, resolveFile } from '../../core/files.ts';
import type { ReadHandle, Tables } from '../../workspace/index.ts';
import { editionOf, isNewer, keepEdition, type Pack } from '../editions/index.ts';
import { compilePacksFromDisk, refuseNoFolder } from './compile-packs.ts';
import { fingerprintOf, openUpdate, sealUpdate, type PackUpdate } from './pack-update-file.ts';

/** A pack is a text of some hundred kilobytes; more is no pack. */
const MOST_BYTES = 8_000_000;

/** Packs that come in a signed file between two versions of the program. */
export const packUpdates = {
  updates: os.rulebook.updates.handler(async ({ context: { services } }) => {
    const packs = await services.rulebooks.packs(services.read);
    return (await rows(services.read)).map((row) => toRecord(row, packs));
  }),

  readUpdate: os.rulebook.readUpdate.handler(async ({ context, input }) => {
    const { services } = context;
    const read = await readUpdate(context, input.file);
    const packs = await services.rulebooks.packs(services.read);
    const after = replaced(packs, read.update.pack);
    const changes = changedPack(indexRulebook(packs), indexRulebook(after), read.update.pack.id);
    const { signer, pack } = read.update;
    return {
      sha256: read.sha256,
      platform: pack.id,
      name: pack.name,
      version: pack.version,
      current: currentOf(packs, pack.id).version,
      signer: signer.name,
      fingerprint: fingerprintOf(signer.key),
      known: (await rows(services.read)).some((row) => row.signer_key === signer.key),
      changes,
    };
  }),

  installUpdate: os.rulebook.installUpdate.handler(async ({ context, input }) => {
    const { update, sha256 } = await readUpdate(context, input.file);
    // What was shown is what goes in: a file changed in between is another one.
    if (sha256 !== input.sha256) throw new AppError('FILE_CHANGED', { reason: 'since-shown' });
    const row = await write(context, 'rulebook.installUpdate', async (tx) => {
      const { pack, signer } = update;
      const { id } = editionOf(pack);
      await keepEdition(tx, id, pack);
      const before = (await rows(tx)).find((each) => each.id === pack.id);
      const installed: Tables['pack_updates'] = {
        id: pack.id,
        edition_id: id,
        signer_name: signer.name,
        signer_key: signer.key,
        installed_at: tx.now,
        operator_id: actingOperator(tx),
      };
      if (before === undefined) await tx.insert('pack_updates', installed);
      else await tx.update('pack_updates', pack.id, installed);
      return installed;
    });
    await dropUploads(context, [input.file]);
    return toRecord(row, await context.services.rulebooks.packs(context.services.read));
  }),

  removeUpdate: os.rulebook.removeUpdate.handler(({ context, input }) =>
    write(context, 'rulebook.removeUpdate', async (tx) => {
      await tx.remove('pack_updates', input.platform);
      return { ok: true as const };
    }),
  ),

  sign: os.rulebook.sign.handler(async ({ context: { session }, input }) => {
    if (session.trust === 'browser') throw new AppError('BAD_REQUEST', { reason: 'path-from-browser' });
    await refuseNoFolder(input.packs);
    const { rulebook } = await compilePacksFromDisk(input.packs);
    const pack = currentOf(rulebook.data, input.platform);
    const key = await readFile(input.key, 'utf8').catch(() => '');
    const text = sealUpdate(pack, input.signer, key);
    await writeFile(input.to, text, { flag: 'wx' }).catch((cause: unknown) => {
      throw new AppError('INVALID_FILE', { reason: 'cannot-be-written', path: input.to }, { cause });
    });
    return { sha256: sha256Of(text), version: pack.version };
  }),
};

async function rows(read: ReadHandle): Promise<Tables['pack_updates'][]> {
  return await read.query.selectFrom('pack_updates').selectAll().orderBy('id').execute();
}

function toRecord(row: Tables['pack_updates'], packs: RulebookData) {
  const pack = currentOf(packs, row.id);
  return {
    platform: row.id,
    version: pack.version,
    signer: row.signer_name,
    fingerprint: fingerprintOf(row.signer_key),
    installedAt: row.installed_at,
    /** False once the program brings a newer pack itself. */
    inForce: editionOf(pack).id === row.edition_id,
  };
}

/** Opens an update and refuses it whole: no signature that holds, no sound pack, or none newer than what is there. */
async function readUpdate(
  context: CallContext,
  file: FileReference,
): Promise<{ readonly update: PackUpdate; readonly sha256: string }> {
  const path = resolveFile(context, file);
  const found = await stat(path).catch(() => null);
  if (found === null || !found.isFile()) throw new AppError('INVALID_FILE', { reason: 'not-a-file' });
  if (found.size > MOST_BYTES) throw new AppError('INVALID_FILE', { reason: 'no-pack-update' });
  const text = await readFile(path, 'utf8');
  const update = openUpdate(text);
  const packs = await context.services.rulebooks.packs(context.services.read);
  const current = currentOf(packs, update.pack.id);
  const { version } = update.pack;
  if (!isNewer(version, current.version))
    throw new AppError('INVALID_FILE', {
      reason: isNewer(current.version, version) ? 'older-pack' : 'same-pack',
      version,
      current: current.version,
    });
  refuseUnsound(replaced(packs, update.pack), update.pack.id);
  return { update, sha256: sha256Of(text) };
}

/**
 * Refuses what the corrector's own check would: what does not hold together, and a text that writes out a figure of a rule
 * and so follows that rule no longer, or a script that cannot leave out what it asks.
 *
 * @throws AppError INVALID_FILE `unsound-pack` or `figure-in-words`, with every problem
 */
function refuseUnsound(data: RulebookData, platformId: string): void {
  try {
    checkRulebook(data);
  } catch (cause) {
    const problems = cause instanceof AppError ? (cause.params['problems'] ?? null) : null;
    throw new AppError('INVALID_FILE', { reason: 'unsound-pack', problems }, { cause });
  }
  const written = writingProblems(data).filter(({ platform }) => platform === platformId);
  if (written.length === 0) return;
  const problems = written.map((each) => `${each.caseType ?? 'platform'}: ${each.message}`);
  const isOfFigures = written.every(({ code }) => code === 'figure-in-words');
  throw new AppError('INVALID_FILE', { reason: isOfFigures ? 'figure-in-words' : 'unsound-pack', problems });
}

function replaced(packs: RulebookData, pack: Pack): RulebookData {
  return { ...packs, platforms: packs.platforms.map((each) => (each.id === pack.id ? pack : each)) };
}

/** @throws AppError NOT_FOUND: a file adds no platform, it brings a known one up to date */
function currentOf(packs: RulebookData, platformId: string): Pack {
  const found = packs.platforms.find(({ id }) => id === platformId);
  if (found === undefined) throw new AppError('NOT_FOUND', { kind: 'platform', id: platformId });
  return found;
}

function sha256Of(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
