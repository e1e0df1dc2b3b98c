/**
 * `recalculation.child.ts <workspace> <year file>`: brings a year's days off into a workspace, as a person does it, and then
 * takes that back; tells as JSON how long each took, and the most memory that was in use.
 */
import { openTestCore, TestClock } from '../helpers/core.ts';
import { NOW } from './recalculation.bench.ts';

const [folder = '', year = ''] = process.argv.slice(2);
const { core, client } = await openTestCore({ folder, clock: new TestClock(NOW) });
const { sha256, clocks } = await client.deadlines.readYear({ file: { path: year } });
const begun = performance.now();
await client.deadlines.addYear({ file: { path: year }, sha256 });
const taken = performance.now();
await client.journal.undo({});
const undone = performance.now();
await client.journal.redo({});
await core.close();
const memoryMb = process.resourceUsage().maxRSS / 1024;
const changed = clocks.items.length + clocks.left;
process.stdout.write(JSON.stringify({ changed, takenMs: taken - begun, undoneMs: undone - taken, memoryMb }));
