/** A place in a list as names begin with it: as wide as the last of the list needs, so that names sort as the list does. */
export function numbered(index: number, count: number, digits: number): string {
  return String(index + 1).padStart(Math.max(digits, String(count).length), '0');
}
