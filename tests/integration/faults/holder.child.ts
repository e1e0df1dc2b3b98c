/** Opens the workspace given, says so, and keeps it until it is ended. */
import { openTestCore } from '../../helpers/core.ts';

const [folder = ''] = process.argv.slice(2);
await openTestCore({ folder });
console.log('open');
// Whoever started this process holds its standard input: when they are gone, it goes too.
process.stdin.resume().on('end', () => process.exit(1));
