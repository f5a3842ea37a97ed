import type { Board } from "../board.js";
import type { Point } from "../core/contract.js";
import { borderSpeed, type Pair } from "../core/geometry.js";
import { idle, step, type Effect, type Input, type Press, type State } from "../core/machine.js";
import type { Gesture } from "../gestures/gesture.js";

/** Who decides what the machine's words mean. */
export interface Actor {
  /** What a pointer that goes down may become; null when it is none of ours. */
  press(e: PointerEvent): Press | null;
  begin(press: Press): Gesture | null;
  /** The element that keeps the pointer while it drags. */
  captor(): Element | null;
  tap?(press: Press, e: PointerEvent): void;
  hold?(press: Press): void;
  pinch?(before: Pair, now: Pair): void;
}

/** How long a finger rests until that means something. */
const HOLD = 500;

/** Feeds pointer events to the machine and does what it says. */
export class Pointers {
  #state: State = idle;
  #gesture: Gesture | null = null;
  #at: Point = { x: 0, y: 0 };
  #frame = 0;
  #holding = 0;

  constructor(area: EventTarget, readonly board: Board, readonly actor: Actor) {
    const { signal } = board.off;
    const on = (target: EventTarget, type: string, listener: (e: PointerEvent) => void): void =>
      target.addEventListener(type, listener as EventListener, { signal });
    on(area, "pointerdown", e => this.#down(e));
    on(window, "pointermove", e => this.#move(e));
    on(window, "pointerup", e => this.#up(e));
    on(window, "pointercancel", e => this.#lost(e));
    on(window, "lostpointercapture", e => {
      if (e.target === actor.captor()) this.#lost(e);
    });
    signal.addEventListener("abort", () => this.escape());
  }

  /** Whether no pointer is down. */
  get free(): boolean {
    return this.#state.in === "idle";
  }

  /** Gives up what is being dragged; false when nothing is. */
  escape(): boolean {
    const isDragging = this.#state.in === "dragging";
    this.#feed({ on: "escape" });
    return isDragging;
  }

  #down(e: PointerEvent): void {
    this.board.port.measure();
    const press = this.actor.press(e);
    if (press) this.#feed({ on: "down", press });
    clearTimeout(this.#holding);
    if (this.#state.in === "pressed") this.#holding = setTimeout(() => this.#feed({ on: "hold" }), HOLD);
  }

  #move(e: PointerEvent): void {
    if (this.free) return;
    // A mouse that let go where nobody told us, outside the window for one, is lost.
    if (e.pointerType === "mouse" && e.buttons === 0) this.#lost(e);
    else this.#feed({ on: "move", id: e.pointerId, at: this.board.port.local(e) });
  }

  #up(e: PointerEvent): void {
    if (this.#state.in === "dragging" || this.#state.in === "spent") swallowClick();
    this.#feed({ on: "up", id: e.pointerId, at: this.board.port.local(e) }, e);
  }

  #lost(e: PointerEvent): void {
    this.#feed({ on: "lost", id: e.pointerId });
  }

  #feed(input: Input, e?: PointerEvent): void {
    const [state, effects] = step(this.#state, input);
    this.#state = state;
    for (const effect of effects) this.#act(effect, e);
  }

  #act(effect: Effect, e?: PointerEvent): void {
    const { actor, board } = this;
    if ("at" in effect) this.#at = effect.at;
    switch (effect.do) {
      case "begin": return this.#begin(effect.press);
      case "drag": return this.#drag();
      case "tap": return actor.tap?.(effect.press, e!);
      case "hold": return actor.hold?.(effect.press);
      case "pinch":
        board.busy("pinch");
        return actor.pinch?.(effect.before, effect.now);
      default: return this.#end(effect.do);
    }
  }

  #begin(press: Press): void {
    this.#gesture = this.actor.begin(press);
    try {
      this.actor.captor()?.setPointerCapture(press.id);
    } catch {
      // The pointer is up already.
    }
    this.board.busy(press.drag);
  }

  /** However often the pointer moves, the gesture does once a frame. */
  #drag(): void {
    this.#frame ||= requestAnimationFrame(() => this.#draw());
  }

  #end(how: "drop" | "abort"): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    // Where it was let go, and not where it was a frame ago.
    if (how === "drop") this.#gesture?.move(this.#at);
    this.#gesture?.[how]();
    this.#gesture = null;
    this.board.busy(null);
  }

  /** Once a frame; again and again while the pointer is at the border. */
  #draw(): void {
    const { x, y } = this.#gesture?.borders ? borderSpeed(this.#at, this.board.port.size) : { x: 0, y: 0 };
    this.#frame = x || y ? requestAnimationFrame(() => this.#draw()) : 0;
    if (this.#frame) this.board.port.pan(x, y);
    this.#gesture?.move(this.#at);
  }
}

/** A drag is no click, whatever it ends on. */
function swallowClick(): void {
  const once = new AbortController();
  window.addEventListener("click", e => {
    e.stopImmediatePropagation();
    e.preventDefault();
  }, { capture: true, signal: once.signal });
  setTimeout(() => once.abort(), 0);
}
