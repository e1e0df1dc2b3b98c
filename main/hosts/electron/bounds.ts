/** A rectangle of the desktop, in the pixels programs see. */
export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface DisplayLike {
  readonly bounds: Bounds;
  /** Without task bars and docks. */
  readonly workArea: Bounds;
  readonly scaleFactor: number;
}

const DEFAULT_SIZE = { width: 1360, height: 900 };
/** Below this the rooms no longer fit; a smaller display gets what it has. */
export const LEAST_SIZE = { width: 820, height: 560 };
/** What must be in sight of a window's top edge, so that it can be taken hold of. */
const GRIP = { width: 120, height: 32 };

/**
 * Names an arrangement of displays: the same screens side by side again give the same name, so that a window is where it
 * was at the desk, and where it was on the way.
 */
export function arrangementName(displays: readonly DisplayLike[]): string {
  return displays
    .map(({ bounds: { x, y, width, height }, scaleFactor }) => `${x},${y},${width}x${height}@${scaleFactor}`)
    .sort()
    .join(' ');
}

/**
 * Where a window goes: where it was, if that can be seen and reached; else pulled into the display it mostly was on, or
 * the first one, no larger than that. Without a past, in the middle of the first.
 *
 * @param saved where it was in this arrangement, or null
 * @param displays the displays there are, the primary one first; at least one
 */
export function placeWindow(saved: Bounds | null, displays: readonly DisplayLike[]): Bounds {
  const areas = displays.map(({ workArea }) => workArea);
  const first = areas[0] ?? { x: 0, y: 0, ...DEFAULT_SIZE };
  if (saved === null) return centred(first);
  const home = areas.reduce((best, area) => (shared(area, saved) > shared(best, saved) ? area : best), first);
  const fits = saved.width <= home.width && saved.height <= home.height;
  const isLarge =
    saved.width >= Math.min(LEAST_SIZE.width, home.width) &&
    saved.height >= Math.min(LEAST_SIZE.height, home.height);
  if (fits && isLarge && areas.some((area) => canBeGripped(saved, area))) return saved;
  return pulledInto(saved, home);
}

function centred(area: Bounds): Bounds {
  const width = Math.min(DEFAULT_SIZE.width, area.width);
  const height = Math.min(DEFAULT_SIZE.height, area.height);
  return {
    x: area.x + Math.floor((area.width - width) / 2),
    y: area.y + Math.floor((area.height - height) / 2),
    width,
    height,
  };
}

function pulledInto(window: Bounds, area: Bounds): Bounds {
  const width = Math.min(Math.max(window.width, LEAST_SIZE.width), area.width);
  const height = Math.min(Math.max(window.height, LEAST_SIZE.height), area.height);
  return {
    x: clamp(window.x, area.x, area.x + area.width - width),
    y: clamp(window.y, area.y, area.y + area.height - height),
    width,
    height,
  };
}

function canBeGripped(window: Bounds, area: Bounds): boolean {
  const grip = overlap({ ...window, height: GRIP.height }, area);
  return grip.width >= Math.min(GRIP.width, window.width) && grip.height >= GRIP.height;
}

function overlap(one: Bounds, other: Bounds): { readonly width: number; readonly height: number } {
  const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
  const height = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  return { width: Math.max(0, width), height: Math.max(0, height) };
}

function shared(area: Bounds, window: Bounds): number {
  const { width, height } = overlap(area, window);
  return width * height;
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
