import { readOrderNumber } from '../../../shared/orders/index.ts';
import type { PlatformInfo } from '../../../shared/rulebook/index.ts';

/** Order numbers read from what somebody typed or pasted. */
export interface TypedNumbers {
  /** Each once, in their order. */
  readonly numbers: readonly string[];
  /** Written by a spreadsheet as a rounded figure (8.01235E+15): the digits are lost and cannot be guessed. */
  readonly rounded: readonly string[];
  /** Nothing that could be an order number. */
  readonly unreadable: readonly string[];
}

/** The shape that a platform gives its order numbers. */
export type NumberShape = Pick<PlatformInfo, 'name' | 'orderNumber'>;

/**
 * Reads order numbers apart by lines, blanks, commas or semicolons, Chinese ones included; each as a cell of an order export is
 * read.
 */
export function readOrderNumbers(typed: string): TypedNumbers {
  const words = [...new Set(typed.split(/[\s,，;；、]+/).filter((word) => word !== ''))];
  const read = words.map((word) => ({ word, reading: readOrderNumber(word) }));
  const refused = read.flatMap(({ word, reading }) => (reading.ok ? [] : { word, reason: reading.reason }));
  const isRounded = ({ reason }: (typeof refused)[number]): boolean => reason === 'order-number-scientific';
  return {
    numbers: [...new Set(read.flatMap(({ reading }) => (reading.ok ? reading.orderNumber : [])))],
    rounded: refused.filter(isRounded).map(({ word }) => word),
    unreadable: refused.filter((each) => !isRounded(each)).map(({ word }) => word),
  };
}

/** Those that do not look like this platform's. They are asked back about, never refused: shapes change. */
export function unlikeThose(
  numbers: readonly string[],
  { orderNumber: shape }: NumberShape,
): readonly string[] {
  if (shape === null) return [];
  const whole = new RegExp(`^(?:${shape.pattern})$`, 'u');
  return numbers.filter((number) => !whole.test(number));
}
