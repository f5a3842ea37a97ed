import type { Board } from "../board.js";
import type { End } from "../core/contract.js";
import { clamp, distance, pinch, wheelZooms, type Pair } from "../core/geometry.js";
import { dragFor, type Press, type Spot } from "../core/machine.js";
import { Box } from "../gestures/box.js";
import { Connect } from "../gestures/connect.js";
import type { Gesture } from "../gestures/gesture.js";
import { Move } from "../gestures/move.js";
import { Pan } from "../gestures/pan.js";
import type { Edge, Node, Port } from "../view/parts.js";
import type { Keyboard } from "./keyboard.js";
import { Pointers, type Actor } from "./pointers.js";

/** What a pointer is over. */
interface Under {
  spot: Spot;
  node?: Node | undefined;
  port?: Port | undefined;
  edge?: Edge | undefined;
  end?: End;
}

/** How near, in the window, an edge is taken by its end. */
const REACH = 26;

/** What is the page's own to be clicked. */
const NOT_OURS = "button,a,input,select,textarea,[contenteditable],[data-no-drag]";
/** Two taps within this time are a double tap. */
const AGAIN = 400;
/** A long press tells its menu a second time within this. */
const HELD = 1000;

/** Pixels of a line, for wheels that count in lines. */
const LINE = 24;

/** What pointers do on the canvas: taps, menus, and the gesture that belongs to what they went down on. */
export class Hand implements Actor {
  /** Whether dragging the ground draws a box, and a tap adds to what is selected. */
  boxes = false;
  readonly pointers: Pointers;
  #under: Under = { spot: "ground" };
  #tapped: { at: number; node: Node | undefined } | null = null;
  #held = -HELD;

  constructor(readonly board: Board, readonly keys: Keyboard) {
    this.pointers = new Pointers(board.pane, board, this);
  }

  press(e: PointerEvent): Press | null {
    if (e.button > 1 || (e.target as Element).closest(NOT_OURS)) return null;
    const { board, keys } = this;
    const isTouch = e.pointerType === "touch";
    const found = under(board, e);
    keys.flush();
    if (this.pointers.free) {
      this.#under = found;
      board.overlay.hint(null);
    }
    const how = {
      button: e.button,
      touch: isTouch,
      shift: e.shiftKey,
      space: keys.space,
      boxes: this.boxes,
      edits: board.edits,
    };
    return { id: e.pointerId, at: board.port.local(e), touch: isTouch, drag: dragFor(found.spot, how) };
  }

  begin({ drag, at }: Press): Gesture {
    const { board } = this;
    const { node, port, edge } = this.#under;
    board.overlay.clear();
    if (drag === "move" && node) return new Move(board, node, at);
    if (drag === "box") return new Box(board, at);
    if (drag === "connect" && node) return new Connect(board, node, port ?? null, null);
    return (drag === "reconnect" && edge && this.#reconnect(edge)) || new Pan(board, at);
  }

  captor(): Element {
    return this.board.pane;
  }

  tap(_: Press, e: PointerEvent): void {
    const { board } = this;
    const { spot, node, port, edge } = this.#under;
    const isMany = e.shiftKey || e.ctrlKey || e.metaKey || this.boxes;
    if (e.button !== 0) return;
    const isAgain = this.#isAgain(e, node);
    board.overlay.clear();
    if (spot === "plus" && edge && board.edits) board.insert(edge);
    else if (port && node && board.edits) board.follow(node, port);
    else if (edge) board.scene.select([], edge.id);
    else if (node) this.#tapNode(node, isMany, isAgain);
    else if (!isMany) this.#tapGround();
  }

  hold({ at }: Press): void {
    this.#held = performance.now();
    this.board.menu(this.#under.node, this.#under.edge, at);
  }

  pinch(before: Pair, now: Pair): void {
    const { port, options } = this.board;
    port.set(pinch(port.view, before, now, options.minZoom, options.maxZoom));
  }

  /** Zooms or pans, by what kind of wheel it is. */
  wheel(e: WheelEvent): void {
    const { port } = this.board;
    const { deltaX, deltaY } = e;
    e.preventDefault();
    if (wheelZooms(e)) {
      const way = clamp(deltaY * (e.deltaMode ? LINE : 1), -240, 240);
      port.zoom(Math.exp(-way * (e.ctrlKey ? 0.01 : 0.0022)), port.local(e));
    } else if (e.shiftKey && !deltaX) {
      port.pan(-deltaY, 0);
    } else {
      port.pan(-deltaX, -deltaY);
    }
  }

  /** A right click. A long press tells twice in some browsers, and the menu key is the keyboard's. */
  menu(e: MouseEvent): void {
    e.preventDefault();
    const isTouch = (e as PointerEvent).pointerType === "touch";
    if (isTouch || e.button !== 2 || !this.pointers.free || performance.now() - this.#held < HELD) return;
    const { node, edge } = under(this.board, e);
    this.board.menu(node, edge, this.board.port.local(e));
  }

  #reconnect(edge: Edge): Gesture | null {
    const { board } = this;
    const from = board.scene.nodes.get(edge.from);
    const to = board.scene.nodes.get(edge.to);
    const way = from?.ports.find(port => port.name === edge.port);
    if (!from || !to || !way) return null;
    return this.#under.end === "To" ? new Connect(board, from, way, edge) : new Connect(board, to, null, edge);
  }

  #isAgain(e: PointerEvent, node: Node | undefined): boolean {
    const before = this.#tapped;
    const isAgain = before !== null && before.node === node && e.timeStamp - before.at < AGAIN;
    // A third tap begins anew.
    this.#tapped = { at: isAgain ? 0 : e.timeStamp, node };
    return isAgain;
  }

  #tapNode(node: Node, isMany: boolean, isAgain: boolean): void {
    const { board } = this;
    if (isMany) board.scene.toggle(node.id);
    else board.scene.select([node.id]);
    board.focus(node, "stay");
    if (isAgain && !isMany) board.outbox.tell({ type: "open", node: node.id });
  }

  #tapGround(): void {
    this.board.scene.select([]);
    this.board.pane.focus({ preventScroll: true });
  }
}

function under(board: Board, e: MouseEvent): Under {
  const { scene } = board;
  const el = e.target as Element;
  const end = el.closest<SVGElement>("[data-end]");
  if (end) return { spot: "end", edge: scene.edges.get(end.dataset.edge!), end: end.dataset.end as End };
  const node = scene.nodeOf(el);
  const way = el.closest<HTMLElement>("[data-port]");
  if (node && way) return { spot: "port", node, port: node.ports.find(port => port.el === way) };
  if (node) return { spot: "node", node };
  return underEdge(board, e, scene.edgeOf(el));
}

function underEdge({ scene, port }: Board, e: MouseEvent, edge: Edge | undefined): Under {
  const ends = edge && scene.ends(edge);
  if (!ends) return { spot: "ground", edge };
  if ((e.target as Element).closest("[data-insert]")) return { spot: "plus", edge };
  const [from, to] = ends;
  const at = port.drawing(port.local(e));
  const reach = REACH / port.view.k;
  if (distance(at, to) < reach) return { spot: "end", edge, end: "To" };
  if (distance(at, from) < reach) return { spot: "end", edge, end: "From" };
  return { spot: "edge", edge };
}
