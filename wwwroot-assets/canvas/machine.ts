import type { Point, Refusal } from "./contract.js";
import { distance, type Pair } from "./geometry.js";
// The life of a gesture. A pointer goes down (pressed); when it has moved far enough the drag begins (dragging), else it was a tap when it
// goes up, or a hold when a finger rests. A second finger turns pressing and panning into pinching; it ends any other drag without effect.
// Escape, a cancelled pointer and a lost capture abort. After an abort or a hold nothing counts until all pointers are up (spent). When
// one of two pinching fingers goes up the other one pans on. A third finger, or a second mouse, is not looked at.

export type Drag = "pan" | "box" | "move" | "connect" | "reconnect" | "palette";
export interface Press { id: number; at: Point; touch: boolean; drag: Drag | null }
export type State = { in: "idle" } | { in: "pressed" | "dragging"; press: Press; last: Point } | { in: "pinching"; ids: [number, number]; at: Pair } | { in: "spent"; ids: number[] };
export type Input = { on: "down"; press: Press } | { on: "move" | "up"; id: number; at: Point } | { on: "lost"; id: number } | { on: "hold" | "escape" };
export type Effect = { do: "begin" | "drag" | "drop" | "tap" | "hold"; press: Press; at: Point } | { do: "abort" } | { do: "pinch"; before: Pair; now: Pair };
export const idle: State = { in: "idle" };

export function step(state: State, input: Input): [State, Effect[]] {
  switch (state.in) {
    case "idle": return input.on === "down" ? [{ in: "pressed", press: input.press, last: input.press.at }, []] : [state, []];
    case "pinching": return two(state, input);
    case "spent": {
      if (input.on === "down") return [{ in: "spent", ids: [...state.ids, input.press.id] }, []];
      if (input.on !== "up" && input.on !== "lost") return [state, []];
      const ids = state.ids.filter(id => id !== input.id);
      return [ids.length ? { in: "spent", ids } : idle, []];
    }
    default: return one(state, input);
  }
}

function one(state: Extract<State, { in: "pressed" | "dragging" }>, input: Input): [State, Effect[]] {
  const { press } = state, dragging = state.in === "dragging", stop: Effect[] = dragging ? [{ do: "abort" }] : [];
  if ("id" in input && input.id !== press.id) return [state, []];
  switch (input.on) {
    case "move":
      if (dragging) return [{ ...state, last: input.at }, [{ do: "drag", press, at: input.at }]];
      if (distance(input.at, press.at) < (press.touch ? 8 : 4)) return [state, []];
      return press.drag ? [{ in: "dragging", press, last: input.at }, [{ do: "begin", press, at: press.at }, { do: "drag", press, at: input.at }]] : [{ in: "spent", ids: [press.id] }, []];
    case "up": return [idle, [{ do: dragging ? "drop" : "tap", press, at: input.at }]];
    case "lost": return [idle, stop];
    case "escape": return dragging ? [{ in: "spent", ids: [press.id] }, stop] : [state, []];
    case "hold": return dragging || !press.touch || press.drag === "palette" ? [state, []] : [{ in: "spent", ids: [press.id] }, [{ do: "hold", press, at: press.at }]];
    case "down":
      if (!press.touch || !input.press.touch) return [state, []];
      if (press.drag === "palette") return [{ in: "spent", ids: [press.id, input.press.id] }, stop];
      return [{ in: "pinching", ids: [press.id, input.press.id], at: [state.last, input.press.at] }, dragging && press.drag === "pan" ? [{ do: "drop", press, at: state.last }] : stop];
  }
}

function two(state: Extract<State, { in: "pinching" }>, input: Input): [State, Effect[]] {
  const { ids, at } = state;
  if (!("id" in input) || !ids.includes(input.id)) return [state, []];
  const first = input.id === ids[0];
  if (input.on === "move") {
    const now: Pair = first ? [input.at, at[1]] : [at[0], input.at];
    return [{ ...state, at: now }, [{ do: "pinch", before: at, now }]];
  }
  const press: Press = { id: ids[first ? 1 : 0], at: at[first ? 1 : 0], touch: true, drag: "pan" };
  return [{ in: "dragging", press, last: press.at }, [{ do: "begin", press, at: press.at }]];
}

export type Spot = "node" | "port" | "end" | "edge" | "plus" | "ground";

/** What dragging means, by where it begins and with which button or key. Null: it means nothing. */
export function dragFor(spot: Spot, how: { button: number; touch: boolean; shift: boolean; space: boolean; boxes: boolean; edits: boolean }): Drag | null {
  if (how.button === 1 || (how.space && how.button === 0)) return "pan";
  if (how.button !== 0) return null;
  const edit = ({ node: "move", port: "connect", end: "reconnect" } as Partial<Record<Spot, Drag>>)[spot];
  return edit && how.edits ? edit : how.boxes || (how.shift && !how.touch) ? "box" : "pan";
}

/** As much of a node as the rules look at. */
export interface Joint { id: string; kind: string; label: string; hasInput: boolean }

/** Replaces {0} and {1}. */
export const words = (text: string | undefined, ...values: string[]): string => (text ?? "").replace(/\{(\d)\}/g, (_, n: string) => values[+n] ?? "");

/** Why no line may go from a port to a node, or null when it may. */
export function refusal(from: Joint, gives: string, to: Joint, isThere: boolean, rules: Refusal[], texts: Record<string, string>): string | null {
  if (from.id === to.id) return words(texts.self);
  if (!to.hasInput) return words(texts.noInput, to.label);
  if (isThere) return words(texts.already);
  return rules.find(rule => (rule.from === "*" || rule.from === gives) && (rule.to === "*" || rule.to === to.kind))?.reason ?? null;
}
