/** The major version the program is built and tested on; npm brings it as the optional package `node`. */
export const WANTED_MAJOR = 24;

/** @typedef {{ major: number, minor: number }} Version */

/**
 * @param {string} text e.g. `v24.21.0`
 * @returns {Version | null}
 */
export function parseVersion(text) {
  const match = /^v?(\d+)\.(\d+)\./.exec(text.trim());
  return match ? { major: Number(match[1]), minor: Number(match[2]) } : null;
}

/**
 * Whether a Node can run us: better-sqlite3 needs Node-API 10 (22.14), and our `.ts` files run as they are only where
 * Node strips types without a flag (22.18, and 23.6 in the odd line between).
 *
 * @param {Version} version
 */
export function canRun({ major, minor }) {
  if (major >= 24) return true;
  if (major === 23) return minor >= 6;
  return major === 22 && minor >= 18;
}

/**
 * Picks between the Node that npm installed and the one that runs the launcher.
 *
 * @param {{ packaged: { path: string, version: string } | null, current: { path: string, version: string } }} found
 *   `packaged.version` is empty when the file is there but does not run on this machine
 * @returns {{ path: string } | { problem: string }}
 */
export function chooseNode({ packaged, current }) {
  const packagedVersion = packaged && parseVersion(packaged.version);
  if (packaged && packagedVersion && packagedVersion.major === WANTED_MAJOR) return { path: packaged.path };
  const currentVersion = parseVersion(current.version);
  if (currentVersion && canRun(currentVersion)) return { path: current.path };
  return {
    problem:
      `AppealDesk needs Node ${WANTED_MAJOR}, and this is Node ${current.version}: run ` +
      '`npm ci --include=optional` (if npm blocked the install script of the package "node": ' +
      '`npm install-scripts approve node && npm rebuild node`), or install Node 24 from https://nodejs.org',
  };
}
