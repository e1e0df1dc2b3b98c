import { create } from 'zustand';

interface GateState {
  /** The person whose PIN is asked for because somebody chose them; null when nobody was. */
  readonly chosen: string | null;
  /** Nobody touched this window for the idle time. */
  readonly idle: boolean;
}

export const useGateState = create<GateState>(() => ({ chosen: null, idle: false }));

/** Asks for the PIN of a person who was chosen from the list. */
export function askForSignIn(operatorId: string): void {
  useGateState.setState({ chosen: operatorId });
}
