import { asks } from '../features/asks/index.ts';
import { attempts } from '../features/attempts/index.ts';
import { campaigns } from '../features/campaigns/index.ts';
import { cases } from '../features/cases/index.ts';
import { clients, stores } from '../features/clients/index.ts';
import { contacts } from '../features/contacts/index.ts';
import { deadlines } from '../features/deadlines/index.ts';
import { drafting } from '../features/drafting/index.ts';
import { events } from '../features/events/index.ts';
import { evidence } from '../features/evidence/index.ts';
import { facts } from '../features/facts/index.ts';
import { followThrough } from '../features/follow-through/index.ts';
import { handovers } from '../features/handovers/index.ts';
import { journal } from '../features/journal/index.ts';
import { lookUps } from '../features/look-ups/index.ts';
import { notices } from '../features/notices/index.ts';
import { operators } from '../features/operators/index.ts';
import { orders } from '../features/orders/index.ts';
import { packets } from '../features/packets/index.ts';
import { radar } from '../features/radar/index.ts';
import { reminders } from '../features/reminders/index.ts';
import { requirements } from '../features/requirements/index.ts';
import { rulebook } from '../features/rulebook/index.ts';
import { search } from '../features/search/index.ts';
import { shipping } from '../features/shipping/index.ts';
import { decisions, submissions } from '../features/submissions/index.ts';
import { jobs, settings, system } from '../features/system/index.ts';
import { today } from '../features/today/index.ts';
import { workspace } from '../features/workspace/index.ts';
import { os } from './context.ts';

/** The whole contract, implemented. A feature left out does not compile. */
export const router = os.router({
  system,
  settings,
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
});
