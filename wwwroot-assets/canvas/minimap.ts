import type { Point } from "./contract.js";
import { bounds, fit, toDrawing, toScreen, type View } from "./geometry.js";
import type { Scene } from "./scene.js";
import type { Viewport } from "./viewport.js";

/** The whole drawing, small, with what is in view; dragging there moves the view. */
export class Minimap {
  readonly #colors = new Map<string, string>();
  readonly #off = new AbortController();
  #map: View = { x: 0, y: 0, k: 1 };
  #timer = 0;

  constructor(readonly canvas: HTMLCanvasElement, readonly scene: Scene, readonly port: Viewport) {
    let id: number | null = null;
    const on = (type: string, listener: (e: PointerEvent) => void): void =>
      canvas.addEventListener(type, e => listener(e as PointerEvent), { signal: this.#off.signal });
    on("pointerdown", e => { id = e.pointerId; canvas.setPointerCapture(id); this.port.center(this.#at(e), false); });
    on("pointermove", e => { if (e.pointerId === id) this.port.center(this.#at(e), false); });
    for (const type of ["pointerup", "pointercancel", "lostpointercapture"]) on(type, () => { id = null; });
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.recolor(), { signal: this.#off.signal });
  }

  dispose(): void { this.#off.abort(); clearTimeout(this.#timer); }

  recolor(): void { this.#colors.clear(); this.show(); }

  /** At most twelve times a second: nobody looks at it while dragging. */
  show(): void { this.#timer ||= setTimeout(() => { this.#timer = 0; this.#draw(); }, 80); }

  #at(e: PointerEvent): Point { return toDrawing({ x: e.offsetX, y: e.offsetY }, this.#map); }

  #draw(): void {
    const { canvas, scene, port } = this, { clientWidth: w, clientHeight: h } = canvas, ratio = devicePixelRatio || 1;
    const pen = canvas.getContext("2d");
    if (!pen || !w) return;
    if (canvas.width !== w * ratio) { canvas.width = w * ratio; canvas.height = h * ratio; }
    const seen = port.seen(), all = bounds([...scene.nodes.values(), seen]) ?? seen;
    this.#map = fit(all, { w, h }, 0, 8);
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    pen.clearRect(0, 0, w, h);
    for (const node of scene.nodes.values()) {
      const at = toScreen(node, this.#map);
      pen.fillStyle = this.#color(node.kind, node.el);
      pen.beginPath();
      pen.roundRect(at.x, at.y, Math.max(2, node.w * this.#map.k), Math.max(2, node.h * this.#map.k), 2);
      pen.fill();
    }
    const style = getComputedStyle(canvas), at = toScreen(seen, this.#map);
    pen.strokeStyle = style.color;
    pen.lineWidth = 1.5;
    pen.beginPath();
    pen.roundRect(at.x, at.y, seen.w * this.#map.k, seen.h * this.#map.k, 4);
    pen.stroke();
  }

  #color(kind: string, el: HTMLElement): string {
    let color = this.#colors.get(kind);
    if (!color) this.#colors.set(kind, color = getComputedStyle(el).getPropertyValue("--fbc-accent").trim() || "#888");
    return color;
  }
}
