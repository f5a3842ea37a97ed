import { Board } from "./board.js";
import type { Link, Options, Point } from "./contract.js";
import { distance, pinch, wheelMeans } from "./geometry.js";
import { box, connect, move, palette, pan } from "./gestures.js";
import { Keyboard } from "./keyboard.js";
import { dragFor, type Press, type Spot } from "./machine.js";
import { Pointers, type Gesture } from "./pointers.js";
import { savePicture } from "./picture.js";
import type { Edge, Node, Port } from "./scene.js";

interface Under { spot: Spot; node: Node | undefined; port: Port | null; edge: Edge | undefined; end: "From" | "To" | null }

const DOUBLE = 400;
const boards = new Map<HTMLElement, () => void>();

/** Brings a canvas to life; the server calls what comes back. */
export function attach(root: HTMLElement, link: Link, options: Options): object {
  // A circuit that was resumed or replaced leaves its canvases behind.
  for (const [other, dispose] of boards) if (other === root || !other.isConnected) dispose();
  const board = new Board(root, link, options), { pane, port, scene, selection, overlay } = board;
  const keys = new Keyboard(board), off = new AbortController();
  const on = <K extends keyof HTMLElementEventMap>(target: EventTarget, type: K, listener: (e: HTMLElementEventMap[K]) => void, more?: AddEventListenerOptions): void =>
    target.addEventListener(type, listener as EventListener, { signal: off.signal, ...more });
  let under: Under | null = null, tapped: { at: number; node: Node | undefined } | null = null, held = 0, boxes = false;

  const look = (e: PointerEvent): Under => {
    const el = e.target as Element, ends = el.closest<SVGElement>("[data-end]");
    if (ends) return { spot: "end", node: undefined, port: null, edge: scene.edges.get(ends.dataset["edge"]!), end: ends.dataset["end"] as "From" | "To" };
    const node = scene.nodeOf(el), way = el.closest<HTMLElement>("[data-port]");
    if (node && way) return { spot: "port", node, port: node.ports.find(one => one.el === way) ?? null, edge: undefined, end: null };
    if (node) return { spot: "node", node, port: null, edge: undefined, end: null };
    const edge = scene.edgeOf(el);
    if (!edge) return { spot: "ground", node: undefined, port: null, edge, end: null };
    if (el.closest("[data-insert]")) return { spot: "plus", node: undefined, port: null, edge, end: null };
    const at = port.drawing(port.local(e)), reach = 26 / port.view.k, to = scene.end(edge), from = scene.start(edge);
    const end = to && distance(at, to) < reach ? "To" : from && distance(at, from) < reach ? "From" : null;
    return { spot: end ? "end" : "edge", node: undefined, port: null, edge, end };
  };

  const press = (e: PointerEvent): Press | null => {
    if ((e.target as Element).closest("button,a,input,select,textarea,[contenteditable],[data-no-drag]")) return null;
    keys.flush();
    const touch = e.pointerType === "touch", now = look(e);
    if (e.button > 1) return null;
    if (e.button === 0 && pointers.free) { under = now; overlay.hint(null); }
    return { id: e.pointerId, at: port.local(e), touch, drag: dragFor(now.spot, { button: e.button, touch, shift: e.shiftKey, space: keys.space, boxes, edits: board.edits }) };
  };

  const begin = ({ drag, at }: Press): Gesture | null => {
    const { node, edge, end } = under ?? {};
    overlay.clear();
    if (drag === "move" && node) return move(board, node, at);
    if (drag === "box") return box(board, at);
    if (drag === "connect" && node) return connect(board, node, under!.port, null);
    if (drag === "reconnect" && edge) {
      const from = scene.nodes.get(edge.from), to = scene.nodes.get(edge.to), way = from?.ports.find(one => one.name === edge.port);
      if (from && to && way) return end === "To" ? connect(board, from, way, edge) : connect(board, to, null, edge);
    }
    return pan(board, at);
  };

  const tap = (_: Press, e: PointerEvent): void => {
    if (!under || e.button !== 0) return;
    const { spot, node, edge } = under, many = e.shiftKey || e.ctrlKey || e.metaKey || boxes;
    const again = tapped !== null && tapped.node === node && e.timeStamp - tapped.at < DOUBLE;
    tapped = { at: again ? 0 : e.timeStamp, node };
    overlay.clear();
    if (spot === "plus" && edge && board.edits) board.insert(edge);
    else if (spot === "port" && under.port && node && board.edits) board.follow(node, under.port);
    else if (edge) selection.set([], edge.id);
    else if (node) {
      if (many) selection.toggle(node.id); else selection.set([node.id]);
      board.focus(node, false);
      if (again && !many) board.outbox.tell({ type: "open", node: node.id });
    } else if (!many) {
      selection.set([]);
      pane.focus({ preventScroll: true });
    }
  };

  const menu = (at: Point): void => {
    const { node, edge } = under ?? {};
    if (node && !selection.nodes.has(node.id)) selection.set([node.id]);
    if (edge) selection.set([], edge.id);
    board.outbox.tell({ type: "menu", node: node?.id ?? null, edge: edge?.id ?? null, at: port.drawing(at), screen: at });
  };

  const pointers = new Pointers(pane, port, { press, begin, tap, busy: kind => board.busy(kind), captor: () => pane, hold: ({ at }) => { held = performance.now(); navigator.vibrate?.(10); menu(at); } });
  pointers.pinched = (before, now) => port.set(pinch(port.view, before, now, board.options.minZoom, board.options.maxZoom));

  let item: HTMLElement | null = null;
  const fromPalette = new Pointers(document, port, {
    press(e) {
      const el = (e.target as Element).closest?.<HTMLElement>("[data-palette-kind]");
      if (!el || e.button !== 0 || root.contains(el) || !board.edits || (el.dataset["paletteFor"] ?? root.id) !== root.id) return null;
      item = el;
      return { id: e.pointerId, at: port.local(e), touch: e.pointerType === "touch", drag: "palette" };
    },
    begin: () => item && palette(board, item, item.dataset["paletteKind"]!),
    busy: kind => board.busy(kind), captor: () => item,
  });

  on(pane, "wheel", e => {
    e.preventDefault();
    if (wheelMeans(e) === "zoom") port.zoom(Math.exp(-clampWheel(e.deltaY * (e.deltaMode ? 24 : 1)) * (e.ctrlKey ? 0.01 : 0.0022)), port.local(e));
    else port.pan(e.shiftKey && !e.deltaX ? -e.deltaY : -e.deltaX, e.shiftKey && !e.deltaX ? 0 : -e.deltaY);
  }, { passive: false });
  on(pane, "pointerenter", () => port.measure());
  on(pane, "pointermove", e => { board.pointer = port.drawing(port.local(e)); });
  on(pane, "mousedown", e => { if (e.button === 1) e.preventDefault(); });
  on(pane, "dragstart", e => e.preventDefault());
  on(pane, "contextmenu", e => {
    e.preventDefault();
    if (performance.now() - held < 1000 || pointers.busy || (e as PointerEvent).pointerType === "touch") return;
    port.measure();
    under = look(e as PointerEvent);
    menu(port.local(e));
  });
  on(pane, "focusin", e => { const node = scene.nodeOf(e.target as Element); if (node && node.el === e.target && !node.el.matches(":active")) port.reveal(node); });
  on(window, "keydown", e => { if (e.key === "Escape" && (pointers.escape() || fromPalette.escape())) { e.preventDefault(); e.stopImmediatePropagation(); } }, { capture: true });
  on(pane, "keydown", e => keys.down(e));
  on(window, "keyup", e => keys.up(e));
  on(window, "blur", () => { keys.space = false; keys.flush(); });
  on(root, "click", e => {
    const button = (e.target as Element).closest<HTMLElement>("[data-do]"), what = button?.dataset["do"];
    if (what === "in" || what === "out") port.zoom(what === "in" ? 1.25 : 0.8, undefined, true);
    else if (what === "fit") board.fit(true);
    else if (what === "full") fullScreen();
    else if (what === "box") { boxes = !boxes; button!.setAttribute("aria-pressed", String(boxes)); root.toggleAttribute("data-boxes", boxes); }
  });

  const fullScreen = (): void => {
    if (document.fullscreenElement) void document.exitFullscreen();
    else void (root.closest("[data-canvas-full]") ?? root).requestFullscreen?.().catch(() => { /* refused by the browser */ });
  };

  const dispose = (): void => {
    off.abort();
    for (const part of [pointers, fromPalette, keys, board]) part.dispose();
    boards.delete(root);
  };
  boards.set(root, dispose);
  root.dataset["ready"] = "";

  return {
    setCounts: (changed: Record<string, number>) => board.counts.set(changed),
    select: (nodes: string[]) => selection.set(nodes),
    focusNode(id: string) {
      const node = scene.nodes.get(id);
      if (node) { selection.set([id]); board.focus(node); }
    },
    fit: () => board.fit(true),
    zoom: (factor: number) => port.zoom(factor, undefined, true),
    centerOn: (at: Point) => port.center(at),
    configure: (next: Options) => { board.options = next; },
    fullScreen, savePicture, dispose,
  };
}

const clampWheel = (delta: number): number => Math.min(240, Math.max(-240, delta));
