import type { Point, Rect } from "./contract.js";
import { edgeMiddle, edgePath, meets, middleOf } from "./geometry.js";
import type { Joint } from "./rules.js";

export interface Port { name: string; dx: number; gives: string; label: string; el: HTMLElement }
export interface Node extends Rect, Joint { el: HTMLElement; ports: Port[] }
export interface Edge { id: string; from: string; port: string; to: string; el: SVGGElement; out: boolean }

const WATCHED = ["data-node-id", "data-x", "data-y", "data-w", "data-h", "data-kind", "aria-label", "data-dx", "data-port", "data-gives", "data-edge-id", "data-s", "data-sp", "data-t"];

/**
 * What is drawn, read from the attributes that the server writes, and moved ahead of it. A node that is held (by a gesture, or by an edit
 * on its way) keeps the place it has on the screen; any other has the place that the server says.
 */
export class Scene {
  readonly nodes = new Map<string, Node>();
  readonly edges = new Map<string, Edge>();
  readonly #held = new Map<string, number>();
  readonly #observer: MutationObserver;

  constructor(readonly world: HTMLElement, changed: () => void) {
    this.#readAll();
    this.#observer = new MutationObserver(records => { if (this.#follow(records)) changed(); });
    this.#observer.observe(world, { subtree: true, childList: true, attributeFilter: WATCHED });
  }

  dispose(): void { this.#observer.disconnect(); }

  hold(ids: Iterable<string>): void { for (const id of ids) this.#held.set(id, (this.#held.get(id) ?? 0) + 1); }

  /** Lets nodes go to where the server has them; when it has them where they are, nothing is seen. */
  release(ids: Iterable<string>): void {
    for (const id of ids) {
      const left = (this.#held.get(id) ?? 0) - 1, node = this.nodes.get(id);
      if (left > 0) { this.#held.set(id, left); continue; }
      this.#held.delete(id);
      if (!node) continue;
      const x = num(node.el, "x"), y = num(node.el, "y");
      if (x !== node.x || y !== node.y) {
        node.el.dataset["settling"] = "";
        setTimeout(() => delete node.el.dataset["settling"], 200);
        this.put([[node, x, y]]);
      }
    }
  }

  /** Moves nodes on the screen, with the edges at them. */
  put(places: Iterable<[Node, number, number]>, edges?: Iterable<Edge>): void {
    const moved = new Set<string>();
    for (const [node, x, y] of places) {
      node.x = x; node.y = y;
      node.el.style.transform = `translate(${x}px,${y}px)`;
      moved.add(node.id);
    }
    for (const edge of edges ?? this.edgesAt(moved)) this.draw(edge);
  }

  edgesAt(ids: Set<string>): Edge[] { return [...this.edges.values()].filter(edge => ids.has(edge.from) || ids.has(edge.to)); }

  start(edge: { from: string; port: string }): Point | null {
    const node = this.nodes.get(edge.from);
    return node ? outOf(node, node.ports.find(port => port.name === edge.port)) : null;
  }

  end(edge: { to: string }): Point | null {
    const node = this.nodes.get(edge.to);
    return node ? inOf(node) : null;
  }

  draw(edge: Edge): void {
    const from = this.start(edge), to = this.end(edge);
    if (!from || !to) return;
    const path = edgePath(from, to), spot = edgeMiddle(from, to), [hit, line, plus] = edge.el.children;
    hit?.setAttribute("d", path);
    line?.setAttribute("d", path);
    plus?.setAttribute("transform", `translate(${spot.x} ${spot.y})`);
    const label = this.world.querySelector<HTMLElement>(`:scope > [data-label-for="${CSS.escape(edge.id)}"]`);
    if (label) label.style.transform = `translate(${from.x}px,${from.y + 20}px)`;
  }

  /** Edges out of view are not painted. */
  cull(view: Rect | null): void {
    for (const edge of this.edges.values()) {
      const a = this.nodes.get(edge.from), b = this.nodes.get(edge.to);
      if (!a || !b) continue;
      const x = Math.min(a.x, b.x), y = Math.min(a.y, b.y);
      const out = view !== null && !meets(view, { x, y, w: Math.max(a.x + a.w, b.x + b.w) - x, h: Math.max(a.y + a.h, b.y + b.h) - y });
      if (out !== edge.out) { edge.out = out; edge.el.toggleAttribute("data-out", out); }
    }
  }

  nodeOf(el: Element | null): Node | undefined { return this.nodes.get(el?.closest<HTMLElement>("[data-node-id]")?.dataset["nodeId"] ?? ""); }

  edgeOf(el: Element | null): Edge | undefined { return this.edges.get(el?.closest<SVGGElement>("[data-edge-id]")?.dataset["edgeId"] ?? ""); }

  #readAll(): void {
    this.nodes.clear();
    this.edges.clear();
    for (const el of this.world.querySelectorAll<HTMLElement>("[data-node-id]")) this.#readNode(el);
    for (const el of this.world.querySelectorAll<SVGGElement>("[data-edge-id]")) this.#readEdge(el);
  }

  #readNode(el: HTMLElement): void {
    const id = el.dataset["nodeId"]!, held = this.#held.has(id) ? this.nodes.get(id) : undefined, kind = el.dataset["kind"] ?? "";
    const node: Node = {
      id, el, kind, label: (el.getAttribute("aria-label") ?? "").split(": ")[0]!, hasInput: el.querySelector(":scope > .fbc-in") !== null,
      x: held?.x ?? num(el, "x"), y: held?.y ?? num(el, "y"), w: num(el, "w"), h: num(el, "h"), ports: [],
    };
    for (const port of el.querySelectorAll<HTMLElement>(":scope > .fbc-out"))
      node.ports.push({ name: port.dataset["port"]!, dx: num(port, "dx"), gives: port.dataset["gives"] ?? kind, label: port.dataset["label"] ?? "", el: port });
    const before = this.nodes.get(id);
    this.nodes.set(id, before ? Object.assign(before, node) : node);
  }

  #readEdge(el: SVGGElement): void {
    const { edgeId, s, sp, t } = el.dataset;
    this.edges.set(edgeId!, { id: edgeId!, from: s!, port: sp!, to: t!, el, out: el.hasAttribute("data-out") });
  }

  /** Takes up what the server changed. Nodes keep their object, so that gestures may hold on to it. */
  #follow(records: MutationRecord[]): boolean {
    const nodes = new Set<HTMLElement>(), edges = new Set<SVGGElement>();
    let parts = false;
    for (const { type, target } of records) {
      const el = target as HTMLElement | SVGGElement;
      if (type === "childList" && (el === this.world || el.classList?.contains("fbc-edges"))) parts = true;
      else if (el instanceof SVGElement) { if (el.dataset["edgeId"]) edges.add(el as SVGGElement); }
      else if (type === "attributes" || el.classList?.contains("fbc-node")) {
        const node = el.closest<HTMLElement>("[data-node-id]");
        if (node) nodes.add(node);
      }
    }
    if (!parts && nodes.size === 0 && edges.size === 0) return false;
    if (parts) {
      for (const [id, node] of this.nodes) if (!node.el.isConnected) this.nodes.delete(id);
      for (const [id, edge] of this.edges) if (!edge.el.isConnected) this.edges.delete(id);
      for (const el of this.world.querySelectorAll<HTMLElement>("[data-node-id]")) if (this.nodes.get(el.dataset["nodeId"]!)?.el !== el) nodes.add(el);
      for (const el of this.world.querySelectorAll<SVGGElement>("[data-edge-id]")) if (this.edges.get(el.dataset["edgeId"]!)?.el !== el) edges.add(el);
    }
    for (const el of nodes) this.#readNode(el);
    for (const el of edges) this.#readEdge(el);
    const held = [...this.#held.keys()].map(id => this.nodes.get(id)).filter(node => node !== undefined);
    if (held.length) this.put(held.map(node => [node, node.x, node.y]));
    return true;
  }
}

export const outOf = (node: Node, port?: Port): Point => ({ x: node.x + (port?.dx ?? node.w / 2), y: node.y + node.h });
export const inOf = (node: Node): Point => ({ x: middleOf(node).x, y: node.y });

const num = (el: HTMLElement, name: string): number => Number(el.dataset[name] ?? 0);
