import type { Statement } from '../../../shared/drafting/index.ts';
import type { ReadinessFinding } from '../../../shared/packets/index.ts';
import { factsShownBy, isWritten, type CaseMaterial } from './gather.ts';

/** What stands in the way of material that answers a notice. Empty in a matter that begins with the seller. */
export function noticeFindings(material: CaseMaterial): ReadinessFinding[] {
  if (material.scenario.notice === 'none') return [];
  const { orders, contested, notice, plan } = material;
  const count = (wanted: string | null) => orders.filter((order) => order.class === wanted).length;
  const unsorted = count(null);
  const others = count('cannot-be-proven') + count('admitted');
  const findings: ReadinessFinding[] = [];
  if (orders.length > 0 && contested.length === 0)
    findings.push({ code: 'no-documented-orders', weight: 'stop', step: 'orders', params: {} });
  if (unsorted > 0)
    findings.push({ code: 'unsorted-orders', weight: 'look', step: 'orders', params: { count: unsorted } });
  if (notice === null || notice.text.trim() === '')
    findings.push({ code: 'no-notice', weight: 'know', step: 'notice', params: {} });
  if (others > 0 && !isWritten(plan))
    findings.push({ code: 'plan-missing', weight: 'look', step: 'statement', params: {} });
  return [...findings, ...namedOrders(material), ...withoutRequest(material)];
}

/**
 * Admitted orders stay inside the case: wherever one is named in words of ours that would be handed over, nothing is
 * exported. Exhibits are not read: the platform's own notice names every order and admits nothing.
 */
function namedOrders(material: CaseMaterial): ReadinessFinding[] {
  const { orders, shown, notice, statement, plan, exhibits, coverage } = material;
  const places = [
    { place: 'statement', step: 'statement', name: '', text: wordsOf(statement) },
    { place: 'plan', step: 'statement', name: '', text: wordsOf(plan) },
    ...exhibits.map(({ exhibitNumber, itemId, item }) => ({
      place: 'exhibit',
      step: 'evidence',
      name: String(exhibitNumber),
      text: [item.label, item.fileName, ...factsShownBy(material, itemId).map((fact) => fact.text)].join(
        '\n',
      ),
    })),
    ...coverage.orders
      .filter(({ orderNumber }) => shown.has(orderNumber))
      .flatMap(({ orderNumber, items }) =>
        items
          .filter((slot) => slot.state === 'unavailable')
          .map((slot) => ({ place: 'reason', step: 'evidence', name: orderNumber, text: slot.reason })),
      ),
  ];
  const naming = (wanted: (order: CaseMaterial['orders'][number]) => boolean, where: typeof places) =>
    where.flatMap(({ place, step, name, text }) =>
      orders
        .filter((order) => wanted(order) && text.includes(order.orderNumber))
        .map(({ orderNumber }) => ({ step, params: { orderNumber, place, name } })),
    );
  const admitted =
    notice?.discloses_admitted === 1
      ? []
      : naming((order) => order.class === 'admitted', places).map((each): ReadinessFinding => ({
          code: 'admitted-named',
          weight: 'stop',
          ...each,
        }));
  const inPlan = naming(
    (order) => order.class !== 'admitted',
    places.filter((each) => each.place === 'plan'),
  ).map((each): ReadinessFinding => ({ code: 'plan-names-order', weight: 'look', ...each }));
  return [...admitted, ...inPlan];
}

/** A listed order without a single request is a bare claim that nothing could be had. */
function withoutRequest({ orders, notice, asks, coverage }: CaseMaterial): ReadinessFinding[] {
  if (notice?.lists_unproven !== 1) return [];
  return orders
    .filter((order) => order.class === 'cannot-be-proven')
    .filter(({ orderNumber }) => {
      const slots = coverage.orders.find((each) => each.orderNumber === orderNumber)?.items ?? [];
      return !(
        slots.some((slot) => slot.state === 'unavailable' && slot.itemIds.length > 0) ||
        asks.some((ask) => ask.itemId !== null && ask.orderNumbers.includes(orderNumber))
      );
    })
    .map(({ orderNumber }) => ({
      code: 'unproven-without-request',
      weight: 'look',
      step: 'evidence',
      params: { orderNumber },
    }));
}

function wordsOf({ title, sections }: Pick<Statement, 'title' | 'sections'>): string {
  return [
    title,
    ...sections.flatMap((section) => [
      section.heading,
      ...section.paragraphs.flatMap((paragraph) => paragraph.sentences.map((sentence) => sentence.text)),
    ]),
  ].join('\n');
}
