/** Opens the workspace given and asks what the first screens ask; prints how long that took since the process began. */
import { openTestCore } from '../helpers/core.ts';

const [folder = ''] = process.argv.slice(2);
const desk = await openTestCore({ folder });
await desk.client.workspace.info({});
await desk.client.today.get({});
await desk.client.orders.list({ limit: 50 });
const milliseconds = performance.now();
const memoryMb = process.memoryUsage().rss / 2 ** 20;
await desk.core.close();
console.log(JSON.stringify({ milliseconds, memoryMb }));
