/** Chances: how many are left, what was filed before, and how a doubtful one is settled. */
import './attempts.css';

export { ChanceState } from './chance-state.tsx';
export { ChancesLedger } from './chances-ledger.tsx';
export { PriorAttemptDialog } from './prior-attempt-dialog.tsx';
export { SettleDialog } from './settle-dialog.tsx';
export { dayOf, instantOf, localOf } from './local-time.ts';
export { strongestOf } from './strongest.ts';
export { forNextFiling, useSeveralChances } from './use-chances.ts';
export { useScene } from './use-scene.ts';
