// What the server and this script say to each other; the names are those of the C# records in FlowBuilder.Canvas.

export interface Point { x: number; y: number }

export interface Rect extends Point { w: number; h: number }

export interface Refusal { from: string; to: string; reason: string }

export interface Options {
  snap: number;
  minZoom: number;
  maxZoom: number;
  dropWidth: number;
  dropHeight: number;
  storageKey: string;
  refusals: Refusal[];
  texts: Record<string, string>;
}

export type Shortcut = "Undo" | "Redo" | "Cut" | "Copy" | "Paste" | "Duplicate" | "Find" | "Save" | "Help";

/** Which end of an edge. */
export type End = "From" | "To";

/** What a gesture, or a key, asks of the server. */
export type Op =
  | { type: "move"; nodes: string[]; dx: number; dy: number }
  | { type: "connect"; from: string; port: string; to: string }
  | { type: "reconnect"; edge: string; end: End; node: string; port: string | null }
  | { type: "delete" | "select"; nodes: string[]; edges: string[] }
  | { type: "insert"; edge: string; at: Point; screen: Point }
  | { type: "follow"; from: string; port: string; at: Point; screen: Point }
  | { type: "drop"; kind: string; at: Point; edge: string | null }
  | { type: "open"; node: string }
  | { type: "run"; name: Shortcut; at: Point }
  | { type: "menu"; node: string | null; edge: string | null; at: Point; screen: Point };

export interface Answer { accepted: boolean; message: string | null; revision: number }

/** The way to the server: what Blazor gives for a DotNetObjectReference. */
export interface Link {
  invokeMethodAsync<T>(method: string, ...values: unknown[]): Promise<T>;
}
