import assert from "node:assert/strict";
import { test } from "node:test";
import { expressionsIn } from "./expressions";
import { formatInput, formatResult } from "./format";

test("one expression and several are found", () => {
  assert.deepEqual(expressionsIn({ expr: "1 + 1" })?.all, ["1 + 1"]);
  assert.deepEqual(expressionsIn({ expr: ["a = 1", "a"] })?.all, ["a = 1", "a"]);
  assert.equal(expressionsIn({ a: "1", b: "2" }), undefined);
});

test("of an input that was cut, what is whole is read", () => {
  const cut = '{"expr":["plotted1(x) = sin(x)","plotted2(x) = \\"a\\"","plotted1(-10)","plott';
  assert.deepEqual(expressionsIn(cut), {
    all: ["plotted1(x) = sin(x)", 'plotted2(x) = "a"', "plotted1(-10)"],
    plotted: ["sin(x)", '"a"'],
    isCut: true,
  });
  assert.equal(formatInput(cut), 'y = sin(x), y = "a"');
});

test("the result shown is the last expression's", () => {
  assert.equal(formatResult({ expr: ["a = 1", "a + 1"] }, ["1", "2"]), "2");
  assert.equal(formatResult({ expr: ["plotted1(x) = x", "plotted1(1)"] }, ["", "1"]), "");
  assert.equal(formatResult({ a: "1" }, "3/10"), "3/10");
});
