import type { Point, Rect } from "./contract.js";
import { clamp, fit, holds, middleOf, toDrawing, toScreen, zoomAt, type View } from "./geometry.js";

/** Where the drawing lies in its window. Draws at once and tells once a frame. */
export class Viewport {
  view: View = { x: 0, y: 0, k: 1 };
  size = { w: 0, h: 0 };
  #corner: Point = { x: 0, y: 0 };
  #told = 0;
  #moving = 0;
  readonly #resizing: ResizeObserver;

  constructor(readonly pane: HTMLElement, readonly layers: HTMLElement[], readonly grid: HTMLElement, readonly limits: () => { minZoom: number; maxZoom: number }, readonly changed: () => void) {
    this.measure();
    this.#resizing = new ResizeObserver(() => { this.measure(); this.set(this.view); });
    this.#resizing.observe(pane);
  }

  dispose(): void { this.#resizing.disconnect(); cancelAnimationFrame(this.#told); cancelAnimationFrame(this.#moving); }

  measure(): void {
    const box = this.pane.getBoundingClientRect();
    this.#corner = { x: box.left, y: box.top };
    this.size = { w: box.width, h: box.height };
  }

  /** Pointer to window. */
  local(e: { clientX: number; clientY: number }): Point { return { x: e.clientX - this.#corner.x, y: e.clientY - this.#corner.y }; }

  contains(at: Point): boolean { return holds({ x: 0, y: 0, ...this.size }, at); }

  drawing(at: Point): Point { return toDrawing(at, this.view); }

  onScreen(at: Point): Point { return toScreen(at, this.view); }

  /** The part of the drawing that is seen. */
  seen(): Rect {
    const corner = toDrawing({ x: 0, y: 0 }, this.view);
    return { ...corner, w: this.size.w / this.view.k, h: this.size.h / this.view.k };
  }

  set(view: View): void {
    cancelAnimationFrame(this.#moving);
    this.#show(view);
  }

  pan(dx: number, dy: number): void { this.set({ x: this.view.x + dx, y: this.view.y + dy, k: this.view.k }); }

  zoom(factor: number, spot: Point = { x: this.size.w / 2, y: this.size.h / 2 }, smooth = false): void {
    const { minZoom, maxZoom } = this.limits();
    const next = zoomAt(this.view, spot, clamp(this.view.k * factor, minZoom, maxZoom));
    if (smooth) this.glide(next); else this.set(next);
  }

  fit(part: Rect | null, smooth = false): void {
    if (!part || !this.size.w) return;
    const next = fit(part, this.size, this.limits().minZoom);
    if (smooth) this.glide(next); else this.set(next);
  }

  center(at: Point, smooth = true): void {
    const { k } = this.view, next = { x: this.size.w / 2 - at.x * k, y: this.size.h / 2 - at.y * k, k };
    if (smooth) this.glide(next); else this.set(next);
  }

  /** Moves only when the part is not wholly in view. */
  reveal(part: Rect): void {
    const seen = this.seen(), edge = 16 / this.view.k;
    if (!holds(seen, part, -edge) || !holds(seen, { x: part.x + part.w, y: part.y + part.h }, -edge)) this.center(middleOf(part));
  }

  glide(to: View): void {
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) return this.set(to);
    cancelAnimationFrame(this.#moving);
    const from = this.view, began = performance.now();
    const next = (now: number): void => {
      const t = clamp((now - began) / 220, 0, 1), ease = 1 - (1 - t) ** 3, mix = (a: number, b: number): number => a + (b - a) * ease;
      this.#show({ x: mix(from.x, to.x), y: mix(from.y, to.y), k: mix(from.k, to.k) });
      if (t < 1) this.#moving = requestAnimationFrame(next);
    };
    this.#moving = requestAnimationFrame(next);
  }

  #show(view: View): void {
    this.view = view;
    for (const layer of this.layers) layer.style.transform = `translate(${view.x}px,${view.y}px) scale(${view.k})`;
    this.grid.style.backgroundPosition = `${view.x}px ${view.y}px`;
    this.grid.style.backgroundSize = `${32 * view.k}px ${32 * view.k}px`;
    this.#told ||= requestAnimationFrame(() => { this.#told = 0; this.changed(); });
  }
}
