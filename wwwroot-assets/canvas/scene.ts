import type { Point, Rect } from "./contract.js";
import { bounds, edgeMiddle, edgePath, meets, middleOf } from "./geometry.js";
import type { Joint } from "./machine.js";
export interface Port { name: string; dx: number; gives: string; label: string; el: HTMLElement }
export interface Node extends Rect, Joint { el: HTMLElement; ports: Port[] }
export interface Edge { id: string; from: string; port: string; to: string; el: SVGGElement; label: HTMLElement | null }
export const outOf = (node: Node, port?: Port | null): Point => ({ x: node.x + (port?.dx ?? node.w / 2), y: node.y + node.h });
export const inOf = (node: Node): Point => ({ x: middleOf(node).x, y: node.y });

/**
 * What is drawn, read from the attributes that the server writes, and moved ahead of it. A node that is held (by a gesture, or by an edit
 * on its way) keeps the place it has on the screen; any other has the place that the server says. What is selected is marked here too.
 */
export class Scene {
  readonly nodes = new Map<string, Node>();
  readonly edges = new Map<string, Edge>();
  readonly chosen = new Set<string>();
  edge: string | null = null;
  readonly #held = new Map<string, number>();
  constructor(readonly world: HTMLElement, readonly redrawn: () => void, readonly chose: () => void, signal: AbortSignal) {
    this.#read();
    const observer = new MutationObserver(records => {
      // Templates and badges may change as they like.
      if (records.every(({ type, target }) => type === "childList" && target !== world && !(target as Element).matches(".fbc-edges,.fbc-node"))) return;
      // A node that only moved is the usual edit.
      if (records.every(({ attributeName }) => attributeName === "data-x" || attributeName === "data-y")) {
        const moved = records.map(({ target }) => this.nodeOf(target as Element)!).filter(({ id }) => !this.#held.has(id));
        this.put(moved, moved.map(({ el }) => ({ x: num(el, "x"), y: num(el, "y") })));
      } else {
        this.#read();
        this.select([...this.chosen], this.edge);
      }
      redrawn();
    });
    observer.observe(world, { subtree: true, childList: true, attributeFilter: ["data-x", "data-y", "data-w", "data-h", "data-kind", "data-label", "data-dx", "data-gives", "data-s", "data-sp", "data-t"] });
    signal.addEventListener("abort", () => observer.disconnect());
  }
  hold(ids: Iterable<string>): void { for (const id of ids) this.#held.set(id, (this.#held.get(id) ?? 0) + 1); }
  /** Lets nodes go to where the server has them; when it has them where they are, nothing is seen. */
  release(ids: Iterable<string>): void {
    for (const id of ids) {
      const left = this.#held.get(id)! - 1, node = this.nodes.get(id);
      if (left > 0) this.#held.set(id, left); else this.#held.delete(id);
      if (left > 0 || !node) continue;
      const { el } = node, x = num(el, "x"), y = num(el, "y");
      if (x === node.x && y === node.y) continue;
      el.dataset.settling = "";
      setTimeout(() => delete el.dataset.settling, 200);
      this.put([node], [{ x, y }]);
    }
  }
  /** Moves nodes on the screen, with the edges at them. */
  put(nodes: Node[], places: Point[], edges = this.edgesAt(new Set(nodes.map(node => node.id)))): void {
    nodes.forEach((node, i) => {
      ({ x: node.x, y: node.y } = places[i]!);
      node.el.style.transform = `translate(${node.x}px,${node.y}px)`;
    });
    for (const edge of edges) this.#draw(edge);
  }
  edgesAt(ids: Set<string>): Edge[] { return [...this.edges.values()].filter(edge => ids.has(edge.from) || ids.has(edge.to)); }
  pick(ids: Iterable<string>): Node[] { return [...ids].map(id => this.nodes.get(id)).filter(node => node !== undefined); }
  /** Where an edge leaves and where it enters. */
  ends(edge: Edge): [Point, Point] | null {
    const from = this.nodes.get(edge.from), to = this.nodes.get(edge.to);
    return from && to ? [outOf(from, from.ports.find(port => port.name === edge.port)), inOf(to)] : null;
  }
  select(nodes: Iterable<string>, edge: string | null = null): void {
    const wanted = new Set(this.pick(nodes).map(node => node.id)), line = edge !== null && this.edges.has(edge) ? edge : null;
    const same = line === this.edge && wanted.size === this.chosen.size && [...wanted].every(id => this.chosen.has(id));
    this.chosen.clear();
    for (const id of wanted) this.chosen.add(id);
    this.edge = line;
    for (const node of this.nodes.values()) mark(node.el, "data-selected", wanted.has(node.id));
    for (const one of this.edges.values()) mark(one.el, "data-selected", one.id === line);
    if (!same) this.chose();
  }
  /** Whether it is selected now. */
  toggle(id: string): boolean {
    const wanted = new Set(this.chosen), isOn = !wanted.delete(id);
    this.select(isOn ? wanted.add(id) : wanted);
    return isOn;
  }
  /** What is out of view is not drawn. */
  cull(view: Rect | null): void {
    const out = (el: Element, rect: Rect | null): void => mark(el, "data-out", view !== null && rect !== null && !meets(view, rect));
    for (const node of this.nodes.values()) out(node.el, node);
    for (const edge of this.edges.values()) out(edge.el, bounds(this.pick([edge.from, edge.to])));
  }
  nodeOf(el: Element): Node | undefined { return this.nodes.get(el.closest<HTMLElement>("[data-node-id]")?.dataset.nodeId ?? ""); }
  edgeOf(el: Element): Edge | undefined { return this.edges.get(el.closest<SVGGElement>("[data-edge-id]")?.dataset.edgeId ?? ""); }
  #draw(edge: Edge): void {
    const ends = this.ends(edge);
    if (!ends) return;
    const path = edgePath(...ends), { x, y } = edgeMiddle(...ends), [hit, line, plus] = edge.el.children;
    for (const one of [hit, line]) one!.setAttribute("d", path);
    plus!.setAttribute("transform", `translate(${x} ${y})`);
    if (edge.label) edge.label.style.transform = `translate(${x}px,${y}px)`;
  }
  /** Nodes keep their object, so that a gesture may hold on to it. */
  #read(): void {
    const { world, nodes, edges } = this, labels = new Map<string, HTMLElement>(), before = new Map(nodes);
    nodes.clear();
    edges.clear();
    for (const el of world.children as HTMLCollectionOf<HTMLElement>) {
      const { nodeId: id, labelFor, kind = "" } = el.dataset;
      if (labelFor) labels.set(labelFor, el);
      if (!id) continue;
      const held = this.#held.has(id) ? before.get(id) : undefined, ports: Port[] = [];
      for (const port of el.querySelectorAll<HTMLElement>(":scope > .fbc-out"))
        ports.push({ name: port.dataset.port!, dx: num(port, "dx"), gives: port.dataset.gives ?? kind, label: port.dataset.label ?? "", el: port });
      nodes.set(id, Object.assign(before.get(id) ?? {}, {
        id, el, kind, ports, label: el.dataset.label ?? "", hasInput: el.querySelector(":scope > .fbc-in") !== null,
        x: held?.x ?? num(el, "x"), y: held?.y ?? num(el, "y"), w: num(el, "w"), h: num(el, "h"),
      }));
    }
    for (const el of world.querySelectorAll<SVGGElement>("[data-edge-id]")) {
      const { edgeId: id, s, sp, t } = el.dataset as Record<string, string>;
      edges.set(id!, { id: id!, from: s!, port: sp!, to: t!, el, label: labels.get(id!) ?? null });
    }
    const held = this.pick(this.#held.keys());
    if (held.length) this.put(held, held.map(({ x, y }) => ({ x, y })));
  }
}

export function mark(el: Element, name: string, is: boolean): void { if (el.hasAttribute(name) !== is) el.toggleAttribute(name, is); }

const num = (el: HTMLElement, name: string): number => Number(el.dataset[name] ?? 0);
