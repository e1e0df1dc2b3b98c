/**
 * Draws icon.svg and, for 16 to 32 pixels, the window's own renderer/app/icon.svg into what the installers need:
 * icons/*.png (Linux), icon.ico (Windows) and icon.icns (macOS). Run by hand after a drawing changed, and the results
 * committed: `node .config/pack/make-icons.mjs`
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';

const here = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url));
const LARGE = await readFile(here('icon.svg'), 'utf8');
const SMALL = await readFile(here('../../renderer/app/icon.svg'), 'utf8');

/**
 * macOS wants air around the tile; elsewhere the tile fills the square.
 *
 * @param {number} size pixels
 * @param {'filled' | 'airy'} room
 */
function draw(size, room) {
  const svg =
    size <= 32
      ? SMALL
      : room === 'airy'
        ? LARGE
        : LARGE.replace('viewBox="0 0 1024 1024"', 'viewBox="88 88 848 848"');
  const sides = size <= 32 ? 16 : room === 'airy' ? 1024 : 848;
  // Drawn at the very size: a picture scaled afterwards has no sharp edge left.
  return sharp(Buffer.from(svg), { density: (72 * size) / sides }).resize(size, size);
}

const png = (/** @type {number} */ size, /** @type {'filled' | 'airy'} */ room) =>
  draw(size, room).png({ compressionLevel: 9 }).toBuffer();

/** One picture of an .ico as the bitmap every Windows program reads: bottom-up BGRA and an empty mask. */
async function bitmap(/** @type {number} */ size) {
  const { data } = await draw(size, 'filled').ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const header = Buffer.alloc(40);
  header.writeUInt32LE(40, 0);
  header.writeInt32LE(size, 4);
  header.writeInt32LE(size * 2, 8);
  header.writeUInt16LE(1, 12);
  header.writeUInt16LE(32, 14);
  const pixels = Buffer.alloc(size * size * 4);
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      const from = (y * size + x) * 4;
      const to = ((size - 1 - y) * size + x) * 4;
      pixels[to] = data[from + 2] ?? 0;
      pixels[to + 1] = data[from + 1] ?? 0;
      pixels[to + 2] = data[from] ?? 0;
      pixels[to + 3] = data[from + 3] ?? 0;
    }
  }
  const mask = Buffer.alloc(Math.ceil(size / 32) * 4 * size);
  return Buffer.concat([header, pixels, mask]);
}

/** @param {readonly number[]} sizes */
async function ico(sizes) {
  const pictures = await Promise.all(sizes.map((size) => (size < 256 ? bitmap(size) : png(size, 'filled'))));
  const directory = Buffer.alloc(6 + 16 * sizes.length);
  directory.writeUInt16LE(1, 2);
  directory.writeUInt16LE(sizes.length, 4);
  let offset = directory.length;
  for (const [place, picture] of pictures.entries()) {
    const at = 6 + 16 * place;
    const size = sizes[place] ?? 0;
    // One byte a side: 256 is written as 0.
    directory[at] = size % 256;
    directory[at + 1] = size % 256;
    directory.writeUInt16LE(1, at + 4);
    directory.writeUInt16LE(32, at + 6);
    directory.writeUInt32LE(picture.length, at + 8);
    directory.writeUInt32LE(offset, at + 12);
    offset += picture.length;
  }
  return Buffer.concat([directory, ...pictures]);
}

/** @param {readonly (readonly [type: string, size: number])[]} entries */
async function icns(entries) {
  const blocks = await Promise.all(
    entries.map(async ([type, size]) => {
      const picture = await png(size, 'airy');
      const head = Buffer.alloc(8);
      head.write(type, 0, 'latin1');
      head.writeUInt32BE(picture.length + 8, 4);
      return Buffer.concat([head, picture]);
    }),
  );
  const head = Buffer.alloc(8);
  head.write('icns', 0, 'latin1');
  head.writeUInt32BE(8 + blocks.reduce((sum, block) => sum + block.length, 0), 4);
  return Buffer.concat([head, ...blocks]);
}

await mkdir(here('icons'), { recursive: true });
for (const size of [16, 24, 32, 48, 64, 128, 256, 512, 1024]) {
  await writeFile(here(`icons/${size}x${size}.png`), await png(size, 'filled'));
}
await writeFile(here('icon.ico'), await ico([16, 20, 24, 32, 40, 48, 64, 128, 256]));
// The types that hold PNG: 1× and 2× of 16 to 512 points.
const ICNS = /** @type {const} */ ([
  ['ic11', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic13', 256],
  ['ic08', 256],
  ['ic14', 512],
  ['ic09', 512],
  ['ic10', 1024],
]);
await writeFile(here('icon.icns'), await icns(ICNS));
