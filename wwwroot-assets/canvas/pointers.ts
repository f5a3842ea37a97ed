import type { Point } from "./contract.js";
import { borderSpeed, type Pair } from "./geometry.js";
import { idle, step, type Effect, type Input, type Press, type State } from "./machine.js";
import type { Viewport } from "./view.js";

/** A drag in progress. Places are in the window; `move` comes once a frame, and once more before `drop`. With `borders` the drawing moves when the pointer is at the border. */
export interface Gesture { borders?: boolean; move(at: Point): void; drop(): void; abort(): void }

export interface Actor {
  /** What a pointer that goes down may become; null when it is none of ours. */
  press(e: PointerEvent): Press | null;
  begin(press: Press): Gesture | null;
  busy(kind: string | null): void;
  captor(): Element | null;
  tap?(press: Press, e: PointerEvent): void;
  hold?(press: Press): void;
  pinch?(before: Pair, now: Pair): void;
}

/** Feeds pointer events to the machine and does what it says. */
export class Pointers {
  #state: State = idle;
  #gesture: Gesture | null = null;
  #at: Point = { x: 0, y: 0 };
  #frame = 0;
  #holding = 0;
  constructor(area: EventTarget, readonly port: Viewport, readonly actor: Actor, signal: AbortSignal) {
    const on = (target: EventTarget, type: string, listener: (e: PointerEvent) => void): void => target.addEventListener(type, listener as EventListener, { signal });
    on(area, "pointerdown", e => {
      port.measure();
      const press = actor.press(e);
      if (press) this.#feed({ on: "down", press });
      clearTimeout(this.#holding);
      if (this.#state.in === "pressed") this.#holding = setTimeout(() => this.#feed({ on: "hold" }), 500);
    });
    on(window, "pointermove", e => {
      // A mouse that let go where nobody told us, outside the window for one, is lost.
      if (!this.free) this.#feed(e.pointerType === "mouse" && e.buttons === 0 ? { on: "lost", id: e.pointerId } : { on: "move", id: e.pointerId, at: port.local(e) });
    });
    on(window, "pointerup", e => {
      if (this.#state.in === "dragging" || this.#state.in === "spent") noClick();
      this.#feed({ on: "up", id: e.pointerId, at: port.local(e) }, e);
    });
    on(window, "pointercancel", e => this.#feed({ on: "lost", id: e.pointerId }));
    on(window, "lostpointercapture", e => { if (e.target === actor.captor()) this.#feed({ on: "lost", id: e.pointerId }); });
    signal.addEventListener("abort", () => this.escape());
  }
  /** Whether no pointer is down. */
  get free(): boolean { return this.#state.in === "idle"; }
  /** Gives up what is being dragged; false when nothing is. */
  escape(busy = this.#state.in === "dragging"): boolean { this.#feed({ on: "escape" }); return busy; }
  #feed(input: Input, e?: PointerEvent): void {
    const [state, effects] = step(this.#state, input);
    this.#state = state;
    for (const effect of effects) this.#act(effect, e);
  }
  #act(effect: Effect, e?: PointerEvent): void {
    const { actor } = this;
    if ("at" in effect) this.#at = effect.at;
    switch (effect.do) {
      case "begin":
        this.#gesture = actor.begin(effect.press);
        try { actor.captor()?.setPointerCapture(effect.press.id); } catch { /* the pointer is up already */ }
        return actor.busy(effect.press.drag);
      case "drag": this.#frame ||= requestAnimationFrame(() => this.#draw()); return;
      case "tap": return actor.tap?.(effect.press, e!);
      case "hold": return actor.hold?.(effect.press);
      case "pinch": actor.busy("pinch"); return actor.pinch?.(effect.before, effect.now);
      default:
        cancelAnimationFrame(this.#frame);
        this.#frame = 0;
        // Where it was let go, and not where it was a frame ago.
        if (effect.do === "drop") this.#gesture?.move(this.#at);
        this.#gesture?.[effect.do]();
        this.#gesture = null;
        actor.busy(null);
    }
  }
  #draw(): void {
    const { x, y } = this.#gesture?.borders ? borderSpeed(this.#at, this.port.size) : { x: 0, y: 0 };
    this.#frame = x || y ? requestAnimationFrame(() => this.#draw()) : 0;
    if (this.#frame) this.port.pan(x, y);
    this.#gesture?.move(this.#at);
  }
}

/** A drag is no click, whatever it ends on. */
function noClick(): void {
  const once = new AbortController();
  window.addEventListener("click", e => { e.stopImmediatePropagation(); e.preventDefault(); }, { capture: true, signal: once.signal });
  setTimeout(() => once.abort(), 0);
}
