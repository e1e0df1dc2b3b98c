export { openReader, openWriter, explainSqliteError, type Connection } from './open.ts';
export { migrate, refuseForeignFile, schemaVersion } from './migrate.ts';
export { SCHEMA_VERSION } from './migrations/index.ts';
export { JOURNALED_TABLES, type JournaledTable, type TableName, type Tables } from './schema.ts';
export type { Act, Actor, Commit, Queries, ReadHandle, WriteHandle } from './handles.ts';
export { Store } from './store.ts';
export { blobsNamedBy, bringRestoredUpToDate, examineCopy } from './copied-database.ts';
export { holdLockFile } from './lock-file.ts';
export { beginningWith, containing } from './containing.ts';
