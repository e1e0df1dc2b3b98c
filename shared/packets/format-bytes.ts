/** A file's size as printed: to the byte, in groups of three, e.g. `1,234,567 B`. The same in every language. */
export function formatBytes(bytes: number): string {
  return `${String(bytes).replace(/\B(?=(\d{3})+$)/g, ',')} B`;
}
