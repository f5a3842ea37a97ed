import assert from "node:assert/strict";
import test, { beforeEach } from "node:test";
import { Outbox } from "../core/outbox.js";

const store = new Map();
globalThis.sessionStorage = { getItem: key => store.get(key) ?? null, setItem: (key, value) => store.set(key, value), removeItem: key => store.delete(key) };
const handler = { onConnectionDown: () => "down", onConnectionUp: () => "up" };
globalThis.Blazor = { defaultReconnectionHandler: handler };

const move = (x, nodes = ["a"]) => ({ type: "move", nodes, dx: x, dy: 0 });
const turn = () => new Promise(done => setTimeout(done, 0));

/** An outbox with a server that answers when told to. */
function post(name = "edits") {
  const sent = [], waiting = [], settled = [], offline = [], off = new AbortController();
  let revision = 1, parts = "";
  const link = {
    invokeMethodAsync(method, text) {
      if (method === "Clear") { parts = ""; return Promise.resolve(); }
      if (method === "Part") { parts += text; return Promise.resolve(); }
      const whole = parts + text;
      parts = "";
      sent.push(JSON.parse(whole));
      return new Promise((yes, no) => waiting.push({ yes, no }));
    },
  };
  const box = new Outbox(link, name, { revision: () => revision, settled: (op, answer) => settled.push([op, answer]), offline: is => offline.push(is) }, off.signal);
  const answer = async (accepted = true, to = ++revision) => { waiting.shift().yes({ accepted, message: null, revision: to }); await turn(); };
  return { box, sent, waiting, settled, offline, off, answer };
}

beforeEach(() => store.clear());

test("one edit after the other, each on top of the one before", async () => {
  const { box, sent, settled, answer, off } = post();
  box.send(move(1));
  box.send(move(2));
  await turn();
  assert.equal(sent.length, 1);
  assert.equal(JSON.parse(store.get("edits")).length, 2);
  await answer();
  assert.deepEqual(sent.map(one => [one.op.dx, one.base, one.replay]), [[1, 1, false], [2, 2, false]]);
  await answer(false);
  assert.deepEqual(settled.map(([, { accepted }]) => accepted), [true, false]);
  assert.equal(store.has("edits"), false);
  off.abort();
});

test("an edit made while someone else changed the drawing keeps the revision it saw", async () => {
  const { box, sent, answer, off } = post();
  box.send(move(1));
  box.send(move(2));
  await turn();
  await answer(true, 5);
  assert.equal(sent[1].base, 1);
  off.abort();
});

test("what the connection cut off is sent again under the same id", async () => {
  const { box, sent, offline, settled, answer, off } = post();
  box.send(move(1));
  await turn();
  assert.equal(handler.onConnectionDown(), "down");
  await turn();
  assert.equal(box.online, false);
  box.send(move(2));
  await turn();
  assert.equal(sent.length, 1);
  handler.onConnectionUp();
  await turn();
  assert.deepEqual([sent[1].id === sent[0].id, sent[1].replay], [true, true]);
  await answer();
  assert.equal(settled.length, 0, "the old answer came to no one");
  off.abort();
  assert.ok(offline.includes(true));
});

test("what was kept is sent when the page is back", async () => {
  store.set("edits", JSON.stringify([{ id: "k", base: 4, replay: false, op: move(9) }]));
  const { sent, answer, off } = post();
  await turn();
  assert.deepEqual(sent, [{ id: "k", base: 4, replay: true, op: move(9) }]);
  await answer();
  assert.equal(store.has("edits"), false);
  off.abort();
});

test("what only matters now is neither kept nor sent twice", async () => {
  const { box, sent, answer, off } = post();
  box.send(move(1));
  for (const id of ["a", "b", "c"]) box.tell({ type: "select", nodes: [id], edges: [] });
  await turn();
  assert.equal(JSON.parse(store.get("edits")).length, 1);
  await answer();
  assert.deepEqual(sent.map(one => one.op.nodes), [["a"], ["c"]]);
  handler.onConnectionDown();
  await turn();
  box.tell({ type: "open", node: "a" });
  handler.onConnectionUp();
  await turn();
  assert.ok(sent.every(one => one.op.type !== "open"));
  off.abort();
});

test("a fault of the server is a refusal and not a reason to try again", async () => {
  const { box, waiting, settled, off } = post();
  box.send(move(1));
  await turn();
  waiting.shift().no(new Error("There was an exception invoking 'Send'."));
  await turn();
  assert.equal(settled[0][1].accepted, false);
  off.abort();
});

test("a dead circuit that no one told of locks and is tried again", async () => {
  const { box, waiting, offline, off } = post();
  box.send(move(1));
  await turn();
  waiting.shift().no(new Error("No call dispatcher has been set."));
  await turn();
  assert.deepEqual([box.online, offline.at(-1), store.has("edits")], [false, true, true]);
  off.abort();
});

test("a long edit goes in parts and arrives whole", async () => {
  const { box, sent, off } = post();
  box.send(move(1, Array.from({ length: 2000 }, (_, i) => `a-rather-long-name-of-a-node-${i}`)));
  await turn();
  await turn();
  assert.equal(sent[0].op.nodes.length, 2000);
  off.abort();
});

test("without storage everything still works", async () => {
  const kept = globalThis.sessionStorage;
  globalThis.sessionStorage = { getItem() { throw new Error("forbidden"); }, setItem() { throw new Error("full"); }, removeItem() { throw new Error("forbidden"); } };
  const { box, settled, answer, off } = post("edits");
  box.send(move(1));
  await turn();
  await answer();
  assert.equal(settled.length, 1);
  off.abort();
  globalThis.sessionStorage = kept;
});
