import type { Answer, Link, Op } from "./contract.js";

interface Entry { id: string; base: number; replay: boolean; op: Op }

/** Whom the outbox asks and tells. */
export interface Owner {
  revision(): number;
  settled(op: Op, answer: Answer): void;
  offline(is: boolean): void;
}

type Listener = (isUp: boolean) => void;
type Telling = (...values: unknown[]) => unknown;

/** As much of Blazor's handler as we use. */
interface Handler { onConnectionDown: Telling; onConnectionUp: Telling; isWatched?: boolean }

/** Letters a message may have. */
const PART = 8000;
/** Milliseconds for an answer, and between two tries. */
const PATIENCE = 15_000;
const RETRY = 2000;
/** What only matters now. */
const FLEETING = ["select", "open", "menu"];
/** How Blazor says that a message found no way, and not that the server failed. */
const CUT_OFF = /dispatcher|disposed|tracked object|not in the 'Connected'/i;

/**
 * Edits on their way to the server, one after the other. Each is kept in the tab's storage until it is answered; what
 * the connection cut off is sent again when it is back, under the same id, so that it is done once.
 */
export class Outbox {
  online = true;
  #queue: Entry[] = [];
  #busy = false;
  #known = -1;
  #retry = 0;
  #cut: () => void = () => {};

  constructor(readonly link: Link, readonly name: string, readonly owner: Owner, signal: AbortSignal) {
    watchCircuit(is => this.#circuit(is), signal);
    signal.addEventListener("abort", () => this.#close());
    this.#queue = this.#kept();
    void this.#pump();
  }

  /** An edit: kept until it is answered. */
  send(op: Op): void {
    const id = `${Date.now().toString(36)}${Math.random().toString(36).slice(1)}`;
    const base = Math.max(this.owner.revision(), this.#known);
    this.#queue.push({ id, base, replay: false, op });
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
    while (this.online) {
      const entry = this.#queue[0];
      if (!entry) break;
      const answer = await this.#deliver(entry);
      if (answer) this.#answered(entry, answer);
      else entry.replay = true;
    }
    this.#busy = false;
    if (this.online) this.owner.offline(false);
  }

  #answered(entry: Entry, answer: Answer): void {
    this.#queue.shift();
    if (answer.accepted && answer.revision === entry.base + 1) {
      // What was done on top of this edit was done in its knowledge.
      for (const later of this.#queue) if (later.base === entry.base) later.base = answer.revision;
      this.#known = answer.revision;
    }
    this.#keep();
    this.owner.settled(entry.op, answer);
  }

  /** The answer, or null when the connection broke off. */
  async #deliver(entry: Entry): Promise<Answer | null> {
    const patience = setTimeout(() => this.#lost(), PATIENCE);
    const gone = new Promise<null>(done => { this.#cut = () => done(null); });
    try {
      return await Promise.race([this.#post(JSON.stringify(entry)), gone]);
    } catch (fault) {
      if (!CUT_OFF.test(String(fault))) return { accepted: false, message: null, revision: -1 };
      this.#lost();
      return null;
    } finally {
      clearTimeout(patience);
    }
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
    if (is) {
      void this.#pump();
      return;
    }
    this.owner.offline(true);
    this.#cut();
  }

  /** Nobody told us, but nothing comes through: try again until something does. */
  #lost(): void {
    this.#circuit(false);
    this.#retry = setTimeout(() => this.#circuit(true), RETRY);
  }

  #close(): void {
    this.online = false;
    clearTimeout(this.#retry);
    this.#cut();
  }

  #kept(): Entry[] {
    try {
      const entries = JSON.parse(sessionStorage.getItem(this.name) ?? "[]") as Entry[];
      return entries.map(entry => ({ ...entry, replay: true }));
    } catch {
      return []; // No storage, or not ours.
    }
  }

  #keep(): void {
    const edits = this.#queue.filter(entry => !FLEETING.includes(entry.op.type));
    try {
      if (edits.length && this.name) sessionStorage.setItem(this.name, JSON.stringify(edits));
      else sessionStorage.removeItem(this.name);
    } catch {
      // Full or forbidden: kept as long as the page.
    }
  }
}

const listeners = new Set<Listener>();

/** Tells when the circuit went or came, until the signal ends it. */
function watchCircuit(listener: Listener, signal: AbortSignal): void {
  listenToBlazor();
  listeners.add(listener);
  signal.addEventListener("abort", () => listeners.delete(listener));
}

/** Blazor tells its reconnection handler, and nobody else: we stand before it. */
function listenToBlazor(): void {
  const { Blazor } = globalThis as { Blazor?: { defaultReconnectionHandler?: Handler } };
  const handler = Blazor?.defaultReconnectionHandler;
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
