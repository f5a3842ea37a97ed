import type { Point } from "../core/contract.js";

/**
 * A drag in progress. Places are in the window; `move` comes once a frame, and once more before `drop`. With
 * `borders` the drawing moves when the pointer is at the border.
 */
export interface Gesture {
  readonly borders?: boolean;
  move(at: Point): void;
  drop(): void;
  abort(): void;
}
