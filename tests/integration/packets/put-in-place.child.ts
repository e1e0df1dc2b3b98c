/** Gives the folder named first the name given second, and prints the code of what went wrong. Run as somebody who is not root. */
import { putInPlace } from '../../../main/workspace/index.ts';

const [unfinished = '', final = ''] = process.argv.slice(2);
const code = await putInPlace(unfinished, final).then(
  () => 'done',
  (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : String(error)),
);
process.stdout.write(code);
