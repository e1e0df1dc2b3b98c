export * from './schema.ts';
export { rankActs, type ActCount } from './rank-acts.ts';
export {
  actWords,
  askWords,
  chanceWords,
  dueWords,
  handoverSheet,
  type HandoverPaper,
  type HandoverSheet,
} from './sheet.ts';
export { handoverPrint, type HandoverPrint } from './print.ts';
export { handoverText } from './text.ts';
