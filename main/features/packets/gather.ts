import type { Ask } from '../../../shared/asks/index.ts';
import { slotsOf } from '../../../shared/attempts/index.ts';
import type { CaseOrder } from '../../../shared/cases/index.ts';
import type { Statement } from '../../../shared/drafting/index.ts';
import type { CaseExhibit } from '../../../shared/evidence/index.ts';
import type { Fact } from '../../../shared/facts/index.ts';
import type { Language } from '../../../shared/kernel/fields.ts';
import {
  findScenario,
  formFields,
  platforms,
  type CoverageView,
  type FormField,
  type Scenario,
  type Verdict,
} from '../../../shared/rulebook/index.ts';
import type { Services } from '../../core/context.ts';
import type { Tables } from '../../workspace/index.ts';
import { askRows, toAsk } from '../asks/index.ts';
import { findDuplicates } from '../attempts/index.ts';
import { checkCase, findCaseRow, ordersWithCoverage } from '../cases/index.ts';
import { readStatement } from '../drafting/index.ts';
import { caseExhibits } from '../evidence/index.ts';
import { listFacts } from '../facts/index.ts';
import { findNotice } from '../notices/index.ts';
import { caseCoverage } from '../requirements/index.ts';
import { findStoreAround } from './packets.repo.ts';

/** Everything of a case that material is made from, read once. */
export interface CaseMaterial {
  readonly found: Tables['cases'];
  readonly store: Pick<Tables['stores'], 'alias' | 'zone'>;
  readonly platformName: string;
  readonly scenario: Scenario;
  readonly formFields: readonly FormField[];
  readonly orders: readonly CaseOrder[];
  /** Those the material is about: all, or, where orders are sorted, the ones with every voucher. */
  readonly contested: readonly CaseOrder[];
  /** Numbers of the orders that the material names: contested, or of a class that the seller chose to list. */
  readonly shown: ReadonlySet<string>;
  /** Null in a matter that does not begin with a notice. */
  readonly notice: Tables['notices'] | null;
  readonly asks: readonly Ask[];
  readonly plan: Statement;
  /** Those that are handed over, in the order of their numbers. */
  readonly exhibits: readonly CaseExhibit[];
  readonly facts: readonly Fact[];
  readonly statement: Statement;
  readonly coverage: CoverageView;
  readonly verdict: Verdict;
  readonly duplicates: Awaited<ReturnType<typeof findDuplicates>>;
}

/** Reads a case's material in one language. */
export async function gatherMaterial(
  services: Services,
  caseId: string,
  language: Language,
): Promise<CaseMaterial> {
  const { read, rulebooks, clock } = services;
  const found = await findCaseRow(read, caseId);
  const orders = await ordersWithCoverage(read, rulebooks, found);
  const rules = await rulebooks.ofCase(read, found);
  const scenario = findScenario(rules.rulebook, found.scenario_id);
  const platform = platforms(rules.rulebook).find((candidate) => candidate.id === found.platform);
  const notice = await findNotice(read, caseId);
  const contested =
    scenario.notice === 'none' ? orders : orders.filter((order) => order.class === 'documented-genuine');
  return {
    found,
    store: await findStoreAround(read, found.store_id),
    platformName: (language === 'en' ? platform?.name.en : platform?.name.zh) ?? found.platform,
    scenario,
    formFields: formFields(rules.rulebook, found.scenario_id, rules.pins),
    orders,
    contested,
    shown: new Set(
      [...contested, ...orders.filter((order) => isListed(notice, order))].map((order) => order.orderNumber),
    ),
    notice,
    asks: (await askRows(read, caseId)).map(toAsk),
    plan: await readStatement(read, rulebooks, { caseId, document: 'plan', language }),
    exhibits: (await caseExhibits(read, caseId)).filter((exhibit) => exhibit.exhibitNumber > 0),
    facts: await listFacts(read, caseId),
    statement: await readStatement(read, rulebooks, { caseId, document: 'statement', language }),
    coverage: await caseCoverage(read, rulebooks, caseId),
    verdict: await checkCase(read, rulebooks, caseId, clock.now()),
    duplicates: await findDuplicates(read, rulebooks, {
      storeId: found.store_id,
      scenarioId: found.scenario_id,
      orderNumbers: slotsOf(orders.map((order) => order.orderNumber)),
      ownCaseId: caseId,
      to: 'hand-in',
    }),
  };
}

/** The orders whose chance a submission of this material spends: where one chance covers the matter, all of them. */
export function spentOrders(material: Pick<CaseMaterial, 'orders' | 'contested' | 'scenario'>): string[] {
  const { orders, contested, scenario } = material;
  return (scenario.chancePer === 'matter' ? orders : contested).map((order) => order.orderNumber);
}

/** Whether the seller chose to list the orders of this one's class. */
function isListed(notice: CaseMaterial['notice'], order: CaseOrder): boolean {
  if (order.class === 'cannot-be-proven') return notice?.lists_unproven === 1;
  return order.class === 'admitted' && notice?.discloses_admitted === 1;
}

/** The confirmed facts that an exhibit shows: what nobody has confirmed is not said to a platform. */
export function factsShownBy({ facts }: Pick<CaseMaterial, 'facts'>, itemId: string): Fact[] {
  return facts.filter(
    (fact) => fact.confirmedAt !== null && fact.citations.some((citation) => citation.itemId === itemId),
  );
}

/** Whether anything stands in a document. */
export function isWritten({ sections }: Pick<Statement, 'sections'>): boolean {
  return sections.some((section) =>
    section.paragraphs.some((paragraph) =>
      paragraph.sentences.some((sentence) => sentence.text.trim() !== ''),
    ),
  );
}

/** Puts a sentence behind another: with a space where either edge is Latin, without where both are Chinese. */
function joinSentences(before: string, next: string): string {
  if (before === '') return next;
  return /[A-Za-z0-9.!?;)”"]$/.test(before) || /^[A-Za-z0-9(“"]/.test(next)
    ? `${before} ${next}`
    : before + next;
}

/** The statement as plain text: what goes into the platform's text field. */
export function plainStatement(statement: Pick<Statement, 'sections'>): string {
  return statement.sections
    .map((section) => {
      const paragraphs = section.paragraphs
        .map((paragraph) => paragraph.sentences.map((sentence) => sentence.text).reduce(joinSentences, ''))
        .filter((text) => text.trim() !== '');
      return paragraphs.length === 0
        ? ''
        : [section.heading, ...paragraphs].filter((text) => text !== '').join('\n');
    })
    .filter((text) => text !== '')
    .join('\n\n');
}
