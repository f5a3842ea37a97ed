import type { Answer, Link, Op, Options, Point, Shortcut } from "./core/contract.js";
import { edgeMiddle, middleOf } from "./core/geometry.js";
import { refusal, words } from "./core/joining.js";
import { Outbox } from "./core/outbox.js";
import { Counts } from "./view/counts.js";
import { Minimap } from "./view/minimap.js";
import { Overlay } from "./view/overlay.js";
import { outOf, type Edge, type Node, type Port } from "./view/parts.js";
import { Scene } from "./view/scene.js";
import { Sight } from "./view/sight.js";
import { Viewport } from "./view/viewport.js";

/** Shortcuts that change nothing. */
const LOOKS: Shortcut[] = ["Copy", "Find", "Help"];
/** A selection is told when it has stood so long. */
const SETTLED = 150;
/** So many frames an accepted move waits until the server has drawn it. */
const PATIENCE = 60;

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
  readonly #sight: Sight;
  #telling = 0;

  constructor(readonly root: HTMLElement, link: Link, public options: Options) {
    const { signal } = this.off;
    const part = (name: string): HTMLElement => root.querySelector<HTMLElement>(`.fbc-${name}`)!;
    const world = part("world");
    const map = root.querySelector<HTMLCanvasElement>(".fbc-minimap");
    this.pane = part("pane");
    this.overlay = new Overlay(part("overlay"));
    this.scene = new Scene(world, () => this.#redrawn(), () => this.#chose(), signal);
    const layers = [world, this.overlay.layer];
    this.port = new Viewport(this.pane, layers, part("grid"), () => this.options, () => this.#seen(), signal);
    this.counts = new Counts(this.scene, this.port);
    this.minimap = map && new Minimap(map, this.scene, this.port, signal);
    this.#sight = new Sight(root, this.scene, this.port, () => this.options);
    this.#sight.open();
    this.outbox = this.#open(link, signal);
  }

  get revision(): number {
    return Number(this.root.dataset.revision);
  }

  /** Whether anything may be changed now. */
  get edits(): boolean {
    return !this.root.matches("[data-readonly],[data-offline]");
  }

  /** Spoken by screen readers: one of the texts. */
  say(text: string, ...values: string[]): void {
    this.#speak(words(this.options.texts[text], ...values));
  }

  /** A reason, shown and spoken. */
  refuse(why: string, at?: Point): void {
    this.overlay.hint(why, at);
    this.#speak(why);
  }

  /** Why there may be no line; the edge that is being led elsewhere does not stand in its own way. */
  whyNot(from: Node, port: Port, to: Node, but: Edge | null): string | null {
    const { refusals, texts } = this.options;
    const same = this.scene.edgesFrom(from.id).filter(edge => edge.port === port.name && edge.to === to.id);
    return refusal(from, port.gives, to, same.some(edge => edge !== but), refusals, texts);
  }

  run(name: Shortcut): void {
    const op: Op = { type: "run", name, at: this.pointer ?? middleOf(this.port.seen()) };
    if (LOOKS.includes(name)) this.outbox.tell(op);
    else if (this.edits) this.outbox.send(op);
  }

  /** Deletes what is selected. */
  remove(): void {
    const { nodes, edges } = this.#chosen;
    if (this.edits && nodes.length + edges.length > 0) this.outbox.send({ type: "delete", nodes, edges });
  }

  /** Asks for what can stand on an edge. */
  insert(edge: Edge): void {
    const at = edgeMiddle(...this.scene.ends(edge)!);
    this.outbox.send({ type: "insert", edge: edge.id, at, screen: this.port.onScreen(at) });
  }

  /** Asks for what can follow a port. */
  follow(node: Node, way: Port): void {
    const { x, y } = outOf(node, way);
    const at = { x, y: y + 64 };
    this.outbox.send({ type: "follow", from: node.id, port: way.name, at, screen: this.port.onScreen(at) });
  }

  menu(node: Node | undefined, edge: Edge | undefined, screen: Point): void {
    if (node && !this.scene.chosen.has(node.id)) this.scene.select([node.id]);
    else if (edge) this.scene.select([], edge.id);
    const at = this.port.drawing(screen);
    this.outbox.tell({ type: "menu", node: node?.id ?? null, edge: edge?.id ?? null, at, screen });
  }

  fit(isSmooth: boolean): void {
    this.#sight.fit(isSmooth);
  }

  /** The keyboard goes to a node, which is the one that Tab leads to from now on. */
  focus(node: Node, how: "stay" | "reveal" | "read" = "reveal"): void {
    for (const el of this.pane.querySelectorAll('[data-node-id][tabindex="0"]')) el.setAttribute("tabindex", "-1");
    node.el.setAttribute("tabindex", "0");
    node.el.removeAttribute("data-out");
    node.el.focus({ preventScroll: true });
    if (how !== "stay") this.port.reveal(node, how === "read");
  }

  /** Which gesture is on now; null when none is. */
  busy(kind: string | null): void {
    this.gesture = kind;
    this.root.dataset.gesture = kind ?? "";
    if (!kind) this.#seen();
  }

  get #chosen(): { nodes: string[]; edges: string[] } {
    const { chosen, edge } = this.scene;
    return { nodes: [...chosen], edges: edge === null ? [] : [edge] };
  }

  #open(link: Link, signal: AbortSignal): Outbox {
    const key = this.options.storageKey;
    return new Outbox(link, key && `fbc-edits:${key}`, {
      revision: () => this.revision,
      settled: (op, answer) => this.#settled(op, answer),
      offline: is => this.#offline(is),
    }, signal);
  }

  #offline(is: boolean): void {
    if (this.root.hasAttribute("data-offline") === is) return;
    this.root.toggleAttribute("data-offline", is);
    this.#chose();
  }

  #speak(text: string): void {
    this.root.querySelector(".fbc-live")!.textContent = text;
  }

  /** The server drew something. */
  #redrawn(): void {
    if (!this.gesture) {
      this.overlay.line();
      this.#grip();
    }
    if (!this.#sight.isOpen) this.#sight.open();
    this.counts.show();
    this.minimap?.show();
    this.#sight.cull();
  }

  /** Another part of the drawing is in view. */
  #seen(): void {
    this.#sight.tellDistance();
    this.counts.show();
    this.minimap?.show();
    this.#sight.cull();
    if (!this.gesture) this.#sight.keep();
  }

  /** A chosen edge can be taken by its ends. */
  #grip(): void {
    const line = this.edits ? this.scene.chosenEdge : undefined;
    this.overlay.ends(this.scene.edge ?? "", line ? this.scene.ends(line) : null);
  }

  /** Shown at once, told to the server when it has settled and no gesture is on. */
  #chose(): void {
    this.#grip();
    clearTimeout(this.#telling);
    this.#telling = setTimeout(() => {
      if (this.gesture) this.#chose();
      else this.outbox.tell({ type: "select", ...this.#chosen });
    }, SETTLED);
  }

  /** After a refusal nodes go back at once; after a yes they are let go when the server has drawn it. */
  #settled(op: Op, { accepted, message, revision }: Answer): void {
    if (!accepted) {
      this.overlay.line();
      this.refuse(message ?? words(this.options.texts.failed));
    }
    if (op.type !== "move") return;
    if (accepted) this.#land(op.nodes, revision, 0);
    else this.scene.release(op.nodes);
  }

  #land(nodes: string[], revision: number, frames: number): void {
    if (frames > PATIENCE || this.revision >= revision) this.scene.release(nodes);
    else requestAnimationFrame(() => this.#land(nodes, revision, frames + 1));
  }
}
