import { FULL_COUNT, killAndReopen, killTotals, type KillCall, type KillResult } from './kill-soak.ts';

export const name = 'kill-export';
export const fullCount = FULL_COUNT;

export function run(call: KillCall): Promise<KillResult> {
  return killAndReopen('export', call);
}

export const summary = killTotals;
