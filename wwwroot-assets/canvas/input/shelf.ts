import type { Board } from "../board.js";
import type { Press } from "../core/machine.js";
import type { Gesture } from "../gestures/gesture.js";
import { Palette } from "../gestures/palette.js";
import { Pointers, type Actor } from "./pointers.js";

/** Pointers on the items of palettes, wherever they are on the page. */
export class Shelf implements Actor {
  readonly pointers: Pointers;
  #item: HTMLElement | null = null;

  constructor(readonly board: Board) {
    this.pointers = new Pointers(document, board, this);
  }

  press(e: PointerEvent): Press | null {
    const { root, port, edits } = this.board;
    const item = (e.target as Element).closest<HTMLElement>("[data-palette-kind]");
    this.#item = item;
    if (!item || e.button !== 0 || !edits || (item.dataset.paletteFor ?? root.id) !== root.id) return null;
    return { id: e.pointerId, at: port.local(e), touch: e.pointerType === "touch", drag: "palette" };
  }

  begin(): Gesture | null {
    const item = this.#item;
    return item && new Palette(this.board, item, item.dataset.paletteKind!);
  }

  captor(): Element | null {
    return this.#item;
  }
}
