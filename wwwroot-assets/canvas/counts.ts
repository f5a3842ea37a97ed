import { meets } from "./geometry.js";
import type { Scene } from "./scene.js";
import type { Viewport } from "./viewport.js";

/** Numbers on nodes. Only those in view are written, once a frame; the others when they come into view. */
export class Counts {
  readonly #counts = new Map<string, number>();
  readonly #written = new WeakMap<Element, string>();
  readonly #format = new Intl.NumberFormat(undefined, { notation: "compact", maximumFractionDigits: 1 });
  #frame = 0;

  constructor(readonly scene: Scene, readonly port: Viewport) {}

  set(changed: Record<string, number>): void {
    for (const id in changed) this.#counts.set(id, changed[id]!);
    this.show();
  }

  show(): void {
    if (this.#counts.size) this.#frame ||= requestAnimationFrame(() => { this.#frame = 0; this.#write(); });
  }

  dispose(): void { cancelAnimationFrame(this.#frame); }

  #write(): void {
    const seen = this.port.seen();
    for (const [id, count] of this.#counts) {
      const node = this.scene.nodes.get(id);
      if (!node || !meets(seen, node)) continue;
      const text = count ? this.#format.format(count) : "";
      if (this.#written.get(node.el) === text) continue;
      this.#written.set(node.el, text);
      const badge = node.el.querySelector("[data-count]");
      if (badge) badge.textContent = text;
    }
  }
}
