import { Board } from "./board.js";
import type { Link, Options, Point } from "./contract.js";
import { clamp, distance, pinch, wheelZooms } from "./geometry.js";
import { box, connect, move, palette, pan } from "./gestures.js";
import { Keyboard } from "./keyboard.js";
import { dragFor, type Press, type Spot } from "./machine.js";
import { Pointers, type Gesture } from "./pointers.js";
import type { Edge, Node, Port } from "./scene.js";
interface Under { spot: Spot; node?: Node | undefined; port?: Port | undefined; edge?: Edge | undefined; end?: "From" | "To" }
const boards = new Map<HTMLElement, () => void>();

/** Brings a canvas to life; the server calls what comes back. */
export function attach(root: HTMLElement, link: Link, options: Options): object {
  // A circuit that was resumed or replaced leaves its canvases behind.
  for (const [other, dispose] of boards) if (other === root || !other.isConnected) dispose();
  const board = new Board(root, link, options), { pane, port, scene, overlay, outbox, off: { signal } } = board, keys = new Keyboard(board);
  const on = <K extends keyof HTMLElementEventMap>(target: EventTarget, type: K, listener: (e: HTMLElementEventMap[K]) => void, more?: AddEventListenerOptions): void =>
    target.addEventListener(type, listener as EventListener, { signal, ...more });
  let under: Under = { spot: "ground" }, tapped: { at: number; node: Node | undefined } | null = null, held = -1000, boxes = false, item: HTMLElement | null = null;
  const look = (e: MouseEvent): Under => {
    const el = e.target as Element, end = el.closest<SVGElement>("[data-end]"), node = scene.nodeOf(el), way = el.closest<HTMLElement>("[data-port]");
    if (end) return { spot: "end", edge: scene.edges.get(end.dataset.edge!), end: end.dataset.end as "From" | "To" };
    if (node) return way ? { spot: "port", node, port: node.ports.find(one => one.el === way) } : { spot: "node", node };
    const edge = scene.edgeOf(el), ends = edge && scene.ends(edge), at = port.drawing(port.local(e)), reach = 26 / port.view.k;
    if (!ends || el.closest("[data-insert]")) return { spot: ends ? "plus" : "ground", edge };
    if (distance(at, ends[1]) < reach) return { spot: "end", edge, end: "To" };
    return distance(at, ends[0]) < reach ? { spot: "end", edge, end: "From" } : { spot: "edge", edge };
  };
  const press = (e: PointerEvent): Press | null => {
    if (e.button > 1 || (e.target as Element).closest("button,a,input,select,textarea,[contenteditable],[data-no-drag]")) return null;
    const touch = e.pointerType === "touch", { spot } = look(e);
    keys.flush();
    if (pointers.free) { under = look(e); overlay.hint(null); }
    return { id: e.pointerId, at: port.local(e), touch, drag: dragFor(spot, { button: e.button, touch, shift: e.shiftKey, space: keys.space, boxes, edits: board.edits }) };
  };
  const begin = ({ drag, at }: Press): Gesture => {
    const { node, port: way, edge, end } = under, [from, to] = edge ? scene.pick([edge.from, edge.to]) : [], out = from?.ports.find(one => one.name === edge?.port);
    overlay.clear();
    if (drag === "move" && node) return move(board, node, at);
    if (drag === "box") return box(board, at);
    if (drag === "connect" && node) return connect(board, node, way ?? null, null);
    if (drag === "reconnect" && edge && from && to && out) return end === "To" ? connect(board, from, out, edge) : connect(board, to, null, edge);
    return pan(board, at);
  };
  const tap = (_: Press, e: PointerEvent): void => {
    const { spot, node, port: way, edge } = under, many = e.shiftKey || e.ctrlKey || e.metaKey || boxes, again = tapped !== null && tapped.node === node && e.timeStamp - tapped.at < 400;
    if (e.button !== 0) return;
    tapped = { at: again ? 0 : e.timeStamp, node };
    overlay.clear();
    if (spot === "plus" && edge && board.edits) board.insert(edge);
    else if (way && node && board.edits) board.follow(node, way);
    else if (edge) scene.select([], edge.id);
    else if (node) {
      if (many) scene.toggle(node.id); else scene.select([node.id]);
      board.focus(node, "stay");
      if (again && !many) outbox.tell({ type: "open", node: node.id });
    } else if (!many) { scene.select([]); pane.focus({ preventScroll: true }); }
  };
  const busy = (kind: string | null): void => board.busy(kind), pointers = new Pointers(pane, port, {
    press, begin, tap, busy, captor: () => pane,
    hold({ at }) { held = performance.now(); board.menu(under.node, under.edge, at); },
    pinch: (before, now) => port.set(pinch(port.view, before, now, board.options.minZoom, board.options.maxZoom)),
  }, signal);
  const shelf = new Pointers(document, port, {
    press(e) {
      item = (e.target as Element).closest<HTMLElement>("[data-palette-kind]");
      if (!item || e.button !== 0 || !board.edits || (item.dataset.paletteFor ?? root.id) !== root.id) return null;
      return { id: e.pointerId, at: port.local(e), touch: e.pointerType === "touch", drag: "palette" };
    },
    begin: () => palette(board, item!, item!.dataset.paletteKind!), busy, captor: () => item,
  }, signal);
  on(pane, "wheel", e => {
    e.preventDefault();
    const { deltaX, deltaY, deltaMode, ctrlKey } = e, aside = e.shiftKey && !deltaX;
    if (wheelZooms(e)) port.zoom(Math.exp(-clamp(deltaY * (deltaMode ? 24 : 1), -240, 240) * (ctrlKey ? 0.01 : 0.0022)), port.local(e));
    else port.pan(aside ? -deltaY : -deltaX, aside ? 0 : -deltaY);
  }, { passive: false });
  on(pane, "pointerenter", () => port.measure());
  on(pane, "pointermove", e => { board.pointer = port.drawing(port.local(e)); });
  on(pane, "mousedown", e => { if (e.button === 1) e.preventDefault(); });
  on(pane, "dragstart", e => e.preventDefault());
  on(pane, "contextmenu", e => {
    e.preventDefault();
    // A long press tells twice in some browsers, and the menu key is the keyboard's.
    if (performance.now() - held < 1000 || !pointers.free || (e as PointerEvent).pointerType === "touch" || e.button !== 2) return;
    const { node, edge } = look(e);
    board.menu(node, edge, port.local(e));
  });
  on(window, "keydown", e => { if (e.key === "Escape" && (pointers.escape() || shelf.escape())) { e.preventDefault(); e.stopImmediatePropagation(); } }, { capture: true });
  on(pane, "keydown", e => keys.down(e));
  on(window, "keyup", e => keys.up(e));
  on(window, "blur", () => { keys.space = false; keys.flush(); });
  on(root, "click", e => {
    const button = (e.target as Element).closest<HTMLElement>("[data-do]"), box = (): void => button!.setAttribute("aria-pressed", String(boxes = root.toggleAttribute("data-boxes")));
    const does: Record<string, () => void> = { in: () => port.zoom(1.25), out: () => port.zoom(0.8), fit: () => board.fit(true), full: fullScreen, box };
    does[button?.dataset.do ?? ""]?.();
  });
  const fullScreen = (): void => {
    if (document.fullscreenElement) void document.exitFullscreen();
    else (root.closest("[data-canvas-full]") ?? root).requestFullscreen().catch(() => { /* the browser's choice */ });
  };
  const dispose = (): void => { keys.flush(); board.off.abort(); boards.delete(root); };
  boards.set(root, dispose);
  root.dataset.ready = "";
  return {
    setCounts: (changed: Record<string, number>) => board.counts.set(changed),
    select: (nodes: string[]) => scene.select(nodes),
    focusNode(id: string) { const node = scene.nodes.get(id); if (node) { scene.select([id]); board.focus(node, "read"); } },
    fit: () => board.fit(true), zoom: (factor: number) => port.zoom(factor), centerOn: (at: Point) => port.center(at),
    configure: (next: Options) => { board.options = next; }, fullScreen, savePicture, dispose,
  };
}

/** Lets the browser save an SVG text, as it is or drawn twice as large as a PNG. */
async function savePicture(name: string, svg: string): Promise<void> {
  const link = document.createElement("a"), type = "image/svg+xml", image = new Image(), canvas = document.createElement("canvas");
  let file = new Blob([svg], { type });
  if (name.endsWith(".png")) {
    image.src = `data:${type};charset=utf-8,${encodeURIComponent(svg)}`;
    await image.decode();
    // Browsers draw no larger canvas.
    const { naturalWidth: w, naturalHeight: h } = image, scale = Math.min(2, 8000 / w, 8000 / h);
    Object.assign(canvas, { width: w * scale, height: h * scale });
    canvas.getContext("2d")!.drawImage(image, 0, 0, w * scale, h * scale);
    file = await new Promise<Blob>(done => canvas.toBlob(blob => done(blob!)));
  }
  Object.assign(link, { href: URL.createObjectURL(file), download: name }).click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
