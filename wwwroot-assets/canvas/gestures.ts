import type { Board } from "./board.js";
import type { Op, Point, Rect } from "./contract.js";
import { between, distance, edgePath, holds, meets, snap } from "./geometry.js";
import { refusal, words } from "./machine.js";
import type { Gesture } from "./pointers.js";
import { inOf, mark, outOf, type Edge, type Node, type Port } from "./scene.js";

/** The drawing follows the pointer. */
export function pan({ port }: Board, start: Point): Gesture {
  const from = port.view, go = (at: Point): void => port.set({ x: from.x + at.x - start.x, y: from.y + at.y - start.y, k: port.view.k });
  return { move: go, drop() {}, abort: () => go(start) };
}

/** What the box touches is chosen, beside what was. */
export function box({ port, scene, overlay }: Board, start: Point): Gesture {
  const before = new Set(scene.chosen), origin = port.drawing(start), drop = (): void => overlay.rect("box", null);
  return {
    borders: true, drop,
    move(at) {
      const area = between(origin, port.drawing(at)), { x, y, k } = port.view;
      overlay.rect("box", { x: area.x * k + x, y: area.y * k + y, w: area.w * k, h: area.h * k });
      scene.select([...before, ...[...scene.nodes.values()].filter(node => meets(area, node)).map(node => node.id)]);
    },
    abort() { drop(); scene.select(before); },
  };
}

export interface Shift { by: Point; to(dx: number, dy: number): void; drop(): boolean; abort(): void }

/** The chosen nodes on their way from one place to another. */
export function shift(board: Board): Shift {
  const { scene, overlay } = board, nodes = scene.pick(scene.chosen), ids = new Set(scene.chosen), homes = nodes.map(({ x, y }) => ({ x, y })), edges = scene.edgesAt(ids);
  let by: Point = { x: 0, y: 0 };
  // Lines on their way are one line over the drawing: the drawing beneath is not painted anew.
  const drag = (is: boolean): void => {
    for (const { el } of nodes) if (is) el.dataset.dragging = nodes.length > 50 ? "many" : ""; else delete el.dataset.dragging;
    for (const { el, label } of edges) { mark(el, "data-carried", is); if (label) mark(label, "data-carried", is); }
    if (!is) { scene.put([], [], edges); overlay.line(); }
  };
  scene.hold(ids);
  drag(true);
  return {
    get by() { return by; },
    to(x, y) {
      if (x === by.x && y === by.y) return;
      by = { x, y };
      scene.put(nodes, homes.map(home => ({ x: home.x + x, y: home.y + y })), []);
      overlay.line(edges.map(edge => edgePath(...(scene.ends(edge) ?? [by, by]))).join(""), "carried");
      board.minimap?.show();
    },
    drop() {
      drag(false);
      const there = scene.pick(ids).map(node => node.id), moves = (by.x !== 0 || by.y !== 0) && there.length > 0;
      if (moves) board.outbox.send({ type: "move", nodes: there, dx: by.x, dy: by.y }); else scene.release(ids);
      return moves;
    },
    abort() { this.to(0, 0); drag(false); scene.release(ids); board.say("aborted"); },
  };
}

/** Nodes move with the one that was taken; that one keeps to the grid. */
export function move(board: Board, lead: Node, start: Point): Gesture {
  const { port, scene, options: { snap: grid } } = board, origin = port.drawing(start), { x, y } = lead;
  if (!scene.chosen.has(lead.id)) scene.select([lead.id]);
  const moving = shift(board);
  return {
    borders: true, drop: moving.drop, abort: () => moving.abort(),
    move(at) { const now = port.drawing(at); moving.to(snap(x + now.x - origin.x, grid) - x, snap(y + now.y - origin.y, grid) - y); },
  };
}

/** Why there may be no line; the edge that is being led elsewhere does not stand in its own way. */
export function refuses({ scene, options }: Board, from: Node, port: Port, to: Node, but: Edge | null): string | null {
  const isThere = [...scene.edges.values()].some(edge => edge !== but && edge.from === from.id && edge.port === port.name && edge.to === to.id);
  return refusal(from, port.gives, to, isThere, options.refusals, options.texts);
}

/** The edit that joins a port and a node, or leads an edge there; null when that edge is there already. */
export function joined(from: Node, port: Port, to: Node, edge: Edge | null): Op | null {
  if (!edge) return { type: "connect", from: from.id, port: port.name, to: to.id };
  if (edge.to !== to.id) return { type: "reconnect", edge: edge.id, end: "To", node: to.id, port: null };
  return edge.from === from.id && edge.port === port.name ? null : { type: "reconnect", edge: edge.id, end: "From", node: from.id, port: port.name };
}

/** A line from a node's way out to a node, or, when no way is given, from a node's input back to a way out. */
export function connect(board: Board, fixed: Node, way: Port | null, edge: Edge | null): Gesture {
  const { port: window, scene, overlay, options } = board;
  let found: { node: Node; port: Port | null; why: string | null } | null = null, last: Point = { x: 0, y: 0 };
  const why = (node: Node, port: Port | null | undefined): string | null =>
    way ? refuses(board, fixed, way, node, edge) : port ? refuses(board, node, port, fixed, edge) : words(options.texts.noOutput, node.label);
  const look = (spot: Point): void => {
    let least = Infinity;
    found = null;
    for (const node of scene.nodes.values()) {
      const inside = holds(node, spot, node === fixed ? -10 : 10);
      for (const port of way || !node.ports.length ? [null] : node.ports) {
        const far = distance(spot, way ? inOf(node) : outOf(node, port));
        if (far < least && (inside || (far < 36 / window.view.k && node !== fixed))) { least = far; found = { node, port, why: why(node, port) }; }
      }
    }
  };
  const show = (node: Node, is: string): void => { if (node !== fixed) node.el.dataset.drop = is; };
  const clear = (): void => { for (const { el } of scene.nodes.values()) delete el.dataset.drop; edge?.el.removeAttribute("data-loose"); overlay.clear(); };
  const line = (to: Point, state: string): void => overlay.line(edgePath(...(way ? [outOf(fixed, way), to] : [to, inOf(fixed)]) as [Point, Point]), state);
  for (const node of scene.nodes.values()) if (meets(window.seen(), node)) show(node, why(node, node.ports[0]) ? "no" : "yes");
  edge?.el.setAttribute("data-loose", "");
  return {
    borders: true,
    move(at) {
      const was = found as typeof found, spot = window.drawing(last = at);
      look(spot);
      if (was) show(was.node, was.why ? "no" : "yes");
      if (found) show(found.node, found.why ? "no" : "here");
      const good = found && !found.why ? found : null;
      line(good ? (way ? inOf(good.node) : outOf(good.node, good.port)) : { x: spot.x, y: spot.y + (way ? 8 : 0) }, good ? "good" : found ? "bad" : "");
      overlay.hint(found?.why ?? null, at, true);
    },
    drop() {
      clear();
      if (found?.why) return board.refuse(found.why, last);
      const spot = window.drawing(last), op = found && (way ? joined(fixed, way, found.node, edge) : joined(found.node, found.port!, fixed, edge));
      if (op) board.outbox.send(op);
      else if (!found && way && !edge && window.contains(last)) {
        line({ x: spot.x, y: spot.y + 8 }, "open"); // It stays to be seen while the server offers what can follow.
        board.outbox.send({ type: "follow", from: fixed.id, port: way.name, at: spot, screen: last });
      }
    },
    abort() { clear(); board.say("aborted"); },
  };
}

/** Something new comes in from outside, onto the ground or onto an edge. */
export function palette(board: Board, item: HTMLElement, kind: string): Gesture {
  const { port, scene, overlay, options: { dropWidth: w, dropHeight: h, snap: grid } } = board, ghost = item.cloneNode(true) as HTMLElement;
  ghost.id = "";
  ghost.classList.add("fbc-ghost");
  ghost.style.width = `${item.offsetWidth}px`;
  item.after(ghost);
  const { left, top } = ghost.getBoundingClientRect();
  let spot: Rect | null = null, edge: Edge | null = null, hasEntered = false;
  const over = (next: Edge | null): void => { edge?.el.removeAttribute("data-drop"); edge = next; edge?.el.setAttribute("data-drop", "here"); };
  const abort = (): void => { over(null); ghost.remove(); overlay.rect("outline", null); };
  return {
    abort,
    get borders() { return hasEntered && spot !== null; },
    move(at) {
      const isIn = port.contains(at), { x, y } = port.drawing(at);
      hasEntered ||= port.contains(at, -48);
      ghost.style.transform = `translate(${at.x + port.corner.x + 8 - left}px,${at.y + port.corner.y + 8 - top}px)`;
      mark(ghost, "data-over", isIn);
      spot = isIn ? { x: snap(x - w / 2, grid), y: snap(y - h / 2, grid), w, h } : null;
      over((isIn && scene.edgeOf(document.elementFromPoint(at.x + port.corner.x, at.y + port.corner.y) ?? port.pane)) || null);
      overlay.rect("outline", edge ? null : spot);
    },
    drop() {
      const on = edge?.id ?? null, at = spot;
      abort();
      if (at) board.outbox.send({ type: "drop", kind, at: { x: at.x, y: at.y }, edge: on });
    },
  };
}
