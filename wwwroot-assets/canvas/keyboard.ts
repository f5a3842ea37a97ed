import type { Board } from "./board.js";
import type { Shortcut } from "./contract.js";
import { nearest, readingOrder } from "./geometry.js";
import { joined, refuses, shift, type Shift } from "./gestures.js";
import type { Edge, Node, Port } from "./scene.js";
const ARROWS: Record<string, [number, number]> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const CONTROL: Record<string, Shortcut> = { z: "Undo", y: "Redo", x: "Cut", c: "Copy", v: "Paste", d: "Duplicate", f: "Find", s: "Save" };

/** Everything the pointer can do, from the keyboard. */
export class Keyboard {
  space = false;
  #moving: Shift | null = null;
  #timer = 0;
  #line: { from: Node; ports: Port[]; at: number; edge: Edge | null } | null = null;
  constructor(readonly board: Board) {}
  down(e: KeyboardEvent): void {
    const target = e.target as HTMLElement, node = target.matches("[data-node-id]") ? this.board.scene.nodeOf(target) : undefined;
    if (target.closest("input,textarea,select,[contenteditable]")) return;
    if (this.#control(e) || ((node || target === this.board.pane) && !e.ctrlKey && !e.metaKey && this.#plain(e, node))) { e.preventDefault(); e.stopPropagation(); }
  }
  up({ key }: KeyboardEvent): void { if (key === " ") this.space = false; if (key === "Alt") this.flush(); }
  #control({ ctrlKey, metaKey, altKey, shiftKey, key: typed }: KeyboardEvent): boolean {
    const key = typed.toLowerCase(), name = key === "z" && shiftKey ? "Redo" : CONTROL[key];
    if (!(ctrlKey || metaKey) || altKey || (key === "c" && getSelection()?.toString())) return false;
    if (key === "a") this.board.scene.select(this.board.scene.nodes.keys());
    else if (name) { this.flush(); this.board.run(name); } else return false;
    return true;
  }
  #plain(e: KeyboardEvent, node: Node | undefined): boolean {
    const { board } = this, { scene, port } = board, arrow = ARROWS[e.key], order = readingOrder(scene.nodes.values());
    if (arrow) { if (e.altKey) this.#shift(arrow, e.shiftKey ? 4 : 1, node); else this.#focus(this.#next(arrow, node) ?? node ?? order[0]); return true; }
    const does: Record<string, () => unknown> = {
      Tab: () => this.#focus(node ? order[order.indexOf(node) + (e.shiftKey ? -1 : 1)] : e.shiftKey ? undefined : order[0]), Home: () => this.#focus(order[0]), End: () => this.#focus(order.at(-1)),
      Escape: () => this.#escape(), Enter: () => node !== undefined && this.#enter(node), Delete: () => board.remove(), Backspace: () => board.remove(), "?": () => board.run("Help"), "/": () => board.run("Find"),
      " ": () => { if (node && !this.space) this.#toggle(node); this.space = true; }, "+": () => port.zoom(1.25), "=": () => port.zoom(1.25), "-": () => port.zoom(0.8), f: () => board.fit(true),
      c: () => board.edits && this.#connect(node), e: () => node && this.#edge(node), i: () => board.edits && this.#insert(node), F10: () => e.shiftKey && menu(), ContextMenu: () => menu(),
    };
    const menu = (): void => board.menu(node, undefined, node ? port.onScreen({ x: node.x + node.w / 2, y: node.y + node.h }) : { x: 40, y: 40 });
    return Object.hasOwn(does, e.key) && does[e.key]!() !== false;
  }
  /** Along the lines where there is one in that direction, else to the nearest. */
  #next([dx, dy]: [number, number], node: Node | undefined): Node | undefined {
    if (!node) return undefined;
    const { scene } = this.board, all = [...scene.edges.values()], above = all.filter(edge => edge.to === node.id).map(edge => edge.from);
    const next = scene.pick(dy > 0 ? all.filter(edge => edge.from === node.id).map(edge => edge.to) : dy < 0 ? above : all.filter(edge => above.includes(edge.from)).map(edge => edge.to));
    return nearest(node, next, dx, dy) ?? (dy ? next[0] : undefined) ?? nearest(node, scene.nodes.values(), dx, dy);
  }
  #focus(node: Node | undefined): boolean { if (node) this.board.focus(node); return node !== undefined; }
  /** Each press is seen at once; one command goes out when Alt is let go or nothing follows. */
  #shift([dx, dy]: [number, number], times: number, node: Node | undefined): void {
    const { board } = this, { scene, options } = board, by = (options.snap || 1) * times;
    if (!board.edits) return;
    if (!this.#moving && node && !scene.chosen.has(node.id)) scene.select([node.id]);
    this.#moving ??= shift(board);
    this.#moving.to(this.#moving.by.x + dx * by, this.#moving.by.y + dy * by);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.flush(), 600);
  }
  /** Sends a move that is not sent yet. */
  flush(): void {
    clearTimeout(this.#timer);
    const moving = this.#moving;
    this.#moving = null;
    if (moving?.drop()) this.board.say("moved");
  }
  #escape(): void {
    const { board } = this;
    clearTimeout(this.#timer);
    if (this.#moving) { this.#moving.abort(); this.#moving = null; }
    else if (this.#line) { this.#leave(); board.say("aborted"); }
    else { board.scene.select([]); board.overlay.clear(); }
  }
  #enter(node: Node): void {
    const { board } = this, line = this.#line;
    if (!line) return board.outbox.tell({ type: "open", node: node.id });
    const way = line.ports[line.at]!, why = refuses(board, line.from, way, node, line.edge), op = joined(line.from, way, node, line.edge);
    if (why) return board.refuse(why, board.port.onScreen(node));
    this.#leave();
    if (op) board.outbox.send(op);
  }
  #toggle(node: Node): void {
    const { scene } = this.board, isOn = scene.toggle(node.id), many = scene.chosen.size;
    if (many > 1) this.board.say("selectedMany", String(many)); else this.board.say(isOn ? "selected" : "unselected", node.label);
  }
  /** C begins at the node, or at the chosen line's end; again takes the next way out. */
  #connect(node: Node | undefined): void {
    const { board } = this, { scene } = board, before = this.#line;
    if (before) before.at = (before.at + 1) % before.ports.length;
    else {
      const edge = scene.edges.get(scene.edge ?? "") ?? null, from = edge ? scene.nodes.get(edge.from) : node, ports = from?.ports.filter(port => !edge || port.name === edge.port) ?? [];
      if (!from || !ports.length) { if (node) board.say("noOutput", node.label); return; }
      this.#line = { from, ports, at: 0, edge };
    }
    const { from, ports, at } = this.#line!;
    for (const one of ports) one.el.toggleAttribute("data-from", one === ports[at]);
    if (ports.length > 1) board.say("connectingFrom", from.label, ports[at]!.label || ports[at]!.name); else board.say("connecting", from.label);
  }
  #leave(): void { for (const port of this.#line?.ports ?? []) port.el.removeAttribute("data-from"); this.#line = null; }
  /** E goes through the lines that leave the node. */
  #edge(node: Node): void {
    const { board } = this, { scene } = board, mine = [...scene.edges.values()].filter(edge => edge.from === node.id), next = mine[(mine.findIndex(edge => edge.id === scene.edge) + 1) % mine.length];
    if (!next) return board.say("noEdge", node.label);
    scene.select([], next.id);
    board.say("edgeChosen", scene.nodes.get(next.to)?.label ?? "");
  }
  /** I asks for what can stand on the chosen line, or on the only one, or behind the node. */
  #insert(node: Node | undefined): void {
    const { board } = this, { scene } = board, mine = [...scene.edges.values()].filter(edge => edge.from === node?.id);
    const edge = scene.edges.get(scene.edge ?? "") ?? (node?.ports.length === 1 && mine.length === 1 ? mine[0] : undefined), way = node?.ports.find(one => !mine.some(taken => taken.port === one.name)) ?? node?.ports[0];
    if (edge) board.insert(edge); else if (node && way) board.follow(node, way);
  }
}
