import type { Options, Rect } from "../core/contract.js";
import { bounds, middleOf, readingOrder, type View } from "../core/geometry.js";
import type { Scene } from "./scene.js";
import type { Viewport } from "./viewport.js";

/** A drawing that would be smaller than this is shown from its beginning. */
const LEAST = 0.6;

/** How much is seen, and from how far. Where one looks is kept with the drawing, as long as the tab. */
export class Sight {
  /** Whether there was something to see. */
  isOpen = false;

  constructor(
    readonly root: HTMLElement,
    readonly scene: Scene,
    readonly port: Viewport,
    readonly options: () => Options,
  ) {}

  /**
   * As soon as there is something to see: where one looked last, or everything, or the beginning when everything
   * would be too small to be read.
   */
  open(): void {
    const [first] = readingOrder(this.scene.nodes.values());
    this.isOpen = first !== undefined;
    if (first) this.#begin(first);
    const kept = this.#kept();
    if (kept) this.port.set(kept);
    this.cull();
  }

  /** Shows everything. */
  fit(isSmooth: boolean): void {
    this.port.fit(bounds([...this.scene.nodes.values()]), isSmooth);
  }

  /** From afar less is drawn. */
  tellDistance(): void {
    const { k } = this.port.view;
    const percent = this.root.querySelector(".fbc-zoom");
    this.root.dataset.lod = k < 0.2 ? "map" : k < 0.4 ? "far" : "near";
    if (percent) percent.textContent = `${Math.round(k * 100)}%`;
  }

  /** Of a large drawing only what is in view, or near it, is drawn. */
  cull(): void {
    const { x, y, w, h } = this.port.seen();
    const isLarge = this.root.hasAttribute("data-many");
    this.scene.cull(isLarge ? { x: x - w / 2, y: y - h / 2, w: 2 * w, h: 2 * h } : null);
  }

  keep(): void {
    if (!this.options().storageKey) return;
    try {
      sessionStorage.setItem(this.#key, JSON.stringify(this.port.view));
    } catch {
      // Full or forbidden: the drawing opens as the first time.
    }
  }

  get #key(): string {
    return `fbc-view:${this.options().storageKey}`;
  }

  #begin(first: Rect): void {
    this.fit(false);
    if (this.port.view.k >= LEAST) return;
    const x = this.port.size.w / 2 - middleOf(first).x * LEAST;
    this.port.set({ x, y: 48 - first.y * LEAST, k: LEAST });
  }

  #kept(): View | null {
    try {
      return JSON.parse(sessionStorage.getItem(this.#key) ?? "null") as View | null;
    } catch {
      return null; // No storage, or not ours.
    }
  }
}
