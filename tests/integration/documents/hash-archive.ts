/** Prints the SHA-256 of the sample archive, typeset in the worker thread of this process, and the year it believes in. */
import { createHash } from 'node:crypto';
import { createTypesetClient } from '../../../main/documents/index.ts';
import { archiveJob } from './samples.ts';

const client = createTypesetClient();
const { job } = await archiveJob(4);
const sha256 = createHash('sha256')
  .update((await client.pdf(job)).bytes)
  .digest('hex');
process.stdout.write(JSON.stringify({ sha256, year: new Date().getFullYear() }));
await client.close();
