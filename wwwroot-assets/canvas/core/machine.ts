import type { Point } from "./contract.js";
import { distance, type Pair } from "./geometry.js";

// The life of a gesture.
//
//   idle ---down---> pressed ---moved far enough---> dragging ---up---> idle      (begin, drag ..., drop)
//                      |  |                             |
//                      |  +---up---> idle (tap)         +---escape---> spent      (abort)
//                      +---a finger rests---> spent     (hold)
//
// A pointer goes down (pressed); when it has moved far enough the drag begins (dragging), else it was a tap when it
// goes up, or a hold when a finger rests. A second finger turns pressing and panning into pinching; it ends any other
// drag without effect. Escape, a cancelled pointer and a lost capture abort. After an abort or a hold nothing counts
// until all pointers are up (spent). When one of two pinching fingers goes up the other one pans on. A third finger,
// or a second mouse, is not looked at.
//
// The machine knows no DOM and does nothing itself: it says what is to be done, and `input/pointers.ts` does it.

/** What dragging does. */
export type Drag = "pan" | "box" | "move" | "connect" | "reconnect" | "palette";

/** A pointer that went down; without a drag nothing of ours can be dragged from there. */
export interface Press { id: number; at: Point; touch: boolean; drag: Drag | null }

export type State =
  | { in: "idle" }
  | { in: "pressed" | "dragging"; press: Press; last: Point }
  | { in: "pinching"; ids: [number, number]; at: Pair }
  | { in: "spent"; ids: number[] };

export type Input =
  | { on: "down"; press: Press }
  | { on: "move" | "up"; id: number; at: Point }
  | { on: "lost"; id: number }
  | { on: "hold" | "escape" };

export type Effect =
  | { do: "begin" | "drag" | "drop" | "tap" | "hold"; press: Press; at: Point }
  | { do: "abort" }
  | { do: "pinch"; before: Pair; now: Pair };

type Step = [State, Effect[]];
type One = Extract<State, { in: "pressed" | "dragging" }>;
type Two = Extract<State, { in: "pinching" }>;
type Spent = Extract<State, { in: "spent" }>;

/** How far a pointer goes before it drags. */
const SLOP = 4;
const SLOP_OF_A_FINGER = 8;

export const idle: State = { in: "idle" };

/** The next state, and what is to be done on the way there. */
export function step(state: State, input: Input): Step {
  switch (state.in) {
    case "idle": return whenIdle(state, input);
    case "pinching": return whenPinching(state, input);
    case "spent": return whenSpent(state, input);
    default: return whenDown(state, input);
  }
}

function whenIdle(state: State, input: Input): Step {
  if (input.on !== "down") return [state, []];
  return [{ in: "pressed", press: input.press, last: input.press.at }, []];
}

function whenDown(state: One, input: Input): Step {
  const { press } = state;
  const isDragging = state.in === "dragging";
  const stop: Effect[] = isDragging ? [{ do: "abort" }] : [];
  const spent: State = { in: "spent", ids: [press.id] };
  if ("id" in input && input.id !== press.id) return [state, []];
  switch (input.on) {
    case "move": return whenMoved(state, input.at);
    case "up": return [idle, [{ do: isDragging ? "drop" : "tap", press, at: input.at }]];
    case "lost": return [idle, stop];
    case "escape": return isDragging ? [spent, stop] : [state, []];
    case "hold":
      if (isDragging || !press.touch || press.drag === "palette") return [state, []];
      return [spent, [{ do: "hold", press, at: press.at }]];
    case "down": return whenJoined(state, input.press, stop);
  }
}

function whenMoved(state: One, at: Point): Step {
  const { press } = state;
  const drag: Effect = { do: "drag", press, at };
  if (state.in === "dragging") return [{ ...state, last: at }, [drag]];
  if (distance(at, press.at) < (press.touch ? SLOP_OF_A_FINGER : SLOP)) return [state, []];
  if (!press.drag) return [{ in: "spent", ids: [press.id] }, []];
  return [{ in: "dragging", press, last: at }, [{ do: "begin", press, at: press.at }, drag]];
}

/** A second pointer came. */
function whenJoined(state: One, other: Press, stop: Effect[]): Step {
  const { press } = state;
  if (!press.touch || !other.touch) return [state, []];
  const ids: [number, number] = [press.id, other.id];
  if (press.drag === "palette") return [{ in: "spent", ids }, stop];
  const isPanning = state.in === "dragging" && press.drag === "pan";
  const ended: Effect[] = isPanning ? [{ do: "drop", press, at: state.last }] : stop;
  return [{ in: "pinching", ids, at: [state.last, other.at] }, ended];
}

function whenPinching(state: Two, input: Input): Step {
  const { ids, at } = state;
  if (!("id" in input) || !ids.includes(input.id)) return [state, []];
  const isFirst = input.id === ids[0];
  if (input.on === "move") {
    const now: Pair = isFirst ? [input.at, at[1]] : [at[0], input.at];
    return [{ ...state, at: now }, [{ do: "pinch", before: at, now }]];
  }
  const other = isFirst ? 1 : 0;
  const press: Press = { id: ids[other], at: at[other], touch: true, drag: "pan" };
  return [{ in: "dragging", press, last: press.at }, [{ do: "begin", press, at: press.at }]];
}

function whenSpent(state: Spent, input: Input): Step {
  if (input.on === "down") return [{ in: "spent", ids: [...state.ids, input.press.id] }, []];
  if (input.on !== "up" && input.on !== "lost") return [state, []];
  const ids = state.ids.filter(id => id !== input.id);
  return [ids.length ? { in: "spent", ids } : idle, []];
}

/** What a pointer is over. */
export type Spot = "node" | "port" | "end" | "edge" | "plus" | "ground";

/** With what a pointer goes down. */
export interface How { button: number; touch: boolean; shift: boolean; space: boolean; boxes: boolean; edits: boolean }

const EDITS: Partial<Record<Spot, Drag>> = { node: "move", port: "connect", end: "reconnect" };

/** What dragging means, by where it begins and with which button or key. Null: it means nothing. */
export function dragFor(spot: Spot, how: How): Drag | null {
  if (how.button === 1 || (how.space && how.button === 0)) return "pan";
  if (how.button !== 0) return null;
  const edit = EDITS[spot];
  if (edit && how.edits) return edit;
  return how.boxes || (how.shift && !how.touch) ? "box" : "pan";
}
