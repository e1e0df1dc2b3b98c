import { openTestCore, resultOf } from './core.ts';

/**
 * Runs in a process of its own, without root's right to read everything: takes the files named on the command line in
 * and prints what became of each.
 */
const [folder = '', ...paths] = process.argv.slice(2);
const desk = await openTestCore({ folder });
const taken = await resultOf(
  desk.client,
  await desk.client.evidence.takeIn({ files: paths.map((path) => ({ file: { path } })) }),
);
await desk.close();
process.stdout.write(JSON.stringify(taken));
