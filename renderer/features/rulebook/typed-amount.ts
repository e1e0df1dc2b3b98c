import { readTypedAmount } from '../../../shared/orders/index.ts';

/**
 * Reads an amount that was typed where it is asked for in one currency: one in another is beside the question, and nothing
 * here converts it.
 *
 * @returns integer minor units; null where nothing was typed, undefined where it is no such amount.
 */
export function typedAmount(typed: string, currency: string): number | null | undefined {
  const amount = readTypedAmount(typed, currency);
  if (amount === null || amount === undefined) return amount;
  return amount.minor < 0 || (amount.currency ?? currency) !== currency ? undefined : amount.minor;
}
