import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { newId, type Clock, type Random } from '../../shared/kernel/index.ts';
import { explainFileError } from './vault/index.ts';

/** A window asks again for what it showed a moment ago (a word typed and taken back), and must find it. */
const MOMENT = 60_000;
/** More windows than anybody has open; a page that only one before these showed is set anew. */
const WINDOWS = 16;

interface Laid {
  readonly window: object;
  readonly at: number;
  readonly pageIds: readonly string[];
}

/** Pages set for the screen, as files that a window loads as pictures; those that no window can still show are cleared. */
export class PreviewShelf {
  readonly #folder: string;
  readonly #clock: Clock;
  readonly #random: Random;
  /** Oldest first. */
  #laid: readonly Laid[] = [];

  constructor(folder: string, clock: Clock, random: Random) {
    this.#folder = folder;
    this.#clock = clock;
    this.#random = random;
  }

  /**
   * Lays a window's new pages down, and clears the ones before it that have had their moment.
   *
   * @param window whoever asks; what it got last stays, however long it looks at it
   * @returns the names of the files, in the order of the pages
   */
  async lay(window: object, pages: readonly Uint8Array[]): Promise<string[]> {
    const pageIds = pages.map(() => `${newId(this.#clock, this.#random)}.svg`);
    // Noted before it is written: what a full disk leaves of it is cleared too.
    this.#laid = [...this.#laid, { window, at: this.#clock.now(), pageIds }];
    await this.#clear();
    try {
      await Promise.all(
        pages.map((bytes, place) => writeFile(join(this.#folder, pageIds[place] ?? ''), bytes)),
      );
    } catch (error) {
      throw explainFileError(error, this.#folder);
    }
    return pageIds;
  }

  async #clear(): Promise<void> {
    const now = this.#clock.now();
    const newest = new Map<object, Laid>();
    for (const each of this.#laid) {
      newest.delete(each.window);
      newest.set(each.window, each);
    }
    const looked = new Set([...newest.values()].slice(-WINDOWS));
    const isOver = (each: Laid): boolean => !looked.has(each) && now - each.at > MOMENT;
    const over = this.#laid.filter(isOver);
    this.#laid = this.#laid.filter((each) => !isOver(each));
    for (const pageId of over.flatMap((each) => each.pageIds)) {
      // One that is just being read cannot go on every system; it goes at the next start.
      await rm(join(this.#folder, pageId), { force: true }).catch(() => undefined);
    }
  }
}
