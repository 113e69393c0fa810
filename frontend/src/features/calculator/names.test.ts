import assert from "node:assert/strict";
import { test } from "node:test";
import { definitionsIn, namesIn, needs } from "./names";

const defined = (source: string) => definitionsIn(source).map((one) => one.name + one.parameters);
const definingLines = (before: string[], source: string) => needs(before, source).lines.map((index) => before[index]);

test("names are found outside of texts and comments", () => {
  assert.deepEqual([...namesIn('a + b2 * "c" + δ # e')], ["a", "b2", "δ"]);
  assert.deepEqual([...namesIn("concat('c', d') + 0xff + 1e3")], ["concat", "d"]);
});

test("definitions are variables and functions, comparisons are none", () => {
  assert.deepEqual(defined("r = 5/2; f(x, y) = x + y; r == 3"), ["r", "f(x, y)"]);
  assert.deepEqual(defined("1 == 2; a <= b; c != d; e >= f"), []);
});

test("a part of a list, and what is assigned within an expression, is a definition too", () => {
  assert.deepEqual(defined("A[1, b[2]] = 9"), ["A"]);
  assert.deepEqual(defined("b = (c = 3) + 1; d = e = 2"), ["b", "c", "d", "e"]);
  assert.deepEqual(
    definitionsIn("A[1] = 9; a = 1; true ? (b = 2) : 3").map((one) => one.isWhole),
    [false, true, false],
  );
});

test("what an expression defines itself it takes from nowhere", () => {
  assert.deepEqual([...namesIn("a = 2; a + b")], ["b"]);
  assert.deepEqual([...namesIn("a = a + 1")], ["a"]);
  assert.deepEqual([...namesIn("fact(n) = n <= 1 ? 1 : n * fact(n - 1)")], []);
});

test("a line needs those that define what it uses, and what those use", () => {
  const before = ["a = 2", "unused = 1", "f(x) = a * x", "1 + 1"];
  assert.deepEqual(definingLines(before, "f(3)"), ["a = 2", "f(x) = a * x"]);
  assert.deepEqual(definingLines(before, "2 + 2"), []);
});

test("what a function uses may be defined after it, and stays in the order of the lines", () => {
  assert.deepEqual(definingLines(["h(x) = x + q", "q = 2"], "h(1)"), ["h(x) = x + q", "q = 2"]);
  assert.deepEqual(definingLines(["q = 1", "h(x) = x + q", "z = h(1)", "q = 5"], "z"), [
    "q = 1",
    "h(x) = x + q",
    "z = h(1)",
    "q = 5",
  ]);
});

test("an assignment to a part counts, and so does one within an expression", () => {
  assert.deepEqual(definingLines(["A = [1, 2; 3, 4]", "A[1, 1] = 9"], "A"), ["A = [1, 2; 3, 4]", "A[1, 1] = 9"]);
  assert.deepEqual(definingLines(["b9 = (c9 = 3) + 1"], "c9"), ["b9 = (c9 = 3) + 1"]);
});

test("a line needs the units that others have made, in texts too", () => {
  const before = ['createUnit("sheep")', 'createUnit("flock", "20 sheep")', "createUnit('herd', 3 flock)", "1 + 1"];
  assert.deepEqual(definingLines(before, "2 herd to sheep"), before.slice(0, 3));
  assert.deepEqual(definingLines(before, 'unit("2 sheep")'), before.slice(0, 1));
  assert.deepEqual(definingLines(before, '"2 sheep"'), []);
});

test("every definition of a name counts, since a later one may use an earlier", () => {
  assert.deepEqual(definingLines(["x = 1", "x = x + 1"], "x"), ["x = 1", "x = x + 1"]);
});
