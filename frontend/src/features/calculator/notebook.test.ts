import assert from "node:assert/strict";
import { test } from "node:test";
import { dependents, type Line } from "./notebook";
import { isPlausible } from "./usePreview";

const line = (id: number, source: string): Line => ({
  id,
  source,
  precision: 20,
  sent: [source],
  answer: undefined,
  problem: undefined,
});

test("a changed line takes along those below that use it, through others too", () => {
  const lines = [line(1, "a = 1"), line(2, "b = a + 1"), line(3, "7"), line(4, "b * 2"), line(5, "c")];
  assert.deepEqual(dependents(lines, 1, "a = 0"), [2, 4]);
});

test("a definition that is gone is missed by those that used it", () => {
  assert.deepEqual(dependents([line(1, "z = 1"), line(2, "a + 1")], 1, "a = 1"), [2]);
});

test("what is plainly unfinished is not asked about", () => {
  for (const source of ["1 +", "sqrt(2", "[1, 2", 'f("a', "x =", "2)"])
    assert.equal(isPlausible(source), false, source);
  for (const source of ["1 + 2", "f(x) = x^2", '"a(b"', "5!", "[[1, 2], [3, 4]]"]) {
    assert.equal(isPlausible(source), true, source);
  }
});
