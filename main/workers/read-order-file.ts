import { open, stat } from 'node:fs/promises';
import { parse, type Parser } from 'csv-parse';
import { AppError } from '../../shared/kernel/index.ts';
import {
  endsAsRounded,
  isEmptyRow,
  isOrderHeader,
  ORDER_TIMES,
  proposeMapping,
  readOrderNumber,
  readOrderRow,
  watchRounding,
  type OrderRowValues,
  type Rounding,
  type RowReject,
  type TextEncodingName,
} from '../../shared/orders/index.ts';
import { readChunks } from '../workspace/index.ts';
import type { JobContext } from './job-kinds.ts';
import type { OrderFileInput, OrderFileSummary } from './order-file.ts';

const LARGEST = 1024 * 1024 * 1024;
const BATCH = 500;
const REJECTS_SHOWN = 200;
const SAMPLE_ROWS = 5;
const HEADER_WITHIN = 5;
const LONGEST_RECORD = 4 * 1024 * 1024;

/** Reads an order export of any size: what it is first, then its rows in batches, at the pace the core takes them. */
export async function readOrderFile(
  input: OrderFileInput,
  { signal, update }: JobContext<'read-orders'>,
): Promise<OrderFileSummary> {
  const { size } = await statOrExplain(input.path);
  if (size === 0) throw new AppError('INVALID_FILE', { reason: 'empty' });
  if (size > LARGEST) throw new AppError('FILE_TOO_LARGE', { limitBytes: LARGEST });
  const encoding = await settleEncoding(input, signal);
  const delimiter = input.delimiter ?? (await detectDelimiter(input.path, encoding));
  const { headers, headerRow, sample } = await readHead(input.path, encoding, delimiter, signal);
  const mapping = input.mapping ?? proposeMapping(headers);
  if (headers.length < 2 && mapping.orderNumber === undefined)
    throw new AppError('INVALID_FILE', { reason: 'not-a-table' });

  const summary = { encoding, delimiter, headers, mapping, sample };
  const numberColumn = mapping.orderNumber;
  if (numberColumn === undefined) {
    return { ...summary, rows: 0, rejected: 0, rejects: [], doubtful: [], needsZone: false };
  }
  const hasTimes = ORDER_TIMES.some((field) => mapping[field] !== undefined);
  const rounding = await judgeRounding(input.path, encoding, delimiter, headerRow, numberColumn, signal);

  const reader = { headers, mapping, zone: input.zone ?? 'UTC', currency: input.currency };
  const rejects: RowReject[] = [];
  const doubtful: RowReject[] = [];
  let rejected = 0;
  let rows = 0;
  let batch: { row: number; values: OrderRowValues }[] = [];
  let bytesRead = 0;
  const send = async () => {
    if (batch.length === 0) return;
    await update({ rows: batch, bytesRead, bytesTotal: size });
    batch = [];
  };
  for await (const { cells, row } of records(
    input.path,
    encoding,
    delimiter,
    signal,
    (bytes) => (bytesRead = bytes),
  )) {
    if (row <= headerRow || isEmptyRow(cells)) continue;
    rows += 1;
    const reading = readOrderRow(cells, row, reader);
    if (reading.ok) {
      batch.push({ row, values: reading.values });
      const { orderNumber } = reading.values;
      if (rounding === 'doubtful' && endsAsRounded(orderNumber)) {
        const column = headers[numberColumn] ?? '';
        doubtful.push({ row, column, value: orderNumber, reason: 'order-number-rounded' });
      }
    } else {
      rejected += 1;
      if (rejects.length < REJECTS_SHOWN) rejects.push(reading.reject);
    }
    if (batch.length >= BATCH) await send();
  }
  await send();
  return { ...summary, rows, rejected, rejects, doubtful, needsZone: hasTimes && input.zone === null };
}

async function statOrExplain(path: string): Promise<{ size: number }> {
  try {
    const found = await stat(path);
    if (!found.isFile()) throw new AppError('INVALID_FILE', { reason: 'not-a-file' });
    const file = await open(path, 'r');
    await file.close();
    return found;
  } catch (error) {
    if (error instanceof AppError) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new AppError('INVALID_FILE', { reason: code === 'ENOENT' ? 'gone' : 'locked' }, { cause: error });
  }
}

/** The encoding the person chose, checked; else the first that reads the whole file: by mark, UTF-8, then GB 18030. */
async function settleEncoding(input: OrderFileInput, signal: AbortSignal): Promise<TextEncodingName> {
  const file = await open(input.path, 'r');
  const { buffer: head, bytesRead } = await file
    .read(Buffer.alloc(4096), 0, 4096, 0)
    .finally(() => file.close());
  const candidates = input.encoding === undefined ? guesses(head.subarray(0, bytesRead)) : [input.encoding];
  for (const encoding of candidates) {
    if (await reads(input.path, encoding, signal)) return encoding;
  }
  throw new AppError('INVALID_FILE', { reason: input.encoding === undefined ? 'not-a-table' : 'encoding' });
}

function guesses(head: Uint8Array): TextEncodingName[] {
  if (head[0] === 0xff && head[1] === 0xfe) return ['utf-16le'];
  if (head[0] === 0xfe && head[1] === 0xff) return ['utf-16be'];
  // "Unicode text" without its mark: every second byte of plain letters is zero.
  const zeros = (offset: number) => head.filter((byte, place) => place % 2 === offset && byte === 0).length;
  if (zeros(1) > head.length / 8) return ['utf-16le'];
  if (zeros(0) > head.length / 8) return ['utf-16be'];
  return ['utf-8', 'gb18030'];
}

async function reads(path: string, encoding: TextEncodingName, signal: AbortSignal): Promise<boolean> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for await (const chunk of readChunks(path, 1024 * 1024, signal)) {
      // A table holds no control characters; where one stands, this is not text in this encoding.
      if (/[\u0000-\u0008\u000e-\u001f]/.test(decoder.decode(chunk, { stream: true }))) return false;
    }
    decoder.decode();
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

async function detectDelimiter(path: string, encoding: TextEncodingName): Promise<string> {
  const file = await open(path, 'r');
  const { buffer, bytesRead } = await file
    .read(Buffer.alloc(65_536), 0, 65_536, 0)
    .finally(() => file.close());
  const line = new TextDecoder(encoding).decode(buffer.subarray(0, bytesRead)).split(/\r?\n/, 1)[0] ?? '';
  const counts = [',', '\t', ';', '|'].map((delimiter) => ({
    delimiter,
    count: line.split(delimiter).length - 1,
  }));
  return counts.reduce((best, candidate) => (candidate.count > best.count ? candidate : best)).delimiter;
}

async function readHead(
  path: string,
  encoding: TextEncodingName,
  delimiter: string,
  signal: AbortSignal,
): Promise<{ headers: string[]; headerRow: number; sample: string[][] }> {
  const first: { cells: string[]; row: number }[] = [];
  for await (const record of records(path, encoding, delimiter, signal)) {
    first.push(record);
    if (first.length >= HEADER_WITHIN + SAMPLE_ROWS) break;
  }
  // A page saved as .csv or .xls: its commas are not columns.
  if (/^\s*<(!doctype|html|head|body|table|\?xml)\b/i.test(first[0]?.cells[0] ?? ''))
    throw new AppError('INVALID_FILE', { reason: 'not-a-table' });
  const header = first.slice(0, HEADER_WITHIN).find(({ cells }) => isOrderHeader(cells)) ?? first[0];
  if (header === undefined) throw new AppError('INVALID_FILE', { reason: 'empty' });
  const headers = header.cells.map((cell) => cell.replace(/^\ufeff/, '').trim());
  while (headers.length > 1 && headers.at(-1) === '') headers.pop();
  const sample = first.filter(({ row }) => row > header.row).slice(0, SAMPLE_ROWS);
  return {
    headers,
    headerRow: header.row,
    sample: sample.map(({ cells }) => cells.slice(0, headers.length)),
  };
}

/** @throws AppError INVALID_FILE where a spreadsheet rounded the file's order numbers; fewer than that tells are a doubt. */
async function judgeRounding(
  path: string,
  encoding: TextEncodingName,
  delimiter: string,
  headerRow: number,
  column: number,
  signal: AbortSignal,
): Promise<Rounding> {
  const watch = watchRounding();
  let example = '';
  for await (const { cells, row } of records(path, encoding, delimiter, signal)) {
    if (row <= headerRow) continue;
    const number = readOrderNumber(cells[column] ?? '');
    if (!number.ok) continue;
    watch.see(number.orderNumber);
    if (example === '' && endsAsRounded(number.orderNumber)) example = number.orderNumber;
    // One whole number among them settles it; a long file need not be read to its end.
    if (watch.judgement() === 'whole') return 'whole';
  }
  const rounding = watch.judgement();
  if (rounding === 'rounded')
    throw new AppError('INVALID_FILE', { reason: 'order-numbers-rounded', example });
  return rounding;
}

async function* records(
  path: string,
  encoding: TextEncodingName,
  delimiter: string,
  signal: AbortSignal,
  onBytes: (bytes: number) => void = () => undefined,
): AsyncGenerator<{ cells: string[]; row: number }> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const parser = parse({
    delimiter,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: false,
    max_record_size: LONGEST_RECORD,
  });
  const fed = (async () => {
    let bytes = 0;
    for await (const chunk of readChunks(path, 256 * 1024, signal)) {
      if (parser.destroyed) return;
      bytes += chunk.byteLength;
      onBytes(bytes);
      if (!parser.write(decoder.decode(chunk, { stream: true }))) await roomIn(parser);
    }
    parser.end();
  })().catch((error: unknown) => parser.destroy(error as Error));
  try {
    let row = 0;
    for await (const cells of parser as AsyncIterable<string[]>) {
      row += 1;
      yield { cells, row };
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('CSV_')) {
      throw new AppError('INVALID_FILE', { reason: 'not-a-table' }, { cause: error });
    }
    throw error;
  } finally {
    parser.destroy();
    // Whoever goes away early, goes when the file is closed.
    await fed;
  }
}

/** Waits until a parser takes more, or wants no more. */
async function roomIn(parser: Parser): Promise<void> {
  if (parser.destroyed) return;
  await new Promise<void>((resolve) => {
    const go = (): void => {
      parser.off('drain', go);
      parser.off('close', go);
      resolve();
    };
    parser.once('drain', go);
    parser.once('close', go);
  });
}
