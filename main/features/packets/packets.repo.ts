import type { Packet } from '../../../shared/packets/index.ts';
import { AppError } from '../../../shared/kernel/index.ts';
import type { ReadHandle, Tables } from '../../workspace/index.ts';

export async function listPackets(read: ReadHandle, caseId: string): Promise<Packet[]> {
  const rows = await read.query
    .selectFrom('packets')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('number', 'desc')
    .execute();
  const files =
    rows.length === 0
      ? []
      : await read.query
          .selectFrom('packet_files')
          .selectAll()
          .where(
            'packet_id',
            'in',
            rows.map((row) => row.id),
          )
          .orderBy('part')
          .orderBy('path')
          .execute();
  return rows.map((row) => ({
    id: row.id,
    caseId: row.case_id,
    number: row.number,
    language: row.language as Packet['language'],
    frozenAt: row.frozen_at,
    folder: row.folder,
    hasOriginals: row.has_originals === 1,
    pages: row.pages,
    fields: JSON.parse(row.fields_json) as Packet['fields'],
    orderNumbers: JSON.parse(row.order_numbers_json) as string[],
    files: files
      .filter((file) => file.packet_id === row.id)
      .map((file) => ({
        id: file.id,
        part: file.part as Packet['files'][number]['part'],
        path: file.path,
        sha256: file.sha256,
        size: file.size,
      })),
  }));
}

export async function findPacketRow(read: ReadHandle, packetId: string): Promise<Tables['packets']> {
  const row = await read.query
    .selectFrom('packets')
    .selectAll()
    .where('id', '=', packetId)
    .executeTakeFirst();
  if (row === undefined) throw new AppError('NOT_FOUND', { kind: 'packet', id: packetId });
  return row;
}

/** The next packet's number in its case, from 1. */
/** Where each file of a packet stands in its folder, and its bytes in the vault. */
export async function packetFiles(
  read: ReadHandle,
  packetId: string,
): Promise<Pick<Tables['packet_files'], 'path' | 'sha256'>[]> {
  return await read.query
    .selectFrom('packet_files')
    .select(['path', 'sha256'])
    .where('packet_id', '=', packetId)
    .execute();
}

export async function nextPacketNumber(read: ReadHandle, caseId: string): Promise<number> {
  const { highest } = await read.query
    .selectFrom('packets')
    .select(({ fn }) => fn.max('number').as('highest'))
    .where('case_id', '=', caseId)
    .executeTakeFirstOrThrow();
  return (highest ?? 0) + 1;
}

export async function findStoreAround(
  read: ReadHandle,
  storeId: string,
): Promise<Pick<Tables['stores'], 'alias' | 'zone'>> {
  return await read.query
    .selectFrom('stores')
    .select(['alias', 'zone'])
    .where('id', '=', storeId)
    .executeTakeFirstOrThrow();
}
