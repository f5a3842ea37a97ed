import { words, type Refusal } from "./contract.js";

/** As much of a node as the rules look at. */
export interface Joint { id: string; kind: string; label: string; hasInput: boolean }

/** Why no line may go from a port to a node, or null when it may. */
export function refusal(from: Joint, gives: string, to: Joint, isThere: boolean, rules: Refusal[], texts: Record<string, string>): string | null {
  if (from.id === to.id) return words(texts["self"]);
  if (!to.hasInput) return words(texts["noInput"], to.label);
  if (isThere) return words(texts["already"]);
  return rules.find(rule => (rule.from === "*" || rule.from === gives) && (rule.to === "*" || rule.to === to.kind))?.reason ?? null;
}
