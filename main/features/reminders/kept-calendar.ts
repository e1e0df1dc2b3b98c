import { rename, rm, stat, writeFile } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import { AppError } from '../../../shared/kernel/index.ts';
import type { KeptCalendar } from '../../../shared/reminders/index.ts';
import type { CalendarKeeping, Services } from '../../core/context.ts';
import { explainFileError } from '../../workspace/index.ts';
import { CALENDAR_NAME, calendarText } from './calendar-text.ts';

/**
 * Keeps one calendar file, for whatever subscribed to it, equal to the clocks. It is written anew only where something in it
 * has changed, where it is missing, or where it could not be written the last time.
 */
export class CalendarKeeper implements CalendarKeeping {
  readonly #services: Pick<Services, 'read' | 'clock' | 'ports' | 'log'>;
  #written: { readonly path: string; readonly language: string; readonly text: string } | null = null;
  #state: KeptCalendar = { path: null, writtenAt: null, problem: null };
  #changed = true;
  #looking: Promise<void> | null = null;

  constructor(services: Pick<Services, 'read' | 'clock' | 'ports' | 'log'>) {
    this.#services = services;
  }

  get state(): KeptCalendar {
    return this.#state;
  }

  note(): void {
    this.#changed = true;
  }

  async keepIn(folder: string | null): Promise<KeptCalendar> {
    const { read, clock, ports } = this.#services;
    if (folder !== null) {
      if (!isAbsolute(folder)) throw new AppError('CONFLICT', { reason: 'folder-not-absolute', folder });
      const { text } = await calendarText(read, {}, ports.settings.get().language, clock.now());
      await this.#looking;
      await replaceFile(join(folder, CALENDAR_NAME), text).catch((error: unknown) => {
        throw knownError(error, folder);
      });
    }
    ports.settings.set({ calendarFolder: folder ?? '' });
    await this.keep();
    return this.#state;
  }

  keep(): Promise<void> {
    this.#looking ??= this.#lookUntilSame()
      .catch((error: unknown) =>
        this.#services.log.error({ err: error }, 'the calendar file could not be made'),
      )
      .finally(() => {
        this.#looking = null;
      });
    return this.#looking;
  }

  /** What changes while a file is written is in the next one, at once. */
  async #lookUntilSame(): Promise<void> {
    do await this.#look();
    while (this.#changed && this.#written !== null);
  }

  async #look(): Promise<void> {
    const { read, clock, ports, log } = this.#services;
    const { calendarFolder, language } = ports.settings.get();
    if (calendarFolder === '') {
      this.#state = { path: null, writtenAt: null, problem: null };
      this.#written = null;
      return;
    }
    const path = join(calendarFolder, CALENDAR_NAME);
    const before = this.#written;
    const there = before?.path === path && (await stat(path).catch(() => null)) !== null;
    if (there && before.language === language && !this.#changed) return;
    this.#changed = false;
    const { text } = await calendarText(read, {}, language, clock.now());
    if (there && before.text === text) return;
    try {
      await replaceFile(path, text);
      this.#written = { path, language, text };
      this.#state = { path, writtenAt: clock.now(), problem: null };
    } catch (error) {
      this.#written = null;
      if (this.#state.problem === null) log.warn({ err: error }, 'the calendar file could not be written');
      this.#state = {
        ...this.#state,
        path,
        problem: problemOf(knownError(error, calendarFolder)),
      };
    }
  }
}

const GONE = new Set(['ENOENT', 'ENOTDIR']);

/** The error as the contract has it: the folder is gone, is full, or takes no file. */
function knownError(error: unknown, folder: string): AppError {
  const known = explainFileError(error, folder);
  if (known instanceof AppError) return known;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return GONE.has(code)
    ? new AppError('NOT_FOUND', { reason: 'no-folder', folder }, { cause: error })
    : new AppError('READ_ONLY', { folder }, { cause: error });
}

function problemOf({ code }: AppError): KeptCalendar['problem'] {
  return code === 'NOT_FOUND' || code === 'OUT_OF_SPACE' ? code : 'READ_ONLY';
}

/** A program that reads the file meanwhile has the old one or the new one, never half of one. */
async function replaceFile(path: string, text: string): Promise<void> {
  const unfinished = `${path}.part`;
  try {
    await writeFile(unfinished, text);
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}
