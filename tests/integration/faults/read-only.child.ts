/** Opens the workspace given, adds a store and prints the code of the first error, or `done`. Run as somebody who is not root. */
import { openTestCore } from '../../helpers/core.ts';

const [folder = ''] = process.argv.slice(2);
const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error);
try {
  const desk = await openTestCore({ folder });
  await desk.client.stores.create({ platform: 'aliexpress', name: '示例店' });
  await desk.core.close();
  console.log('done');
} catch (error) {
  console.log(codeOf(error));
}
process.exit();
