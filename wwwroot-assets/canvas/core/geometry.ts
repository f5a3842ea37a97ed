import type { Point, Rect } from "./contract.js";

/** Where the drawing lies under the window: screen = drawing * k + (x, y). */
export interface View extends Point { k: number }

export interface Size { w: number; h: number }

/** Two places: the ends of a line, or two fingers. */
export type Pair = [Point, Point];

export type Wheel = Pick<WheelEvent, "deltaX" | "deltaY" | "deltaMode" | "ctrlKey" | "metaKey" | "shiftKey">;

export const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

export const snap = (value: number, grid: number): number => grid > 0 ? Math.round(value / grid) * grid : value;

export const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);

export const toDrawing = (at: Point, { x, y, k }: View): Point => ({ x: (at.x - x) / k, y: (at.y - y) / k });

export const toScreen = (at: Point, { x, y, k }: View): Point => ({ x: at.x * k + x, y: at.y * k + y });

export const middleOf = (r: Rect): Point => ({ x: r.x + r.w / 2, y: r.y + r.h / 2 });

/** The rectangle that two places span. */
export const between = (a: Point, b: Point): Rect => ({
  x: Math.min(a.x, b.x),
  y: Math.min(a.y, b.y),
  w: Math.abs(a.x - b.x),
  h: Math.abs(a.y - b.y),
});

export const meets = (a: Rect, b: Rect): boolean =>
  a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;

export const holds = (r: Rect, p: Point, grow = 0): boolean =>
  p.x >= r.x - grow && p.x <= r.x + r.w + grow && p.y >= r.y - grow && p.y <= r.y + r.h + grow;

/** Zooms so that the spot under the pointer stays there. */
export const zoomAt = (view: View, spot: Point, k: number): View => ({
  x: spot.x - (spot.x - view.x) * k / view.k,
  y: spot.y - (spot.y - view.y) * k / view.k,
  k,
});

/** Two fingers: the spot between them stays between them. */
export function pinch(view: View, before: Pair, now: Pair, low: number, high: number): View {
  const was = middleOf(between(...before));
  const is = middleOf(between(...now));
  const k = clamp(view.k * distance(...now) / Math.max(1, distance(...before)), low, high);
  const next = zoomAt(view, was, k);
  return { x: next.x + is.x - was.x, y: next.y + is.y - was.y, k };
}

/** What goes around all of them; null around nothing. */
export function bounds(rects: Rect[]): Rect | null {
  if (!rects.length) return null;
  const low = (of: (r: Rect) => number): number => rects.reduce((least, r) => Math.min(least, of(r)), Infinity);
  const x = low(r => r.x);
  const y = low(r => r.y);
  return { x, y, w: -low(r => -r.x - r.w) - x, h: -low(r => -r.y - r.h) - y };
}

/** The view that shows a part of the drawing in the middle of the window, never larger than life. */
export function fit(part: Rect, window: Size, low: number, pad: number): View {
  const wide = (window.w - 2 * pad) / Math.max(1, part.w);
  const high = (window.h - 2 * pad) / Math.max(1, part.h);
  const k = clamp(Math.min(wide, high), low, 1);
  const spot = middleOf(part);
  return { x: window.w / 2 - spot.x * k, y: window.h / 2 - spot.y * k, k };
}

/** How fast the drawing moves under a pointer that is dragged to the border, in pixels a frame. */
export function borderSpeed(at: Point, window: Size, margin = 40, most = 18): Point {
  const near = (far: number): number => clamp((margin - far) / margin, 0, 1);
  const speed = (value: number, size: number): number => most * (near(value) - near(size - value));
  return { x: speed(at.x, window.w), y: speed(at.y, window.h) };
}

/**
 * A mouse's wheel zooms, two fingers on a trackpad pan, pinching there arrives as Ctrl and a wheel. A wheel comes in
 * whole notches of one axis.
 */
export function wheelZooms(e: Wheel): boolean {
  const isWhole = Math.abs(e.deltaY) >= 50 && Number.isInteger(e.deltaY);
  const isNotch = e.deltaX === 0 && (e.deltaMode !== 0 || isWhole);
  return e.ctrlKey || e.metaKey || (!e.shiftKey && isNotch);
}

/** Top to bottom, left to right; nodes that stand nearly level are of one row. */
export function readingOrder<T extends Rect>(nodes: Iterable<T>): T[] {
  const level = (n: T): number => Math.round(n.y / 48);
  return [...nodes].sort((a, b) => level(a) - level(b) || a.x - b.x);
}

/** The nearest in a direction; what lies straight ahead wins. */
export function nearest<T extends Rect>(from: T, nodes: Iterable<T>, dx: number, dy: number): T | undefined {
  const here = middleOf(from);
  let best: T | undefined;
  let least = Infinity;
  for (const node of nodes) {
    const there = middleOf(node);
    const x = there.x - here.x;
    const y = there.y - here.y;
    const ahead = x * dx + y * dy;
    const aside = Math.abs(x * dy) + Math.abs(y * dx);
    const far = ahead + 2 * aside;
    if (node === from || ahead <= 0 || aside > 3 * ahead || far >= least) continue;
    least = far;
    best = node;
  }
  return best;
}

// The line of an edge. EdgePath of the server draws the same; one table of cases holds both to it.

const STUB = 24;
const TURN = 32;
const RADIUS = 12;
const TIP = 8;
const ASIDE = 160;
const APART = 280;

/** One decimal at most, as EdgePath.Number of the server. */
const number = (value: number): string => String(Math.floor(value * 10 + 0.5) / 10 || 0);

const text = (p: Point): string => `${number(p.x)} ${number(p.y)}`;

const length = (a: Point, b: Point): number => Math.abs(b.x - a.x) + Math.abs(b.y - a.y);

/** The place on the way from one to the other, so far along. */
function toward(a: Point, b: Point, by: number): Point {
  const whole = length(a, b) || 1;
  return { x: a.x + (b.x - a.x) / whole * by, y: a.y + (b.y - a.y) / whole * by };
}

/** The corners of an edge's line; EdgePath.Corners of the server draws the same. */
export function corners(from: Point, to: Point): Point[] {
  const end = { x: to.x, y: to.y - TIP };
  const drop = end.y - from.y;
  if (drop >= STUB - TIP) {
    if (Math.abs(to.x - from.x) < 1) return [from, end];
    const turn = end.y - Math.min(TURN - TIP, drop / 2);
    return [from, { x: from.x, y: turn }, { x: to.x, y: turn }, end];
  }
  const isApart = Math.abs(to.x - from.x) >= APART;
  const side = isApart ? (from.x + to.x) / 2 : Math.max(from.x, to.x) + ASIDE;
  const below = from.y + STUB;
  const above = end.y - STUB;
  return [from, { x: from.x, y: below }, { x: side, y: below }, { x: side, y: above }, { x: to.x, y: above }, end];
}

/** SVG path data of an edge, its arrow's head included. */
export function edgePath(from: Point, to: Point): string {
  const points = corners(from, to);
  const end = points.at(-1)!;
  let path = `M${text(from)}`;
  for (let i = 1; i < points.length - 1; i++) {
    const before = points[i - 1]!;
    const corner = points[i]!;
    const after = points[i + 1]!;
    const radius = Math.min(RADIUS, length(before, corner) / 2, length(corner, after) / 2);
    const into = toward(corner, before, radius);
    const outOf = toward(corner, after, radius);
    path += `L${text(into)}Q${text(corner)} ${text(outOf)}`;
  }
  const left = { x: end.x - 5, y: end.y - 6 };
  const right = { x: end.x + 5, y: end.y - 6 };
  return `${path}L${text(end)}M${text(left)}L${text(end)}L${text(right)}`;
}

/** Where an edge's plus button sits. */
export function edgeMiddle(from: Point, to: Point): Point {
  const points = corners(from, to);
  const half = points.length / 2;
  return middleOf(between(points[half - 1]!, points[half]!));
}
