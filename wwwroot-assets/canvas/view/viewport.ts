import type { Point, Rect } from "../core/contract.js";
import { clamp, fit, holds, middleOf, toDrawing, toScreen, zoomAt, type Size, type View } from "../core/geometry.js";
import { mark } from "./scene.js";

export interface Limits { minZoom: number; maxZoom: number }

/** How long a smooth move takes, as in the style sheet. */
const GLIDE = 240;
/** Left free around what is shown whole. */
const PAD = 48;
/** Smaller than this nothing can be read. */
const READABLE = 0.65;

/** Where the drawing lies in its window. Draws at once and tells once a frame. */
export class Viewport {
  view: View = { x: 0, y: 0, k: 1 };
  size: Size = { w: 0, h: 0 };
  corner: Point = { x: 0, y: 0 };
  #told = 0;
  #gliding = 0;

  /** @param changed Told, at most once a frame, when another part of the drawing is in view. */
  constructor(
    readonly pane: HTMLElement,
    readonly layers: HTMLElement[],
    readonly grid: HTMLElement,
    readonly limits: () => Limits,
    readonly changed: () => void,
    signal: AbortSignal,
  ) {
    const resizing = new ResizeObserver(() => this.set(this.view));
    this.measure();
    resizing.observe(pane);
    signal.addEventListener("abort", () => resizing.disconnect());
  }

  measure(): void {
    const { left: x, top: y, width: w, height: h } = this.pane.getBoundingClientRect();
    this.corner = { x, y };
    this.size = { w, h };
  }

  /** The window as a rectangle. */
  get window(): Rect {
    return { x: 0, y: 0, ...this.size };
  }

  /** Pointer to window. */
  local(e: { clientX: number; clientY: number }): Point {
    return { x: e.clientX - this.corner.x, y: e.clientY - this.corner.y };
  }

  /** Window to page. */
  page(at: Point): Point {
    return { x: at.x + this.corner.x, y: at.y + this.corner.y };
  }

  contains(at: Point, grow = 0): boolean {
    return holds(this.window, at, grow);
  }

  drawing(at: Point): Point {
    return toDrawing(at, this.view);
  }

  onScreen(at: Point): Point {
    return toScreen(at, this.view);
  }

  /** The part of the drawing that is seen. */
  seen(): Rect {
    return { ...this.drawing({ x: 0, y: 0 }), w: this.size.w / this.view.k, h: this.size.h / this.view.k };
  }

  /** Smoothly by the style sheet, which knows who wants no motion. */
  set(view: View, isSmooth = false): void {
    this.measure();
    clearTimeout(this.#gliding);
    mark(this.pane, "data-glides", isSmooth);
    if (isSmooth) this.#gliding = setTimeout(() => mark(this.pane, "data-glides", false), GLIDE);
    this.#show(view);
  }

  pan(dx: number, dy: number): void {
    this.#show({ x: this.view.x + dx, y: this.view.y + dy, k: this.view.k });
  }

  /** Around a spot, or smoothly around the middle. */
  zoom(factor: number, spot?: Point): void {
    const { minZoom, maxZoom } = this.limits();
    const k = clamp(this.view.k * factor, minZoom, maxZoom);
    this.set(zoomAt(this.view, spot ?? middleOf(this.window), k), !spot);
  }

  fit(part: Rect | null, isSmooth: boolean): void {
    if (part && this.size.w) this.set(fit(part, this.size, this.limits().minZoom, PAD), isSmooth);
  }

  center({ x, y }: Point, isSmooth = true, k = this.view.k): void {
    this.set({ x: this.size.w / 2 - x * k, y: this.size.h / 2 - y * k, k }, isSmooth);
  }

  /** Moves only when the part is not wholly in view, or too small to be read. */
  reveal(part: Rect, isToRead: boolean): void {
    const edge = -16 / this.view.k;
    const seen = this.seen();
    const isSmall = isToRead && this.view.k < READABLE;
    const last = { x: part.x + part.w, y: part.y + part.h };
    const isWhole = holds(seen, part, edge) && holds(seen, last, edge);
    if (isSmall || !isWhole) this.center(middleOf(part), true, isSmall ? 1 : this.view.k);
  }

  #show(view: View): void {
    this.view = view;
    for (const layer of this.layers) layer.style.transform = `translate(${view.x}px,${view.y}px) scale(${view.k})`;
    this.grid.style.backgroundPosition = `${view.x}px ${view.y}px`;
    this.grid.style.backgroundSize = `${32 * view.k}px ${32 * view.k}px`;
    this.#told ||= requestAnimationFrame(() => {
      this.#told = 0;
      this.changed();
    });
  }
}
