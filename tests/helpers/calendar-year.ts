import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AddedYear } from '../../shared/deadlines/index.ts';
import type { TestCore } from './core.ts';
import { testFolder } from './files.ts';

const name = { zh: '春节', en: 'Spring Festival' };

/** A year of China's days off by a made-up notice: the Spring Festival alone, with a Saturday and a Sunday worked for it. */
export function chinaYear(
  year: number,
  change: Partial<AddedYear['year']> = {},
): { calendar: string; year: object } {
  return {
    calendar: 'CN',
    year: {
      year,
      status: 'published',
      notices: [{ number: `测试〔${year - 1}〕1号`, date: `${year - 1}-11-25`, address: null }],
      basis: null,
      daysOff: [{ from: `${year}-02-04`, to: `${year}-02-12`, name }],
      makeupDays: [{ from: `${year}-01-30`, to: `${year}-01-31`, name }],
      ...change,
    },
  };
}

/** Something written down as the file of a year. @returns its path */
export async function yearFile(content: unknown): Promise<string> {
  const path = join(await testFolder(), 'year.json');
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content, null, 2));
  return path;
}

/** Reads a year's file and brings it in. */
export async function addYear(client: TestCore['client'], path: string): Promise<void> {
  const { sha256 } = await client.deadlines.readYear({ file: { path } });
  await client.deadlines.addYear({ file: { path }, sha256 });
}
