import { createHash } from 'node:crypto';
import { withYears, type WorkCalendar } from '../../../shared/deadlines/index.ts';
import { dateIn, type Clock, type LegalDate } from '../../../shared/kernel/index.ts';
import {
  indexRulebook,
  withChoices,
  withOwnReadings,
  type CasePins,
  type OwnReading,
  type ReadingChoice,
  type Rulebook,
  type RulebookData,
} from '../../../shared/rulebook/index.ts';
import type { ReadHandle, Tables } from '../../workspace/index.ts';
import { editionOf, editionsFor, standsOnToday, type Pack } from './edition.ts';
import {
  changesOfPacks,
  choiceRows,
  groundOf,
  storedPacks,
  storeTime,
  toAddedYear,
  toChoice,
  toOwnReading,
} from './editions.repo.ts';

/** The rules as they stand for one case: its editions of the packs with what was chosen for it, and what pins it. */
export interface CaseRules {
  readonly rulebook: Rulebook;
  readonly pins: CasePins;
}

/** What of a case decides which rules it stands on. */
export type RuledCase = Pick<
  Tables['cases'],
  'id' | 'platform' | 'store_id' | 'editions_json' | 'conduct_date' | 'notice_date'
>;

interface Current {
  /** What it was made of: as long as the rows say the same, it holds. */
  readonly madeOf: string;
  /** The packs as shipped or updated, before anybody's own readings. */
  readonly packs: RulebookData;
  readonly own: readonly OwnReading[];
  readonly rulebook: Rulebook;
}

/** So many rulebooks of cases are kept at hand; one more puts out the one that was asked for longest ago. */
const KEPT = 40;

/**
 * The rulebooks of a workspace. What the program ships is one part; updates, what back offices showed, the years of
 * calendars that came in, the editions cases began with and the readings chosen for them lie in the workspace, and are looked up anew with every question.
 */
export class Rulebooks {
  /** The packs as the program brought them, while nothing in the workspace lies over them. */
  readonly #unchanged: Current;
  readonly #clock: Clock;
  #current: Current;
  #last: Current;
  #turn = 0;
  readonly #ofCases = new Map<string, Rulebook>();

  constructor(shipped: Rulebook, clock: Clock) {
    this.#unchanged = { madeOf: '', packs: shipped.data, own: [], rulebook: shipped };
    this.#clock = clock;
    this.#current = this.#unchanged;
    this.#last = this.#unchanged;
  }

  /** The rulebook of today: updated packs, and what back offices showed beside them. */
  async current(read: ReadHandle): Promise<Rulebook> {
    return (await this.#now(read)).rulebook;
  }

  /** The packs of today without anybody's own readings: what a new case begins with. */
  async packs(read: ReadHandle): Promise<RulebookData> {
    return (await this.#now(read)).packs;
  }

  /** The calendars of today: those the program brought, with the years that came in a file. */
  async calendars(read: ReadHandle): Promise<readonly WorkCalendar[]> {
    return (await this.#now(read)).rulebook.calendars;
  }

  /**
   * What clocks are computed by: `id` is another once a pack, a reading of one's own or a calendar is another, and `turn`
   * counts how often that happened since the program started, so that one that is back is told from one that stayed.
   */
  async ground(read: ReadHandle): Promise<{ readonly id: string; readonly turn: number }> {
    const { packs, own, rulebook } = await this.#now(read);
    const made = [packs.platforms.map((pack) => editionOf(pack).id), own, rulebook.calendars];
    return { id: createHash('sha256').update(JSON.stringify(made)).digest('hex'), turn: this.#turn };
  }

  /** The rules of a case as of now. @param on `begun`: the editions it began with · `current`: those of today */
  async ofCase(read: ReadHandle, found: RuledCase, on: 'begun' | 'current' = 'begun'): Promise<CaseRules> {
    const ground = await groundOf(read, found.store_id, found.id);
    // A matter without a notice began with what happened first in it.
    const begun = ground.begunAt === null ? null : dateIn(ground.begunAt, ground.zone);
    const notice = found.notice_date ?? begun;
    const pins: CasePins = {
      ...(found.conduct_date === null ? {} : { conduct: found.conduct_date }),
      ...(notice === null ? {} : { notice }),
      filing: dateIn(ground.filedAt ?? this.#clock.now(), ground.zone),
      ...ground.pins,
    };
    const current = ground.changes === 0 ? this.#unchanged : await this.#now(read);
    const choices = ground.choices === 0 ? [] : (await choiceRows(read, found.id)).map(toChoice);
    return { rulebook: await this.#rulebookOf(read, found, on, current, choices), pins };
  }

  /** The rules for a matter of a store that is no case yet: the packs of today. @param notice the day of its notice, where known */
  async ofStore(read: ReadHandle, storeId: string, notice: LegalDate | null = null): Promise<CaseRules> {
    const { zone, pins: ofStore } = await storeTime(read, storeId);
    const filing = dateIn(this.#clock.now(), zone);
    const pins = { ...(notice === null ? {} : { notice }), filing, ...ofStore };
    return { rulebook: await this.current(read), pins };
  }

  async #rulebookOf(
    read: ReadHandle,
    found: RuledCase,
    on: 'begun' | 'current',
    current: Current,
    choices: readonly ReadingChoice[],
  ): Promise<Rulebook> {
    const begun = on === 'current' ? null : found.editions_json;
    const ofToday = standsOnToday(begun, editionsFor(current.packs, found.platform));
    if (ofToday && choices.length === 0) return current.rulebook;
    const key = JSON.stringify([ofToday ? null : begun, choices, current.madeOf]);
    const known = this.#ofCases.get(key);
    if (known !== undefined) {
      this.#ofCases.delete(key);
      this.#ofCases.set(key, known);
      return known;
    }
    // What an older program kept and this one cannot read any more gives way to the rules of today.
    const begunWith =
      ofToday || begun === null ? null : await storedPacks(read, JSON.parse(begun) as string[]);
    const made = indexRulebook(
      withChoices(withOwnReadings(inPlaceOf(current.packs, begunWith ?? []), current.own), choices),
      current.rulebook.calendars,
    );
    this.#ofCases.set(key, made);
    const [oldest] = this.#ofCases.keys();
    if (this.#ofCases.size > KEPT && oldest !== undefined) this.#ofCases.delete(oldest);
    return made;
  }

  async #now(read: ReadHandle): Promise<Current> {
    const now = await this.#find(read);
    if (now !== this.#last) this.#turn += 1;
    this.#last = now;
    return now;
  }

  async #find(read: ReadHandle): Promise<Current> {
    const changes = await changesOfPacks(read);
    const { years } = changes;
    if (changes.updates.length + changes.own.length + years.length === 0) return this.#unchanged;
    const madeOf = JSON.stringify([changes.updates.map(({ edition_id: id }) => id), changes.own, years]);
    if (madeOf === this.#current.madeOf) return this.#current;
    const updated: Pack[] = [];
    for (const { edition_id: id } of changes.updates)
      updated.push(...((await storedPacks(read, [id])) ?? []));
    const packs = this.#withUpdates(updated);
    const own = changes.own.map(toOwnReading);
    const calendars = withYears(this.#unchanged.rulebook.calendars, years.flatMap(toAddedYear));
    const rulebook = indexRulebook(withOwnReadings(packs, own), calendars);
    this.#current = { madeOf, packs, own, rulebook };
    return this.#current;
  }

  /** The shipped packs with newer ones in their places. */
  #withUpdates(updated: readonly Pack[]): RulebookData {
    const shipped = this.#unchanged.packs;
    const versions = new Map(shipped.platforms.map(({ id, version }) => [id, version]));
    return inPlaceOf(
      shipped,
      updated.filter(({ id, version }) => isNewer(version, versions.get(id) ?? version)),
    );
  }
}

/** Packs with other editions of some of them in their places. */
function inPlaceOf(data: RulebookData, others: readonly Pack[]): RulebookData {
  if (others.length === 0) return data;
  const platforms = data.platforms.map((pack) => others.find(({ id }) => id === pack.id) ?? pack);
  return { ...data, platforms };
}

/** Whether a pack's version comes after another one's: the program's own pack wins once it has caught up. */
export function isNewer(version: string, than: string): boolean {
  const [one, other] = [version, than].map((each) => each.split('.').map(Number));
  for (const [place, part] of (one ?? []).entries()) {
    const against = other?.[place] ?? 0;
    if (part !== against) return part > against;
  }
  return false;
}
