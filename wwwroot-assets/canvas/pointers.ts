import type { Point } from "./contract.js";
import { borderSpeed } from "./geometry.js";
import { idle, step, type Effect, type Input, type Press, type State } from "./machine.js";
import type { Viewport } from "./viewport.js";

/** A drag in progress. Places are in the window; `move` comes once a frame. */
export interface Gesture {
  /** Whether the drawing moves when the pointer is at the border. */
  borders?: boolean;
  move(at: Point): void;
  drop(): void;
  abort(): void;
}

export interface Actor {
  /** What a pointer that goes down may become; null when it is none of ours. */
  press(e: PointerEvent): Press | null;
  begin(press: Press): Gesture | null;
  tap?(press: Press, e: PointerEvent): void;
  hold?(press: Press): void;
  busy(kind: string | null): void;
  captor(): Element | null;
}

const HOLD = 500;

/** Feeds pointer events to the machine and does what it says. */
export class Pointers {
  #state: State = idle;
  #gesture: Gesture | null = null;
  #at: Point = { x: 0, y: 0 };
  #frame = 0;
  #holding = 0;
  #last: PointerEvent | null = null;
  readonly #off = new AbortController();

  constructor(area: EventTarget, readonly port: Viewport, readonly actor: Actor) {
    const on = (target: EventTarget, type: string, listener: (e: PointerEvent) => void, capture = false): void =>
      target.addEventListener(type, e => listener(e as PointerEvent), { signal: this.#off.signal, capture });
    on(area, "pointerdown", e => this.#down(e));
    on(window, "pointermove", e => this.#state.in !== "idle" && this.#move(e));
    on(window, "pointerup", e => {
      if (this.#state.in === "dragging" || this.#state.in === "spent") noClick();
      this.#last = e;
      this.#feed({ on: "up", id: e.pointerId, at: port.local(e) });
    });
    on(window, "pointercancel", e => this.#feed({ on: "lost", id: e.pointerId }));
    on(window, "lostpointercapture", e => { if (e.target === this.actor.captor()) this.#feed({ on: "lost", id: e.pointerId }); });
  }

  get busy(): boolean { return this.#state.in === "dragging" || this.#state.in === "pinching"; }

  /** No pointer is down. */
  get free(): boolean { return this.#state.in === "idle"; }

  dispose(): void { this.#off.abort(); this.#feed({ on: "escape" }); clearTimeout(this.#holding); }

  /** Gives up what is being dragged; false when nothing is. */
  escape(): boolean {
    const busy = this.#state.in === "dragging";
    this.#feed({ on: "escape" });
    return busy;
  }

  #down(e: PointerEvent): void {
    this.port.measure();
    const press = this.actor.press(e);
    if (!press) return;
    this.#at = press.at;
    this.#feed({ on: "down", press });
    clearTimeout(this.#holding);
    if (this.#state.in === "pressed") this.#holding = setTimeout(() => this.#feed({ on: "hold" }), HOLD);
  }

  #move(e: PointerEvent): void {
    // A mouse that let go where nobody told us, outside the window for one.
    if (e.pointerType === "mouse" && e.buttons === 0) return this.#feed({ on: "lost", id: e.pointerId });
    this.#feed({ on: "move", id: e.pointerId, at: this.port.local(e) });
  }

  #feed(input: Input): void {
    const [state, effects] = step(this.#state, input);
    this.#state = state;
    for (const effect of effects) this.#act(effect);
  }

  #act(effect: Effect): void {
    switch (effect.do) {
      case "begin":
        this.#gesture = this.actor.begin(effect.press);
        this.#at = effect.at;
        try { this.actor.captor()?.setPointerCapture(effect.press.id); } catch { /* the pointer is up already */ }
        this.actor.busy(effect.press.drag);
        return;
      case "drag":
        this.#at = effect.at;
        this.#frame ||= requestAnimationFrame(() => this.#draw());
        return;
      case "drop":
        // Where it was let go, and not where it was a frame ago.
        this.#at = effect.at;
        this.#gesture?.move(this.#at);
        return this.#end(gesture => gesture.drop());
      case "abort":
        return this.#end(gesture => gesture.abort());
      case "tap":
        return void (this.#last && this.actor.tap?.(effect.press, this.#last));
      case "hold":
        return void this.actor.hold?.(effect.press);
      case "pinch":
        return this.actor.busy("pinch"), this.pinched(effect.before, effect.now);
    }
  }

  pinched: (before: [Point, Point], now: [Point, Point]) => void = () => {};

  #draw(): void {
    this.#frame = 0;
    const gesture = this.#gesture;
    if (!gesture) return;
    if (gesture.borders) {
      const speed = borderSpeed(this.#at, this.port.size);
      if (speed.x || speed.y) {
        this.port.pan(speed.x, speed.y);
        this.#frame = requestAnimationFrame(() => this.#draw());
      }
    }
    gesture.move(this.#at);
  }

  #end(how: (gesture: Gesture) => void): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    const gesture = this.#gesture;
    this.#gesture = null;
    if (gesture) how(gesture);
    this.actor.busy(null);
  }
}

/** A drag is no click, whatever it ends on. */
function noClick(): void {
  const stop = (e: Event): void => { e.stopImmediatePropagation(); e.preventDefault(); };
  window.addEventListener("click", stop, { capture: true, once: true });
  setTimeout(() => window.removeEventListener("click", stop, { capture: true }), 0);
}
