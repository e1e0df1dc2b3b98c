/** So long an address is kept; what is longer is cut and still tells what it was. */
const LONGEST = 500;

/**
 * The first address of the web in a text, without the marks a sentence ends with; null where there is none. A link is no
 * copy: whoever took it in still has to save what it shows.
 */
export function firstLink(text: string): string | null {
  const found = /https?:\/\/[^\s"'<>\u3000\uff08\uff09\u3001\u3002\uff0c\uff1b\u201c\u201d]+/i.exec(
    text,
  )?.[0];
  const address =
    found
      ?.replace(/[.,;:!?)\]}]+$/, '')
      .slice(0, LONGEST)
      .toWellFormed() ?? '';
  return /^https?:\/\/.+/i.test(address) ? address : null;
}
