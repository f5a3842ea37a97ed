import type { Board } from "../board.js";
import type { Point, Rect } from "../core/contract.js";
import { snap } from "../core/geometry.js";
import type { Edge } from "../view/parts.js";
import { mark } from "../view/scene.js";
import type { Gesture } from "./gesture.js";

/** Something new comes in from outside, onto the ground or onto an edge. */
export class Palette implements Gesture {
  readonly #ghost: HTMLElement;
  readonly #home: Point;
  #spot: Rect | null = null;
  #edge: Edge | null = null;
  #hasEntered = false;

  constructor(readonly board: Board, item: HTMLElement, readonly kind: string) {
    this.#ghost = ghostOf(item);
    const { left, top } = this.#ghost.getBoundingClientRect();
    this.#home = { x: left, y: top };
  }

  /** Only once it was well inside: it came over the border itself. */
  get borders(): boolean {
    return this.#hasEntered && this.#spot !== null;
  }

  move(at: Point): void {
    const { port, overlay } = this.board;
    const isIn = port.contains(at);
    const page = port.page(at);
    this.#hasEntered ||= port.contains(at, -48);
    this.#ghost.style.transform = `translate(${page.x + 8 - this.#home.x}px,${page.y + 8 - this.#home.y}px)`;
    mark(this.#ghost, "data-over", isIn);
    this.#spot = isIn ? this.#place(port.drawing(at)) : null;
    this.#over(isIn ? this.#edgeAt(page) : null);
    overlay.rect("outline", this.#edge ? null : this.#spot);
  }

  drop(): void {
    const edge = this.#edge?.id ?? null;
    const spot = this.#spot;
    this.abort();
    if (!spot) return;
    this.board.outbox.send({ type: "drop", kind: this.kind, at: { x: spot.x, y: spot.y }, edge });
  }

  abort(): void {
    this.#over(null);
    this.#ghost.remove();
    this.board.overlay.rect("outline", null);
  }

  /** Where it would stand with its middle there. */
  #place({ x, y }: Point): Rect {
    const { dropWidth: w, dropHeight: h, snap: grid } = this.board.options;
    return { x: snap(x - w / 2, grid), y: snap(y - h / 2, grid), w, h };
  }

  /** The edge at a place of the page; the ghost is no obstacle. */
  #edgeAt(page: Point): Edge | null {
    const under = document.elementFromPoint(page.x, page.y);
    return (under && this.board.scene.edgeOf(under)) ?? null;
  }

  #over(next: Edge | null): void {
    this.#edge?.el.removeAttribute("data-drop");
    this.#edge = next;
    this.#edge?.el.setAttribute("data-drop", "here");
  }
}

/** A copy that goes with the pointer, while the item stays where it is. */
function ghostOf(item: HTMLElement): HTMLElement {
  const ghost = item.cloneNode(true) as HTMLElement;
  ghost.id = "";
  ghost.classList.add("fbc-ghost");
  ghost.style.width = `${item.offsetWidth}px`;
  item.after(ghost);
  return ghost;
}
