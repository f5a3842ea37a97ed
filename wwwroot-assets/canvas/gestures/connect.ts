import type { Board } from "../board.js";
import type { Point } from "../core/contract.js";
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
    const target = this.#target;
    this.#clear();
    if (!target) this.#offer();
    else if (target.why) this.board.refuse(target.why, this.#last);
    else this.#join(target);
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

  #join({ node, port }: Target): void {
    const { board, fixed, way, edge } = this;
    const op = way ? joined(fixed, way, node, edge) : joined(node, port!, fixed, edge);
    if (op) board.outbox.send(op);
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

/** A line that is being drawn: from which node, through which of its ways out, and which edge it leads elsewhere. */
interface Line { from: Node; ports: Port[]; at: number; edge: Edge | null }

/** A line drawn with the keyboard: begun at a node, the next way out with each press, ended at another node. */
export class Thread {
  #line: Line | null = null;

  constructor(readonly board: Board) {}

  get isOpen(): boolean {
    return this.#line !== null;
  }

  /** Begins at the node, or at the chosen line's end; again takes the next way out. */
  next(node: Node | undefined): void {
    const line = this.#line ? further(this.#line) : this.#begun(node);
    if (line) this.#show(line);
    else if (node) this.board.say("noOutput", node.label);
  }

  /** Ends at a node, or says why it may not. */
  end(node: Node): void {
    const { board } = this;
    if (!this.#line) return;
    const { from, ports, at, edge } = this.#line;
    const way = ports[at]!;
    const why = board.whyNot(from, way, node, edge);
    if (why) {
      board.refuse(why, board.port.onScreen(node));
      return;
    }
    const op = joined(from, way, node, edge);
    this.#leave();
    if (op) board.outbox.send(op);
  }

  /** Gives the line up; false when there is none. */
  abort(): boolean {
    if (!this.#line) return false;
    this.#leave();
    this.board.say("aborted");
    return true;
  }

  #begun(node: Node | undefined): Line | null {
    const { scene } = this.board;
    const edge = scene.chosenEdge ?? null;
    const from = edge ? scene.nodes.get(edge.from) : node;
    const ports = from?.ports.filter(port => !edge || port.name === edge.port) ?? [];
    return from && ports.length ? { from, ports, at: 0, edge } : null;
  }

  #show(line: Line): void {
    const { from, ports, at } = line;
    const way = ports[at]!;
    this.#line = line;
    for (const port of ports) port.el.toggleAttribute("data-from", port === way);
    if (ports.length > 1) this.board.say("connectingFrom", from.label, way.label || way.name);
    else this.board.say("connecting", from.label);
  }

  #leave(): void {
    for (const port of this.#line?.ports ?? []) port.el.removeAttribute("data-from");
    this.#line = null;
  }
}

const further = (line: Line): Line => ({ ...line, at: (line.at + 1) % line.ports.length });
