import { backUp, ownBackups } from '../workspace/index.ts';
import { backupFolder } from '../features/workspace/index.ts';
import type { Services } from './context.ts';

const DAY = 24 * 60 * 60 * 1000;
/** A timer is only a reason to look: what decides is the date of the last backup, so sleep and clock jumps cost nothing. */
const LOOK_EVERY = 15 * 60 * 1000;
const FIRST_LOOK = 20 * 1000;

/** Makes a verified backup once a day while the program runs. Returns the way to stop. */
export function startDailyBackup(services: Services): () => void {
  let stopped = false;
  // Two looks may fall on one moment, after a sleep for one: they are one backup.
  let underWay = false;
  const look = async () => {
    const newest = (await ownBackups(backupFolder(services), services.store))[0];
    const age = newest === undefined ? DAY : services.clock.now() - newest.madeAt;
    // A backup from the future was made while the clock ran ahead: it says nothing about today.
    if (stopped || (age >= 0 && age < DAY)) return;
    const { jobId } = services.jobs.start(
      'backup',
      (control) =>
        backUp(services.store, services.workspace.paths, backupFolder(services), services.clock, 'daily', {
          signal: control.signal,
        }),
      { isRoutine: true },
    );
    await services.jobs.ended(jobId);
  };
  const attempt = () => {
    if (stopped || underWay) return;
    underWay = true;
    look()
      .catch((error: unknown) => services.log.error({ err: error }, 'the daily backup could not be started'))
      .finally(() => {
        underWay = false;
      });
  };
  const first = setTimeout(attempt, FIRST_LOOK);
  const timer = setInterval(attempt, LOOK_EVERY);
  first.unref();
  timer.unref();
  return () => {
    stopped = true;
    clearTimeout(first);
    clearInterval(timer);
  };
}
