export { attempts } from './attempts.handlers.ts';
export {
  attemptsOfCase,
  holdAttempt,
  isAskedForMore,
  isAskedSince,
  lastAttemptsOfCase,
} from './attempts.repo.ts';
export {
  casesOfMatter,
  clocksWithoutChance,
  renumber,
  stopClocksOfParents,
  stopSpentClocks,
} from './chance-clocks.ts';
export { holdForMatter } from './matter-slot.ts';
export { chancesOf, findDuplicates, refuseDuplicates, type Chances } from './guard.ts';
