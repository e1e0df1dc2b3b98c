import type { ContractRouterClient } from '@orpc/contract';
import { cases } from './cases.ts';
import { contacts } from './contacts.ts';
import { deadlines } from './deadlines.ts';
import { events } from './events.ts';
import { evidence, facts, requirements } from './evidence.ts';
import { attempts, decisions, drafting, followThrough, packets, submissions, today } from './filing.ts';
import { handovers } from './handovers.ts';
import { asks, campaigns, notices } from './notices.ts';
import { lookUps } from './look-ups.ts';
import { orders } from './orders.ts';
import { clients, operators, stores } from './people.ts';
import { radar } from './radar.ts';
import { reminders } from './reminders.ts';
import { rulebook } from './rulebook.ts';
export type { OwnReadingRecord, SituationInput } from './rulebook.ts';
import { shipping } from './shipping.ts';
import { jobs, search, settingsContract, system } from './system.ts';
import { journal, workspace } from './workspace.ts';

/**
 * Everything the program can do, for a window, a script and a test alike.
 *
 * The same contract is implemented once, in the core; hosts only carry it.
 */
export const contract = {
  system,
  settings: settingsContract,
  jobs,
  search,
  operators,
  clients,
  stores,
  orders,
  cases,
  notices,
  asks,
  contacts,
  campaigns,
  events,
  evidence,
  requirements,
  facts,
  drafting,
  packets,
  attempts,
  submissions,
  decisions,
  followThrough,
  deadlines,
  radar,
  lookUps,
  shipping,
  reminders,
  handovers,
  today,
  rulebook,
  workspace,
  journal,
};

export type Contract = typeof contract;

/** The typed client of the whole contract. */
export type Client = ContractRouterClient<Contract>;

export type { ProcedureMeta } from './builder.ts';
