/** Of a square picture of a number. Windows draws it in the corner of the icon on the task bar, half as large on most screens. */
const SIZE = 32;
/** Accent and paper, as in renderer/ui/tokens.css: a reminder is not late by being there, so that no red is used. */
const DISC = { red: 0x1d, green: 0x4a, blue: 0x63 };
const SIGN = { red: 0xff, green: 0xfd, blue: 0xf8 };
/** So thick a ring around it that it is seen on a dark task bar as well. */
const RING = 2;

/** Each sign as five rows of three dots. */
const SIGNS: Readonly<Record<string, readonly string[]>> = {
  '1': [' # ', '## ', ' # ', ' # ', '###'],
  '2': ['###', '  #', '###', '#  ', '###'],
  '3': ['###', '  #', '###', '  #', '###'],
  '4': ['# #', '# #', '###', '  #', '  #'],
  '5': ['###', '#  ', '###', '  #', '###'],
  '6': ['###', '#  ', '###', '# #', '###'],
  '7': ['###', '  #', '  #', ' # ', ' # '],
  '8': ['###', '# #', '###', '# #', '###'],
  '9': ['###', '# #', '###', '  #', '###'],
  '+': ['   ', ' # ', '###', ' # ', '   '],
};
const ROWS = 5;
const COLUMNS = 3;

/** A picture as Electron takes it: four bytes a dot, blue first, from the top left. */
export interface CountPicture {
  readonly pixels: Buffer;
  readonly size: { readonly width: number; readonly height: number; readonly scaleFactor: number };
}

/**
 * A number on a disc; of more than nine it shows `9+`, which is as much as is legible there.
 *
 * @param count 1 or more
 */
export function countPicture(count: number): CountPicture {
  const signs = [...(count > 9 ? '9+' : String(count))].map((sign) => SIGNS[sign] ?? []);
  const dot = signs.length === 1 ? 4 : 3;
  const width = (signs.length * (COLUMNS + 1) - 1) * dot;
  const left = Math.floor((SIZE - width) / 2);
  const top = Math.floor((SIZE - ROWS * dot) / 2);
  const isSign = (x: number, y: number): boolean => {
    const [column, row] = [Math.floor((x - left) / dot), Math.floor((y - top) / dot)];
    return signs[Math.floor(column / (COLUMNS + 1))]?.[row]?.[column % (COLUMNS + 1)] === '#';
  };
  const pixels = Buffer.alloc(SIZE * SIZE * 4);
  const middle = (SIZE - 1) / 2;
  for (let y = 0; y < SIZE; y += 1)
    for (let x = 0; x < SIZE; x += 1) {
      const away = Math.hypot(x - middle, y - middle);
      if (away > SIZE / 2) continue;
      const { red, green, blue } = isSign(x, y) || away > SIZE / 2 - RING ? SIGN : DISC;
      pixels.set([blue, green, red, 0xff], (y * SIZE + x) * 4);
    }
  return { pixels, size: { width: SIZE, height: SIZE, scaleFactor: 2 } };
}
