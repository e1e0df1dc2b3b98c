/** What platforms put in the place of letters or digits that they do not show. */
const MASKS = /[*＊●•]|^匿名/u;

/** Whether a buyer's name tells one buyer from others: neither missing nor masked, as `张**` or 匿名买家 are. */
export function tellsBuyer(name: string): boolean {
  return name.trim() !== '' && !MASKS.test(name.trim());
}
