import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  csvText,
  planImageCuts,
  planUploadKit,
  safeFileName,
  TALL_RATIO,
  UNKNOWN_LIMITS,
  utf8Length,
} from '../../../shared/packets/index.ts';

const anyText = fc.string({ unit: 'binary', maxLength: 300 });

describe('file names', () => {
  test('are safe whatever comes in, and making them safe twice changes nothing', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom('utf8' as const, 'ascii' as const), (name, style) => {
        const safe = safeFileName(name, { style });
        expect(safe).not.toMatch(/[/\\<>:"|?*\p{Cc}]|^\.|[. ]$/u);
        expect(safe.length).toBeGreaterThan(0);
        expect(utf8Length(safe)).toBeLessThanOrEqual(120);
        expect(utf8Length(safe)).toBe(Buffer.byteLength(safe));
        expect(safeFileName(safe, { style })).toBe(safe);
        if (style === 'ascii') expect(safe).toMatch(/^[ -~]+$/);
      }),
      { numRuns: 2000 },
    );
  });

  test('never collide in a kit, not even where case does not count', () => {
    fc.assert(
      fc.property(fc.array(anyText, { minLength: 1, maxLength: 12 }), (names) => {
        const files = names.map((name) => ({ name, mediaType: 'x/y', bytes: 1, sha256: '', exhibit: '' }));
        const { entries } = planUploadKit({
          language: 'en',
          nameStyle: 'utf8',
          groups: [
            { orderNumber: names[0] ?? '', slots: [{ slotId: 's', title: 't', files, limits: null }] },
          ],
          fields: [],
          limits: UNKNOWN_LIMITS,
        });
        expect(new Set(entries.map((entry) => entry.path.toLowerCase())).size).toBe(entries.length);
      }),
    );
  });
});

test('a CSV reads back as it was written, but for the guard', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(anyText, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }),
      (rows) => {
        const read: string[][] = parse(csvText(rows), { bom: true, relax_column_count: true });
        expect(read).toHaveLength(rows.length);
        rows.forEach((row, line) =>
          row.forEach((cell, column) => expect([cell, `'${cell}`]).toContain(read[line]?.[column])),
        );
        for (const cell of read.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
      },
    ),
  );
});

describe('cuts of a tall picture', () => {
  const size = fc.record({
    width: fc.integer({ min: 1, max: 4000 }),
    height: fc.integer({ min: 1, max: 60_000 }),
  });
  const bands = fc.array(fc.integer({ min: 0, max: 255 }), { maxLength: 400 });

  test('show every row, in order, in pieces of a legible height', () => {
    fc.assert(
      fc.property(size, bands, ({ width, height }, busyness) => {
        fc.pre(width >= 20 && height <= width * 60);
        const cuts = planImageCuts({ width, height }, busyness);
        expect(cuts[0]?.from).toBe(0);
        expect(cuts.at(-1)?.to).toBe(height);
        if (height <= width * TALL_RATIO) {
          expect(cuts).toHaveLength(1);
          return;
        }
        cuts.forEach((cut, index) => {
          const next = cuts[index + 1];
          expect(cut.to - cut.from).toBeGreaterThan(0);
          expect(cut.to - cut.from).toBeLessThanOrEqual(width * 1.9);
          if (next) expect(next.from).toBeLessThanOrEqual(cut.to);
          if (next) expect(next.from).toBeGreaterThan(cut.from);
        });
      }),
    );
  });

  test('fall on the quiet line near the foot of the slice', () => {
    const busyness = Array.from({ length: 600 }, (_, band) => (band % 20 < 3 ? 0 : 90));
    const cuts = planImageCuts({ width: 1000, height: 6000 }, busyness);
    for (const cut of cuts.slice(0, -1)) expect(Math.floor(cut.to / 10) % 20).toBeLessThan(3);
  });
});
