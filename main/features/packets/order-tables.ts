import { createTranslator } from '../../../shared/i18n/index.ts';
import type { Language } from '../../../shared/kernel/fields.ts';
import {
  archiveLabels,
  exhibitLabel,
  type ArchiveOrder,
  type ArchiveOrderTable,
} from '../../../shared/packets/index.ts';
import type { OrderVoucher } from '../../../shared/rulebook/index.ts';
import type { CaseMaterial } from './gather.ts';

/**
 * The orders of a notice as the archive lists them: contested ones with their vouchers; those whose voucher can no longer
 * be had, with every request made for it, where the seller lists them; admitted ones only where the seller chose to.
 */
export function orderTables(material: CaseMaterial, language: Language): ArchiveOrderTable[] {
  if (material.scenario.notice === 'none') return [];
  const labels = archiveLabels(language);
  const ofClass = (wanted: string) =>
    material.orders.filter((order) => order.class === wanted).map((order) => order.orderNumber);
  const table = (heading: string, note: string, orders: readonly ArchiveOrder[]): ArchiveOrderTable[] =>
    orders.length === 0 ? [] : [{ heading, note, orders }];
  return [
    ...table(
      labels.contestedOrders,
      '',
      material.contested.map(({ orderNumber }) => ({
        orderNumber,
        vouchers: vouchersOf(material, language, orderNumber, ['met', 'unavailable']),
      })),
    ),
    ...(material.notice?.lists_unproven === 1
      ? table(
          labels.unprovenOrders,
          labels.unprovenNote,
          ofClass('cannot-be-proven').map((orderNumber) => ({
            orderNumber,
            vouchers: vouchersOf(material, language, orderNumber, ['met', 'unavailable', 'open']),
          })),
        )
      : []),
    ...(material.notice?.discloses_admitted === 1
      ? table(
          labels.admittedOrders,
          '',
          ofClass('admitted').map((orderNumber) => ({ orderNumber, vouchers: [] })),
        )
      : []),
  ];
}

/** What is shown for an order. Of a voucher that is not there: why, and the requests that were made for it. */
function vouchersOf(
  material: CaseMaterial,
  language: Language,
  orderNumber: string,
  states: readonly OrderVoucher['state'][],
): ArchiveOrder['vouchers'] {
  const { pick } = createTranslator(language);
  const numbers = new Map(material.exhibits.map((exhibit) => [exhibit.itemId, exhibit.exhibitNumber]));
  const slots = material.coverage.orders.find((order) => order.orderNumber === orderNumber)?.items ?? [];
  return slots
    .filter((slot) => states.includes(slot.state))
    .map((slot) => {
      const requirement = material.coverage.requirements.find((each) => each.id === slot.requirementId);
      const requests = material.asks
        .filter(
          (ask) => ask.requirementIds.includes(slot.requirementId) && ask.orderNumbers.includes(orderNumber),
        )
        .flatMap((ask) => ask.itemId ?? []);
      const shown = slot.state === 'met' ? slot.itemIds : [...slot.itemIds, ...requests];
      const places = [...new Set(shown.flatMap((itemId) => numbers.get(itemId) ?? []))];
      return {
        title: requirement === undefined ? '' : pick(requirement.title),
        exhibits: places
          .sort((left, right) => left - right)
          .map((number) => exhibitLabel(number, 'number', language)),
        note: slot.state === 'unavailable' ? slot.reason : '',
      };
    })
    .filter((voucher) => voucher.exhibits.length > 0 || voucher.note !== '');
}
