import type { Bilingual, CoverageView, OrderCoverage } from '../../../shared/rulebook/index.ts';

/** Something an order still lacks: one voucher, or any one of a group of alternates. */
export type MissingVoucher = readonly Bilingual[];

/**
 * What an order still lacks before it has every voucher asked of it, in the order the scene asks.
 *
 * Alternates of one group are one entry, met by any of them; what is only recommended, and what the form does not ask of
 * this order, is no lack.
 */
export function missingVouchers(
  order: OrderCoverage,
  requirements: CoverageView['requirements'],
): readonly MissingVoucher[] {
  const states = new Map(order.items.map((item) => [item.requirementId, item.state]));
  const units = new Map<string, { readonly titles: Bilingual[]; settled: boolean }>();
  for (const requirement of requirements) {
    const state = states.get(requirement.id);
    if (state === undefined || requirement.level === 'recommended') continue;
    const name = requirement.group === null ? `one:${requirement.id}` : `group:${requirement.group}`;
    const unit = units.get(name) ?? { titles: [], settled: false };
    unit.titles.push(requirement.title);
    unit.settled ||= state === 'met' || state === 'not-asked';
    units.set(name, unit);
  }
  return [...units.values()].filter(({ settled }) => !settled).map(({ titles }) => titles);
}
