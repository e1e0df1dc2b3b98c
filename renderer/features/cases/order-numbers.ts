import { orderNumber } from '../../../shared/kernel/fields.ts';

/** Order numbers read from what somebody typed or pasted. */
export interface TypedNumbers {
  /** Each once, in their order. */
  readonly numbers: readonly string[];
  /** Written by a spreadsheet as a rounded figure (8.01235E+15): the digits are lost and cannot be guessed. */
  readonly rounded: readonly string[];
  /** Nothing that could be an order number. */
  readonly unreadable: readonly string[];
}

const ROUNDED = /^\d+[.,]?\d*E\+?\d+$/i;

/** Reads order numbers apart by lines, blanks, commas or semicolons, Chinese ones included. */
export function readOrderNumbers(typed: string): TypedNumbers {
  const words = [...new Set(typed.split(/[\s,，;；、]+/).filter((word) => word !== ''))];
  const rounded = words.filter((word) => ROUNDED.test(word) && !/^\d+$/.test(word));
  const rest = words.filter((word) => !rounded.includes(word));
  return {
    numbers: rest.filter((word) => orderNumber.safeParse(word).success),
    rounded,
    unreadable: rest.filter((word) => !orderNumber.safeParse(word).success),
  };
}
