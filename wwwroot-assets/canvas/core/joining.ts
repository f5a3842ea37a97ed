import type { Op, Refusal } from "./contract.js";

/** As much of a node as the rules look at. */
export interface Joint { id: string; kind: string; label: string; hasInput: boolean }

interface Named { id: string }
interface Way { name: string }
interface Line { id: string; from: string; port: string; to: string }

/** Replaces {0} and {1}. */
export const words = (text: string | undefined, ...values: string[]): string =>
  (text ?? "").replace(/\{(\d)\}/g, (_, n: string) => values[+n] ?? "");

/** Why no line may go from a port to a node, or null when it may. */
export function refusal(
  from: Joint,
  gives: string,
  to: Joint,
  isThere: boolean,
  rules: Refusal[],
  texts: Record<string, string>,
): string | null {
  if (from.id === to.id) return words(texts.self);
  if (!to.hasInput) return words(texts.noInput, to.label);
  if (isThere) return words(texts.already);
  const fits = (wanted: string, kind: string): boolean => wanted === "*" || wanted === kind;
  return rules.find(rule => fits(rule.from, gives) && fits(rule.to, to.kind))?.reason ?? null;
}

/** The edit that joins a port and a node, or leads an edge there; null when that edge is there already. */
export function joined(from: Named, port: Way, to: Named, edge: Line | null): Op | null {
  if (!edge) return { type: "connect", from: from.id, port: port.name, to: to.id };
  if (edge.to !== to.id) return { type: "reconnect", edge: edge.id, end: "To", node: to.id, port: null };
  if (edge.from === from.id && edge.port === port.name) return null;
  return { type: "reconnect", edge: edge.id, end: "From", node: from.id, port: port.name };
}
