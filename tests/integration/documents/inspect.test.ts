import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decodeText, inspectFile, placeExhibit } from '../../../main/documents/index.ts';
import { createTypesetter, readTypesetterParts } from '../../../main/documents/typst/compiler.ts';
import { archiveJob, exhibit, picture, statementJob } from './samples.ts';

let folder: string;
let pdf: Uint8Array;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'inspect-'));
  const typesetter = await createTypesetter(await readTypesetterParts());
  pdf = typesetter.pdf(statementJob(['买家要求退款。'.repeat(400)])).bytes;
  typesetter.dispose();
});
afterAll(() => rm(folder, { recursive: true }));

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}
const inspect = async (name: string, content: string | Uint8Array) => inspectFile(await file(name, content));
const text = (value: string) => new TextEncoder().encode(value);

/** A PDF locked with a password that nobody has: the parts that say so are all a reader looks at first. */
const LOCKED_PDF = [
  '%PDF-1.4',
  '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj',
  '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj',
  '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj',
  `4 0 obj<</Filter/Standard/V 1/R 2/P -4/O<${'28'.repeat(32)}>/U<${'bf'.repeat(32)}>>>endobj`,
  `trailer<</Root 1 0 R/Encrypt 4 0 R/ID[<${'00'.repeat(16)}><${'00'.repeat(16)}>]/Size 5>>`,
  '%%EOF',
].join('\n');

describe('a file is known by its content', () => {
  test('a web page named .png is a web page', async () => {
    const page = '<!-- hi --><!DOCTYPE html><html><script>alert(1)</script></html>';
    expect(await inspect('bild.png', page)).toEqual({ mediaType: 'text/html', kind: 'html' });
    expect(await inspect('x.txt', '<?xml version="1.0"?><html xmlns="x"/>')).toMatchObject({ kind: 'html' });
  });

  test('an SVG is never a picture', async () => {
    for (const head of ['', '<?xml version="1.0"?>\n', '<!-- x -->\n']) {
      expect(
        await inspect('a.svg', `${head}<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>`),
      ).toEqual({
        mediaType: 'image/svg+xml',
        kind: 'other',
      });
    }
  });

  test('pictures, with their size as seen', async () => {
    expect(await inspect('a.txt', await picture(30, 20).png().toBuffer())).toEqual({
      mediaType: 'image/png',
      kind: 'image',
      width: 30,
      height: 20,
    });
    const turned = await picture(30, 20).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    expect(await inspect('a.pdf', turned)).toMatchObject({ mediaType: 'image/jpeg', width: 20, height: 30 });
  });

  test('a picture cut short is damaged', async () => {
    const noise = sharp({
      create: {
        width: 300,
        height: 300,
        channels: 3,
        background: 'red',
        noise: { type: 'gaussian', mean: 90, sigma: 40 },
      },
    });
    for (const bytes of [await noise.clone().png().toBuffer(), await noise.clone().jpeg().toBuffer()]) {
      const path = await file('cut', bytes);
      await truncate(path, Math.floor(bytes.length / 2));
      expect(await inspectFile(path)).toMatchObject({ kind: 'image', damaged: true });
    }
  });

  test('PDF pages, a locked PDF and a damaged one', async () => {
    const whole = await inspect('a', pdf);
    expect(whole).toMatchObject({ mediaType: 'application/pdf', kind: 'pdf' });
    expect(whole.pages).toBeGreaterThan(1);
    expect(await inspect('b', LOCKED_PDF)).toEqual({
      mediaType: 'application/pdf',
      kind: 'pdf',
      encrypted: true,
    });
    expect(await inspect('c', '%PDF-1.7\nrubbish')).toMatchObject({ kind: 'pdf', damaged: true });
  });

  test('text in UTF-8, UTF-16 and GB 18030; mail; what is neither', async () => {
    expect(await inspect('a.exe', '聊天记录\n第二行')).toEqual({ mediaType: 'text/plain', kind: 'text' });
    expect(await inspect('b', Buffer.from('\ufeff聊天', 'utf16le'))).toMatchObject({ kind: 'text' });
    const gb = new Uint8Array([0xc1, 0xc4, 0xcc, 0xec]);
    expect(await inspect('c', gb)).toMatchObject({ kind: 'text' });
    expect(decodeText(gb)).toBe('聊天');
    expect(await inspect('d', '聊'.repeat(200_000))).toMatchObject({ kind: 'text' });
    expect(await inspect('e', 'From: a@b\r\nTo: c@d\r\nSubject: x\r\n\r\nhello')).toMatchObject({
      kind: 'email',
    });
    expect(await inspect('f.txt', new Uint8Array([1, 2, 3, 0, 5]))).toMatchObject({ kind: 'other' });
  });

  test('sound, video, archives', async () => {
    expect(
      await inspect('a', new Uint8Array([...text('RIFF'), 36, 0, 0, 0, ...text('WAVEfmt ')])),
    ).toMatchObject({ kind: 'audio' });
    const mp4 = new Uint8Array([0, 0, 0, 24, ...text('ftypisom'), 0, 0, 2, 0, ...text('isomiso2')]);
    expect(await inspect('b.png', mp4)).toMatchObject({ kind: 'video' });
    expect(await inspect('c', new Uint8Array([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]))).toMatchObject({
      kind: 'archive',
    });
  });

  test('an empty file is damaged, a missing one is an error', async () => {
    expect(await inspect('empty', '')).toMatchObject({ kind: 'other', damaged: true });
    await expect(inspectFile(join(folder, 'none'))).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('placing an exhibit', () => {
  const original = (content: Uint8Array) => ({ size: content.length, read: () => Promise.resolve(content) });
  const place = async (content: Uint8Array) =>
    placeExhibit('/files/1', original(content), await inspect('p', content));

  test('uses the original bytes where it can, a turned copy where the picture is stored turned', async () => {
    const png = new Uint8Array(await picture(30, 20).png().toBuffer());
    expect((await place(png)).bytes).toBe(png);
    const turned = await place(await picture(30, 20).withMetadata({ orientation: 6 }).jpeg().toBuffer());
    expect(turned.placement).toMatchObject({ kind: 'image', width: 20, height: 30 });
    expect(await sharp(turned.bytes ?? new Uint8Array()).metadata()).toMatchObject({ width: 20, height: 30 });
  });

  test('leaves place and device out of a photo, its picture untouched', async () => {
    const exif = { IFD0: { Make: 'SECRETMAKE', Copyright: 'SECRETNAME' } };
    const photo = await picture(60, 40).withExif(exif).withIccProfile('p3').jpeg().toBuffer();
    expect(photo.includes('SECRETMAKE')).toBe(true);
    const bare = Buffer.from((await place(photo)).bytes ?? []);
    expect(bare.includes('SECRET')).toBe(false);
    expect((await sharp(bare).metadata()).icc).toBeDefined();
    expect((await sharp(bare).raw().toBuffer()).equals(await sharp(photo).raw().toBuffer())).toBe(true);
  });

  test('cuts a tall screenshot between its bubbles', async () => {
    const bubbles = Array.from({ length: 20 }, (_, line) => ({
      input: { create: { width: 300, height: 130, channels: 3 as const, background: '#ffffff' } },
      left: 30,
      top: line * 200 + 20,
    }));
    const tall = await place(await picture(500, 4000, '#335566').composite(bubbles).png().toBuffer());
    const cuts = tall.placement.kind === 'image' ? tall.placement.cuts : [];
    expect(cuts.length).toBeGreaterThan(3);
    for (const cut of cuts.slice(0, -1)) {
      expect(cut.to % 200 < 22 || cut.to % 200 > 148, `cut at ${cut.to}`).toBe(true);
    }
  });

  test('lists what cannot be placed, with its reason', async () => {
    const contents = [
      text('<html></html>'),
      text(LOCKED_PDF),
      text('%PDF-1.7\nx'),
      text('a\n'.repeat(4000)),
      new Uint8Array([1, 0, 2]),
    ];
    const reasons = [];
    for (const content of contents) reasons.push(await place(content));
    expect(reasons.map(({ placement }) => placement.kind === 'listed' && placement.reason)).toEqual([
      'html',
      'encrypted',
      'damaged',
      'too-long',
      'unsupported',
    ]);
  });

  test('lists what cannot be set on a page without reading it: a film may be larger than the memory', async () => {
    const unread = { size: 3 * 2 ** 30, read: () => Promise.reject(new Error('was read')) };
    for (const kind of ['video', 'audio', 'html', 'other', 'text'] as const) {
      const placed = await placeExhibit('/files/1', unread, { kind, mediaType: 'application/octet-stream' });
      expect(placed.placement.kind, kind).toBe('listed');
    }
  });

  test('gives the typesetter what it can read: PNG, JPEG, GIF, WebP, TIFF, AVIF, PDF', async () => {
    const typesetter = await createTypesetter(await readTypesetterParts());
    const { job } = await archiveJob(1);
    const files: Record<string, Uint8Array> = {};
    const contents = [
      ...(await Promise.all(
        (['png', 'jpeg', 'gif', 'webp', 'tiff', 'avif'] as const).map((format) =>
          picture(60, 40).toFormat(format).toBuffer(),
        ),
      )),
      pdf,
    ];
    const exhibits = [];
    for (const [index, content] of contents.entries()) {
      const path = `/files/${index}`;
      const placed = await placeExhibit(path, original(content), await inspect(`f${index}`, content));
      if (placed.bytes) files[path] = placed.bytes;
      exhibits.push(exhibit(index + 1, placed.placement));
    }
    expect(exhibits.map(({ placement }) => placement.kind)).toEqual([
      ...Array<string>(6).fill('image'),
      'pdf',
    ]);
    expect(typesetter.pdf({ ...job, files, data: { ...job.data, exhibits } }).bytes.length).toBeGreaterThan(
      1000,
    );
  });
});
