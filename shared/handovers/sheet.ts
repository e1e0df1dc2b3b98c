import type { Translator } from '../i18n/index.ts';
import { marked } from '../reminders/index.ts';
import type {
  Handover,
  HandoverAct,
  HandoverAsk,
  HandoverDue,
  HandoverHeld,
  HandoverPage,
  HandoverSpent,
} from './schema.ts';

/** One line of a part: when, which case or cases, and what. */
export interface SheetLine {
  readonly lead: string;
  readonly what: string;
  readonly detail: string;
  /** Whether it is one's own and over. */
  readonly late: boolean;
}

/** A part of the page under its heading; `none` is said where it has no line. */
export interface SheetSection {
  readonly heading: string;
  readonly none: string;
  readonly lines: readonly SheetLine[];
  /** How many cases, requests or ends it is about, those left out too. */
  readonly total: number;
  /** How many more there are, in words; empty where there are none. */
  readonly more: string;
}

/** The page of a shift in words, as it leaves the program. */
export interface HandoverSheet {
  readonly title: string;
  readonly facts: readonly { readonly name: string; readonly value: string }[];
  readonly note: string;
  readonly sections: readonly SheetSection[];
  /** Whether whoever takes over still has to say so: on paper by a signature. */
  readonly toBeSigned: boolean;
}

/** What a sheet is made of: a handover, or one about to be made. */
export type HandoverPaper = Pick<
  Handover,
  'fromName' | 'toName' | 'note' | 'page' | 'state' | 'takenName' | 'takenAt' | 'answer'
>;

/**
 * The page of a shift in words of one language, for colleagues: as text to paste and as paper to print. It names a case by
 * its number and its store's alias. A case's title, which may be a person's name, and a buyer's name are not on it.
 *
 * @param zone in which its reader reads times
 */
export function handoverSheet(paper: HandoverPaper, t: Translator, zone: string): HandoverSheet {
  const { page } = paper;
  const when = (at: number): string => t.format.instant(at, zone, page.at);
  const taken =
    paper.takenName === null || paper.takenAt === null
      ? []
      : [
          {
            name: t('handovers:fact.taken'),
            value: t('handovers:fact.by', { name: paper.takenName, when: when(paper.takenAt) }),
          },
          ...(paper.answer === '' ? [] : [{ name: t('handovers:fact.answer'), value: paper.answer }]),
        ];
  return {
    title: t('handovers:sheet'),
    facts: [
      {
        name: t('handovers:fact.from'),
        value: t('handovers:fact.by', { name: paper.fromName, when: when(page.at) }),
      },
      ...(paper.state === 'kept'
        ? []
        : [{ name: t('handovers:fact.to'), value: paper.toName ?? t('handovers:anybody') }]),
      {
        name: t('handovers:fact.span'),
        value: t('handovers:spanOf', { from: when(page.from), until: when(page.until) }),
      },
      { name: t('handovers:fact.next'), value: when(page.nextUntil) },
      ...(page.operatorName === null ? [] : [{ name: t('handovers:fact.whose'), value: page.operatorName }]),
      ...taken,
    ],
    note: paper.note,
    sections: sectionsOf(page, t, zone),
    toBeSigned: paper.state === 'waiting',
  };
}

function sectionsOf(page: HandoverPage, t: Translator, zone: string): SheetSection[] {
  const { at, due, changes, elsewhere, asks, held, spent } = page;
  const done = changes.items.map((change) => ({
    ...change,
    detail: t.format.list([
      ...change.acts.map((act) => actWords(act, t)),
      ...(change.others === 0 ? [] : [t('handovers:others', { count: change.others })]),
    ]),
  }));
  const outside = {
    lead: '',
    what: t('handovers:outside'),
    detail: t.format.list(elsewhere.map((act) => actWords(act, t))),
    late: false,
  };
  const chances = (part: readonly (HandoverHeld | HandoverSpent)[]): SheetLine[] =>
    gathered(
      part.map((each) => ({ ...each, detail: chanceWords(each, t) })),
      t,
    );
  return [
    section(
      'due',
      due,
      due.items.map((each) => dueLine(each, at, t, zone)),
      t,
    ),
    section('changes', changes, [...gathered(done, t), ...(elsewhere.length === 0 ? [] : [outside])], t),
    section(
      'asks',
      asks,
      asks.items.map((each) => askLine(each, at, t, zone)),
      t,
    ),
    section('held', held, chances(held.items), t),
    section('spent', spent, chances(spent.items), t),
  ];
}

function section(
  part: 'due' | 'changes' | 'asks' | 'held' | 'spent',
  { items, left }: { readonly items: readonly unknown[]; readonly left: number },
  lines: readonly SheetLine[],
  t: Translator,
): SheetSection {
  return {
    heading: t(`handovers:part.${part}`),
    none: t(`handovers:part.${part}.none`),
    lines,
    total: items.length + left,
    more: left === 0 ? '' : t('handovers:more', { count: left }),
  };
}

/** What the same is said of, of one store's cases, is said once: forty new cases are one line. */
function gathered(
  lines: readonly {
    readonly caseNumber: string;
    readonly storeAlias: string;
    readonly detail: string;
  }[],
  t: Translator,
): SheetLine[] {
  const same = Map.groupBy(lines, ({ caseNumber, storeAlias, detail }) =>
    JSON.stringify([storeAlias, detail, caseNumber === '']),
  );
  return [...same.values()].map((alike) => {
    const [{ storeAlias, detail } = { storeAlias: '', detail: '' }] = alike;
    const numbers = alike.map(({ caseNumber }) => caseNumber).filter((number) => number !== '');
    return {
      lead: '',
      what:
        numbers.length === 0
          ? t('handovers:ofStore', { store: storeAlias })
          : caseWords({ caseNumber: t.format.list(numbers.toSorted()), storeAlias }),
      detail,
      late: false,
    };
  });
}

/** When something ends, in words; late is said as such. @param now when the page was made */
export function dueWords(due: HandoverDue, now: number, t: Translator, zone: string): string {
  const at = (instant: number): string => marked(t.format.deadline(instant, zone, now), due.doubt, t);
  if (due.owner === 'vanishing') return t('handovers:goneBy', { when: at(due.dueAt) });
  if (due.owner === 'mine')
    return due.dueAt < now ? t('handovers:lateBy', { span: t.format.span(now - due.dueAt) }) : at(due.dueAt);
  if (now < due.lookAt) return t('handovers:lookFrom', { when: at(due.lookAt) });
  return t(now < due.dueAt ? 'handovers:lookNow' : 'handovers:askNow');
}

function dueLine(due: HandoverDue, now: number, t: Translator, zone: string): SheetLine {
  return {
    lead: dueWords(due, now, t, zone),
    what: caseWords(due),
    detail: t.pick(due.title),
    late: due.owner === 'mine' && due.dueAt < now,
  };
}

/** An act and how often, e.g. `催资料 × 3`. */
export function actWords({ act, of, count }: HandoverAct, t: Translator): string {
  const nameOf = (code: string): string => t.find(`acts:${code}`) ?? t('acts:unknown');
  const name =
    of === null
      ? nameOf(act)
      : t(act === 'journal.redo' ? 'handovers:doneAgain' : 'handovers:takenBack', { act: nameOf(of) });
  return count === 1 ? name : t('handovers:times', { act: name, count });
}

/** Of whom what was asked for, how, and what came of it. */
export function askWords(ask: HandoverAsk, t: Translator): string {
  const who = t(`asks:addressee.${ask.addressee}`);
  return [
    ask.addresseeName === '' ? who : t('handovers:addressee', { who, name: ask.addresseeName }),
    ...(ask.channel === '' ? [] : [ask.channel]),
    ...(ask.what.length === 0 ? [] : [t.format.list(ask.what.map((each) => t.pick(each)))]),
    ...(ask.orders === 0 ? [] : [t('handovers:orders', { count: ask.orders })]),
    t(`asks:state.${ask.state}`),
  ].join(' · ');
}

function askLine(ask: HandoverAsk, now: number, t: Translator, zone: string): SheetLine {
  return {
    lead: t.format.instant(ask.askedAt, zone, now),
    what: caseWords(ask),
    detail: askWords(ask, t),
    late: false,
  };
}

/** Of which scene for how many orders; and where somebody else used it. */
export function chanceWords(chance: HandoverHeld | HandoverSpent, t: Translator): string {
  return [
    t.pick(chance.scene),
    chance.orders === 0 ? t('handovers:wholeMatter') : t('handovers:orders', { count: chance.orders }),
    ...('elsewhere' in chance && chance.elsewhere ? [t('handovers:elsewhere')] : []),
  ].join(' · ');
}

function caseWords({
  caseNumber,
  storeAlias,
}: {
  readonly caseNumber: string;
  readonly storeAlias: string;
}): string {
  return `${storeAlias} · ${caseNumber}`;
}
