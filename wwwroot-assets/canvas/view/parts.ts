import type { Point, Rect } from "../core/contract.js";
import { middleOf } from "../core/geometry.js";
import type { Joint } from "../core/joining.js";

// Nodes and edges as the server writes them into the page.

export interface Port { name: string; dx: number; gives: string; label: string; el: HTMLElement }

export interface Node extends Rect, Joint { el: HTMLElement; ports: Port[] }

export interface Edge { id: string; from: string; port: string; to: string; el: SVGGElement; label: HTMLElement | null }

/** Where a line leaves a node: at a port, or in the middle. */
export const outOf = (node: Node, port?: Port | null): Point => ({
  x: node.x + (port?.dx ?? node.w / 2),
  y: node.y + node.h,
});

/** Where a line enters a node. */
export const inOf = (node: Node): Point => ({ x: middleOf(node).x, y: node.y });

/** Where the server has a node. */
export const serverPlace = ({ el }: Node): Point => ({ x: number(el, "x"), y: number(el, "y") });

export function readNodes(world: HTMLElement): Node[] {
  const children = [...world.children] as HTMLElement[];
  return children.filter(el => el.dataset.nodeId).map(readNode);
}

export function readEdges(world: HTMLElement): Edge[] {
  const labels = new Map<string, HTMLElement>();
  for (const el of world.children as HTMLCollectionOf<HTMLElement>) {
    const { labelFor } = el.dataset;
    if (labelFor) labels.set(labelFor, el);
  }
  return [...world.querySelectorAll<SVGGElement>("[data-edge-id]")].map(el => {
    const { edgeId = "", s = "", sp = "", t = "" } = el.dataset;
    return { id: edgeId, from: s, port: sp, to: t, el, label: labels.get(edgeId) ?? null };
  });
}

function readNode(el: HTMLElement): Node {
  const { nodeId = "", kind = "", label = "" } = el.dataset;
  const ports = [...el.querySelectorAll<HTMLElement>(":scope > .fbc-out")].map(port => readPort(port, kind));
  return {
    id: nodeId,
    el,
    kind,
    ports,
    label,
    hasInput: el.querySelector(":scope > .fbc-in") !== null,
    x: number(el, "x"),
    y: number(el, "y"),
    w: number(el, "w"),
    h: number(el, "h"),
  };
}

function readPort(el: HTMLElement, kind: string): Port {
  const { port: name = "", gives = kind, label = "" } = el.dataset;
  return { name, dx: number(el, "dx"), gives, label, el };
}

const number = (el: HTMLElement, name: string): number => Number(el.dataset[name] ?? 0);
