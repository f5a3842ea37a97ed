import type { Scene } from "./scene.js";

/** What is chosen. Shown at once, told to the server when it has settled and no gesture is on. */
export class Selection {
  readonly nodes = new Set<string>();
  edge: string | null = null;
  #telling = 0;

  constructor(readonly scene: Scene, readonly changed: () => void, readonly tell: (nodes: string[], edges: string[]) => void, readonly mayTell: () => boolean) {}

  set(nodes: Iterable<string>, edge: string | null = null): void {
    const wanted = new Set([...nodes].filter(id => this.scene.nodes.has(id)));
    if (edge === this.edge && wanted.size === this.nodes.size && [...wanted].every(id => this.nodes.has(id))) return;
    this.nodes.clear();
    for (const id of wanted) this.nodes.add(id);
    this.edge = edge !== null && this.scene.edges.has(edge) ? edge : null;
    this.show();
    this.settle();
  }

  toggle(id: string): boolean {
    const wanted = new Set(this.nodes), isOn = !wanted.delete(id);
    if (isOn) wanted.add(id);
    this.set(wanted);
    return isOn;
  }

  /** What is gone is no longer chosen; what was drawn anew is marked again. */
  prune(): void {
    this.show();
    const edge = this.edge !== null && this.scene.edges.has(this.edge) ? this.edge : null;
    this.set([...this.nodes], edge);
  }

  show(): void {
    for (const node of this.scene.nodes.values()) mark(node.el, this.nodes.has(node.id));
    for (const edge of this.scene.edges.values()) mark(edge.el, edge.id === this.edge);
    this.changed();
  }

  settle(): void {
    clearTimeout(this.#telling);
    this.#telling = setTimeout(() => {
      if (this.mayTell()) this.tell([...this.nodes], this.edge === null ? [] : [this.edge]); else this.settle();
    }, 150);
  }

  dispose(): void { clearTimeout(this.#telling); }
}

function mark(el: Element, is: boolean): void {
  if (el.hasAttribute("data-selected") !== is) el.toggleAttribute("data-selected", is);
}
