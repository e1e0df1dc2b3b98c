/**
 * Exports a case of the workspace given, or shows its packet, or renames a folder, and prints what came of it. Run as
 * somebody who is not root.
 */
import { renameSync } from 'node:fs';
import { finished, openTestCore } from '../../helpers/core.ts';

const [act = '', subject = '', object = ''] = process.argv.slice(2);
const say = (answer: unknown): void => void process.stdout.write(JSON.stringify(answer));
if (act === 'rename') {
  renameSync(subject, object);
  say('done');
} else {
  const desk = await openTestCore({ folder: subject });
  const { client } = desk;
  if (act === 'export') {
    const { jobId } = await client.packets.export({ caseId: object, language: 'zh-CN', originals: false });
    say(await finished(client, jobId));
  } else say(await client.packets.showFolder({ packetId: object }));
  await desk.core.close();
}
