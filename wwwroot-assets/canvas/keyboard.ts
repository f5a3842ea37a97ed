import type { Board } from "./board.js";
import { words, type Shortcut } from "./contract.js";
import { nearest, readingOrder } from "./geometry.js";
import { refuses } from "./gestures.js";
import type { Edge, Node, Port } from "./scene.js";

const ARROWS: Record<string, [number, number]> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const CONTROL: Record<string, Shortcut> = { z: "Undo", y: "Redo", x: "Cut", c: "Copy", v: "Paste", d: "Duplicate", f: "Find", s: "Save" };
const IDLE = 600;

/** Everything the pointer can do, from the keyboard. */
export class Keyboard {
  #moving: { ids: string[]; dx: number; dy: number } | null = null;
  #timer = 0;
  #connecting: { from: Node; ports: Port[]; at: number; edge: Edge | null } | null = null;
  space = false;

  constructor(readonly board: Board) {}

  dispose(): void { this.flush(); }

  down(e: KeyboardEvent): void {
    const target = e.target as HTMLElement, { board } = this;
    if (target.closest("input,textarea,select,[contenteditable]") || e.isComposing) return;
    const node = target.matches("[data-node-id]") ? board.scene.nodeOf(target) : undefined;
    const isOurs = target === board.pane || node !== undefined;
    if (this.#control(e) || (isOurs && this.#plain(e, node))) { e.preventDefault(); e.stopPropagation(); }
  }

  up(e: KeyboardEvent): void {
    if (e.key === " ") this.space = false;
    if (e.key === "Alt") this.flush();
  }

  #control(e: KeyboardEvent): boolean {
    if (!(e.ctrlKey || e.metaKey) || e.altKey) return false;
    const key = e.key.toLowerCase();
    if (key === "a") { this.board.selection.set(this.board.scene.nodes.keys()); return true; }
    if (key === "c" && getSelection()?.toString()) return false;
    const name = key === "z" && e.shiftKey ? "Redo" : CONTROL[key];
    if (!name) return false;
    this.flush();
    this.board.run(name);
    return true;
  }

  #plain(e: KeyboardEvent, node: Node | undefined): boolean {
    const { board } = this, arrow = ARROWS[e.key];
    if (arrow) return e.altKey ? this.#shift(arrow, e.shiftKey ? 4 : 1, node) : this.#go(arrow, node);
    switch (e.key) {
      case "Tab": return this.#tab(e.shiftKey, node);
      case "Escape": return this.#escape();
      case "Enter": return this.#enter(node);
      case " ": return this.#space(e, node);
      case "Delete": case "Backspace": board.remove(); return true;
      case "Home": case "End": return this.#focus(readingOrder(board.scene.nodes.values()).at(e.key === "Home" ? 0 : -1));
      case "c": return this.#connect(node);
      case "e": return this.#edge(node);
      case "i": return this.#insert(node);
      case "ContextMenu": case "F10": return (e.key === "ContextMenu" || e.shiftKey) && this.menu(node);
      case "+": case "=": board.port.zoom(1.25, undefined, true); return true;
      case "-": board.port.zoom(0.8, undefined, true); return true;
      case "0": case "f": board.fit(true); return true;
      case "?": board.run("Help"); return true;
      case "/": board.run("Find"); return true;
      default: return false;
    }
  }

  /** Along the lines where there is one in that direction, else to the nearest. */
  #go([dx, dy]: [number, number], node: Node | undefined): boolean {
    const { nodes, edges } = this.board.scene, all = [...edges.values()], pick = (ids: string[]): Node[] => ids.map(id => nodes.get(id)).filter(one => one !== undefined);
    if (!node) return this.#focus(readingOrder(nodes.values())[0]);
    const next = pick(dy > 0 ? all.filter(edge => edge.from === node.id).map(edge => edge.to)
      : dy < 0 ? all.filter(edge => edge.to === node.id).map(edge => edge.from)
      : all.filter(edge => all.some(mine => mine.to === node.id && mine.from === edge.from)).map(edge => edge.to));
    return this.#focus(nearest(node, next, dx, dy) ?? (dy ? next[0] : undefined) ?? nearest(node, nodes.values(), dx, dy) ?? undefined) || true;
  }

  #tab(back: boolean, node: Node | undefined): boolean {
    const order = readingOrder(this.board.scene.nodes.values());
    if (!node) return !back && this.#focus(order[0]);
    const next = order[order.indexOf(node) + (back ? -1 : 1)];
    return next !== undefined && this.#focus(next);
  }

  #focus(node: Node | undefined): boolean {
    if (node) this.board.focus(node);
    return node !== undefined;
  }

  /** Each press is seen at once; one command goes out when Alt is let go or nothing follows. */
  #shift([dx, dy]: [number, number], times: number, node: Node | undefined): boolean {
    const { board } = this, { scene, selection, options } = board;
    if (!board.edits) return true;
    if (!this.#moving) {
      if (node && !selection.nodes.has(node.id)) selection.set([node.id]);
      if (!selection.nodes.size) return true;
      this.#moving = { ids: [...selection.nodes], dx: 0, dy: 0 };
      scene.hold(this.#moving.ids);
    }
    const by = (options.snap || 1) * times, now = this.#moving;
    now.dx += dx * by; now.dy += dy * by;
    scene.put(now.ids.map(id => scene.nodes.get(id)).filter(one => one !== undefined).map(one => [one, one.x + dx * by, one.y + dy * by]));
    board.moved();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.flush(), IDLE);
    return true;
  }

  /** Sends a move that is not sent yet. */
  flush(): void {
    clearTimeout(this.#timer);
    const moved = this.#moving;
    this.#moving = null;
    if (!moved) return;
    const { board } = this;
    if (moved.dx || moved.dy) {
      board.outbox.send({ type: "move", nodes: moved.ids, dx: moved.dx, dy: moved.dy });
      board.say(words(board.options.texts["moved"]));
    } else {
      board.scene.release(moved.ids);
    }
  }

  #escape(): boolean {
    const { board } = this;
    if (this.#connecting) {
      this.#leave();
      board.say(words(board.options.texts["aborted"]));
    } else if (this.#moving) {
      const { ids, dx, dy } = this.#moving;
      clearTimeout(this.#timer);
      this.#moving = null;
      board.scene.put(ids.map(id => board.scene.nodes.get(id)).filter(one => one !== undefined).map(one => [one, one.x - dx, one.y - dy]));
      board.scene.release(ids);
      board.say(words(board.options.texts["aborted"]));
    } else {
      board.selection.set([]);
      board.overlay.clear();
    }
    return true;
  }

  #enter(node: Node | undefined): boolean {
    const { board } = this, mode = this.#connecting;
    if (!node) return false;
    if (!mode) { board.outbox.tell({ type: "open", node: node.id }); return true; }
    const port = mode.ports[mode.at]!, why = refuses(board, mode.from, port, node, mode.edge);
    if (why) {
      board.overlay.hint(why);
      board.say(why);
      return true;
    }
    this.#leave();
    board.outbox.send(mode.edge ? { type: "reconnect", edge: mode.edge.id, end: "To", node: node.id, port: null } : { type: "connect", from: mode.from.id, port: port.name, to: node.id });
    return true;
  }

  #space(e: KeyboardEvent, node: Node | undefined): boolean {
    if (!e.repeat && node && !this.space) {
      const { selection, options } = this.board, isOn = selection.toggle(node.id);
      this.board.say(selection.nodes.size > 1 ? words(options.texts["selectedMany"], String(selection.nodes.size)) : words(options.texts[isOn ? "selected" : "unselected"], node.label));
    }
    this.space = true;
    return true;
  }

  /** C begins at the node, or at the chosen line's end; again takes the next way out. */
  #connect(node: Node | undefined): boolean {
    const { board } = this, { texts } = board.options, { scene, selection } = board;
    if (!board.edits) return true;
    const mode = this.#connecting;
    if (mode && mode.from === node && !mode.edge && mode.ports.length > 1) {
      mode.at = (mode.at + 1) % mode.ports.length;
    } else if (!mode) {
      const edge = selection.edge === null ? null : scene.edges.get(selection.edge) ?? null;
      const from = edge ? scene.nodes.get(edge.from) : node;
      const ports = from && (edge ? from.ports.filter(port => port.name === edge.port) : from.ports);
      if (!from || !ports?.length) { if (node) board.say(words(texts["noOutput"], node.label)); return true; }
      this.#connecting = { from, ports, at: 0, edge };
      board.root.dataset["connecting"] = "";
    } else {
      return true;
    }
    const { from, ports, at, edge } = this.#connecting!;
    for (const one of ports) one.el.toggleAttribute("data-from", one === ports[at]);
    board.say(`${words(texts["connecting"], from.label)} ${ports.length > 1 && !edge ? words(texts["portChosen"], from.label, ports[at]!.label || ports[at]!.name) : ""}`);
    return true;
  }

  #leave(): void {
    for (const port of this.#connecting?.ports ?? []) port.el.removeAttribute("data-from");
    this.#connecting = null;
    delete this.board.root.dataset["connecting"];
  }

  /** E goes through the lines that leave the node. */
  #edge(node: Node | undefined): boolean {
    const { board } = this, { scene, selection, options } = board;
    if (!node) return true;
    const mine = [...scene.edges.values()].filter(edge => edge.from === node.id);
    const next = mine[(mine.findIndex(edge => edge.id === selection.edge) + 1) % mine.length];
    if (next) selection.set([], next.id);
    board.say(next ? words(options.texts["edgeChosen"], scene.nodes.get(next.to)?.label ?? "") : words(options.texts["noEdge"], node.label));
    return true;
  }

  /** I asks for what can stand on the chosen line, or on the only one, or behind the node. */
  #insert(node: Node | undefined): boolean {
    const { board } = this, { scene, selection } = board;
    if (!board.edits) return true;
    const mine = [...scene.edges.values()].filter(edge => edge.from === node?.id);
    const edge = selection.edge !== null ? scene.edges.get(selection.edge) : node && node.ports.length === 1 && mine.length === 1 ? mine[0] : undefined;
    if (edge) return board.insert(edge);
    const way = node?.ports.find(one => !mine.some(taken => taken.port === one.name)) ?? node?.ports[0];
    return !node || !way || board.follow(node, way);
  }

  menu(node: Node | undefined): boolean {
    const { board } = this, at = node ? { x: node.x + node.w / 2, y: node.y + node.h } : board.port.drawing({ x: 40, y: 40 });
    board.outbox.tell({ type: "menu", node: node?.id ?? null, edge: board.selection.edge, at, screen: board.port.onScreen(at) });
    return true;
  }
}
