import type { Point, Rect } from "./contract.js";
import { bounds, clamp, fit, holds, meets, middleOf, toDrawing, toScreen, zoomAt, type Size, type View } from "./geometry.js";
import { mark, type Node, type Scene } from "./scene.js";
/** Where the drawing lies in its window. Draws at once and tells once a frame. */
export class Viewport {
  view: View = { x: 0, y: 0, k: 1 };
  size: Size = { w: 0, h: 0 };
  corner: Point = { x: 0, y: 0 };
  #told = 0;
  #gliding = 0;
  constructor(readonly pane: HTMLElement, readonly layers: HTMLElement[], readonly grid: HTMLElement, readonly limits: () => { minZoom: number; maxZoom: number }, readonly changed: () => void, signal: AbortSignal) {
    const resizing = new ResizeObserver(() => this.set(this.view));
    this.measure();
    resizing.observe(pane);
    signal.addEventListener("abort", () => resizing.disconnect());
  }
  measure(): void {
    const { left: x, top: y, width: w, height: h } = this.pane.getBoundingClientRect();
    Object.assign(this, { corner: { x, y }, size: { w, h } });
  }
  /** Pointer to window. */
  local(e: { clientX: number; clientY: number }): Point { return { x: e.clientX - this.corner.x, y: e.clientY - this.corner.y }; }
  contains(at: Point, grow = 0): boolean { return holds({ x: 0, y: 0, ...this.size }, at, grow); }
  drawing(at: Point): Point { return toDrawing(at, this.view); }
  onScreen(at: Point): Point { return toScreen(at, this.view); }
  /** The part of the drawing that is seen. */
  seen(): Rect { return { ...this.drawing({ x: 0, y: 0 }), w: this.size.w / this.view.k, h: this.size.h / this.view.k }; }
  /** Smoothly by the style sheet, which knows who wants no motion. */
  set(view: View, smooth = false): void {
    this.measure();
    clearTimeout(this.#gliding);
    mark(this.pane, "data-glides", smooth);
    if (smooth) this.#gliding = setTimeout(() => mark(this.pane, "data-glides", false), 240);
    this.#show(view);
  }
  pan(dx: number, dy: number): void { this.#show({ x: this.view.x + dx, y: this.view.y + dy, k: this.view.k }); }
  zoom(factor: number, spot?: Point): void {
    const { minZoom, maxZoom } = this.limits();
    this.set(zoomAt(this.view, spot ?? middleOf({ x: 0, y: 0, ...this.size }), clamp(this.view.k * factor, minZoom, maxZoom)), !spot);
  }
  fit(part: Rect | null, smooth: boolean): void { if (part && this.size.w) this.set(fit(part, this.size, this.limits().minZoom, 48), smooth); }
  center({ x, y }: Point, smooth = true, k = this.view.k): void { this.set({ x: this.size.w / 2 - x * k, y: this.size.h / 2 - y * k, k }, smooth); }
  /** Moves only when the part is not wholly in view, or too small to be read. */
  reveal(part: Rect, toRead: boolean): void {
    const edge = -16 / this.view.k, seen = this.seen(), isSmall = toRead && this.view.k < 0.65;
    if (isSmall || !holds(seen, part, edge) || !holds(seen, { x: part.x + part.w, y: part.y + part.h }, edge)) this.center(middleOf(part), true, isSmall ? 1 : this.view.k);
  }
  #show(view: View): void {
    this.view = view;
    for (const layer of this.layers) layer.style.transform = `translate(${view.x}px,${view.y}px) scale(${view.k})`;
    Object.assign(this.grid.style, { backgroundPosition: `${view.x}px ${view.y}px`, backgroundSize: `${32 * view.k}px ${32 * view.k}px` });
    this.#told ||= requestAnimationFrame(() => { this.#told = 0; this.changed(); });
  }
}

/** What lies over the drawing: the line being drawn, boxes, the ends of a chosen edge, and reasons. The elements are the server's, what they show is ours. */
export class Overlay {
  readonly layer: HTMLElement;
  #fading = 0;
  constructor(readonly root: HTMLElement) { this.layer = this.#find("layer"); }
  #find(name: string): HTMLElement { return this.root.querySelector<HTMLElement>(`.fbc-${name}`)!; }
  /** Line in the drawing; none takes it away. */
  line(path = "", state = ""): void {
    this.#find("preview").setAttribute("d", path);
    this.#find("preview").dataset.state = state;
  }
  /** Where a chosen edge can be taken by its ends. */
  ends(edge: string, places: [Point, Point] | null): void {
    this.root.querySelectorAll<SVGElement>(".fbc-end").forEach((end, i) => {
      end.dataset.edge = edge;
      end.style.display = places ? "inline" : "";
      if (places) end.setAttribute("transform", `translate(${places[i]!.x} ${places[i]!.y + (i ? -18 : 16)})`);
    });
  }
  /** A rectangle: `box` in the window, `outline` in the drawing. */
  rect(name: "box" | "outline", rect: Rect | null): void {
    const el = this.#find(name);
    el.hidden = !rect;
    if (rect) Object.assign(el.style, { transform: `translate(${rect.x}px,${rect.y}px)`, width: `${rect.w}px`, height: `${rect.h}px` });
  }
  /** Words at a place in the window, for a while or until they are taken away. */
  hint(text: string | null, at?: Point, stays = false): void {
    const hint = this.#find("hint"), wide = this.root.clientWidth;
    clearTimeout(this.#fading);
    hint.textContent = text;
    hint.hidden = !text;
    hint.style.transform = `translate(${clamp(at?.x ?? wide / 2, 140, Math.max(140, wide - 140))}px,${(at?.y ?? 8) + 20}px) translateX(-50%)`;
    if (text && !stays) this.#fading = setTimeout(() => this.hint(null), 5000);
  }
  clear(): void { this.line(); this.rect("box", null); this.rect("outline", null); this.hint(null); }
}

/** Numbers on nodes: "node" is its own, "node/mark" the one in its data-count="mark". Only those in view are written, once a frame. */
export class Counts {
  readonly #counts = new Map<string, number>();
  readonly #written = new Map<string, Element>();
  readonly #format = new Intl.NumberFormat(undefined, { notation: "compact" });
  #frame = 0;
  constructor(readonly scene: Scene, readonly port: Viewport) {}
  set(changed: Record<string, number>): void { for (const key in changed) this.#counts.set(key, changed[key]!), this.#written.delete(key); this.show(); }
  show(): void {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      const seen = this.port.seen();
      for (const [key, count] of this.#counts) {
        const [id, mark = ""] = key.split("/"), node = this.scene.nodes.get(id!);
        if (!node || this.#written.get(key) === node.el || !meets(seen, node)) continue;
        this.#written.set(key, node.el);
        const badge = node.el.querySelector(`[data-count=${JSON.stringify(mark)}]`);
        if (badge) (badge.firstChild ?? badge.appendChild(new Text())).nodeValue = count ? this.#format.format(count) : "";
      }
    });
  }
}

/** The whole drawing, small, with what is in view; dragging there moves the view. */
export class Minimap {
  readonly #colors: Record<string, string> = {};
  #map: View = { x: 0, y: 0, k: 1 };
  #timer = 0;
  constructor(readonly canvas: HTMLCanvasElement, readonly scene: Scene, readonly port: Viewport, signal: AbortSignal) {
    const go = (e: PointerEvent): void => { if (canvas.hasPointerCapture(e.pointerId)) port.center(toDrawing({ x: e.offsetX, y: e.offsetY }, this.#map), false); };
    canvas.addEventListener("pointerdown", e => { canvas.setPointerCapture(e.pointerId); go(e); }, { signal });
    canvas.addEventListener("pointermove", go, { signal });
  }
  /** At most twelve times a second, once when there is much: nobody looks at it while dragging. */
  show(): void { this.#timer ||= setTimeout(() => { this.#timer = 0; this.#draw(); }, this.scene.nodes.size > 300 ? 1000 : 80); }
  #draw(): void {
    const { canvas, scene, port } = this, { clientWidth: w, clientHeight: h } = canvas, pen = canvas.getContext("2d"), ratio = devicePixelRatio, seen = port.seen(), color = getComputedStyle(canvas).color;
    if (!pen || !w) return;
    Object.assign(canvas, { width: w * ratio, height: h * ratio });
    pen.scale(ratio, ratio);
    this.#map = fit(bounds([...scene.nodes.values(), seen])!, { w, h }, 0, 8);
    const rect = (r: Rect): void => { const { x, y } = toScreen(r, this.#map), { k } = this.#map; pen.rect(x, y, Math.max(2, r.w * k), Math.max(2, r.h * k)); };
    const fillOf = (node: Node): string => this.#colors[node.kind + color] ??= getComputedStyle(node.el.firstElementChild!, "::before").backgroundColor;
    for (const [fill, nodes] of Map.groupBy(scene.nodes.values(), fillOf)) {
      pen.beginPath();
      pen.fillStyle = fill;
      nodes.forEach(rect);
      pen.fill();
    }
    pen.beginPath();
    Object.assign(pen, { strokeStyle: color, lineWidth: 1.5 });
    rect(seen);
    pen.stroke();
  }
}
