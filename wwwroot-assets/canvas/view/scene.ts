import type { Point, Rect } from "../core/contract.js";
import { bounds, edgeMiddle, edgePath, meets, type Pair } from "../core/geometry.js";
import { inOf, outOf, readEdges, readNodes, serverPlace, type Edge, type Node } from "./parts.js";

/** What the server writes and this script reads. */
const WATCHED = [
  "data-x", "data-y", "data-w", "data-h", "data-kind", "data-label",
  "data-dx", "data-gives",
  "data-s", "data-sp", "data-t",
];

/** How long a node glides back, as in the style sheet. */
const SETTLING = 200;

/**
 * What is drawn, read from the attributes that the server writes, and moved ahead of it. A node that is held (by a
 * gesture, or by an edit on its way) keeps the place it has on the screen; any other has the place that the server
 * says. What is selected is marked here too.
 */
export class Scene {
  readonly nodes = new Map<string, Node>();
  readonly edges = new Map<string, Edge>();
  /** The nodes that are selected. */
  readonly chosen = new Set<string>();
  /** The edge that is selected. */
  edge: string | null = null;
  /** How many hold a node. */
  readonly #held = new Map<string, number>();

  /**
   * @param redrawn Told when the server drew something.
   * @param chose Told when something else is selected.
   */
  constructor(
    readonly world: HTMLElement,
    readonly redrawn: () => void,
    readonly chose: () => void,
    signal: AbortSignal,
  ) {
    this.#read();
    const observer = new MutationObserver(records => this.#changed(records));
    observer.observe(world, { subtree: true, childList: true, attributeFilter: WATCHED });
    signal.addEventListener("abort", () => observer.disconnect());
  }

  hold(ids: Iterable<string>): void {
    for (const id of ids) this.#held.set(id, (this.#held.get(id) ?? 0) + 1);
  }

  /** Lets nodes go to where the server has them; when it has them where they are, nothing is seen. */
  release(ids: Iterable<string>): void {
    for (const id of ids) {
      const left = this.#held.get(id)! - 1;
      if (left > 0) {
        this.#held.set(id, left);
        continue;
      }
      this.#held.delete(id);
      const node = this.nodes.get(id);
      if (node) this.#settle(node);
    }
  }

  /** Moves nodes on the screen, with the edges at them. */
  put(nodes: Node[], places: Point[], edges = this.edgesAt(new Set(nodes.map(node => node.id)))): void {
    nodes.forEach((node, i) => {
      const { x, y } = places[i]!;
      node.x = x;
      node.y = y;
      node.el.style.transform = `translate(${x}px,${y}px)`;
    });
    for (const edge of edges) this.#draw(edge);
  }

  edgesAt(ids: Set<string>): Edge[] {
    return [...this.edges.values()].filter(edge => ids.has(edge.from) || ids.has(edge.to));
  }

  edgesFrom(id: string | undefined): Edge[] {
    return [...this.edges.values()].filter(edge => edge.from === id);
  }

  /** Those of them that are there. */
  pick(ids: Iterable<string>): Node[] {
    return [...ids].map(id => this.nodes.get(id)).filter(node => node !== undefined);
  }

  /** The edge that is selected, when it is there. */
  get chosenEdge(): Edge | undefined {
    return this.edge === null ? undefined : this.edges.get(this.edge);
  }

  /** Where an edge leaves and where it enters. */
  ends(edge: Edge): Pair | null {
    const from = this.nodes.get(edge.from);
    const to = this.nodes.get(edge.to);
    return from && to ? [outOf(from, from.ports.find(port => port.name === edge.port)), inOf(to)] : null;
  }

  select(nodes: Iterable<string>, edge: string | null = null): void {
    const wanted = new Set(this.pick(nodes).map(node => node.id));
    const line = edge !== null && this.edges.has(edge) ? edge : null;
    const isSameSet = wanted.size === this.chosen.size && [...wanted].every(id => this.chosen.has(id));
    const isSame = line === this.edge && isSameSet;
    this.chosen.clear();
    for (const id of wanted) this.chosen.add(id);
    this.edge = line;
    for (const node of this.nodes.values()) mark(node.el, "data-selected", wanted.has(node.id));
    for (const one of this.edges.values()) mark(one.el, "data-selected", one.id === line);
    if (!isSame) this.chose();
  }

  /** Whether it is selected now. */
  toggle(id: string): boolean {
    const wanted = new Set(this.chosen);
    const isOn = !wanted.delete(id);
    if (isOn) wanted.add(id);
    this.select(wanted);
    return isOn;
  }

  /** What is out of view is not drawn; null draws everything. */
  cull(view: Rect | null): void {
    const isOut = (rect: Rect | null): boolean => view !== null && rect !== null && !meets(view, rect);
    for (const node of this.nodes.values()) mark(node.el, "data-out", isOut(node));
    for (const edge of this.edges.values()) mark(edge.el, "data-out", isOut(bounds(this.pick([edge.from, edge.to]))));
  }

  nodeOf(el: Element): Node | undefined {
    return this.nodes.get(el.closest<HTMLElement>("[data-node-id]")?.dataset.nodeId ?? "");
  }

  edgeOf(el: Element): Edge | undefined {
    return this.edges.get(el.closest<SVGGElement>("[data-edge-id]")?.dataset.edgeId ?? "");
  }

  #changed(records: MutationRecord[]): void {
    // Templates and badges may change as they like.
    if (records.every(record => this.#isInside(record))) return;
    // A node that only moved is the usual edit.
    if (records.every(({ attributeName }) => attributeName === "data-x" || attributeName === "data-y")) {
      const moved = records.map(({ target }) => this.nodeOf(target as Element)!);
      const free = moved.filter(({ id }) => !this.#held.has(id));
      this.put(free, free.map(serverPlace));
    } else {
      this.#read();
      this.select([...this.chosen], this.edge);
    }
    this.redrawn();
  }

  /** Whether it happened in a node's template or badge. */
  #isInside({ type, target }: MutationRecord): boolean {
    return type === "childList" && target !== this.world && !(target as Element).matches(".fbc-edges,.fbc-node");
  }

  /** To where the server has it, smoothly. */
  #settle(node: Node): void {
    const { el } = node;
    const { x, y } = serverPlace(node);
    if (x === node.x && y === node.y) return;
    el.dataset.settling = "";
    setTimeout(() => delete el.dataset.settling, SETTLING);
    this.put([node], [{ x, y }]);
  }

  #draw(edge: Edge): void {
    const ends = this.ends(edge);
    if (!ends) return;
    const path = edgePath(...ends);
    const { x, y } = edgeMiddle(...ends);
    const [hit, line, plus] = edge.el.children;
    for (const one of [hit, line]) one!.setAttribute("d", path);
    plus!.setAttribute("transform", `translate(${x} ${y})`);
    if (edge.label) edge.label.style.transform = `translate(${x}px,${y}px)`;
  }

  /** Nodes keep their object, so that a gesture may hold on to it. */
  #read(): void {
    const before = new Map(this.nodes);
    this.nodes.clear();
    this.edges.clear();
    for (const read of readNodes(this.world)) {
      const node = before.get(read.id) ?? read;
      const { x, y } = this.#held.has(read.id) ? node : read;
      this.nodes.set(read.id, Object.assign(node, read, { x, y }));
    }
    for (const edge of readEdges(this.world)) this.edges.set(edge.id, edge);
    const held = this.pick(this.#held.keys());
    if (held.length) this.put(held, held.map(({ x, y }) => ({ x, y })));
  }
}

/** Sets an attribute or takes it away, and touches nothing when it is so already. */
export function mark(el: Element, name: string, is: boolean): void {
  if (el.hasAttribute(name) !== is) el.toggleAttribute(name, is);
}
