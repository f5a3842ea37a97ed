import { Board } from "./board.js";
import type { Link, Options, Point } from "./core/contract.js";
import { Hand } from "./input/hand.js";
import { Keyboard } from "./input/keyboard.js";
import { Shelf } from "./input/shelf.js";

const SVG = "image/svg+xml";
/** Browsers draw no larger canvas. */
const MOST = 8000;

const canvases = new Map<HTMLElement, Canvas>();

/** Brings a canvas to life; the server calls what comes back. */
export function attach(root: HTMLElement, link: Link, options: Options): Canvas {
  // A circuit that was resumed or replaced leaves its canvases behind.
  for (const [other, canvas] of canvases) if (other === root || !other.isConnected) canvas.dispose();
  const canvas = new Canvas(root, link, options);
  canvases.set(root, canvas);
  root.dataset.ready = "";
  return canvas;
}

/** What the server may ask of a canvas, and who listens to the person. */
class Canvas {
  readonly savePicture = savePicture;
  readonly #board: Board;
  readonly #keys: Keyboard;
  readonly #hand: Hand;
  readonly #shelf: Shelf;

  constructor(readonly root: HTMLElement, link: Link, options: Options) {
    this.#board = new Board(root, link, options);
    this.#keys = new Keyboard(this.#board);
    this.#hand = new Hand(this.#board, this.#keys);
    this.#shelf = new Shelf(this.#board);
    this.#listenToPointers();
    this.#listenToKeys();
    this.#on(root, "click", e => this.#click(e));
  }

  setCounts(changed: Record<string, number>): void {
    this.#board.counts.set(changed);
  }

  select(nodes: string[]): void {
    this.#board.scene.select(nodes);
  }

  focusNode(id: string): void {
    const node = this.#board.scene.nodes.get(id);
    if (!node) return;
    this.#board.scene.select([id]);
    this.#board.focus(node, "read");
  }

  fit(): void {
    this.#board.fit(true);
  }

  zoom(factor: number): void {
    this.#board.port.zoom(factor);
  }

  centerOn(at: Point): void {
    this.#board.port.center(at);
  }

  configure(options: Options): void {
    this.#board.options = options;
  }

  fullScreen(): void {
    const whole = this.root.closest("[data-canvas-full]") ?? this.root;
    if (document.fullscreenElement) void document.exitFullscreen();
    else whole.requestFullscreen().catch(() => { /* the browser's choice */ });
  }

  dispose(): void {
    this.#keys.flush();
    this.#board.off.abort();
    canvases.delete(this.root);
  }

  #listenToPointers(): void {
    const { pane, port } = this.#board;
    this.#on(pane, "wheel", e => this.#hand.wheel(e), { passive: false });
    this.#on(pane, "pointerenter", () => port.measure());
    this.#on(pane, "pointermove", e => { this.#board.pointer = port.drawing(port.local(e)); });
    this.#on(pane, "mousedown", e => { if (e.button === 1) e.preventDefault(); });
    this.#on(pane, "dragstart", e => e.preventDefault());
    this.#on(pane, "contextmenu", e => this.#hand.menu(e));
  }

  #listenToKeys(): void {
    this.#on(window, "keydown", e => this.#escape(e), { capture: true });
    this.#on(this.#board.pane, "keydown", e => this.#keys.down(e));
    this.#on(window, "keyup", e => this.#keys.up(e));
    this.#on(window, "blur", () => this.#keys.left());
  }

  #on<K extends keyof HTMLElementEventMap>(
    target: EventTarget,
    type: K,
    listener: (e: HTMLElementEventMap[K]) => void,
    more?: AddEventListenerOptions,
  ): void {
    target.addEventListener(type, listener as EventListener, { signal: this.#board.off.signal, ...more });
  }

  /** Before anybody else: it gives up what is being dragged, and then means nothing more. */
  #escape(e: KeyboardEvent): void {
    if (e.key !== "Escape") return;
    if (!this.#hand.pointers.escape() && !this.#shelf.pointers.escape()) return;
    e.preventDefault();
    e.stopImmediatePropagation();
  }

  /** The toolbar's buttons, and any others with `data-do`. */
  #click(e: MouseEvent): void {
    const button = (e.target as Element).closest<HTMLElement>("[data-do]");
    switch (button?.dataset.do) {
      case "in": return this.zoom(1.25);
      case "out": return this.zoom(0.8);
      case "fit": return this.fit();
      case "full": return this.fullScreen();
      case "box": return this.#toggleBoxes(button);
    }
  }

  #toggleBoxes(button: HTMLElement): void {
    this.#hand.boxes = this.root.toggleAttribute("data-boxes");
    button.setAttribute("aria-pressed", String(this.#hand.boxes));
  }
}

/** Lets the browser save an SVG text, as it is or drawn twice as large as a PNG. */
async function savePicture(name: string, svg: string): Promise<void> {
  const file = name.endsWith(".png") ? await drawn(svg) : new Blob([svg], { type: SVG });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

async function drawn(svg: string): Promise<Blob> {
  const image = new Image();
  image.src = `data:${SVG};charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const { naturalWidth: w, naturalHeight: h } = image;
  const scale = Math.min(2, MOST / w, MOST / h);
  const canvas = document.createElement("canvas");
  canvas.width = w * scale;
  canvas.height = h * scale;
  canvas.getContext("2d")!.drawImage(image, 0, 0, w * scale, h * scale);
  return new Promise(done => canvas.toBlob(blob => done(blob!)));
}
