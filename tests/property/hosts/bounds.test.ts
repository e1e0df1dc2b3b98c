import fc from 'fast-check';
import { expect, it } from 'vitest';
import { placeWindow, type Bounds } from '../../../main/hosts/electron/bounds.ts';

const bounds = (least: number): fc.Arbitrary<Bounds> =>
  fc.record({
    x: fc.integer({ min: -6000, max: 6000 }),
    y: fc.integer({ min: -6000, max: 6000 }),
    width: fc.integer({ min: least, max: 6000 }),
    height: fc.integer({ min: least, max: 6000 }),
  });
const display = bounds(320).map((area) => ({ bounds: area, workArea: area, scaleFactor: 1 }));

it('whatever was saved and whatever displays there are, a window can be seen, gripped and is no larger than one of them', () => {
  fc.assert(
    fc.property(
      fc.option(bounds(0)),
      fc.array(display, { minLength: 1, maxLength: 4 }),
      (saved, displays) => {
        const placed = placeWindow(saved, displays);
        const gripped = displays.some(({ workArea: area }) => {
          const across = Math.min(placed.x + placed.width, area.x + area.width) - Math.max(placed.x, area.x);
          return (
            across >= Math.min(120, placed.width) &&
            placed.y >= area.y &&
            placed.y + 32 <= area.y + area.height
          );
        });
        expect(gripped).toBe(true);
        expect(
          displays.some(({ workArea }) => placed.width <= workArea.width && placed.height <= workArea.height),
        ).toBe(true);
        // Placing what was placed changes nothing: a window does not creep from start to start.
        expect(placeWindow(placed, displays)).toEqual(placed);
      },
    ),
  );
});
