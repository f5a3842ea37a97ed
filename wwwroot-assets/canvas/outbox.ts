import type { Answer, Link, Op } from "./contract.js";
interface Entry { id: string; base: number; replay: boolean; op: Op }
interface Owner { revision(): number; settled(op: Op, answer: Answer): void; offline(is: boolean): void }
type Reconnecting = Record<"onConnectionDown" | "onConnectionUp", (...values: unknown[]) => unknown> & { isWatched?: boolean };

const PART = 8000, PATIENCE = 15_000, RETRY = 2000, FLEETING = ["select", "open", "menu"], listeners = new Set<(is: boolean) => void>();

/**
 * Edits on their way to the server, one after the other. Each is kept in the tab's storage until it is answered; what the connection cut
 * off is sent again when it is back, under the same id, so that it is done once.
 */
export class Outbox {
  online = true;
  #queue: Entry[] = [];
  #busy = false;
  #known = -1;
  #retry = 0;
  #cut: () => void = () => {};
  constructor(readonly link: Link, readonly name: string, readonly owner: Owner, signal: AbortSignal) {
    const listener = (is: boolean): void => this.#circuit(is);
    watchCircuit();
    listeners.add(listener);
    signal.addEventListener("abort", () => { listeners.delete(listener); this.online = false; clearTimeout(this.#retry); this.#cut(); });
    try { this.#queue = (JSON.parse(sessionStorage.getItem(name) ?? "[]") as Entry[]).map(entry => ({ ...entry, replay: true })); } catch { /* no storage, or not ours */ }
    void this.#pump();
  }
  /** An edit: kept until it is answered. */
  send(op: Op): void {
    this.#queue.push({ id: `${Date.now().toString(36)}${Math.random().toString(36).slice(1)}`, base: Math.max(this.owner.revision(), this.#known), replay: false, op });
    this.#keep();
    void this.#pump();
  }
  /** What only matters now; a newer one of its kind replaces it. */
  tell(op: Op): void {
    this.#queue = this.#queue.filter((entry, i) => entry.op.type !== op.type || (i === 0 && this.#busy));
    if (this.online) this.send(op);
  }
  async #pump(): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    for (let entry; this.online && (entry = this.#queue[0]);) {
      const answer = await this.#deliver(entry);
      if (!answer) { entry.replay = true; continue; }
      this.#queue.shift();
      if (answer.accepted && answer.revision === entry.base + 1) {
        // What was done on top of this edit was done in its knowledge.
        for (const later of this.#queue) if (later.base === entry.base) later.base = answer.revision;
        this.#known = answer.revision;
      }
      this.#keep();
      this.owner.settled(entry.op, answer);
    }
    this.#busy = false;
    if (this.online) this.owner.offline(false);
  }
  /** The answer, or null when the connection broke off. */
  async #deliver(entry: Entry): Promise<Answer | null> {
    let patience = 0;
    const gone = new Promise<null>(done => { this.#cut = () => done(null); patience = setTimeout(() => this.#lost(), PATIENCE); });
    try {
      return await Promise.race([this.#post(JSON.stringify(entry)), gone]);
    } catch (fault) {
      if (!/dispatcher|disposed|tracked object|not in the 'Connected'/i.test(String(fault))) return { accepted: false, message: null, revision: -1 };
      this.#lost();
      return null;
    } finally { clearTimeout(patience); }
  }
  /** In parts, because the server ends the circuit over a message that is too long. */
  async #post(text: string): Promise<Answer> {
    let at = 0;
    if (text.length > PART) await this.link.invokeMethodAsync("Clear");
    for (; text.length - at > PART; at += PART) await this.link.invokeMethodAsync("Part", text.slice(at, at + PART));
    return this.link.invokeMethodAsync("Send", text.slice(at));
  }
  #circuit(is: boolean): void {
    clearTimeout(this.#retry);
    if (is === this.online) return;
    this.online = is;
    if (is) return void this.#pump();
    this.owner.offline(true);
    this.#cut();
  }
  /** Nobody told us, but nothing comes through: try again until something does. */
  #lost(): void { this.#circuit(false); this.#retry = setTimeout(() => this.#circuit(true), RETRY); }
  #keep(): void {
    const edits = this.#queue.filter(entry => !FLEETING.includes(entry.op.type));
    try { if (edits.length && this.name) sessionStorage.setItem(this.name, JSON.stringify(edits)); else sessionStorage.removeItem(this.name); } catch { /* full or forbidden: kept as long as the page */ }
  }
}

/** Blazor tells its reconnection handler when a circuit went or came. */
function watchCircuit(): void {
  const handler = (globalThis as { Blazor?: { defaultReconnectionHandler?: Reconnecting } }).Blazor?.defaultReconnectionHandler;
  if (!handler || handler.isWatched) return;
  handler.isWatched = true;
  for (const name of ["onConnectionDown", "onConnectionUp"] as const) {
    const before = handler[name];
    handler[name] = (...values) => {
      const result = before.apply(handler, values);
      for (const listener of listeners) listener(name === "onConnectionUp");
      return result;
    };
  }
}
