import assert from "node:assert/strict";
import { test } from "node:test";
import { nearest } from "./nearest";
import { read, written } from "./address";
import { callsOf, decimal, definitionsOf, merged, places, placesAround, type Point, pointsFor } from "./points";
import { heights, ticks } from "./scale";
import { segments } from "./segments";
import { placesWithin } from "./suspects";
import { short, zoomed } from "./view";

const sampled = (f: (x: number) => number | null, range = { from: -10, to: 10 }, count = 400): Point[] =>
  places(range, count).map((x) => ({ x, y: f(x) }));

type Real = (x: number) => number | null;

/** What the service has where there is no number, or something is divided by zero: nothing. */
const value = (f: Real, x: number) =>
  Number.isNaN(f(x)) || (x === 0 && Math.abs(f(x) ?? 0) === Infinity) ? null : f(x);

/** Curves with all that is asked for to sharpen them. */
function sharpened(all: Real[], range = { from: -10, to: 10 }, count = pointsFor(all.length)): Point[][] {
  const [before, after] = placesAround(range, count);
  const xs = [...before, ...places(range, count), ...after];
  let curves = all.map((f) => xs.map((x) => ({ x, y: value(f, x) })));
  for (let round = 0; round < 3; round += 1) {
    const within = placesWithin(curves, 1000 - all.length);
    assert.ok(within.flat().length <= 1000 - all.length, "one request");
    curves = curves.map((points, index) =>
      merged(
        points,
        (within[index] ?? []).map((x) => ({ x, y: value(all[index] as Real, x) })),
      ),
    );
  }
  return curves;
}

/** The lines of a curve alone, and where their ends run off. */
const linesOf = (f: Real, range?: { from: number; to: number }, count?: number) =>
  segments(sharpened([f], range, count)[0] as Point[]);
const endsOf = (lines: Point[][]) =>
  lines.map((line) => [line[0]?.y, line.at(-1)?.y].map((y) => (Math.abs(y ?? 0) === Infinity ? y : 0)));

test("all points of all curves go in one request of at most 1000 expressions", () => {
  for (const curves of [1, 2, 3, 6]) {
    const around = placesAround({ from: -1, to: 1 }, pointsFor(curves)).flat().length;
    assert.ok(curves + curves * (pointsFor(curves) + around) <= 1000);
  }
  const expressions = ["x^2", "sin(x)"];
  assert.deepEqual(
    [...definitionsOf(expressions), ...callsOf([[0, 0.5], [1]])],
    ["plotted1(x) = x^2", "plotted2(x) = sin(x)", "plotted1(0)", "plotted1(0.5)", "plotted2(1)"],
  );
});

test("places are decimals without an exponent", () => {
  assert.deepEqual(places({ from: -1, to: 1 }, 5), [-1, -0.5, 0, 0.5, 1]);
  assert.equal(decimal(1e-7), "0.0000001");
});

test("a pole is not joined, wherever the points fall", () => {
  for (const shift of [0, 0.013, 0.02, 0.031]) {
    for (const count of [150, 400, 401]) {
      assert.equal(linesOf((x) => 1 / (x - shift), undefined, count).length, 2, `1/(x - ${shift}), ${count}`);
    }
  }
  // Those beyond the range are seen when the plane is moved.
  assert.equal(linesOf(Math.tan).length, 9);
});

test("towards a pole a line goes on to infinity, and nowhere else", () => {
  const [up, down] = [Infinity, -Infinity];
  for (const count of [400, 401]) {
    const ends = (f: Real) => endsOf(linesOf(f, undefined, count));
    assert.deepEqual(
      ends((x) => 1 / x),
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
      ends((x) => (x > 0 ? 1 / Math.sqrt(x) : null)),
      [[up, 0]],
    );
    assert.deepEqual(ends(Math.sqrt), [[0, 0]]);
    assert.deepEqual(ends(Math.floor).flat().filter(Boolean), []);
  }
});

test("a curve that is bounded does not run off at its jumps", () => {
  const jumping: Record<string, Real> = {
    "mod(x, 2)": (x) => x - 2 * Math.floor(x / 2),
    "x - floor(x)": (x) => x - Math.floor(x),
    "floor(x)": Math.floor,
    "sign(x) (1 - |x|)": (x) => Math.sign(x) * (1 - Math.abs(x)),
  };
  const pieces = [16, 30, 30, 2];
  Object.entries(jumping).forEach(([name, f], index) => {
    const lines = linesOf(f, { from: -10.1, to: 10.3 });
    assert.deepEqual(endsOf(lines).flat().filter(Boolean), [], name);
    assert.equal(lines.length, pieces[index], name);
  });
});

test("of floor(x)/x only the pole at 0 runs off, and its jumps are not joined", () => {
  const lines = linesOf((x) => Math.floor(x) / x, { from: -5, to: 5 });
  assert.deepEqual(endsOf(lines).flat().filter(Boolean), [Infinity]);
  for (const line of lines) {
    for (const [index, { x, y }] of line.slice(1).entries()) {
      const before = line[index] as { x: number; y: number };
      if (Number.isFinite(y) && x > 0) assert.ok(Math.abs(y - before.y) < 0.2, `joined at ${x}`);
    }
  }
});

test("bounded oscillations stay bounded, beside wild ones too", () => {
  const all = sharpened([(x) => Math.sin(1 / x), (x) => Math.sin(50 * x)]);
  for (const points of all) assert.deepEqual(endsOf(segments(points)).flat().filter(Boolean), []);
  assert.equal(segments(all[1] as Point[]).length, 1);
});

test("a curve that runs off on one side of a place alone does so on that side", () => {
  for (const count of [400, 401]) {
    const lines = linesOf((x) => (x === 0 ? null : Math.exp(1 / x)), undefined, count);
    assert.deepEqual(endsOf(lines), [
      [0, 0],
      [Infinity, 0],
    ]);
    assert.ok((lines[0]?.at(-1)?.y as number) < 1e-3);
  }
});

test("a curve goes on to the end of where it has values", () => {
  const both = sharpened([(x) => Math.sqrt(1 - x * x), (x) => -Math.sqrt(1 - x * x)]);
  for (const [index, points] of both.entries()) {
    const [line, ...others] = segments(points);
    assert.equal(others.length, 0);
    for (const end of [line?.[0], line?.at(-1)]) assert.ok(Math.abs(end?.y as number) < 0.005, `curve ${index}`);
  }
});

test("where a curve bends sharply its points are close together", () => {
  const points = sharpened([(x) => Math.sin(10 * x)])[0] as Point[];
  const far = points.slice(1).filter(({ x }, index) => {
    const before = points[index] as Point;
    const middle = Math.sin(5 * (x + before.x));
    return x > -10 && x < 10 && Math.abs(middle - ((points[index + 1]?.y ?? 0) + (before.y ?? 0)) / 2) > 0.02;
  });
  assert.deepEqual(far, []);
});

test("a pole with the same sign on both sides is not joined either", () => {
  for (const shift of [0, 0.007, 0.013, 0.02]) {
    assert.equal(linesOf((x) => 1 / (x - shift) ** 2).length, 2, `1/(x - ${shift})^2`);
    assert.equal(linesOf((x) => -1 / (x - shift) ** 4).length, 2, `-1/(x - ${shift})^4`);
  }
});

test("a curve that is still looked into is open where it may not be joined", () => {
  assert.ok(
    segments(
      sampled((x) => 1 / x),
      false,
    ).length >= 2,
  );
  assert.equal(segments(sampled(Math.sin), false).length, 1);
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
  const steep = [(x: number) => Math.atan(1000 * x), Math.cbrt, (x: number) => 1 / (x * x + 1e-4)];
  for (const f of steep) assert.equal(linesOf(f).length, 1, String(f));
  for (const f of [Math.sin, (x: number) => x ** 3, Math.exp, (x: number) => Math.sin(10 * x), Math.abs, bell]) {
    assert.equal(segments(sampled(f)).length, 1, String(f));
    assert.equal(linesOf(f).length, 1, String(f));
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

test("what is looked at closely does not decide the height more than anything else", () => {
  const { from, to } = heights(sharpened([(x) => 1 / x]));
  assert.ok(to < 20 && from > -20);
  const circle = heights(sharpened([(x) => Math.sqrt(1 - x * x)]));
  assert.ok(circle.from < 0 && circle.to > 1 && circle.to < 1.2);
});

test("numbers on an axis are as short as they may be, and differ", () => {
  assert.equal(short(5e300, 1e301), "5e300");
  assert.equal(short(-2e-6, 1e-5), "−2e−6");
  assert.equal(short(3e-20, 1e-19), "3e−20");
  assert.notEqual(short(1e6, 4), short(1e6 + 1, 4));
  assert.equal(short(-0.25, 10), "−0.25");
});

test("an address says what is shown, and is read as it was written", () => {
  const [x, y] = [
    { from: -2.5, to: 3 },
    { from: -1e-7, to: 1e20 },
  ];
  const sources = ["x^2 + 1", "sin(x)&cos(x)", ""];
  assert.deepEqual(read(written(sources, x, y)), { sources, x, y });
  assert.deepEqual(read(written(["x"], x, null)), { sources: ["x"], x, y: undefined });
  for (const wrong of ["?y=x&from=3&to=1", "?y=x&from=a&to=b", "?y=x&from=&to=", "?y=x&from=0&to=1e300", "?y=x"]) {
    assert.equal(read(wrong).x, undefined, wrong);
  }
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
