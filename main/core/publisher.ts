import type { TableName } from '../workspace/sqlite/index.ts';

/** What rests on the rules. */
const RULES = ['rulebook', 'cases', 'requirements', 'attempts', 'packets', 'drafting', 'deadlines'];

/** Which features show a table's rows: what a window must fetch anew after a commit. */
const SHOWN_BY: { readonly [Table in TableName]?: readonly string[] } = {
  workspace_meta: ['workspace'],
  operators: ['operators', 'cases'],
  clients: ['clients', 'stores', 'asks'],
  stores: ['stores', 'clients', 'cases', 'orders', 'deadlines', 'lookUps', 'radar', 'shipping'],
  order_imports: ['orders', 'stores', 'campaigns'],
  orders: ['orders', 'cases', 'stores', 'notices', 'campaigns', 'asks', 'radar', 'shipping'],
  evidence_items: ['evidence', 'requirements', 'facts'],
  cases: ['cases', 'stores', 'deadlines', 'attempts', 'packets', 'radar', 'shipping'],
  // Which orders are shown decides which exhibits have a number, and what is still to be asked of whom.
  case_orders: [
    ...['cases', 'attempts', 'packets', 'requirements', 'asks', 'evidence', 'facts', 'campaigns'],
    ...['radar', 'shipping'],
  ],
  case_answers: ['cases', 'packets'],
  case_evidence: ['evidence', 'cases', 'facts', 'requirements', 'packets', 'drafting', 'radar'],
  requirement_ticks: ['requirements', 'cases', 'packets', 'asks', 'evidence', 'facts', 'radar'],
  notices: ['notices', 'cases', 'packets', 'deadlines', 'evidence', 'facts'],
  unopened_notices: ['notices'],
  asks: ['asks', 'packets', 'evidence', 'facts'],
  opening_hours: ['asks'],
  contacts: ['contacts', 'evidence', 'facts'],
  campaigns: ['campaigns'],
  case_events: ['events', 'cases', 'deadlines', 'evidence', 'facts'],
  facts: ['facts', 'cases', 'packets', 'drafting'],
  citations: ['facts', 'cases', 'packets', 'drafting'],
  statements: ['drafting', 'cases', 'packets'],
  packets: ['packets', 'cases', 'evidence'],
  packet_files: ['packets'],
  attempts: ['attempts', 'cases', 'packets'],
  submissions: ['submissions', 'cases', 'attempts'],
  decisions: ['decisions', 'cases', 'followThrough', 'attempts', 'radar', 'shipping'],
  effect_ticks: ['followThrough', 'cases'],
  clocks: ['deadlines', 'cases', 'reminders', 'radar', 'asks'],
  captures: ['radar', 'evidence', 'facts'],
  evidence_links: ['radar'],
  look_up_plans: ['lookUps'],
  looks: ['lookUps'],
  ship_decisions: ['shipping'],
  reminders: ['reminders'],
  handovers: ['handovers'],
  pack_updates: RULES,
  own_readings: RULES,
  calendar_years: RULES,
  reading_choices: ['cases', 'requirements', 'attempts', 'packets', 'drafting', 'deadlines'],
  custody_events: ['evidence'],
};

/** The features whose data a commit changed, each once. */
export function featuresShowing(tables: readonly string[]): string[] {
  const features = tables.flatMap((table) => SHOWN_BY[table as TableName] ?? []);
  return [...new Set([...features, 'today', 'journal', 'search'])];
}
