export { attempts } from './attempts.handlers.ts';
export { attemptsOfCase, holdAttempt, isAskedForMore, isAskedSince, ordersOfCase } from './attempts.repo.ts';
export {
  casesOfMatter,
  clocksOverIn,
  clocksWithoutChance,
  runOnRegained,
  stopClocksOfParents,
  stopSpentClocks,
  type ClocksOver,
  type Matter,
} from './chance-clocks.ts';
export { holdForMatter } from './matter-slot.ts';
export { chancesOf, findDuplicates, refuseDuplicates, type Chances } from './guard.ts';
