import type { Point, Rect } from "./contract.js";

/** Where the drawing lies under the window: screen = drawing * k + (x, y). */
export interface View extends Point { k: number }

const STUB = 24, TURN = 32, RADIUS = 12, TIP = 8, ASIDE = 160, APART = 280;

export const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));
export const snap = (value: number, grid: number): number => grid > 0 ? Math.round(value / grid) * grid : value;
export const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);
export const toDrawing = (at: Point, view: View): Point => ({ x: (at.x - view.x) / view.k, y: (at.y - view.y) / view.k });
export const toScreen = (at: Point, view: View): Point => ({ x: at.x * view.k + view.x, y: at.y * view.k + view.y });
export const middleOf = (r: Rect): Point => ({ x: r.x + r.w / 2, y: r.y + r.h / 2 });
export const between = (a: Point, b: Point): Rect => ({ x: Math.min(a.x, b.x), y: Math.min(a.y, b.y), w: Math.abs(a.x - b.x), h: Math.abs(a.y - b.y) });
export const meets = (a: Rect, b: Rect): boolean => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
export const holds = (r: Rect, p: Point, grow = 0): boolean => p.x >= r.x - grow && p.x <= r.x + r.w + grow && p.y >= r.y - grow && p.y <= r.y + r.h + grow;

/** One decimal at most, as EdgePath.Number of the server. */
const number = (value: number): string => String(Math.floor(value * 10 + 0.5) / 10 || 0);
const at = (p: Point): string => `${number(p.x)} ${number(p.y)}`;

/** The corners of an edge's line; see EdgePath.Corners of the server, which draws the same. */
export function corners(from: Point, to: Point): Point[] {
  const end = { x: to.x, y: to.y - TIP }, drop = end.y - from.y;
  if (drop >= STUB - TIP) {
    if (Math.abs(to.x - from.x) < 1) return [from, end];
    const turn = end.y - Math.min(TURN - TIP, drop / 2);
    return [from, { x: from.x, y: turn }, { x: to.x, y: turn }, end];
  }
  const side = Math.abs(to.x - from.x) >= APART ? (from.x + to.x) / 2 : Math.max(from.x, to.x) + ASIDE;
  const below = from.y + STUB, above = end.y - STUB;
  return [from, { x: from.x, y: below }, { x: side, y: below }, { x: side, y: above }, { x: to.x, y: above }, end];
}

const length = (a: Point, b: Point): number => Math.abs(b.x - a.x) + Math.abs(b.y - a.y);

function toward(a: Point, b: Point, by: number): Point {
  const all = length(a, b);
  return all === 0 ? a : { x: a.x + (b.x - a.x) / all * by, y: a.y + (b.y - a.y) / all * by };
}

/** SVG path data of an edge, its arrow's head included. */
export function edgePath(from: Point, to: Point): string {
  const points = corners(from, to), end = points[points.length - 1]!;
  let path = `M${at(from)}`;
  for (let i = 1; i < points.length - 1; i++) {
    const before = points[i - 1]!, corner = points[i]!, after = points[i + 1]!;
    const radius = Math.min(RADIUS, Math.min(length(before, corner), length(corner, after)) / 2);
    path += `L${at(toward(corner, before, radius))}Q${at(corner)} ${at(toward(corner, after, radius))}`;
  }
  return `${path}L${at(end)}M${at({ x: end.x - 5, y: end.y - 6 })}L${at(end)}L${at({ x: end.x + 5, y: end.y - 6 })}`;
}

/** Where an edge's plus button sits. */
export function edgeMiddle(from: Point, to: Point): Point {
  const points = corners(from, to), a = points[points.length / 2 - 1]!, b = points[points.length / 2]!;
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}

/** Zooms so that the spot under the pointer stays there. */
export function zoomAt(view: View, spot: Point, k: number): View {
  return { x: spot.x - (spot.x - view.x) * k / view.k, y: spot.y - (spot.y - view.y) * k / view.k, k };
}

/** Two fingers: the spot between them stays between them. */
export function pinch(view: View, before: [Point, Point], now: [Point, Point], low: number, high: number): View {
  const was = middleOf(between(...before)), is = middleOf(between(...now));
  const next = zoomAt(view, was, clamp(view.k * distance(...now) / Math.max(1, distance(...before)), low, high));
  return { x: next.x + is.x - was.x, y: next.y + is.y - was.y, k: next.k };
}

export function bounds(rects: Iterable<Rect>): Rect | null {
  let left = Infinity, top = Infinity, right = -Infinity, bottom = -Infinity;
  for (const r of rects) {
    left = Math.min(left, r.x); top = Math.min(top, r.y); right = Math.max(right, r.x + r.w); bottom = Math.max(bottom, r.y + r.h);
  }
  return left === Infinity ? null : { x: left, y: top, w: right - left, h: bottom - top };
}

/** The view that shows a part of the drawing in the middle of the window, never larger than life. */
export function fit(part: Rect, window: { w: number; h: number }, low: number, pad = 48): View {
  const k = clamp(Math.min((window.w - 2 * pad) / Math.max(1, part.w), (window.h - 2 * pad) / Math.max(1, part.h)), low, 1);
  const spot = middleOf(part);
  return { x: window.w / 2 - spot.x * k, y: window.h / 2 - spot.y * k, k };
}

/** How fast the drawing moves under a pointer that is dragged to the border, in pixels a frame. */
export function borderSpeed(pointer: Point, window: { w: number; h: number }, margin = 40, most = 18): Point {
  const one = (value: number, size: number): number => {
    if (value < margin) return most * clamp((margin - value) / margin, 0, 1);
    return value > size - margin ? -most * clamp((value - size + margin) / margin, 0, 1) : 0;
  };
  return { x: one(pointer.x, window.w), y: one(pointer.y, window.h) };
}

export interface Wheel { deltaX: number; deltaY: number; deltaMode: number; ctrlKey: boolean; metaKey: boolean; shiftKey: boolean }

/** A mouse's wheel zooms, two fingers on a trackpad pan, pinching there arrives as Ctrl and a wheel. A wheel comes in whole notches of one axis. */
export function wheelMeans(e: Wheel): "zoom" | "pan" {
  if (e.ctrlKey || e.metaKey) return "zoom";
  if (e.shiftKey) return "pan";
  const notch = e.deltaMode !== 0 || (Math.abs(e.deltaY) >= 50 && Number.isInteger(e.deltaY));
  return e.deltaX === 0 && notch ? "zoom" : "pan";
}

/** Top to bottom, left to right; nodes that stand nearly level are of one row. */
export function readingOrder<T extends Rect>(nodes: Iterable<T>): T[] {
  const level = (n: T): number => Math.round(n.y / 48);
  return [...nodes].sort((a, b) => level(a) - level(b) || a.x - b.x);
}

/** The nearest in a direction; what lies straight ahead wins. */
export function nearest<T extends Rect>(from: T, nodes: Iterable<T>, dx: number, dy: number): T | null {
  let best: T | null = null, least = Infinity;
  const here = middleOf(from);
  for (const node of nodes) {
    const there = middleOf(node), x = there.x - here.x, y = there.y - here.y;
    const ahead = x * dx + y * dy, aside = Math.abs(x * dy) + Math.abs(y * dx);
    if (node === from || ahead <= 0 || aside > 3 * ahead) continue;
    if (ahead + 2 * aside < least) { least = ahead + 2 * aside; best = node; }
  }
  return best;
}
