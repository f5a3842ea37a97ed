import type { Point, Rect } from "../core/contract.js";
import { clamp, type Pair } from "../core/geometry.js";

/** How long words stay. */
const FADING = 5000;
/** Half of what the words are wide at most, so that they stay inside. */
const HALF_A_HINT = 140;

/**
 * What lies over the drawing: the line being drawn, boxes, the ends of a chosen edge, and reasons. The elements are
 * the server's, what they show is ours.
 */
export class Overlay {
  readonly layer: HTMLElement;
  #fading = 0;

  constructor(readonly root: HTMLElement) {
    this.layer = this.#find("layer");
  }

  /** Line in the drawing; none takes it away. */
  line(path = "", state = ""): void {
    const line = this.#find("preview");
    line.setAttribute("d", path);
    line.dataset.state = state;
  }

  /** Where a chosen edge can be taken by its ends. */
  ends(edge: string, places: Pair | null): void {
    this.root.querySelectorAll<SVGElement>(".fbc-end").forEach((end, i) => {
      end.dataset.edge = edge;
      end.style.display = places ? "inline" : "";
      if (!places) return;
      const { x, y } = places[i]!;
      end.setAttribute("transform", `translate(${x} ${y + (i ? -18 : 16)})`);
    });
  }

  /** A rectangle: `box` in the window, `outline` in the drawing. */
  rect(name: "box" | "outline", rect: Rect | null): void {
    const el = this.#find(name);
    el.hidden = !rect;
    if (!rect) return;
    const { x, y, w, h } = rect;
    Object.assign(el.style, { transform: `translate(${x}px,${y}px)`, width: `${w}px`, height: `${h}px` });
  }

  /** Words at a place in the window, for a while or until they are taken away. */
  hint(text: string | null, at?: Point, stays = false): void {
    const hint = this.#find("hint");
    const width = this.root.clientWidth;
    const x = clamp(at?.x ?? width / 2, HALF_A_HINT, Math.max(HALF_A_HINT, width - HALF_A_HINT));
    const y = (at?.y ?? 8) + 20;
    clearTimeout(this.#fading);
    hint.textContent = text;
    hint.hidden = !text;
    hint.style.transform = `translate(${x}px,${y}px) translateX(-50%)`;
    if (text && !stays) this.#fading = setTimeout(() => this.hint(null), FADING);
  }

  clear(): void {
    this.line();
    this.rect("box", null);
    this.rect("outline", null);
    this.hint(null);
  }

  #find(name: string): HTMLElement {
    return this.root.querySelector<HTMLElement>(`.fbc-${name}`)!;
  }
}
