import assert from "node:assert/strict";
import { test } from "node:test";
import type { CatalogueOperation } from "../../api/math";
import { callAround, candidates, complete, completions, wordBefore } from "./completion";

const parameter = { type: "number", text: "", default: null, minimum: null, maximum: null, maximum_digits: null };
const counts = { minimum_count: null, maximum_count: null };
const operation = (name: string, ...names: string[]): CatalogueOperation => ({
  name,
  category: "c",
  summary: `${name}.`,
  examples: [],
  parameters: names.map((one) => ({ ...parameter, ...counts, name: one, required: one !== "base" })),
});
const all = candidates(
  [operation("sinh", "x"), operation("sin", "x"), operation("log", "x", "base"), operation("pi")],
  [{ name: "side", parameters: "" }],
  "defined above",
);

test("signatures name the parameters, those that may be left out with a mark", () => {
  assert.deepEqual(
    all.map((one) => one.signature),
    ["side", "sinh(x)", "sin(x)", "log(x, base?)", "pi"],
  );
});

test("the shortest name that fits comes first", () => {
  assert.deepEqual(
    completions(all, "si").map((one) => one.name),
    ["sin", "side", "sinh"],
  );
  assert.deepEqual(completions(all, ""), []);
  assert.deepEqual(completions(all, "pi"), []);
});

test("completing puts the whole name and opens the bracket of a function", () => {
  const sin = completions(all, "si")[0];
  assert.ok(sin);
  assert.deepEqual(complete("2*si + 1", 4, sin), { source: "2*sin( + 1", caret: 6 });
  assert.deepEqual(complete("si(2)", 2, sin), { source: "sin(2)", caret: 3 });
});

test("the word before the caret ends where an operator stands", () => {
  assert.equal(wordBefore("1 + co", 6), "co");
  assert.equal(wordBefore("1 + co", 3), "");
});

test("the call around the caret is the innermost, with the argument that is written", () => {
  assert.deepEqual(callAround("log(sin(2), ", 12), { name: "log", argument: 1 });
  assert.deepEqual(callAround("log(sin(2", 9), { name: "sin", argument: 0 });
  assert.deepEqual(callAround("max([1, 2, 3], 4", 16), { name: "max", argument: 1 });
  assert.equal(callAround("(1 + 2", 6), undefined);
});
