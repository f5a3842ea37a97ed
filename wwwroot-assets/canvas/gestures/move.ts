import type { Board } from "../board.js";
import type { Point } from "../core/contract.js";
import { edgePath, snap } from "../core/geometry.js";
import type { Edge, Node } from "../view/parts.js";
import { mark } from "../view/scene.js";
import type { Gesture } from "./gesture.js";

/** More nodes than this are carried without a shadow each. */
const MANY = 50;

/** Nodes move with the one that was taken; that one keeps to the grid. */
export class Move implements Gesture {
  readonly borders = true;
  readonly #origin: Point;
  readonly #home: Point;
  readonly #carry: Carry;

  constructor(readonly board: Board, lead: Node, start: Point) {
    const { port, scene } = board;
    this.#origin = port.drawing(start);
    this.#home = { x: lead.x, y: lead.y };
    if (!scene.chosen.has(lead.id)) scene.select([lead.id]);
    this.#carry = new Carry(board);
  }

  move(at: Point): void {
    const { x, y } = this.board.port.drawing(at);
    const home = this.#home;
    const dx = this.#onGrid(home.x + x - this.#origin.x) - home.x;
    const dy = this.#onGrid(home.y + y - this.#origin.y) - home.y;
    this.#carry.to(dx, dy);
  }

  drop(): void {
    this.#carry.drop();
  }

  abort(): void {
    this.#carry.abort();
  }

  #onGrid(value: number): number {
    return snap(value, this.board.options.snap);
  }
}

/** The chosen nodes on their way from one place to another, by the pointer or by keys. */
export class Carry {
  by: Point = { x: 0, y: 0 };
  readonly #ids: Set<string>;
  readonly #nodes: Node[];
  readonly #homes: Point[];
  readonly #edges: Edge[];

  constructor(readonly board: Board) {
    const { scene } = board;
    this.#ids = new Set(scene.chosen);
    this.#nodes = scene.pick(scene.chosen);
    this.#homes = this.#nodes.map(({ x, y }) => ({ x, y }));
    this.#edges = scene.edgesAt(this.#ids);
    scene.hold(this.#ids);
    this.#lift();
  }

  /** So far from where they were. */
  to(x: number, y: number): void {
    const { scene, overlay, minimap } = this.board;
    if (x === this.by.x && y === this.by.y) return;
    this.by = { x, y };
    scene.put(this.#nodes, this.#homes.map(home => ({ x: home.x + x, y: home.y + y })), []);
    const paths = this.#edges.map(edge => edgePath(...(scene.ends(edge) ?? [this.by, this.by])));
    overlay.line(paths.join(""), "carried");
    minimap?.show();
  }

  /** Whether anything has moved. */
  drop(): boolean {
    const { scene, outbox } = this.board;
    this.#putDown();
    const nodes = scene.pick(this.#ids).map(node => node.id);
    const hasMoved = (this.by.x !== 0 || this.by.y !== 0) && nodes.length > 0;
    if (hasMoved) outbox.send({ type: "move", nodes, dx: this.by.x, dy: this.by.y });
    else scene.release(this.#ids);
    return hasMoved;
  }

  abort(): void {
    this.to(0, 0);
    this.#putDown();
    this.board.scene.release(this.#ids);
    this.board.say("aborted");
  }

  #lift(): void {
    for (const { el } of this.#nodes) el.dataset.dragging = this.#nodes.length > MANY ? "many" : "";
    this.#markEdges(true);
  }

  #putDown(): void {
    for (const { el } of this.#nodes) delete el.dataset.dragging;
    this.#markEdges(false);
    this.board.scene.put([], [], this.#edges);
    this.board.overlay.line();
  }

  /** Lines on their way are one line over the drawing: the drawing beneath is not painted anew. */
  #markEdges(is: boolean): void {
    for (const { el, label } of this.#edges) {
      mark(el, "data-carried", is);
      if (label) mark(label, "data-carried", is);
    }
  }
}

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
