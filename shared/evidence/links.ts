/** So long an address is kept; what is longer is cut and still tells what it was. */
const LONGEST = 500;

/** As many addresses of one text as are kept: more is a page that was copied whole. */
export const MOST_LINKS = 50;

/**
 * The addresses of the web in a text, each once and in its order, without the marks a sentence ends with. A link is no copy:
 * whoever took it in still has to save what it shows.
 */
export function linksIn(text: string): string[] {
  const found =
    text.match(/https?:\/\/[^\s"'<>\u3000\uff08\uff09\u3001\u3002\uff0c\uff1b\u201c\u201d]+/gi) ?? [];
  const addresses = found
    .map((each) =>
      each
        .replace(/[.,;:!?)\]}]+$/, '')
        .slice(0, LONGEST)
        .toWellFormed(),
    )
    .filter((address) => /^https?:\/\/.+/i.test(address));
  return [...new Set(addresses)].slice(0, MOST_LINKS);
}
