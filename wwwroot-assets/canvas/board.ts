import { words, type Answer, type Link, type Op, type Options, type Point, type Shortcut } from "./contract.js";
import { Counts } from "./counts.js";
import { bounds, edgeMiddle } from "./geometry.js";
import { Minimap } from "./minimap.js";
import { Outbox } from "./outbox.js";
import { Overlay } from "./overlay.js";
import { outOf, Scene, type Edge, type Node, type Port } from "./scene.js";
import { Selection } from "./selection.js";
import { Viewport } from "./viewport.js";

/** One canvas: its parts, and what they tell each other. */
export class Board {
  readonly pane: HTMLElement;
  readonly scene: Scene;
  readonly port: Viewport;
  readonly overlay: Overlay;
  readonly selection: Selection;
  readonly counts: Counts;
  readonly outbox: Outbox;
  readonly minimap: Minimap | null;
  gesture: string | null = null;
  pointer: Point | null = null;
  #landing: { revision: number; land: () => void }[] = [];
  readonly #revised: MutationObserver;

  constructor(readonly root: HTMLElement, link: Link, public options: Options) {
    const find = <T extends Element>(name: string): T => root.querySelector<T>(`.fbc-${name}`)!;
    this.pane = find("pane");
    const world = find<HTMLElement>("world");
    this.overlay = new Overlay(find("overlay"));
    this.scene = new Scene(world, () => this.#redrawn());
    this.port = new Viewport(this.pane, [world, this.overlay.layer], find("grid"), () => this.options, () => this.#seen());
    this.selection = new Selection(this.scene, () => this.#chosen(), (nodes, edges) => this.outbox.tell({ type: "select", nodes, edges }), () => this.gesture === null);
    this.counts = new Counts(this.scene, this.port);
    const map = root.querySelector<HTMLCanvasElement>(".fbc-minimap");
    this.minimap = map && new Minimap(map, this.scene, this.port);
    this.#revised = new MutationObserver(() => this.#land());
    this.#revised.observe(root, { attributeFilter: ["data-revision"] });
    this.#show();
    this.outbox = new Outbox(link, options.storageKey, {
      revision: () => this.revision,
      settled: (op, answer) => this.#settled(op, answer),
      offline: is => { if (root.hasAttribute("data-offline") !== is) { root.toggleAttribute("data-offline", is); if (!is) this.selection.settle(); } },
    });
  }

  dispose(): void {
    for (const part of [this.scene, this.port, this.counts, this.minimap, this.outbox, this.selection]) part?.dispose();
    this.#revised.disconnect();
    this.#remember();
  }

  get revision(): number { return Number(this.root.dataset["revision"] ?? 0); }

  get edits(): boolean { return !this.root.hasAttribute("data-readonly") && this.outbox.online && !this.root.hasAttribute("data-offline"); }

  /** Spoken by screen readers. */
  say(text: string): void { this.root.querySelector(".fbc-live")!.textContent = text; }

  /** Something that is no edit, or an edit that may be made now. */
  run(name: Shortcut): void {
    if (this.edits || name === "Copy" || name === "Find" || name === "Help") this.outbox.send({ type: "run", name, at: this.pointer ?? this.port.drawing({ x: this.port.size.w / 2, y: this.port.size.h / 2 }) });
  }

  remove(): void {
    const { nodes, edge } = this.selection;
    if (!this.edits || (!nodes.size && edge === null)) return;
    this.outbox.send({ type: "delete", nodes: [...nodes], edges: edge === null ? [] : [edge] });
  }

  /** Asks for what can stand on an edge. */
  insert(edge: Edge): true {
    const from = this.scene.start(edge), to = this.scene.end(edge);
    if (!from || !to) return true;
    const at = edgeMiddle(from, to);
    this.outbox.send({ type: "insert", edge: edge.id, at, screen: this.port.onScreen(at) });
    return true;
  }

  /** Asks for what can follow a port. */
  follow(node: Node, way: Port): true {
    const from = outOf(node, way), at = { x: from.x, y: from.y + 64 };
    this.outbox.send({ type: "follow", from: node.id, port: way.name, at, screen: this.port.onScreen(at) });
    return true;
  }

  fit(smooth: boolean): void { this.port.fit(bounds(this.scene.nodes.values()), smooth); }

  /** The keyboard goes to a node, which is the one that Tab leads to from now on. */
  focus(node: Node, reveals = true): void {
    for (const other of this.pane.querySelectorAll('[data-node-id][tabindex="0"]')) other.setAttribute("tabindex", "-1");
    node.el.setAttribute("tabindex", "0");
    node.el.focus({ preventScroll: true });
    if (reveals) this.port.reveal(node);
  }

  busy(kind: string | null): void {
    this.gesture = kind;
    if (kind) this.root.dataset["gesture"] = kind; else delete this.root.dataset["gesture"];
    if (!kind) this.#seen();
  }

  /** Nodes were moved on the screen. */
  moved(): void { this.minimap?.show(); }

  /** Where one looks is kept with the drawing, as long as the tab. */
  #show(): void {
    const { storageKey } = this.options;
    try {
      const kept = storageKey && sessionStorage.getItem(`fbc-view:${storageKey}`);
      if (kept) return this.port.set(JSON.parse(kept));
    } catch { /* no storage, or not ours */ }
    this.fit(false);
  }

  #remember(): void {
    const { storageKey } = this.options;
    try { if (storageKey) sessionStorage.setItem(`fbc-view:${storageKey}`, JSON.stringify(this.port.view)); } catch { /* full or forbidden */ }
  }

  /** The server drew something. */
  #redrawn(): void {
    this.selection.prune();
    if (!this.gesture) this.overlay.line(null);
    this.counts.show();
    this.minimap?.show();
    this.#cull();
    this.#land();
  }

  /** Another part of the drawing is in view. */
  #seen(): void {
    const { k } = this.port.view, lod = k < 0.4 ? "far" : k < 0.65 ? "mid" : "near";
    if (this.root.dataset["lod"] !== lod) this.root.dataset["lod"] = lod;
    const percent = this.root.querySelector(".fbc-zoom"), text = `${Math.round(k * 100)}%`;
    if (percent && percent.textContent !== text) percent.textContent = text;
    this.counts.show();
    this.minimap?.show();
    if (!this.gesture || this.gesture === "pan") this.#cull();
    if (!this.gesture) this.#remember();
  }

  #cull(): void {
    if (!this.root.hasAttribute("data-many")) return this.scene.cull(null);
    const { x, y, w, h } = this.port.seen();
    this.scene.cull({ x: x - w / 2, y: y - h / 2, w: 2 * w, h: 2 * h });
  }

  #chosen(): void {
    const edge = this.edits && this.selection.edge !== null ? this.scene.edges.get(this.selection.edge) : undefined;
    const from = edge && this.scene.start(edge), to = edge && this.scene.end(edge);
    this.overlay.ends(from && to ? { from, to, edge: edge.id } : null);
  }

  /** After a refusal the nodes go back at once; after a yes they are let go when the server has drawn it. */
  #settled(op: Op, answer: Answer): void {
    const land = (): void => { if (op.type === "move") this.scene.release(op.nodes); if (op.type !== "select") this.#chosen(); };
    if (!answer.accepted) {
      land();
      this.overlay.line(null);
      const reason = answer.message ?? words(this.options.texts["failed"]);
      this.overlay.hint(reason);
      this.say(reason);
    } else if (op.type === "move" && answer.revision > this.revision) {
      const landing = { revision: answer.revision, land };
      this.#landing.push(landing);
      setTimeout(() => { if (this.#landing.includes(landing)) { this.#landing = this.#landing.filter(one => one !== landing); land(); } }, 1000);
    } else {
      land();
    }
  }

  #land(): void {
    const { revision } = this;
    const due = this.#landing.filter(one => one.revision <= revision);
    this.#landing = this.#landing.filter(one => one.revision > revision);
    for (const one of due) one.land();
  }
}
