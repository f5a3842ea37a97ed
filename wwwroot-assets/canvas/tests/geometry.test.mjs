import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import * as g from "../core/geometry.js";

test("lines are those that the server draws", () => {
  const table = readFileSync(new URL("../lines.approved.txt", import.meta.url), "utf8").trim().split("\n");
  assert.ok(table.length > 10);
  for (const row of table) {
    const [from, to, path, middle] = row.split(" | "), point = text => { const [x, y] = text.split(" ").map(Number); return { x, y }; };
    assert.equal(g.edgePath(point(from), point(to)), path);
    const spot = g.edgeMiddle(point(from), point(to)), round = value => Math.floor(value * 10 + 0.5) / 10 || 0;
    assert.equal(`${round(spot.x)} ${round(spot.y)}`, middle);
  }
});

test("snapping goes to the nearest line of the grid, and nowhere without one", () => {
  assert.deepEqual([7, 8, -7, -9, 100].map(v => g.snap(v, 16)), [0, 16, -0, -16, 96]);
  assert.equal(g.snap(7.3, 0), 7.3);
});

test("window and drawing convert there and back", () => {
  const view = { x: 120, y: -40, k: 0.5 }, at = { x: 33, y: 44 };
  assert.deepEqual(g.toScreen(g.toDrawing(at, view), view), at);
});

test("zooming keeps the spot under the pointer", () => {
  const view = { x: 10, y: 20, k: 1 }, spot = { x: 200, y: 100 }, next = g.zoomAt(view, spot, 1.7);
  assert.deepEqual(g.toDrawing(spot, view).x.toFixed(6), g.toDrawing(spot, next).x.toFixed(6));
  assert.equal(next.k, 1.7);
});

test("pinching keeps what is between the fingers between them, within the limits", () => {
  const view = { x: 0, y: 0, k: 1 }, before = [{ x: 100, y: 100 }, { x: 200, y: 100 }], now = [{ x: 120, y: 140 }, { x: 320, y: 140 }];
  const next = g.pinch(view, before, now, 0.1, 4);
  assert.equal(next.k, 2);
  assert.deepEqual(g.toScreen({ x: 150, y: 100 }, next), { x: 220, y: 140 });
  assert.equal(g.pinch(view, before, now, 0.1, 1.5).k, 1.5);
  assert.equal(g.pinch(view, [{ x: 0, y: 0 }, { x: 0, y: 0 }], now, 0.1, 4).k, 4);
});

test("bounds go around everything, and around nothing there are none", () => {
  assert.equal(g.bounds([]), null);
  assert.deepEqual(g.bounds([{ x: -5, y: 0, w: 10, h: 10 }, { x: 40, y: -20, w: 10, h: 10 }]), { x: -5, y: -20, w: 55, h: 30 });
});

test("fitting shows all in the middle and never enlarges", () => {
  const view = g.fit({ x: 0, y: 0, w: 1000, h: 500 }, { w: 596, h: 596 }, 0.1, 48);
  assert.equal(view.k, 0.5);
  assert.deepEqual(g.toScreen({ x: 500, y: 250 }, view), { x: 298, y: 298 });
  assert.equal(g.fit({ x: 0, y: 0, w: 10, h: 10 }, { w: 596, h: 596 }, 0.1, 48).k, 1);
  assert.equal(g.fit({ x: 0, y: 0, w: 1e6, h: 10 }, { w: 596, h: 596 }, 0.1, 48).k, 0.1);
});

test("at the border the drawing comes along, faster nearer to it and beyond", () => {
  const window = { w: 400, h: 300 };
  assert.deepEqual(g.borderSpeed({ x: 200, y: 150 }, window), { x: 0, y: 0 });
  assert.equal(g.borderSpeed({ x: 20, y: 150 }, window).x, 9);
  assert.equal(g.borderSpeed({ x: -50, y: 150 }, window).x, 18);
  assert.equal(g.borderSpeed({ x: 500, y: 300 }, window).x, -18);
  assert.equal(g.borderSpeed({ x: 200, y: 280 }, window).y, -9);
});

test("a wheel zooms, two fingers pan, a pinch zooms", () => {
  const wheel = { deltaX: 0, deltaY: 0, deltaMode: 0, ctrlKey: false, metaKey: false, shiftKey: false };
  assert.equal(g.wheelZooms({ ...wheel, deltaY: 120 }), true);
  assert.equal(g.wheelZooms({ ...wheel, deltaY: -3, deltaMode: 1 }), true);
  assert.equal(g.wheelZooms({ ...wheel, deltaY: 4.5 }), false);
  assert.equal(g.wheelZooms({ ...wheel, deltaY: 12 }), false);
  assert.equal(g.wheelZooms({ ...wheel, deltaX: 30, deltaY: 80 }), false);
  assert.equal(g.wheelZooms({ ...wheel, deltaY: 1.2, ctrlKey: true }), true);
  assert.equal(g.wheelZooms({ ...wheel, deltaY: 120, shiftKey: true }), false);
});

test("reading order is by rows, and a row may be a little uneven", () => {
  const at = (id, x, y) => ({ id, x, y, w: 10, h: 10 });
  assert.deepEqual(g.readingOrder([at("d", 0, 200), at("b", 300, 5), at("a", 0, 12), at("c", 600, 0)]).map(n => n.id), ["a", "b", "c", "d"]);
});

test("the nearest in a direction is the one straight ahead", () => {
  const at = (id, x, y) => ({ id, x, y, w: 10, h: 10 }), here = at("here", 0, 0), all = [here, at("ahead", 0, 100), at("aside", 90, 80), at("behind", 0, -20)];
  assert.equal(g.nearest(here, all, 0, 1).id, "ahead");
  assert.equal(g.nearest(here, all, 0, -1).id, "behind");
  assert.equal(g.nearest(here, all, 1, 0).id, "aside");
  assert.equal(g.nearest(here, all, -1, 0), undefined);
});
