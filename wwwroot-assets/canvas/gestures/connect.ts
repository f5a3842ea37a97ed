import type { Board } from "../board.js";
import type { Op, Point } from "../core/contract.js";
import { distance, edgePath, holds, meets, type Pair } from "../core/geometry.js";
import { joined, words } from "../core/joining.js";
import { inOf, outOf, type Edge, type Node, type Port } from "../view/parts.js";
import type { Gesture } from "./gesture.js";

/** What the line's loose end is at, and why it may not end there. */
interface Target { node: Node; port: Port | null; why: string | null }

/** How near, in the window, a port must be to draw the line to it. */
const REACH = 36;

/**
 * A line from a node's way out to a node, or, when no way is given, from a node's input back to a way out. With an
 * edge, that edge is led elsewhere.
 */
export class Connect implements Gesture {
  readonly borders = true;
  #target: Target | null = null;
  #last: Point = { x: 0, y: 0 };

  constructor(readonly board: Board, readonly fixed: Node, readonly way: Port | null, readonly edge: Edge | null) {
    const { scene, port } = board;
    for (const node of scene.nodes.values()) {
      if (meets(port.seen(), node)) this.#mark(node, this.#why(node, node.ports[0] ?? null) ? "no" : "yes");
    }
    edge?.el.setAttribute("data-loose", "");
  }

  move(at: Point): void {
    const before = this.#target;
    const spot = this.board.port.drawing(at);
    const target = this.#near(spot);
    this.#last = at;
    this.#target = target;
    if (before) this.#mark(before.node, before.why ? "no" : "yes");
    if (target) this.#mark(target.node, target.why ? "no" : "here");
    if (target && !target.why) this.#line(this.#end(target.node, target.port), "good");
    else this.#line({ x: spot.x, y: spot.y + (this.way ? 8 : 0) }, target ? "bad" : "");
    this.board.overlay.hint(target?.why ?? null, at, true);
  }

  drop(): void {
    const { board } = this;
    const target = this.#target;
    this.#clear();
    if (target?.why) {
      board.refuse(target.why, this.#last);
      return;
    }
    const op = target && this.#edit(target);
    if (op) board.outbox.send(op);
    else if (!target) this.#offer();
  }

  abort(): void {
    this.#clear();
    this.board.say("aborted");
  }

  /** The nearest place where the line could end. */
  #near(spot: Point): Target | null {
    const { scene, port: window } = this.board;
    const reach = REACH / window.view.k;
    let best: { node: Node; port: Port | null } | null = null;
    let least = Infinity;
    for (const node of scene.nodes.values()) {
      const isInside = holds(node, spot, node === this.fixed ? -10 : 10);
      for (const port of this.way || !node.ports.length ? [null] : node.ports) {
        const far = distance(spot, this.#end(node, port));
        if (far >= least || !(isInside || (far < reach && node !== this.fixed))) continue;
        least = far;
        best = { node, port };
      }
    }
    return best && { ...best, why: this.#why(best.node, best.port) };
  }

  #why(node: Node, port: Port | null): string | null {
    const { board, fixed, way, edge } = this;
    if (way) return board.whyNot(fixed, way, node, edge);
    return port ? board.whyNot(node, port, fixed, edge) : words(board.options.texts.noOutput, node.label);
  }

  #edit({ node, port }: Target): Op | null {
    return this.way ? joined(this.fixed, this.way, node, this.edge) : joined(node, port!, this.fixed, this.edge);
  }

  /** A new line into the void asks what can follow, and stays to be seen while the server offers it. */
  #offer(): void {
    const { board, fixed, way, edge } = this;
    if (!way || edge || !board.port.contains(this.#last)) return;
    const at = board.port.drawing(this.#last);
    this.#line({ x: at.x, y: at.y + 8 }, "open");
    board.outbox.send({ type: "follow", from: fixed.id, port: way.name, at, screen: this.#last });
  }

  /** Where the line would end at a node. */
  #end(node: Node, port: Port | null): Point {
    return this.way ? inOf(node) : outOf(node, port);
  }

  #line(to: Point, state: string): void {
    const ends: Pair = this.way ? [outOf(this.fixed, this.way), to] : [to, inOf(this.fixed)];
    this.board.overlay.line(edgePath(...ends), state);
  }

  #mark(node: Node, is: string): void {
    if (node !== this.fixed) node.el.dataset.drop = is;
  }

  #clear(): void {
    for (const { el } of this.board.scene.nodes.values()) delete el.dataset.drop;
    this.edge?.el.removeAttribute("data-loose");
    this.board.overlay.clear();
  }
}
