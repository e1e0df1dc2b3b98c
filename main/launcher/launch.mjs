/**
 * Every npm script comes through here: `node main/launcher/launch.mjs <command> [arguments]`.
 *
 * This file and those beside it run on Node 20, because that is what a fresh machine may have. They find the Node the
 * program needs (see choose-node.mjs), say in one line what to do where there is none, and start the command under it.
 */
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findNode } from './find-node.mjs';
import { COMMANDS } from './commands.mjs';
import { say } from './say.mjs';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const [name = '', ...args] = process.argv.slice(2);
const command = COMMANDS.get(name);

if (command === undefined) {
  say(`npm run <${[...COMMANDS.keys()].join('|')}>`);
  process.exit(2);
}

const node = findNode(root);
if ('problem' in node) {
  say(node.problem);
  process.exit(1);
}
process.exitCode = await command({ root, node: node.path, args });
