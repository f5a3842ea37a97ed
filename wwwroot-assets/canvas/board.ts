import type { Answer, Link, Op, Options, Point, Shortcut } from "./contract.js";
import { bounds, edgeMiddle, middleOf, readingOrder } from "./geometry.js";
import { words } from "./machine.js";
import { Outbox } from "./outbox.js";
import { outOf, Scene, type Edge, type Node, type Port } from "./scene.js";
import { Counts, Minimap, Overlay, Viewport } from "./view.js";

/** One canvas: its parts, what they tell each other, and what goes to the server. */
export class Board {
  readonly off = new AbortController();
  readonly pane: HTMLElement;
  readonly scene: Scene;
  readonly port: Viewport;
  readonly overlay: Overlay;
  readonly counts: Counts;
  readonly outbox: Outbox;
  readonly minimap: Minimap | null;
  gesture: string | null = null;
  pointer: Point | null = null;
  #telling = 0;
  #isShown = false;
  constructor(readonly root: HTMLElement, link: Link, public options: Options) {
    const find = <T extends Element = HTMLElement>(name: string): T => root.querySelector<T>(`.fbc-${name}`)!, map = find<HTMLCanvasElement>("minimap"), key = options.storageKey, { signal } = this.off;
    this.pane = find("pane");
    this.overlay = new Overlay(find("overlay"));
    this.scene = new Scene(find("world"), () => this.#redrawn(), () => this.#chose(), signal);
    this.port = new Viewport(this.pane, [find("world"), this.overlay.layer], find("grid"), () => this.options, () => this.#seen(), signal);
    this.counts = new Counts(this.scene, this.port);
    this.minimap = map && new Minimap(map, this.scene, this.port, signal);
    this.#show();
    this.outbox = new Outbox(link, key && `fbc-edits:${key}`, {
      revision: () => this.revision, settled: (op, answer) => this.#settled(op, answer),
      offline: is => { if (root.hasAttribute("data-offline") !== is) { root.toggleAttribute("data-offline", is); this.#chose(); } },
    }, signal);
  }
  get #view(): string { return `fbc-view:${this.options.storageKey}`; }
  get revision(): number { return Number(this.root.dataset.revision); }
  get edits(): boolean { return !this.root.matches("[data-readonly],[data-offline]"); }
  /** Spoken by screen readers: one of the texts. */
  say(text: string, ...values: string[]): void { this.#speak(words(this.options.texts[text], ...values)); }
  /** A reason, shown and spoken. */
  refuse(why: string, at?: Point): void { this.overlay.hint(why, at); this.#speak(why); }
  run(name: Shortcut): void {
    const op: Op = { type: "run", name, at: this.pointer ?? middleOf(this.port.seen()) };
    if (["Copy", "Find", "Help"].includes(name)) this.outbox.tell(op); else if (this.edits) this.outbox.send(op);
  }
  remove(): void {
    const { chosen, edge } = this.scene;
    if (this.edits && (chosen.size || edge !== null)) this.outbox.send({ type: "delete", nodes: [...chosen], edges: edge === null ? [] : [edge] });
  }
  /** Asks for what can stand on an edge. */
  insert({ id: edge }: Edge, at = edgeMiddle(...this.scene.ends(this.scene.edges.get(edge)!)!)): void { this.outbox.send({ type: "insert", edge, at, screen: this.port.onScreen(at) }); }
  /** Asks for what can follow a port. */
  follow(node: Node, way: Port): void {
    const { x, y } = outOf(node, way), at = { x, y: y + 64 };
    this.outbox.send({ type: "follow", from: node.id, port: way.name, at, screen: this.port.onScreen(at) });
  }
  menu(node: Node | undefined, edge: Edge | undefined, screen: Point): void {
    if (node && !this.scene.chosen.has(node.id)) this.scene.select([node.id]); else if (edge) this.scene.select([], edge.id);
    this.outbox.tell({ type: "menu", node: node?.id ?? null, edge: edge?.id ?? null, at: this.port.drawing(screen), screen });
  }
  fit(smooth: boolean): void { this.port.fit(bounds([...this.scene.nodes.values()]), smooth); }
  /** The keyboard goes to a node, which is the one that Tab leads to from now on. */
  focus(node: Node, how: "stay" | "reveal" | "read" = "reveal"): void {
    for (const el of this.pane.querySelectorAll('[data-node-id][tabindex="0"]')) el.setAttribute("tabindex", "-1");
    node.el.setAttribute("tabindex", "0");
    node.el.removeAttribute("data-out");
    node.el.focus({ preventScroll: true });
    if (how !== "stay") this.port.reveal(node, how === "read");
  }
  busy(kind: string | null): void {
    this.gesture = kind;
    this.root.dataset.gesture = kind ?? "";
    if (!kind) this.#seen();
  }
  #speak(text: string): void { this.root.querySelector(".fbc-live")!.textContent = text; }
  /** The server drew something. */
  #redrawn(): void {
    if (!this.gesture) { this.overlay.line(); this.#grip(); }
    if (!this.#isShown) this.#show();
    this.counts.show();
    this.minimap?.show();
    this.#cull();
  }
  /** As soon as there is something to see: where one looked last, or everything, or the beginning when everything would be too small to be read. */
  #show(): void {
    const { scene, port } = this, [first] = readingOrder(scene.nodes.values()), k = 0.6;
    this.#isShown = first !== undefined;
    if (first) { this.fit(false); if (port.view.k < k) port.set({ x: port.size.w / 2 - middleOf(first).x * k, y: 48 - first.y * k, k }); }
    try { const kept = sessionStorage.getItem(this.#view); if (kept) port.set(JSON.parse(kept)); } catch { /* no storage, or not ours */ }
    this.#cull();
  }
  /** Another part of the drawing is in view. Where one looks is kept with the drawing, as long as the tab. */
  #seen(): void {
    const { k } = this.port.view, percent = this.root.querySelector(".fbc-zoom");
    this.root.dataset.lod = k < 0.2 ? "map" : k < 0.4 ? "far" : "near";
    if (percent) percent.textContent = `${Math.round(k * 100)}%`;
    this.counts.show();
    this.minimap?.show();
    this.#cull();
    try { if (!this.gesture && this.options.storageKey) sessionStorage.setItem(this.#view, JSON.stringify(this.port.view)); } catch { /* full or forbidden */ }
  }
  #cull(): void {
    const { x, y, w, h } = this.port.seen();
    this.scene.cull(this.root.hasAttribute("data-many") ? { x: x - w / 2, y: y - h / 2, w: 2 * w, h: 2 * h } : null);
  }
  #grip(): void {
    const { edge, edges } = this.scene, line = this.edits && edge !== null ? edges.get(edge) : undefined;
    this.overlay.ends(edge ?? "", line ? this.scene.ends(line) : null);
  }
  /** Shown at once, told to the server when it has settled and no gesture is on. */
  #chose(): void {
    this.#grip();
    clearTimeout(this.#telling);
    this.#telling = setTimeout(() => {
      if (this.gesture) this.#chose(); else this.outbox.tell({ type: "select", nodes: [...this.scene.chosen], edges: this.scene.edge === null ? [] : [this.scene.edge] });
    }, 150);
  }
  /** After a refusal nodes go back at once; after a yes they are let go when the server has drawn it. */
  #settled(op: Op, { accepted, message, revision }: Answer): void {
    if (!accepted) { this.overlay.line(); this.refuse(message ?? words(this.options.texts.failed)); }
    if (op.type !== "move") return;
    const land = (tries: number): void => { if (!accepted || tries > 60 || this.revision >= revision) this.scene.release(op.nodes); else requestAnimationFrame(() => land(tries + 1)); };
    land(0);
  }
}
