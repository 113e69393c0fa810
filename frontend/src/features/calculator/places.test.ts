import assert from "node:assert/strict";
import { test } from "node:test";
import { placeOf, replaced, suggestionIn } from "./places";

const problem = (offset: number, length: number) => ({ type: "t", loc: ["body", "expr"], msg: "m", offset, length });

test("a place in code points is found in UTF-16", () => {
  assert.deepEqual(placeOf(problem(4, 3), "𝑥 + abc"), { start: 5, end: 8 });
  assert.deepEqual(placeOf(problem(2, 1), "1/0"), { start: 2, end: 3 });
});

test("a fault at the very end has a place of no length", () => {
  assert.deepEqual(placeOf(problem(3, 0), "(1+"), { start: 3, end: 3 });
});

test("a fault without a place has none", () => {
  assert.equal(placeOf({ type: "t", loc: [], msg: "m" }, "1"), undefined);
});

test("a hint's suggestion takes the place of the fault", () => {
  assert.equal(suggestionIn("did you mean factorial?"), "factorial");
  assert.equal(suggestionIn("Did you mean `sin`?"), "sin");
  assert.equal(suggestionIn("close the bracket"), undefined);
  assert.equal(replaced("2 + factoral(5)", { start: 4, end: 12 }, "factorial"), "2 + factorial(5)");
});
