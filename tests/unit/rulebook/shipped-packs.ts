import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compilePacks, type PackFile, type Rulebook } from '../../../shared/rulebook/index.ts';

const packsDir = fileURLToPath(new URL('../../../shared/rulebook/packs/', import.meta.url));

/** The packs as they ship, as text. */
export function shippedPackFiles(): PackFile[] {
  return readdirSync(packsDir, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.yaml'))
    .sort()
    .map((path) => ({ path, text: readFileSync(packsDir + path, 'utf8') }));
}

/** Of these files, those that one is checked with: its platform's, and those whose rules the others may cite. */
export function packFilesBeside(path: string, files: readonly PackFile[]): PackFile[] {
  const folders = [path.split('/')[0], 'general', 'law-cn'];
  return files.filter((file) => folders.includes(file.path.split('/')[0]));
}

/** The packs as they ship, compiled; or with some text of one file replaced. */
export function compileShipped(change?: { path: string; from: string; to: string }): {
  json: string;
  rulebook: Rulebook;
} {
  const files = shippedPackFiles().map((file) =>
    file.path === change?.path ? { ...file, text: file.text.replace(change.from, change.to) } : file,
  );
  const result = compilePacks(files);
  if (!result.ok) throw new Error(JSON.stringify(result.problems, null, 1));
  return result;
}

export const scene = (id: string): string => `aliexpress.report-buyer.${id}`;
