import type { Answer, Link, Op } from "./contract.js";

interface Entry { id: string; base: number; replay: boolean; op: Op }

interface Owner {
  revision(): number;
  settled(op: Op, answer: Answer): void;
  offline(is: boolean): void;
}

const PART = 8000, PATIENCE = 15_000, RETRY = 2000;

/**
 * Edits on their way to the server, one after the other. Each is kept in the tab's storage until it is answered; what the connection cut
 * off is sent again when it is back, under the same id, so that it is done once.
 */
export class Outbox {
  #queue: Entry[] = [];
  #busy = false;
  #online = true;
  #known = -1;
  #cut: () => void = () => {};
  #retry = 0;
  #count = 0;
  readonly #unwatch: () => void;
  readonly #name: string;

  constructor(readonly link: Link, key: string, readonly owner: Owner) {
    this.#name = key && `fbc-edits:${key}`;
    this.#unwatch = watchCircuit(is => this.#circuit(is));
    try { this.#queue = (JSON.parse(sessionStorage.getItem(this.#name) ?? "[]") as Entry[]).map(entry => ({ ...entry, replay: true })); } catch { /* no storage, or not ours */ }
    void this.#pump();
  }

  get online(): boolean { return this.#online; }

  dispose(): void { this.#unwatch(); clearTimeout(this.#retry); this.#cut(); }

  /** An edit: kept until it is answered. */
  send(op: Op): void {
    this.#queue.push({ id: `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}-${this.#count++}`, base: Math.max(this.owner.revision(), this.#known), replay: false, op });
    this.#keep();
    void this.#pump();
  }

  /** What only matters now; a newer one of its kind replaces it. */
  tell(op: Op): void {
    if (!this.#online) return;
    this.#queue = this.#queue.filter((entry, i) => entry.op.type !== op.type || (i === 0 && this.#busy));
    this.send(op);
  }

  async #pump(): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    try {
      for (let entry; this.#online && (entry = this.#queue[0]);) {
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
    } finally {
      this.#busy = false;
    }
    if (this.#online) this.owner.offline(false);
  }

  /** The answer, or null when the connection broke off. */
  async #deliver(entry: Entry): Promise<Answer | null> {
    const text = JSON.stringify(entry);
    let patience = 0;
    try {
      const gone = new Promise<null>(done => { this.#cut = () => done(null); patience = setTimeout(() => { this.#lost(); done(null); }, PATIENCE); });
      return await Promise.race([this.#post(text), gone]);
    } catch (fault) {
      if (!/dispatcher|disposed|tracked object|not in the 'Connected'/i.test(String(fault))) return { accepted: false, message: null, revision: -1 };
      this.#lost();
      return null;
    } finally {
      clearTimeout(patience);
    }
  }

  /** Parts, because the server ends the circuit over a message that is too long. */
  async #post(text: string): Promise<Answer> {
    if (text.length > PART) await this.link.invokeMethodAsync("Clear");
    let at = 0;
    for (; text.length - at > PART; at += PART) await this.link.invokeMethodAsync("Part", text.slice(at, at + PART));
    return this.link.invokeMethodAsync<Answer>("Send", text.slice(at));
  }

  #circuit(is: boolean): void {
    clearTimeout(this.#retry);
    if (is === this.#online) return;
    this.#online = is;
    if (is) return void this.#pump();
    this.owner.offline(true);
    this.#cut();
  }

  /** Nobody told us, but nothing comes through: try again until something does. */
  #lost(): void {
    if (!this.#online) return;
    this.#circuit(false);
    this.#retry = setTimeout(() => this.#circuit(true), RETRY);
  }

  #keep(): void {
    if (!this.#name) return;
    const edits = this.#queue.filter(entry => !["select", "open", "menu"].includes(entry.op.type));
    try {
      if (edits.length) sessionStorage.setItem(this.#name, JSON.stringify(edits)); else sessionStorage.removeItem(this.#name);
    } catch { /* full or forbidden: kept as long as the page */ }
  }
}

interface Reconnecting { onConnectionDown(...values: unknown[]): unknown; onConnectionUp(...values: unknown[]): unknown; fbc?: boolean }

const listeners = new Set<(is: boolean) => void>();
const tell = (is: boolean): void => { for (const listener of listeners) listener(is); };
let isWatching = false;

/** Blazor says that a circuit went or came to its reconnection handler, and to the page's own dialog if it has one. */
function watchCircuit(listener: (is: boolean) => void): () => void {
  listeners.add(listener);
  const handler = (globalThis as { Blazor?: { defaultReconnectionHandler?: Reconnecting } }).Blazor?.defaultReconnectionHandler;
  if (handler && !handler.fbc) {
    const { onConnectionDown: down, onConnectionUp: up } = handler;
    Object.assign(handler, {
      fbc: true,
      onConnectionDown: (...values: unknown[]) => { tell(false); return down.apply(handler, values); },
      onConnectionUp: (...values: unknown[]) => { const result = up.apply(handler, values); tell(true); return result; },
    });
  }
  if (!isWatching) {
    isWatching = true;
    document.addEventListener("components-reconnect-state-changed", e => {
      const state = (e as CustomEvent<{ state: string }>).detail?.state;
      if (state === "hide") tell(true);
      else if (state === "show" || state === "failed" || state === "rejected") tell(false);
    }, true);
  }
  return () => listeners.delete(listener);
}
