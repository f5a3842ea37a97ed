import type { Board } from "../board.js";
import type { Point } from "../core/contract.js";
import type { View } from "../core/geometry.js";
import type { Gesture } from "./gesture.js";

/** The drawing follows the pointer. */
export class Pan implements Gesture {
  readonly #from: View;

  constructor(readonly board: Board, readonly start: Point) {
    this.#from = board.port.view;
  }

  move(at: Point): void {
    const { port } = this.board;
    port.set({ x: this.#from.x + at.x - this.start.x, y: this.#from.y + at.y - this.start.y, k: port.view.k });
  }

  drop(): void {}

  abort(): void {
    this.move(this.start);
  }
}
