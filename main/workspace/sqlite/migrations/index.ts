import type { Connection } from '../open.ts';
import { init } from './0010-init.ts';

/** One step forward. Versions grow by 10, so that a hotfix finds room between two of them. */
export interface Migration {
  readonly version: number;
  readonly name: string;
  readonly up: (connection: Connection) => void;
}

/** Every step, in order. A shipped one is never edited: the schema snapshot test refuses it. */
export const MIGRATIONS: readonly Migration[] = [init];

/** The schema version this program writes. */
export const SCHEMA_VERSION = MIGRATIONS.at(-1)?.version ?? 0;
