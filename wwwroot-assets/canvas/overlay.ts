import type { Point, Rect } from "./contract.js";

/** What the script draws over the drawing: the line being drawn, boxes, the ends of a chosen edge, and reasons. */
export class Overlay {
  readonly layer = make("div", "fbc-layer");
  readonly #svg = document.createElementNS(SVG, "svg");
  readonly #line = shape("path", "fbc-preview");
  readonly #ends = [shape("circle", "fbc-end"), shape("circle", "fbc-end")] as const;
  readonly #box = make("div", "fbc-box");
  readonly #outline = make("div", "fbc-outline");
  readonly #hint = make("div", "fbc-hint");
  #fading = 0;

  constructor(readonly root: HTMLElement) {
    this.#svg.setAttribute("width", "1");
    this.#svg.setAttribute("height", "1");
    this.#svg.append(this.#line, ...this.#ends);
    for (const end of this.#ends) end.setAttribute("r", "7");
    this.#ends[0].dataset["end"] = "From";
    this.#ends[1].dataset["end"] = "To";
    this.layer.append(this.#svg, this.#outline);
    root.append(this.layer, this.#box, this.#hint);
    this.clear();
    this.ends(null);
  }

  /** Line in the drawing; null takes it away. */
  line(path: string | null, state = ""): void {
    this.#line.setAttribute("d", path ?? "");
    this.#line.dataset["state"] = state;
  }

  /** Where a chosen edge can be taken by its ends. */
  ends(places: { from: Point; to: Point; edge: string } | null): void {
    for (const end of this.#ends) end.style.display = places ? "" : "none";
    if (!places) return;
    place(this.#ends[0], places.from.x, places.from.y + 16);
    place(this.#ends[1], places.to.x, places.to.y - 18);
    for (const end of this.#ends) end.dataset["edge"] = places.edge;
  }

  /** Rectangle in the window. */
  box(rect: Rect | null): void { show(this.#box, rect); }

  /** Rectangle in the drawing: where something would come to lie. */
  outline(rect: Rect | null): void { show(this.#outline, rect); }

  /** Words at a place in the window, for a while or until they are taken away. */
  hint(text: string | null, at?: Point, stays = false): void {
    clearTimeout(this.#fading);
    this.#hint.textContent = text;
    this.#hint.toggleAttribute("hidden", !text);
    if (!text) return;
    const x = Math.min(Math.max(at?.x ?? this.root.clientWidth / 2, 130), this.root.clientWidth - 130);
    this.#hint.style.transform = `translate(${x}px,${(at?.y ?? 8) + 20}px) translateX(-50%)`;
    if (!stays) this.#fading = setTimeout(() => this.hint(null), 5000);
  }

  clear(): void {
    this.line(null);
    this.box(null);
    this.outline(null);
    this.hint(null);
  }
}

const SVG = "http://www.w3.org/2000/svg";

function make(name: string, kind: string): HTMLElement {
  const el = document.createElement(name);
  el.className = kind;
  return el;
}

function shape(name: "path" | "circle", kind: string): SVGElement {
  const el = document.createElementNS(SVG, name);
  el.setAttribute("class", kind);
  return el;
}

function place(el: SVGElement, x: number, y: number): void {
  el.setAttribute("cx", String(x));
  el.setAttribute("cy", String(y));
}

function show(el: HTMLElement, rect: Rect | null): void {
  el.hidden = !rect;
  if (!rect) return;
  el.style.transform = `translate(${rect.x}px,${rect.y}px)`;
  el.style.width = `${rect.w}px`;
  el.style.height = `${rect.h}px`;
}
