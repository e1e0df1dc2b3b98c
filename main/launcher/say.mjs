const chinese = /^zh\b/i.test(Intl.DateTimeFormat().resolvedOptions().locale);

/**
 * One line for the person at the terminal, on stderr: stdout belongs to the command (`desk` prints JSON there).
 *
 * @param {string} english
 * @param {string} [inChinese] shown instead where the system speaks Chinese
 */
export function say(english, inChinese = english) {
  process.stderr.write(`${chinese ? inChinese : english}\n`);
}
