import type { Board } from "../board.js";
import type { Point } from "../core/contract.js";
import { between, meets } from "../core/geometry.js";
import type { Gesture } from "./gesture.js";

/** What the box touches is chosen, beside what was. */
export class Box implements Gesture {
  readonly borders = true;
  readonly #before: Set<string>;
  readonly #origin: Point;

  constructor(readonly board: Board, start: Point) {
    this.#before = new Set(board.scene.chosen);
    this.#origin = board.port.drawing(start);
  }

  move(at: Point): void {
    const { port, scene, overlay } = this.board;
    const area = between(this.#origin, port.drawing(at));
    const { k } = port.view;
    const touched = [...scene.nodes.values()].filter(node => meets(area, node));
    overlay.rect("box", { ...port.onScreen(area), w: area.w * k, h: area.h * k });
    scene.select([...this.#before, ...touched.map(node => node.id)]);
  }

  drop(): void {
    this.board.overlay.rect("box", null);
  }

  abort(): void {
    this.drop();
    this.board.scene.select(this.#before);
  }
}
