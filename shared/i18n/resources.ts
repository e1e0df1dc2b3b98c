import type { Language } from './formatters.ts';
import type { ParamsOf } from './texts.ts';
import { app as englishApp } from './en/app.ts';
import { ui as englishUi } from './en/ui.ts';
import { errors as englishErrors } from './en/errors.ts';
import { acts as englishActs } from './en/acts.ts';
import { today as englishToday } from './en/today.ts';
import { clients as englishClients } from './en/clients.ts';
import { settings as englishSettings } from './en/settings.ts';
import { rulebook as englishRulebook } from './en/rulebook.ts';
import { deadlines as englishDeadlines } from './en/deadlines.ts';
import { orders as englishOrders } from './en/orders.ts';
import { evidence as englishEvidence } from './en/evidence.ts';
import { operators as englishOperators } from './en/operators.ts';
import { search as englishSearch } from './en/search.ts';
import { workspace as englishWorkspace } from './en/workspace.ts';
import { journal as englishJournal } from './en/journal.ts';
import { onboarding as englishOnboarding } from './en/onboarding.ts';
import { cases as englishCases } from './en/cases.ts';
import { facts as englishFacts } from './en/facts.ts';
import { drafting as englishDrafting } from './en/drafting.ts';
import { packets as englishPackets } from './en/packets.ts';
import { submissions as englishSubmissions } from './en/submissions.ts';
import { attempts as englishAttempts } from './en/attempts.ts';
import { followThrough as englishFollowThrough } from './en/follow-through.ts';
import { reminders as englishReminders } from './en/reminders.ts';
import { requirements as englishRequirements } from './en/requirements.ts';
import { notices as englishNotices } from './en/notices.ts';
import { orderClasses as englishOrderClasses } from './en/order-classes.ts';
import { asks as englishAsks } from './en/asks.ts';
import { contacts as englishContacts } from './en/contacts.ts';
import { campaigns as englishCampaigns } from './en/campaigns.ts';
import { radar as englishRadar } from './en/radar.ts';
import { lookUps as englishLookUps } from './en/look-ups.ts';
import { shipping as englishShipping } from './en/shipping.ts';
import { events as englishEvents } from './en/events.ts';
import { core as englishCore } from './en/core.ts';
import { handovers as englishHandovers } from './en/handovers.ts';
import { help as englishHelp } from './en/help.ts';
import { shell as englishShell } from './en/shell.ts';
import { app as chineseApp } from './zh-CN/app.ts';
import { ui as chineseUi } from './zh-CN/ui.ts';
import { errors as chineseErrors } from './zh-CN/errors.ts';
import { acts as chineseActs } from './zh-CN/acts.ts';
import { today as chineseToday } from './zh-CN/today.ts';
import { clients as chineseClients } from './zh-CN/clients.ts';
import { settings as chineseSettings } from './zh-CN/settings.ts';
import { rulebook as chineseRulebook } from './zh-CN/rulebook.ts';
import { deadlines as chineseDeadlines } from './zh-CN/deadlines.ts';
import { orders as chineseOrders } from './zh-CN/orders.ts';
import { evidence as chineseEvidence } from './zh-CN/evidence.ts';
import { operators as chineseOperators } from './zh-CN/operators.ts';
import { search as chineseSearch } from './zh-CN/search.ts';
import { workspace as chineseWorkspace } from './zh-CN/workspace.ts';
import { journal as chineseJournal } from './zh-CN/journal.ts';
import { onboarding as chineseOnboarding } from './zh-CN/onboarding.ts';
import { cases as chineseCases } from './zh-CN/cases.ts';
import { facts as chineseFacts } from './zh-CN/facts.ts';
import { drafting as chineseDrafting } from './zh-CN/drafting.ts';
import { packets as chinesePackets } from './zh-CN/packets.ts';
import { submissions as chineseSubmissions } from './zh-CN/submissions.ts';
import { attempts as chineseAttempts } from './zh-CN/attempts.ts';
import { followThrough as chineseFollowThrough } from './zh-CN/follow-through.ts';
import { reminders as chineseReminders } from './zh-CN/reminders.ts';
import { requirements as chineseRequirements } from './zh-CN/requirements.ts';
import { notices as chineseNotices } from './zh-CN/notices.ts';
import { orderClasses as chineseOrderClasses } from './zh-CN/order-classes.ts';
import { asks as chineseAsks } from './zh-CN/asks.ts';
import { contacts as chineseContacts } from './zh-CN/contacts.ts';
import { campaigns as chineseCampaigns } from './zh-CN/campaigns.ts';
import { radar as chineseRadar } from './zh-CN/radar.ts';
import { lookUps as chineseLookUps } from './zh-CN/look-ups.ts';
import { shipping as chineseShipping } from './zh-CN/shipping.ts';
import { events as chineseEvents } from './zh-CN/events.ts';
import { core as chineseCore } from './zh-CN/core.ts';
import { handovers as chineseHandovers } from './zh-CN/handovers.ts';
import { help as chineseHelp } from './zh-CN/help.ts';
import { shell as chineseShell } from './zh-CN/shell.ts';

const english = {
  core: englishCore,
  shell: englishShell,
  app: englishApp,
  ui: englishUi,
  errors: englishErrors,
  acts: englishActs,
  today: englishToday,
  clients: englishClients,
  settings: englishSettings,
  rulebook: englishRulebook,
  deadlines: englishDeadlines,
  orders: englishOrders,
  evidence: englishEvidence,
  operators: englishOperators,
  search: englishSearch,
  workspace: englishWorkspace,
  journal: englishJournal,
  onboarding: englishOnboarding,
  cases: englishCases,
  facts: englishFacts,
  drafting: englishDrafting,
  packets: englishPackets,
  submissions: englishSubmissions,
  attempts: englishAttempts,
  followThrough: englishFollowThrough,
  reminders: englishReminders,
  requirements: englishRequirements,
  notices: englishNotices,
  orderClasses: englishOrderClasses,
  asks: englishAsks,
  contacts: englishContacts,
  campaigns: englishCampaigns,
  radar: englishRadar,
  lookUps: englishLookUps,
  shipping: englishShipping,
  events: englishEvents,
  handovers: englishHandovers,
  help: englishHelp,
} as const;

const chinese = {
  core: chineseCore,
  shell: chineseShell,
  app: chineseApp,
  ui: chineseUi,
  errors: chineseErrors,
  acts: chineseActs,
  today: chineseToday,
  clients: chineseClients,
  settings: chineseSettings,
  rulebook: chineseRulebook,
  deadlines: chineseDeadlines,
  orders: chineseOrders,
  evidence: chineseEvidence,
  operators: chineseOperators,
  search: chineseSearch,
  workspace: chineseWorkspace,
  journal: chineseJournal,
  onboarding: chineseOnboarding,
  cases: chineseCases,
  facts: chineseFacts,
  drafting: chineseDrafting,
  packets: chinesePackets,
  submissions: chineseSubmissions,
  attempts: chineseAttempts,
  followThrough: chineseFollowThrough,
  reminders: chineseReminders,
  requirements: chineseRequirements,
  notices: chineseNotices,
  orderClasses: chineseOrderClasses,
  asks: chineseAsks,
  contacts: chineseContacts,
  campaigns: chineseCampaigns,
  radar: chineseRadar,
  lookUps: chineseLookUps,
  shipping: chineseShipping,
  events: chineseEvents,
  handovers: chineseHandovers,
  help: chineseHelp,
} satisfies Record<keyof typeof english, object>;

/** Every text of the product, by language and feature. */
export const resources = { en: english, 'zh-CN': chinese } as const;

/** The features that have texts. */
export type Namespace = keyof typeof english;
export const NAMESPACES = Object.keys(english) as Namespace[];
export const LANGUAGES: readonly Language[] = ['zh-CN', 'en'];

type KeysOf<Texts> = {
  [Key in keyof Texts]: Key extends `${infer Base}_${'one' | 'other'}` ? Base : Key;
}[keyof Texts] &
  string;

/** A text's full name: `feature:key`; a counted text is named without its plural ending. */
export type TextKey = { [Name in Namespace]: `${Name}:${KeysOf<(typeof english)[Name]>}` }[Namespace];

type TextOf<Texts, Key extends string> = Key extends keyof Texts
  ? Texts[Key]
  : `${Key}_other` extends keyof Texts
    ? Texts[`${Key}_other`]
    : never;

/** A counted text always needs its count, whether or not it shows it. */
type CountOf<Texts, Key extends string> = Key extends keyof Texts ? never : 'count';

type BlanksOf<Key extends TextKey> = Key extends `${infer Name extends Namespace}:${infer Rest}`
  ? CountOf<(typeof english)[Name], Rest> | BlanksOfText<TextOf<(typeof english)[Name], Rest>>
  : never;

type BlanksOfText<Text> = Text extends string ? ParamsOf<Text> : never;

/** What a text needs to be filled in; nothing for one without blanks. */
export type TextParams<Key extends TextKey> = [BlanksOf<Key>] extends [never]
  ? []
  : [params: Readonly<Record<BlanksOf<Key>, string | number>>];
