import { meets } from "../core/geometry.js";
import type { Scene } from "./scene.js";
import type { Viewport } from "./viewport.js";

/**
 * Numbers on nodes: "node" is its own, "node/mark" the one in its data-count="mark". Only those in view are written,
 * once a frame.
 */
export class Counts {
  readonly #counts = new Map<string, number>();
  /** On which element a number stands already; a node that was drawn anew has another one. */
  readonly #written = new Map<string, Element>();
  readonly #format = new Intl.NumberFormat(undefined, { notation: "compact" });
  #frame = 0;

  constructor(readonly scene: Scene, readonly port: Viewport) {}

  set(changed: Record<string, number>): void {
    for (const [key, count] of Object.entries(changed)) {
      this.#counts.set(key, count);
      this.#written.delete(key);
    }
    this.show();
  }

  show(): void {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.#write();
    });
  }

  #write(): void {
    const seen = this.port.seen();
    for (const [key, count] of this.#counts) {
      const [id, name = ""] = key.split("/");
      const node = this.scene.nodes.get(id!);
      if (!node || this.#written.get(key) === node.el || !meets(seen, node)) continue;
      this.#written.set(key, node.el);
      const badge = node.el.querySelector(`[data-count=${JSON.stringify(name)}]`);
      if (!badge) continue;
      const text = badge.firstChild ?? badge.appendChild(new Text());
      text.nodeValue = count ? this.#format.format(count) : "";
    }
  }
}
