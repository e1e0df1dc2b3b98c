/** Opens the workspace given, says so, and keeps it until it is ended. */
import { openTestCore } from '../../helpers/core.ts';

const [folder = ''] = process.argv.slice(2);
await openTestCore({ folder });
console.log('open');
setInterval(() => undefined, 60_000);
