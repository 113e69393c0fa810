import assert from "node:assert/strict";
import { test } from "node:test";
import { definingLines, definitionsIn, namesIn } from "./names";

test("names are found outside of texts", () => {
  assert.deepEqual([...namesIn('a + b2 * "c" + δ')], ["a", "b2", "δ"]);
});

test("definitions are variables and functions, comparisons are none", () => {
  assert.deepEqual(definitionsIn("r = 5/2; f(x, y) = x + y; r == 3"), [
    { name: "r", parameters: "" },
    { name: "f", parameters: "(x, y)" },
  ]);
  assert.deepEqual(definitionsIn("1 == 2"), []);
});

test("a line needs those that define what it uses, and what those use", () => {
  const before = ["a = 2", "unused = 1", "f(x) = a * x", "1 + 1"];
  assert.deepEqual(definingLines(before, "f(3)"), ["a = 2", "f(x) = a * x"]);
  assert.deepEqual(definingLines(before, "2 + 2"), []);
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
