import type { ReadinessFinding } from '../../../shared/packets/index.ts';
import type { CaseMaterial } from './gather.ts';
import { noticeFindings } from './notice-findings.ts';
import type { LimitFinding } from '../../../shared/packets/index.ts';

type Finding = ReadinessFinding;

/**
 * What stands in the way of exporting, and what to weigh. Only what would make the material untrue or unusable stops it;
 * an honest seller in a hurry is told the rest and decides.
 */
export function readinessOf(material: CaseMaterial, limits: readonly LimitFinding[]): Finding[] {
  return [
    ...ordersAndChances(material),
    ...noticeFindings(material),
    ...checkFindings(material),
    ...statementFindings(material),
    ...factFindings(material),
    ...exhibitFindings(material),
    ...limits.map((limit): Finding =>
      limit.code === 'limit-broken'
        ? finding('limit-broken', 'look', 'packet', {
            place: limit.place,
            limit: limit.limit,
            found: limit.found,
            allowed: limit.allowed,
            source: limit.source,
          })
        : finding('limit-unknown', 'know', 'packet', { place: limit.place, limit: limit.limit }),
    ),
  ];
}

function ordersAndChances({ orders, duplicates, scenario }: CaseMaterial): Finding[] {
  if (orders.length === 0 && scenario.needsOrders) return [finding('no-orders', 'stop', 'orders')];
  // One chance covers all of them: it is said once, not once an order.
  if (scenario.chancePer === 'matter') {
    if (duplicates.some(({ allowed }) => allowed === 'refused'))
      return [finding('chance-spent', 'stop', 'orders')];
    if (duplicates.some(({ allowed }) => allowed === 'unknown'))
      return [finding('chance-unknown', 'stop', 'orders')];
    const perhaps = duplicates.find(
      ({ allowed, link, countedBy }) =>
        allowed === 'warn' && link === 'perhaps' && !countedBy.includes('item'),
    );
    if (perhaps !== undefined)
      return [finding('chance-perhaps', 'look', 'notice', { caseNumber: perhaps.caseNumber ?? '' })];
  }
  return duplicates.flatMap(({ orderNumber, allowed, caseNumber }) => {
    const params = { orderNumber, caseNumber: caseNumber ?? '' };
    if (allowed === 'refused') return finding('attempt-spent', 'stop', 'orders', params);
    if (allowed === 'unknown') return finding('attempt-unknown', 'stop', 'orders', params);
    return allowed === 'warn' ? finding('attempt-other-scene', 'look', 'orders', params) : [];
  });
}

function checkFindings({ verdict }: CaseMaterial): Finding[] {
  if (verdict.word === 'not-eligible') return [finding('check-not-eligible', 'look', 'check')];
  if (verdict.word === 'fact-missing') {
    return [finding('check-facts-missing', 'look', 'check', { count: verdict.questions.length })];
  }
  return verdict.word === 'weak' ? [finding('check-weak', 'look', 'check')] : [];
}

function statementFindings({ statement }: CaseMaterial): Finding[] {
  const written = statement.sections
    .flatMap((section) => section.paragraphs.flatMap((paragraph) => paragraph.sentences))
    .filter((sentence) => sentence.text.trim() !== '');
  if (written.length === 0) return [finding('no-statement', 'stop', 'statement')];
  const uncited = written.filter((sentence) => sentence.factIds.length === 0);
  if (uncited.length === 0) return [];
  return [
    finding('uncited-sentence', 'look', 'statement', {
      count: uncited.length,
      text: (uncited[0]?.text ?? '').trim().slice(0, 60),
    }),
  ];
}

/** A sentence may stand only on facts that somebody confirmed and an exhibit shows. */
function factFindings({ facts, statement }: CaseMaterial): Finding[] {
  const used = new Set(
    statement.sections.flatMap((section) =>
      section.paragraphs.flatMap((paragraph) => paragraph.sentences.flatMap((sentence) => sentence.factIds)),
    ),
  );
  return facts
    .filter((fact) => used.has(fact.id))
    .flatMap((fact) => {
      const params = { text: fact.text.slice(0, 60) };
      if (fact.citations.length === 0) return finding('fact-without-exhibit', 'stop', 'facts', params);
      return fact.confirmedAt === null ? finding('unconfirmed-fact', 'stop', 'facts', params) : [];
    });
}

function exhibitFindings({ coverage, exhibits, facts }: CaseMaterial): Finding[] {
  const unavailable = new Set(coverage.unavailable.map((each) => each.requirementId));
  const missing = coverage.missing
    .filter((requirement) => !unavailable.has(requirement.id))
    .map((requirement) =>
      finding('requirement-missing', 'look', 'evidence', {
        zh: requirement.title.zh,
        en: requirement.title.en,
      }),
    );
  const cited = new Set(facts.flatMap((fact) => fact.citations.map((citation) => citation.itemId)));
  const ticked = new Set(coverage.items.flatMap((item) => item.itemIds));
  const unused = exhibits
    .filter(({ itemId }) => !cited.has(itemId) && !ticked.has(itemId))
    .map(({ exhibitNumber, item }) =>
      finding('exhibit-unused', 'know', 'evidence', { number: exhibitNumber, name: nameOf(item) }),
    );
  const damaged = exhibits
    .filter(({ item }) => item.damaged)
    .map(({ exhibitNumber, item }) =>
      finding('exhibit-damaged', 'look', 'evidence', { number: exhibitNumber, name: nameOf(item) }),
    );
  return [...missing, ...damaged, ...unused];
}

function nameOf(item: { readonly label: string; readonly fileName: string }): string {
  return item.label === '' ? item.fileName : item.label;
}

function finding(
  code: Finding['code'],
  weight: Finding['weight'],
  step: string,
  params: Finding['params'] = {},
): Finding {
  return { code, weight, step, params };
}
