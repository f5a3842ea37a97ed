import type { Board } from "../board.js";
import { joined } from "../core/joining.js";
import type { Edge, Node, Port } from "../view/parts.js";

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
