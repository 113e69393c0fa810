import assert from "node:assert/strict";
import { test } from "node:test";
import { expressionsIn } from "./expressions";
import { formatInput, formatResult } from "./format";

test("one expression and several are found", () => {
  assert.deepEqual(expressionsIn("evaluate", { expr: "1 + 1" })?.all, ["1 + 1"]);
  assert.deepEqual(expressionsIn("evaluate", { expr: ["a = 1", "a"] })?.all, ["a = 1", "a"]);
  assert.equal(expressionsIn("add", { a: "1", b: "2" }), undefined);
});

test("of an input that was cut, what is whole is read", () => {
  const cut = '{"expr":["plotted1(x) = sin(x)","plotted2(x) = \\"a\\"","plotted1(-10)","plott';
  assert.deepEqual(expressionsIn("evaluate", cut), {
    all: ["plotted1(x) = sin(x)", 'plotted2(x) = "a"', "plotted1(-10)"],
    plotted: ["sin(x)", '"a"'],
    isCut: true,
  });
  assert.equal(formatInput("evaluate", cut), 'y = sin(x), y = "a"');
});

test("the result shown is the last expression's", () => {
  assert.equal(formatResult("evaluate", { expr: ["a = 1", "a + 1"] }, ["1", "2"]), "2");
  assert.equal(formatResult("add", { a: "1" }, "3/10"), "3/10");
});

test("of a plot it is said how many values it had", () => {
  const plot = ["plotted1(x) = x", "plotted1(1)", "plotted1(2)"];
  assert.equal(formatResult("evaluate", { expr: plot }, ["plotted1(x)", "1", "2"]), "2 values");
  const cut = '{"expr":["plotted1(x) = x","plotted1(-10)","plott';
  assert.equal(formatResult("evaluate", cut, '["plotted1(x)","-10","-9'), "many values");
});

test("what was refused is told from a value that is null", () => {
  assert.equal(formatResult("evaluate", { expr: ["1/0"] }, [null]), "refused");
  assert.equal(formatResult("evaluate", { expr: "null" }, "null"), "null");
});

test("an operation's argument named expr is one of its arguments", () => {
  const input = { expr: "x^2", variable: "x", a: "0", b: "1" };
  assert.equal(expressionsIn("integrate", input), undefined);
  assert.equal(formatInput("integrate", input), "expr = x^2, variable = x, a = 0, b = 1");
});
