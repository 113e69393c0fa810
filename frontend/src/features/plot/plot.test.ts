import assert from "node:assert/strict";
import { test } from "node:test";
import { nearest } from "./nearest";
import { callsOf, decimal, definitionsOf, places, type Point, pointsFor } from "./points";
import { heights, segments, ticks } from "./segments";
import { zoomed } from "./view";

const sampled = (f: (x: number) => number | null, range = { from: -10, to: 10 }, count = 400): Point[] =>
  places(range, count).map((x) => ({ x, y: f(x) }));

test("all points of all curves go in one request of at most 1000 expressions", () => {
  for (const curves of [1, 2, 3, 6]) assert.ok(curves + curves * pointsFor(curves) <= 1000);
  const expressions = ["x^2", "sin(x)"];
  assert.deepEqual(
    [...definitionsOf(expressions), ...callsOf(expressions, [0, 0.5])],
    ["plotted1(x) = x^2", "plotted2(x) = sin(x)", "plotted1(0)", "plotted1(0.5)", "plotted2(0)", "plotted2(0.5)"],
  );
});

test("places are decimals without an exponent", () => {
  assert.deepEqual(places({ from: -1, to: 1 }, 5), [-1, -0.5, 0, 0.5, 1]);
  assert.equal(decimal(1e-7), "0.0000001");
});

test("a pole is not joined, wherever the points fall", () => {
  for (const shift of [0, 0.013, 0.02, 0.031]) {
    const points = sampled((x) => 1 / (x - shift || Number.NaN)).map(({ x, y }) => ({
      x,
      y: Number.isNaN(y) ? null : y,
    }));
    assert.equal(segments(points).length, 2, `1/(x - ${shift})`);
  }
  assert.equal(segments(sampled(Math.tan)).length, 7);
});

test("towards a pole a line goes on to infinity, and nowhere else", () => {
  const ends = (f: (x: number) => number | null, count = 400) =>
    segments(sampled(f, undefined, count)).map((line) =>
      [line[0]?.y, line.at(-1)?.y].map((y) => (Number.isFinite(y) ? 0 : y)),
    );
  const [up, down] = [Infinity, -Infinity];
  assert.deepEqual(
    ends((x) => 1 / x),
    [
      [0, down],
      [up, 0],
    ],
  );
  assert.deepEqual(
    ends((x) => (x === 0 ? null : 1 / x), 401),
    [
      [0, down],
      [up, 0],
    ],
  );
  assert.deepEqual(
    ends((x) => -1 / x ** 2),
    [
      [0, down],
      [down, 0],
    ],
  );
  assert.deepEqual(
    ends((x) => (x < 0 ? null : Math.sqrt(x))),
    [[0, 0]],
  );
  assert.deepEqual(
    ends((x) => Math.sign(x)),
    [
      [0, 0],
      [0, 0],
    ],
  );
});

test("a pole with the same sign on both sides is not joined either", () => {
  for (const shift of [0, 0.007, 0.013, 0.02]) {
    assert.equal(segments(sampled((x) => 1 / (x - shift) ** 2)).length, 2, `1/(x - ${shift})^2`);
    assert.equal(segments(sampled((x) => -1 / (x - shift) ** 4)).length, 2, `-1/(x - ${shift})^4`);
  }
});

test("a jump is not joined, at the ends neither", () => {
  assert.equal(segments(sampled(Math.floor, { from: 0.5, to: 3.5 })).length, 4);
  assert.equal(segments(sampled(Math.floor, { from: 0, to: 3 })).length, 4);
  assert.equal(segments(sampled((x) => -Math.floor(-x), { from: 0, to: 3 })).length, 4);
  assert.equal(segments(sampled((x) => Math.floor(x * 1e6), { from: 0.5e-6, to: 3.5e-6 })).length, 4);
  assert.equal(segments(sampled((x) => Math.floor(x) / 1e6, { from: 0.5, to: 3.5 })).length, 4);
});

const bell = (x: number) => Math.exp(-(x ** 2) * 20);

test("a smooth curve is one line, also a steep one", () => {
  for (const f of [Math.sin, (x: number) => x ** 3, Math.exp, (x: number) => Math.sin(10 * x), Math.abs, bell]) {
    assert.equal(segments(sampled(f)).length, 1, String(f));
  }
});

test("where there is no value there is no line", () => {
  assert.equal(segments(sampled((x) => (x < 0 ? null : Math.sqrt(x)))).length, 1);
});

test("poles do not decide the height, plain curves do", () => {
  const range = heights([
    sampled((x) => 1 / (x || Number.NaN)).map(({ x, y }) => ({ x, y: Number.isNaN(y) ? null : y })),
  ]);
  assert.ok(range.to < 20);
  const sine = heights([sampled(Math.sin)]);
  assert.ok(sine.to > 1 && sine.to < 1.3);
  assert.deepEqual(heights([]), { from: -5, to: 5 });
});

test("ticks are round numbers", () => {
  assert.deepEqual(ticks({ from: -1, to: 1 }, 4), [-1, -0.5, 0, 0.5, 1]);
});

test("zooming keeps the place under the pointer", () => {
  assert.deepEqual(zoomed({ from: -10, to: 10 }, 0.5, 10), { from: 0, to: 10 });
});

test("the nearest point is found by its place", () => {
  assert.deepEqual(
    nearest(
      [
        { x: 0, y: 1 },
        { x: 1, y: 2 },
        { x: 2, y: 3 },
      ],
      1.2,
    ),
    { x: 1, y: 2 },
  );
});
