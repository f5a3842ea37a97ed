import type { Board } from "./board.js";
import { words, type Op, type Point, type Rect } from "./contract.js";
import { between, corners, distance, edgeMiddle, edgePath, holds, meets, snap } from "./geometry.js";
import type { Gesture } from "./pointers.js";
import { refusal } from "./rules.js";
import { inOf, outOf, type Edge, type Node, type Port } from "./scene.js";

/** The drawing follows the pointer. */
export function pan({ port }: Board, start: Point): Gesture {
  const from = port.view;
  return {
    move: at => port.set({ x: from.x + at.x - start.x, y: from.y + at.y - start.y, k: port.view.k }),
    drop: () => {},
    abort: () => port.set({ ...from, k: port.view.k }),
  };
}

/** What the box touches is chosen, beside what was. */
export function box({ port, scene, selection, overlay }: Board, start: Point): Gesture {
  const before = new Set(selection.nodes), origin = port.drawing(start);
  const end = (): void => { overlay.box(null); };
  return {
    borders: true,
    move(at) {
      const area = between(origin, port.drawing(at)), { x, y, k } = port.view;
      overlay.box({ x: area.x * k + x, y: area.y * k + y, w: area.w * k, h: area.h * k });
      selection.set([...before, ...[...scene.nodes.values()].filter(node => meets(area, node)).map(node => node.id)]);
    },
    drop: end,
    abort: () => { end(); selection.set(before); },
  };
}

/** Nodes move with the one that was taken; that one keeps to the grid. */
export function move(board: Board, lead: Node, start: Point): Gesture {
  const { port, scene, selection, options } = board;
  if (!selection.nodes.has(lead.id)) selection.set([lead.id]);
  const ids = new Set(selection.nodes), nodes = [...ids].map(id => scene.nodes.get(id)!);
  const starts = nodes.map(({ x, y }) => ({ x, y })), edges = scene.edgesAt(ids);
  const origin = port.drawing(start), home: Point = { x: lead.x, y: lead.y };
  const by: Point = { x: 0, y: 0 };
  scene.hold(ids);
  for (const node of nodes) node.el.dataset["dragging"] = nodes.length > 50 ? "many" : "";
  const shift = (x: number, y: number): void => {
    if (x === by.x && y === by.y) return;
    by.x = x; by.y = y;
    scene.put(nodes.map((node, i) => [node, starts[i]!.x + x, starts[i]!.y + y]), edges);
    board.moved();
  };
  const end = (): void => { for (const node of nodes) delete node.el.dataset["dragging"]; };
  return {
    borders: true,
    move(at) {
      const now = port.drawing(at);
      shift(snap(home.x + now.x - origin.x, options.snap) - home.x, snap(home.y + now.y - origin.y, options.snap) - home.y);
    },
    drop() {
      end();
      const alive = [...ids].filter(id => scene.nodes.has(id));
      if ((by.x || by.y) && alive.length) board.outbox.send({ type: "move", nodes: alive, dx: by.x, dy: by.y });
      else scene.release(ids);
    },
    abort() { shift(0, 0); end(); scene.release(ids); board.say(words(options.texts["aborted"])); },
  };
}

interface Found { node: Node; port: Port | null; why: string | null }

/** A line from a port to a node (`to`), or from a node's input back to a port (`from`). */
export function connect(board: Board, fixed: Node, way: Port | null, edge: Edge | null): Gesture {
  const { port: window, scene, overlay, options } = board;
  const search = (node: Node, port: Port | null): string | null =>
    way ? refuses(board, fixed, way, node, edge) : port ? refuses(board, node, port, fixed, edge) : words(options.texts["noOutput"], node.label);
  let found: Found | null = null, last: Point = { x: 0, y: 0 };

  const look = (spot: Point): Found | null => {
    const reach = 36 / window.view.k;
    let best: Found | null = null, least = Infinity;
    for (const node of scene.nodes.values()) {
      const inside = holds(node, spot, node === fixed ? -10 : 10);
      const ports: (Port | null)[] = way ? [null] : node.ports.length ? node.ports : [null];
      for (const port of ports) {
        const far = distance(spot, way ? inOf(node) : outOf(node, port ?? undefined));
        if (far >= least || !(inside || (far < reach && node !== fixed))) continue;
        least = far;
        best = { node, port, why: search(node, port) };
      }
    }
    return best;
  };

  const seen = window.seen();
  for (const node of scene.nodes.values())
    if (node !== fixed && meets(seen, node)) node.el.dataset["drop"] = search(node, node.ports[0] ?? null) === null ? "yes" : "no";
  edge?.el.setAttribute("data-loose", "");

  const clear = (): void => {
    for (const node of scene.nodes.values()) if (node.el.dataset["drop"]) delete node.el.dataset["drop"];
    edge?.el.removeAttribute("data-loose");
    overlay.clear();
  };

  return {
    borders: true,
    move(at) {
      last = at;
      const spot = window.drawing(at), was = found;
      found = look(spot);
      if (was && was.node !== found?.node) was.node.el.dataset["drop"] = was.why === null ? "yes" : "no";
      if (found && found.node !== fixed) found.node.el.dataset["drop"] = found.why === null ? "here" : "no";
      const good = found?.why === null ? found : null, loose = { x: spot.x, y: spot.y + (way ? 8 : 0) };
      overlay.line(way ? edgePath(outOf(fixed, way), good ? inOf(good.node) : loose) : edgePath(good ? outOf(good.node, good.port ?? undefined) : loose, inOf(fixed)),
        found ? (good ? "good" : "bad") : "");
      overlay.hint(found?.why ?? null, at, true);
    },
    drop() {
      clear();
      if (found?.why) { overlay.hint(found.why, last); board.say(found.why); return; }
      const op = found ? joined(fixed, way, found, edge) : null;
      if (op) board.outbox.send(op);
      else if (way && !edge && window.contains(last)) {
        const spot = window.drawing(last);
        overlay.line(edgePath(outOf(fixed, way), { x: spot.x, y: spot.y + 8 }), "open");
        board.outbox.send({ type: "follow", from: fixed.id, port: way.name, at: spot, screen: last });
      }
    },
    abort() { clear(); board.say(words(options.texts["aborted"])); },
  };
}

function joined(fixed: Node, way: Port | null, found: Found, edge: Edge | null): Op | null {
  if (edge) {
    if (way) return found.node.id === edge.to ? null : { type: "reconnect", edge: edge.id, end: "To", node: found.node.id, port: null };
    const name = found.port!.name;
    return found.node.id === edge.from && name === edge.port ? null : { type: "reconnect", edge: edge.id, end: "From", node: found.node.id, port: name };
  }
  return way ? { type: "connect", from: fixed.id, port: way.name, to: found.node.id } : { type: "connect", from: found.node.id, port: found.port!.name, to: fixed.id };
}

/** Why there may be no line; the edge that is being led elsewhere does not stand in its own way. */
export function refuses({ scene, options }: Board, from: Node, port: Port, to: Node, but: Edge | null): string | null {
  let isThere = false;
  for (const edge of scene.edges.values()) isThere ||= edge !== but && edge.from === from.id && edge.port === port.name && edge.to === to.id;
  return refusal(from, port.gives, to, isThere, options.refusals, options.texts);
}

/** Something new comes in from outside, onto the ground or onto an edge. */
export function palette(board: Board, item: HTMLElement, kind: string): Gesture {
  const { port, overlay, options } = board;
  const ghost = item.cloneNode(true) as HTMLElement, { width } = item.getBoundingClientRect();
  ghost.removeAttribute("id");
  ghost.removeAttribute("data-palette-kind");
  ghost.classList.add("fbc-ghost");
  ghost.style.width = `${width}px`;
  document.body.append(ghost);
  let spot: Rect | null = null, edge: Edge | null = null, hasEntered = false;
  const mark = (next: Edge | null): void => {
    if (next === edge) return;
    edge?.el.removeAttribute("data-drop");
    edge = next;
    edge?.el.setAttribute("data-drop", "here");
  };
  const end = (): void => { mark(null); ghost.remove(); overlay.outline(null); };
  const corner = port.pane.getBoundingClientRect();
  return {
    get borders() { return hasEntered; },
    move(at) {
      ghost.style.transform = `translate(${at.x + corner.left + 8}px,${at.y + corner.top + 8}px)`;
      const isIn = port.contains(at), here = port.drawing(at), { dropWidth: w, dropHeight: h } = options;
      hasEntered ||= isIn && holds({ x: 48, y: 48, w: port.size.w - 96, h: port.size.h - 96 }, at);
      spot = isIn ? { x: snap(here.x - w / 2, options.snap), y: snap(here.y - h / 2, options.snap), w, h } : null;
      mark(spot && edgeNear(board, here));
      overlay.outline(edge ? null : spot);
      ghost.toggleAttribute("data-over", isIn);
    },
    drop() {
      const on = edge?.id ?? null, at = spot;
      end();
      if (at) board.outbox.send({ type: "drop", kind, at: { x: at.x, y: at.y }, edge: on });
    },
    abort: end,
  };
}

function edgeNear({ scene, port }: Board, spot: Point): Edge | null {
  let best: Edge | null = null, least = 28 / port.view.k;
  for (const edge of scene.edges.values()) {
    const from = scene.start(edge), to = scene.end(edge);
    if (!from || !to) continue;
    const points = corners(from, to);
    let far = distance(spot, edgeMiddle(from, to));
    for (let i = 1; i < points.length; i++) if (holds(between(points[i - 1]!, points[i]!), spot, least / 2)) far = Math.min(far, least / 2);
    if (far < least) { least = far; best = edge; }
  }
  return best;
}
