export { announceNewestAct, useUndo, useUndoToasts } from './use-undo.tsx';
export { ActivityLog } from './activity-log.tsx';
