import { init } from './0010-init.ts';
import { notices } from './0020-notices.ts';
import { unopenedNotice } from './0030-unopened-notice.ts';
import { editions } from './0040-editions.ts';
import { contacts } from './0050-contacts.ts';
import { caseEvents } from './0060-case-events.ts';
import { fulfilment } from './0070-fulfilment.ts';
import { reminders } from './0080-reminders.ts';
import { digests } from './0110-digests.ts';
import { calendarYears } from './0120-calendar-years.ts';
import { clockPlans } from './0130-clock-plans.ts';
import { openingHours } from './0140-opening-hours.ts';
import { handovers } from './0150-handovers.ts';
import { vanishing } from './0160-vanishing.ts';
import { journalParts } from './0170-journal-parts.ts';
import { pageOfAReturn } from './0180-page-of-a-return.ts';
import { penaltyOfANotice } from './0190-penalty-of-a-notice.ts';
import { toldAhead } from './0230-told-ahead.ts';
import { siteOfOwnReadings } from './0240-site-of-own-readings.ts';
import { eachLink } from './0250-each-link.ts';
import { matterNumbers } from './0260-matter-numbers.ts';
import type { Migration } from './migration.ts';

/** Every step, in order. A shipped one is never edited: the schema snapshot test refuses it. */
export const MIGRATIONS: readonly Migration[] = [
  init,
  notices,
  unopenedNotice,
  editions,
  contacts,
  caseEvents,
  fulfilment,
  reminders,
  digests,
  calendarYears,
  clockPlans,
  openingHours,
  handovers,
  vanishing,
  journalParts,
  pageOfAReturn,
  penaltyOfANotice,
  toldAhead,
  siteOfOwnReadings,
  eachLink,
  matterNumbers,
];

/** The schema version this program writes. */
export const SCHEMA_VERSION = MIGRATIONS.at(-1)?.version ?? 0;

export type { Migration } from './migration.ts';
