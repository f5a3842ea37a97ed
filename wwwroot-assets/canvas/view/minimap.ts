import type { Rect } from "../core/contract.js";
import { bounds, fit, toDrawing, toScreen, type View } from "../core/geometry.js";
import type { Node } from "./parts.js";
import type { Scene } from "./scene.js";
import type { Viewport } from "./viewport.js";

/** More nodes than this are much. */
const MUCH = 300;

/** The whole drawing, small, with what is in view; dragging there moves the view. */
export class Minimap {
  readonly #colors: Record<string, string> = {};
  #map: View = { x: 0, y: 0, k: 1 };
  #timer = 0;

  constructor(readonly canvas: HTMLCanvasElement, readonly scene: Scene, readonly port: Viewport, signal: AbortSignal) {
    canvas.addEventListener("pointerdown", e => {
      canvas.setPointerCapture(e.pointerId);
      this.#go(e);
    }, { signal });
    canvas.addEventListener("pointermove", e => this.#go(e), { signal });
  }

  /** At most twelve times a second, once when there is much: nobody looks at it while dragging. */
  show(): void {
    this.#timer ||= setTimeout(() => {
      this.#timer = 0;
      this.#draw();
    }, this.scene.nodes.size > MUCH ? 1000 : 80);
  }

  #go(e: PointerEvent): void {
    if (!this.canvas.hasPointerCapture(e.pointerId)) return;
    this.port.center(toDrawing({ x: e.offsetX, y: e.offsetY }, this.#map), false);
  }

  #draw(): void {
    const { canvas, scene, port } = this;
    const { clientWidth: w, clientHeight: h } = canvas;
    const pen = canvas.getContext("2d");
    const seen = port.seen();
    const { color } = getComputedStyle(canvas);
    if (!pen || !w) return;
    canvas.width = w * devicePixelRatio;
    canvas.height = h * devicePixelRatio;
    pen.scale(devicePixelRatio, devicePixelRatio);
    this.#map = fit(bounds([...scene.nodes.values(), seen])!, { w, h }, 0, 8);
    for (const [fill, nodes] of Map.groupBy(scene.nodes.values(), node => this.#colorOf(node, color))) {
      pen.beginPath();
      pen.fillStyle = fill;
      for (const node of nodes) this.#rect(pen, node);
      pen.fill();
    }
    pen.beginPath();
    pen.strokeStyle = color;
    pen.lineWidth = 1.5;
    this.#rect(pen, seen);
    pen.stroke();
  }

  #rect(pen: CanvasRenderingContext2D, rect: Rect): void {
    const { x, y } = toScreen(rect, this.#map);
    const { k } = this.#map;
    pen.rect(x, y, Math.max(2, rect.w * k), Math.max(2, rect.h * k));
  }

  /** The colour of a node's kind; our own colour tells light from dark. */
  #colorOf(node: Node, own: string): string {
    const key = node.kind + own;
    this.#colors[key] ??= getComputedStyle(node.el.firstElementChild!, "::before").backgroundColor;
    return this.#colors[key];
  }
}
