import electronOnlyInShell from './electron-only-in-shell.js';
import honestTests from './honest-tests.js';
import noPlatformKnowledge from './no-platform-knowledge.js';
import noRawHtml from './no-raw-html.js';
import pureRoom from './pure-room.js';
import sqlOnlyInRepositories from './sql-only-in-repositories.js';

/** The rules of the house (docs: CONTRIBUTING.md); each has a planted violation in tests/house. */
export default {
  rules: {
    'electron-only-in-shell': electronOnlyInShell,
    'honest-tests': honestTests,
    'no-platform-knowledge': noPlatformKnowledge,
    'no-raw-html': noRawHtml,
    'pure-room': pureRoom,
    'sql-only-in-repositories': sqlOnlyInRepositories,
  },
};
