import type { Connection } from '../open.ts';

/** One step forward. Versions grow by 10, so that a hotfix finds room between two of them. */
export interface Migration {
  readonly version: number;
  readonly name: string;
  readonly up: (connection: Connection) => void;
}
