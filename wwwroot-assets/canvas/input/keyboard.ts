import type { Board } from "../board.js";
import type { Shortcut } from "../core/contract.js";
import { nearest, readingOrder } from "../core/geometry.js";
import { Thread } from "../gestures/connect.js";
import { Nudge } from "../gestures/move.js";
import type { Node } from "../view/parts.js";
import type { Scene } from "../view/scene.js";

const ARROWS: Record<string, [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

const CONTROL: Record<string, Shortcut> = {
  z: "Undo",
  y: "Redo",
  x: "Cut",
  c: "Copy",
  v: "Paste",
  d: "Duplicate",
  f: "Find",
  s: "Save",
};

/** Everything the pointer can do, from the keyboard. */
export class Keyboard {
  /** Whether the space bar is down: dragging pans. */
  space = false;
  readonly #nudge: Nudge;
  readonly #thread: Thread;

  constructor(readonly board: Board) {
    this.#nudge = new Nudge(board);
    this.#thread = new Thread(board);
  }

  down(e: KeyboardEvent): void {
    const target = e.target as HTMLElement;
    if (target.closest("input,textarea,select,[contenteditable]")) return;
    const node = target.matches("[data-node-id]") ? this.board.scene.nodeOf(target) : undefined;
    const isOurs = node !== undefined || target === this.board.pane;
    if (!this.#control(e) && !(isOurs && !e.ctrlKey && !e.metaKey && this.#plain(e, node))) return;
    e.preventDefault();
    e.stopPropagation();
  }

  up({ key }: KeyboardEvent): void {
    if (key === " ") this.space = false;
    if (key === "Alt") this.flush();
  }

  /** Another window has the keyboard now. */
  left(): void {
    this.space = false;
    this.flush();
  }

  /** Sends a move that is not sent yet. */
  flush(): void {
    this.#nudge.flush();
  }

  /** Whether it was a shortcut with Ctrl. */
  #control(e: KeyboardEvent): boolean {
    const key = e.key.toLowerCase();
    const isText = key === "c" && getSelection()?.toString();
    if (!(e.ctrlKey || e.metaKey) || e.altKey || isText) return false;
    const name = key === "z" && e.shiftKey ? "Redo" : CONTROL[key];
    if (key === "a") this.board.scene.select(this.board.scene.nodes.keys());
    else if (name) this.#run(name);
    return key === "a" || name !== undefined;
  }

  #run(name: Shortcut): void {
    this.flush();
    this.board.run(name);
  }

  /** Whether it was a key of ours. */
  #plain(e: KeyboardEvent, node: Node | undefined): boolean {
    const arrow = ARROWS[e.key];
    if (arrow) {
      this.#arrow(arrow, e, node);
      return true;
    }
    const does = this.#keys(e, node);
    return Object.hasOwn(does, e.key) && does[e.key]!() !== false;
  }

  /** What each key does; false leaves it to the browser. */
  #keys(e: KeyboardEvent, node: Node | undefined): Record<string, () => unknown> {
    const { board } = this;
    const { port, edits } = board;
    const order = readingOrder(board.scene.nodes.values());
    return {
      "Tab": () => this.#focus(this.#tab(order, node, e.shiftKey)),
      "Home": () => this.#focus(order[0]),
      "End": () => this.#focus(order.at(-1)),
      "Escape": () => this.#escape(),
      "Enter": () => node !== undefined && this.#enter(node),
      "Delete": () => board.remove(),
      "Backspace": () => board.remove(),
      "F10": () => e.shiftKey && this.#menu(node),
      "ContextMenu": () => this.#menu(node),
      " ": () => this.#space(node),
      "?": () => board.run("Help"),
      "/": () => board.run("Find"),
      "+": () => port.zoom(1.25),
      "=": () => port.zoom(1.25),
      "-": () => port.zoom(0.8),
      "f": () => board.fit(true),
      "c": () => edits && this.#thread.next(node),
      "e": () => node && this.#edge(node),
      "i": () => edits && this.#insert(node),
    };
  }

  #arrow(way: [number, number], e: KeyboardEvent, node: Node | undefined): void {
    const { scene } = this.board;
    if (e.altKey) this.#nudge.press(way, e.shiftKey ? 4 : 1, node);
    else if (node) this.#focus(neighbour(scene, node, way) ?? node);
    else this.#focus(readingOrder(scene.nodes.values())[0]);
  }

  /** Past the last node, and before the first, the page goes on. */
  #tab(order: Node[], node: Node | undefined, isBack: boolean): Node | undefined {
    if (node) return order[order.indexOf(node) + (isBack ? -1 : 1)];
    return isBack ? undefined : order[0];
  }

  #focus(node: Node | undefined): boolean {
    if (node) this.board.focus(node);
    return node !== undefined;
  }

  #escape(): void {
    if (this.#nudge.abort() || this.#thread.abort()) return;
    this.board.scene.select([]);
    this.board.overlay.clear();
  }

  #enter(node: Node): void {
    if (this.#thread.isOpen) this.#thread.end(node);
    else this.board.outbox.tell({ type: "open", node: node.id });
  }

  /** Selects the node; held down it is for panning. */
  #space(node: Node | undefined): void {
    if (node && !this.space) this.#toggle(node);
    this.space = true;
  }

  #toggle(node: Node): void {
    const { board } = this;
    const isOn = board.scene.toggle(node.id);
    const count = board.scene.chosen.size;
    if (count > 1) board.say("selectedMany", String(count));
    else board.say(isOn ? "selected" : "unselected", node.label);
  }

  /** E goes through the lines that leave the node. */
  #edge(node: Node): void {
    const { board } = this;
    const { scene } = board;
    const mine = scene.edgesFrom(node.id);
    const next = mine[(mine.findIndex(edge => edge.id === scene.edge) + 1) % mine.length];
    if (!next) {
      board.say("noEdge", node.label);
      return;
    }
    scene.select([], next.id);
    board.say("edgeChosen", scene.nodes.get(next.to)?.label ?? "");
  }

  /** I asks for what can stand on the chosen line, or on the only one, or behind the node. */
  #insert(node: Node | undefined): void {
    const { board } = this;
    const mine = board.scene.edgesFrom(node?.id);
    const isOnly = node?.ports.length === 1 && mine.length === 1;
    const edge = board.scene.chosenEdge ?? (isOnly ? mine[0] : undefined);
    const way = node?.ports.find(port => !mine.some(taken => taken.port === port.name)) ?? node?.ports[0];
    if (edge) board.insert(edge);
    else if (node && way) board.follow(node, way);
  }

  /** Under the node, or at the window's corner. */
  #menu(node: Node | undefined): void {
    const { board } = this;
    const at = node ? board.port.onScreen({ x: node.x + node.w / 2, y: node.y + node.h }) : { x: 40, y: 40 };
    board.menu(node, undefined, at);
  }
}

/** The node an arrow leads to: along the lines where there is one in that direction, else the nearest. */
function neighbour(scene: Scene, node: Node, [dx, dy]: [number, number]): Node | undefined {
  const linked = scene.pick(idsToward(scene, node, dy));
  return nearest(node, linked, dx, dy) ?? (dy ? linked[0] : undefined) ?? nearest(node, scene.nodes.values(), dx, dy);
}

/** Below are those it leads to, above those that lead to it, beside it those that come from the same. */
function idsToward(scene: Scene, node: Node, dy: number): string[] {
  const edges = [...scene.edges.values()];
  const above = edges.filter(edge => edge.to === node.id).map(edge => edge.from);
  if (dy > 0) return scene.edgesFrom(node.id).map(edge => edge.to);
  if (dy < 0) return above;
  return edges.filter(edge => above.includes(edge.from)).map(edge => edge.to);
}
