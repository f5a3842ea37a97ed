import type { Point } from "./contract.js";
import { distance } from "./geometry.js";

// The life of a gesture. A pointer goes down (pressed); when it has moved far enough the drag begins (dragging), else it was a tap when it
// goes up, or a hold when a finger rests. A second finger turns pressing and panning into pinching; it ends any other drag without effect.
// Escape, a cancelled pointer and a lost capture abort. After an abort or a hold nothing counts until all pointers are up (spent). When
// one of two pinching fingers goes up the other one pans on. A third finger, or a second mouse, is not looked at.

export type Drag = "pan" | "box" | "move" | "connect" | "reconnect" | "palette";
export interface Press { id: number; at: Point; touch: boolean; drag: Drag | null }

export type State =
  | { in: "idle" }
  | { in: "pressed" | "dragging"; press: Press; last: Point }
  | { in: "pinching"; ids: [number, number]; at: [Point, Point] }
  | { in: "spent"; ids: number[] };

export type Input =
  | { on: "down"; press: Press }
  | { on: "move"; id: number; at: Point }
  | { on: "up"; id: number; at: Point }
  | { on: "lost"; id: number }
  | { on: "hold" }
  | { on: "escape" };

export type Effect =
  | { do: "begin" | "drag" | "drop" | "tap" | "hold"; press: Press; at: Point }
  | { do: "abort" }
  | { do: "pinch"; before: [Point, Point]; now: [Point, Point] };

export const idle: State = { in: "idle" };

export function step(state: State, input: Input): [State, Effect[]] {
  switch (state.in) {
    case "idle":
      return input.on === "down" ? [{ in: "pressed", press: input.press, last: input.press.at }, []] : [state, []];
    case "pressed":
    case "dragging":
      return one(state, input);
    case "pinching":
      return two(state, input);
    case "spent": {
      if (input.on === "down") return [{ in: "spent", ids: [...state.ids, input.press.id] }, []];
      if (input.on !== "up" && input.on !== "lost") return [state, []];
      const ids = state.ids.filter(id => id !== input.id);
      return [ids.length ? { in: "spent", ids } : idle, []];
    }
  }
}

function one(state: Extract<State, { in: "pressed" | "dragging" }>, input: Input): [State, Effect[]] {
  const { press } = state, dragging = state.in === "dragging";
  const stop: Effect[] = dragging ? [{ do: "abort" }] : [];
  switch (input.on) {
    case "move": {
      if (input.id !== press.id) return [state, []];
      if (dragging) return [{ ...state, last: input.at }, [{ do: "drag", press, at: input.at }]];
      if (distance(input.at, press.at) < (press.touch ? 8 : 4)) return [state, []];
      if (!press.drag) return [{ in: "spent", ids: [press.id] }, []];
      return [{ in: "dragging", press, last: input.at }, [{ do: "begin", press, at: press.at }, { do: "drag", press, at: input.at }]];
    }
    case "up":
      return input.id === press.id ? [idle, [{ do: dragging ? "drop" : "tap", press, at: input.at }]] : [state, []];
    case "lost":
      return input.id === press.id ? [idle, stop] : [state, []];
    case "escape":
      return dragging ? [{ in: "spent", ids: [press.id] }, stop] : [state, []];
    case "hold":
      return dragging || !press.touch ? [state, []] : [{ in: "spent", ids: [press.id] }, [{ do: "hold", press, at: press.at }]];
    case "down": {
      if (!press.touch || !input.press.touch) return [state, []];
      if (press.drag === "palette") return [{ in: "spent", ids: [press.id, input.press.id] }, stop];
      const ended: Effect[] = dragging && press.drag === "pan" ? [{ do: "drop", press, at: state.last }] : stop;
      return [{ in: "pinching", ids: [press.id, input.press.id], at: [state.last, input.press.at] }, ended];
    }
  }
}

function two(state: Extract<State, { in: "pinching" }>, input: Input): [State, Effect[]] {
  const { ids, at } = state;
  if (input.on === "move" && ids.includes(input.id)) {
    const now: [Point, Point] = input.id === ids[0] ? [input.at, at[1]] : [at[0], input.at];
    return [{ ...state, at: now }, [{ do: "pinch", before: at, now }]];
  }
  if ((input.on === "up" || input.on === "lost") && ids.includes(input.id)) {
    const stays = input.id === ids[0] ? 1 : 0;
    const press: Press = { id: ids[stays], at: at[stays], touch: true, drag: "pan" };
    return [{ in: "dragging", press, last: press.at }, [{ do: "begin", press, at: press.at }]];
  }
  return [state, []];
}

export type Spot = "node" | "port" | "end" | "edge" | "plus" | "ground";

/** What dragging means, by where it begins and with which button or key. Null: it means nothing. */
export function dragFor(spot: Spot, how: { button: number; touch: boolean; shift: boolean; space: boolean; boxes: boolean; edits: boolean }): Drag | null {
  if (how.button === 1 || (how.space && how.button === 0)) return "pan";
  if (how.button !== 0) return null;
  if (spot === "node" && how.edits) return "move";
  if (spot === "port" && how.edits) return "connect";
  if (spot === "end" && how.edits) return "reconnect";
  return how.boxes || (how.shift && !how.touch) ? "box" : "pan";
}
