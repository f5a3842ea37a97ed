import type { Board } from "../board.js";
import type { Node } from "../view/parts.js";
import { Carry } from "./move.js";

/** When nothing follows, the move goes out. */
const PAUSE = 600;

/**
 * Moving with Alt and the arrows. Each press is seen at once; one command goes out when Alt is let go or nothing
 * follows.
 */
export class Nudge {
  #carry: Carry | null = null;
  #timer = 0;

  constructor(readonly board: Board) {}

  /** One press, so many steps of the grid. */
  press([dx, dy]: [number, number], times: number, node: Node | undefined): void {
    const { edits, options, scene } = this.board;
    if (!edits) return;
    const by = (options.snap || 1) * times;
    if (!this.#carry && node && !scene.chosen.has(node.id)) scene.select([node.id]);
    this.#carry ??= new Carry(this.board);
    const { x, y } = this.#carry.by;
    this.#carry.to(x + dx * by, y + dy * by);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.flush(), PAUSE);
  }

  /** Sends a move that is not sent yet. */
  flush(): void {
    if (this.#take()?.drop()) this.board.say("moved");
  }

  /** Takes a move back; false when there is none. */
  abort(): boolean {
    const carry = this.#take();
    carry?.abort();
    return carry !== null;
  }

  #take(): Carry | null {
    clearTimeout(this.#timer);
    const carry = this.#carry;
    this.#carry = null;
    return carry;
  }
}
