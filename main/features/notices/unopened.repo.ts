import { unopenedNotice, type UnopenedNotice } from '../../../shared/notices/index.ts';
import type { ReadHandle, Tables, WriteHandle } from '../../workspace/index.ts';

type Row = Tables['unopened_notices'];

/** There is one at a time. */
const ONLY = 'only';

/** The notice that was begun before its case. */
export async function findUnopened(
  read: ReadHandle,
): Promise<(UnopenedNotice & { readonly savedAt: number }) | null> {
  const row = await findRow(read);
  return row === null ? null : toUnopened(row);
}

/** Keeps it as it stands now. What is as it was leaves no trace. */
export async function saveUnopened(
  tx: WriteHandle,
  notice: UnopenedNotice,
): Promise<UnopenedNotice & { readonly savedAt: number }> {
  const { text, pastedAt, ...answers } = notice;
  const said = { text, pasted_at: pastedAt, answers_json: JSON.stringify(answers) };
  const before = await findRow(tx);
  const row: Row = { id: ONLY, ...said, saved_at: tx.now };
  if (before === null) await tx.insert('unopened_notices', row);
  else if (Object.entries(said).some(([column, value]) => before[column as keyof Row] !== value))
    await tx.update('unopened_notices', ONLY, row);
  else return toUnopened(before);
  return toUnopened(row);
}

/** Lets go of it: it is in a case now, or it was thrown away. */
export async function removeUnopened(tx: WriteHandle): Promise<void> {
  if ((await findRow(tx)) !== null) await tx.remove('unopened_notices', ONLY);
}

async function findRow(read: ReadHandle): Promise<Row | null> {
  return (await read.query.selectFrom('unopened_notices').selectAll().executeTakeFirst()) ?? null;
}

function toUnopened(row: Row): UnopenedNotice & { readonly savedAt: number } {
  const answers = JSON.parse(row.answers_json) as object;
  return {
    ...unopenedNotice.parse({ ...answers, text: row.text, pastedAt: row.pasted_at }),
    savedAt: row.saved_at,
  };
}
