import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  createTypesetter,
  readTypesetterParts,
  type Typesetter,
} from '../../../main/documents/typst/compiler.ts';
import { svgPages } from '../../../main/documents/typst/svg-pages.ts';
import { launchBrowser } from '../../helpers/browser.ts';
import { pageTexts } from '../../helpers/pdf.ts';
import { statementJob } from './samples.ts';

let typesetter: Typesetter;
beforeAll(async () => {
  typesetter = await createTypesetter(await readTypesetterParts());
});

const draw = (texts: readonly string[]) =>
  typesetter.pages(statementJob(texts)).map((page) => new TextDecoder().decode(page.bytes));
const HOSTILE = '</div></foreignObject></g><script>alert(1)</script><image href="https://a.b/c.png"/>&quot;"';

describe('a page of the statement', () => {
  test('is an SVG of its own with the size of A4', () => {
    const [page] = typesetter.pages(statementJob(['买家要求退款。']));
    expect(page?.mediaType).toBe('image/svg+xml');
    expect(page?.widthPt).toBeCloseTo(595.28, 1);
    expect(page?.heightPt).toBeCloseTo(841.89, 1);
    expect(new TextDecoder().decode(page?.bytes)).toMatch(
      /^<svg xmlns="\S+" width="595\.276pt" height="841\.89pt" viewBox="0 0 595\.276 841\.89">/,
    );
  });

  test('holds shapes and nothing else, whatever a person writes', () => {
    for (const page of draw([HOSTILE, '买家要求退款。'.repeat(300)])) {
      const names = new Set(Array.from(page.matchAll(/<([^\s/>]+)/g), ([, name]) => name));
      expect([...names].sort()).toEqual(['defs', 'g', 'path', 'rect', 'svg', 'use']);
      const attributes = new Set(Array.from(page.matchAll(/([\w:-]+)="/g), ([, name]) => name));
      for (const name of attributes) expect(name).not.toMatch(/^(?:on|style|class|xlink)/);
      expect(page.replace(/xmlns="[^"]+"/, '')).not.toMatch(/url|https?:|data:|alert|退款|&/);
      const ids = new Set(Array.from(page.matchAll(/ id="([^"]+)"/g), ([, id]) => id));
      for (const [, id] of page.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(id);
    }
  });

  test('draws every letter of the PDF, page by page', async () => {
    const job = statementJob(['买家一次下单12件，随后全部退款！'.repeat(400), 'Hello, world: 3 < 4.']);
    const texts = await pageTexts(typesetter.pdf(job).bytes);
    const pages = typesetter.pages(job).map((page) => new TextDecoder().decode(page.bytes));
    expect(pages.length).toBeGreaterThan(2);
    expect(pages.map((page) => page.split('<use ').length - 1)).toEqual(
      texts.map((text) => Array.from(text).length),
    );
  });

  test('is the same bytes for the same words', () => {
    const first = draw(['买家要求退款。']);
    draw(['别的话。'.repeat(500)]);
    expect(draw(['买家要求退款。'])).toEqual(first);
  });

  test('with a character no font has is refused as in the PDF', () => {
    expect(() => draw(['😀'])).toThrow(expect.objectContaining({ code: 'MISSING_GLYPH' }));
  });
});

describe('a drawing is refused', () => {
  const size = { widthPt: 10, heightPt: 20 };
  const drawing = (page: string, outline = '<path id="a" d="M 0 0"/>') =>
    `<svg><defs>${outline}</defs><g class="typst-page" transform="translate(0, 0)">${page}</g></svg>`;

  test('never, if it is made of known shapes; spaces and empty groups fall away', () => {
    const page =
      '<g><g></g></g><g fill="#fff" onclick="x()"><use x="1" y="0" href="#a"/><use href="#b"/></g>';
    expect(svgPages(drawing(page), [size])[0]).toContain(
      '<g fill="#fff"><use x="1" y="0" href="#g0"/></g></svg>',
    );
  });

  test.each([
    ['an element nobody knows', drawing('<animate/>')],
    ['a picture', drawing('<image width="1" height="1" xlink:href="data:image/png;base64,AA"/>')],
    ['another file as a letter', drawing('<use x="0" y="0" href="https://a.b/c.svg#d"/>')],
    ['another file as a colour', drawing('<g fill=" URL(#a)"></g>')],
    ['an escaped colour', drawing('<path d="M 0 0" fill="&#117;rl(x)"/>')],
    ['an escaped outline', drawing('', '<path id="a" d="&quot;"/>')],
    ['a tag that does not end', drawing('<g a="1')],
    ['a tag that ends another', drawing('<g></path>')],
    ['a script that does not end', drawing('<script>')],
    ['a second page', drawing('') + drawing('')],
    ['no page', '<svg></svg>'],
  ])('that holds %s', (_what, text) => {
    expect(() => svgPages(text, [size])).toThrow(expect.objectContaining({ code: 'INTERNAL' }));
  });
});

describe('in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  test('a page shows as a picture under a strict policy, and asks for nothing else', async () => {
    const [file = ''] = draw(['买家要求退款。'.repeat(20)]);
    const page: Page = await browser.newPage();
    const asked: string[] = [];
    await page.route('**/*', (route) => {
      const { pathname } = new URL(route.request().url());
      asked.push(pathname);
      const headers = {
        'content-security-policy': pathname.endsWith('.svg')
          ? "default-src 'none'; sandbox"
          : "default-src 'none'; img-src 'self'",
      };
      return pathname.endsWith('.svg')
        ? route.fulfill({ headers, contentType: 'image/svg+xml', body: file })
        : route.fulfill({ headers, contentType: 'text/html', body: '<img src="/page.svg">' });
    });
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    await page.goto('https://desk.test/', { waitUntil: 'load' });
    const seen = await page.evaluate(() => {
      const image = document.images[0] as HTMLImageElement;
      const canvas = new OffscreenCanvas(image.naturalWidth, image.naturalHeight);
      const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
      context.drawImage(image, 0, 0);
      const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
      let dark = 0;
      for (let place = 0; place < data.length; place += 4) if ((data[place] ?? 255) < 90) dark += 1;
      return { width: canvas.width, height: canvas.height, dark: dark / (data.length / 4), corner: data[3] };
    });
    expect(seen).toMatchObject({ width: 794, height: 1123 });
    expect(seen.corner).toBeGreaterThan(250);
    expect(seen.dark).toBeGreaterThan(0.002);
    expect(seen.dark).toBeLessThan(0.2);
    expect(asked).toEqual(['/', '/page.svg']);
    expect(complaints).toEqual([]);
    await page.close();
  });
});
