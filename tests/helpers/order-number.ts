import type { PlatformInfo } from '../../shared/rulebook/index.ts';

/** An order number in the shape of a platform, another one for each place. */
export function orderNumberOf(
  { id, orderNumber }: Pick<PlatformInfo, 'id' | 'orderNumber'>,
  place: number,
): string {
  const digits = (length: number): string => `${'7'.repeat(length - 5)}${String(place).padStart(5, '0')}`;
  const shapes = [...[18, 16, 12].map(digits), `701-7777777-${digits(7)}`, `27-77777-${digits(5)}`];
  const found = shapes.find((each) => orderNumber !== null && new RegExp(orderNumber.pattern).test(each));
  if (found === undefined) throw new Error(`no order number known for ${id}`);
  return found;
}
