import assert from "node:assert/strict";
import test from "node:test";
import { refusal, words } from "../core/joining.js";
import { dragFor, idle, step } from "../core/machine.js";

const at = (x, y = 0) => ({ x, y });
const press = (drag, id = 1, touch = false, x = 0) => ({ on: "down", press: { id, at: at(x), touch, drag } });
const move = (x, id = 1) => ({ on: "move", id, at: at(x) });
const up = (id = 1, x = 0) => ({ on: "up", id, at: at(x) });

/** Feeds inputs and returns the last state's name and everything that was to be done. */
function play(...inputs) {
  let state = idle;
  const done = [];
  for (const input of inputs) {
    const [next, effects] = step(state, input);
    state = next;
    done.push(...effects.map(effect => effect.do));
  }
  return `${state.in}: ${done.join(" ")}`;
}

test("a tap is a press without a way", () => assert.equal(play(press("move"), move(3), up()), "idle: tap"));
test("a drag begins beyond the slop", () => assert.equal(play(press("move"), move(3), move(5), move(9), up()), "idle: begin drag drag drop"));
test("a finger has more slop", () => assert.equal(play(press("move", 1, true), move(7), up()), "idle: tap"));
test("what may not be dragged does nothing and is no tap", () => assert.equal(play(press(null), move(30), up()), "idle: "));
test("escape aborts and the rest of the drag counts for nothing", () => assert.equal(play(press("move"), move(9), { on: "escape" }, move(50), up()), "idle: begin drag abort"));
test("escape before a drag changes nothing", () => assert.equal(play(press("move"), { on: "escape" }, up()), "idle: tap"));
test("a lost pointer aborts", () => assert.equal(play(press("connect"), move(9), { on: "lost", id: 1 }, move(50)), "idle: begin drag abort"));
test("a lost pointer of someone else is nothing", () => assert.equal(play(press("connect"), move(9), { on: "lost", id: 7 }, move(12), up()), "idle: begin drag drag drop"));
test("a resting finger holds and may then do what it likes", () => assert.equal(play(press("move", 1, true), { on: "hold" }, move(90), up()), "idle: hold"));
test("a mouse does not hold", () => assert.equal(play(press("move"), { on: "hold" }, up()), "idle: tap"));
test("a palette's item is not held", () => assert.equal(play(press("palette", 1, true), { on: "hold" }, move(20), up()), "idle: begin drag drop"));
test("nothing happens without a press", () => assert.equal(play(move(5), up(), { on: "lost", id: 1 }, { on: "hold" }, { on: "escape" }), "idle: "));

test("a second finger pinches", () => assert.equal(play(press("pan", 1, true), press("pan", 2, true, 100), move(-20), move(120, 2)), "pinching: pinch pinch"));
test("a second finger ends a pan and takes a move back", () => {
  assert.equal(play(press("pan", 1, true), move(20), press("pan", 2, true, 100)), "pinching: begin drag drop");
  assert.equal(play(press("move", 1, true), move(20), press("move", 2, true, 100)), "pinching: begin drag abort");
});
test("the finger that stays pans on", () => assert.equal(play(press("pan", 1, true), press("pan", 2, true, 100), up(1), move(150, 2), up(2)), "idle: begin drag drop"));
test("a pinching finger that is lost is as one that goes up", () => assert.equal(play(press("pan", 1, true), press("pan", 2, true, 100), { on: "lost", id: 2 }, up(1)), "idle: begin drop"));
test("a third finger is not looked at", () => assert.equal(play(press("pan", 1, true), press("pan", 2, true, 100), press("pan", 3, true, 50), move(60, 3)), "pinching: "));
test("a finger beside the mouse is not looked at", () => assert.equal(play(press("move"), move(9), press("move", 2, true), move(90, 2), up(2), up()), "idle: begin drag drop"));
test("two fingers on a palette's item give up", () => assert.equal(play(press("palette", 1, true), move(20), press("palette", 2, true), move(90), up(1), up(2)), "idle: begin drag abort"));
test("after an abort nothing counts until all pointers are up", () =>
  assert.equal(play(press("move", 1, true), move(20), { on: "escape" }, press("move", 2, true), move(80, 2), up(1), up(2), press("move", 3, true), move(20, 3)), "dragging: begin drag abort begin drag"));

test("what a drag means depends on where it begins, button and keys", () => {
  const how = { button: 0, touch: false, shift: false, space: false, boxes: false, edits: true };
  assert.equal(dragFor("node", how), "move");
  assert.equal(dragFor("port", how), "connect");
  assert.equal(dragFor("end", how), "reconnect");
  assert.equal(dragFor("ground", how), "pan");
  assert.equal(dragFor("edge", how), "pan");
  assert.equal(dragFor("ground", { ...how, shift: true }), "box");
  assert.equal(dragFor("ground", { ...how, shift: true, touch: true }), "pan");
  assert.equal(dragFor("ground", { ...how, boxes: true, touch: true }), "box");
  assert.equal(dragFor("node", { ...how, space: true }), "pan");
  assert.equal(dragFor("node", { ...how, button: 1 }), "pan");
  assert.equal(dragFor("node", { ...how, button: 2 }), null);
  for (const spot of ["node", "port", "end"]) assert.equal(dragFor(spot, { ...how, edits: false }), "pan");
});

test("a line is refused with the first reason that fits", () => {
  const joint = (id, kind, hasInput = true) => ({ id, kind, label: id.toUpperCase(), hasInput });
  const texts = { self: "self", noInput: "no way into {0}", already: "already" };
  const rules = [{ from: "stop", to: "*", reason: "stop leads to stop actions" }, { from: "*", to: "trigger", reason: "triggers begin" }];
  assert.equal(refusal(joint("a", "wait"), "wait", joint("b", "mail"), false, rules, texts), null);
  assert.equal(refusal(joint("a", "wait"), "wait", joint("a", "wait"), false, rules, texts), "self");
  assert.equal(refusal(joint("a", "wait"), "wait", joint("b", "mail", false), false, rules, texts), "no way into B");
  assert.equal(refusal(joint("a", "wait"), "wait", joint("b", "mail"), true, rules, texts), "already");
  assert.equal(refusal(joint("a", "wait"), "stop", joint("b", "trigger"), false, rules, texts), "stop leads to stop actions");
  assert.equal(refusal(joint("a", "wait"), "wait", joint("b", "trigger"), false, rules, texts), "triggers begin");
});

test("texts take titles in", () => assert.equal(words("From “{0}” by “{1}”, {0}{2}", "A", "{0}"), "From “A” by “{0}”, A"));
