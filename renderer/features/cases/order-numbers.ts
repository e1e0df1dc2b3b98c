import { orderNumber } from '../../../shared/kernel/fields.ts';
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

const ROUNDED = /^\d+[.,]?\d*E\+?\d+$/i;

/** Reads order numbers apart by lines, blanks, commas or semicolons, Chinese ones included. */
export function readOrderNumbers(typed: string): TypedNumbers {
  const words = [...new Set(typed.split(/[\s,，;；、]+/).filter((word) => word !== ''))];
  const rounded = words.filter((word) => ROUNDED.test(word) && !/^\d+$/.test(word));
  const rest = words.filter((word) => !rounded.includes(word));
  return {
    numbers: rest.filter(canBeOne),
    rounded,
    unreadable: rest.filter((word) => !canBeOne(word)),
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

/** No platform writes an order number without a digit. */
function canBeOne(word: string): boolean {
  return /\d/.test(word) && orderNumber.safeParse(word).success;
}
