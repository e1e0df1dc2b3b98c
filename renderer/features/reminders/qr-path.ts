import { encode } from 'uqr';

/** Modules of white around a code, without which a camera does not find it. */
const QUIET = 4;

/**
 * A text as a QR code, with the least that makes up for damage: a screen has none, and larger modules are what a camera wants.
 * How many modules wide and high, and its dark modules as the path of a picture of that size.
 */
export function qrPath(text: string): { readonly size: number; readonly path: string } {
  const { data, size } = encode(text, { ecc: 'L', border: QUIET });
  const squares = data.flatMap((row, y) =>
    row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])),
  );
  return { size, path: squares.join('') };
}
