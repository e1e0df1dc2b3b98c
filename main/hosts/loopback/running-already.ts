import { hostname } from 'node:os';
import { createFormatters, type Language } from '../../../shared/i18n/index.ts';
import type { ErrorParams } from '../../../shared/kernel/index.ts';
import { readHostFile } from '../ports/index.ts';
import { lineOf } from './console-text.ts';

/** What runs there already, and how to get to it: whoever starts the program twice has usually lost its window. */
export async function runningAlready(
  holder: ErrorParams,
  folder: string,
  language: Language,
): Promise<Readonly<Record<string, string>>> {
  const name = String(holder['program'] ?? '');
  const program = PROGRAMS.find((each) => each === name);
  const computer = String(holder['computer'] ?? '');
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  const { instant } = createFormatters(language);
  const isElsewhere = computer !== '' && computer !== hostname();
  const host = isElsewhere ? null : await readHostFile(folder);
  const url = host === null ? '' : new URL(host.socket.replace(/^ws:/, 'http:')).origin;
  const reach = isElsewhere ? 'elsewhere' : (program ?? 'unknown');
  return {
    folder,
    program: program === undefined ? name : lineOf(language, `running-${program}`),
    process: String(holder['process'] ?? ''),
    since: instant(Number(holder['since'] ?? 0), timeZone, Date.now()),
    how: lineOf(language, `reach-${reach}`, { url, computer }),
  };
}

/** As the hosts call themselves. */
const PROGRAMS = ['browser window', 'desktop', 'desk'] as const;
