import assert from "node:assert/strict";
import { test } from "node:test";
import { placeOf, requestOf } from "./entries";
import { filterOf, matches, noFilter, queryOf } from "./filter";

const entry = {
  id: 1,
  operation: "sqrt",
  input_data: '{"x":"16/9"}',
  input: { x: "16/9" },
  result: "1.3333",
  timestamp: new Date("2026-03-02T12:00:00").toISOString(),
};

test("a filter looks at operation, input and result", () => {
  assert.ok(matches(entry, noFilter));
  assert.ok(matches(entry, { ...noFilter, text: "16/9" }));
  assert.ok(matches(entry, { ...noFilter, text: "1.33", operation: "sqrt" }));
  assert.equal(matches(entry, { ...noFilter, operation: "add" }), false);
});

test("days are taken whole", () => {
  assert.ok(matches(entry, { ...noFilter, since: "2026-03-02", until: "2026-03-02" }));
  assert.equal(matches(entry, { ...noFilter, since: "2026-03-03" }), false);
  assert.equal(matches(entry, { ...noFilter, until: "2026-03-01" }), false);
});

test("a calculation is opened where it can be changed", () => {
  assert.equal(placeOf(entry), "/operations/sqrt?with=%7B%22x%22%3A%2216%2F9%22%7D");
  assert.equal(placeOf({ ...entry, operation: "evaluate", input: { expr: ["a=1", "a"] } }), "/?expr=a%3D1%3B%20a");
});

test("an operation with an argument named expr is opened in its own form, with all its arguments", () => {
  const integral = { ...entry, operation: "integrate", input: { expr: "x^2", variable: "x", a: "0", b: "1" } };
  const place = new URL(placeOf(integral), "http://localhost");
  assert.equal(place.pathname, "/operations/integrate");
  assert.deepEqual(JSON.parse(place.searchParams.get("with") ?? ""), integral.input);
  const fine = { ...integral, result: `0.${"3".repeat(50)}` };
  const given = new URL(placeOf(fine), "http://localhost").searchParams.get("with");
  assert.deepEqual(JSON.parse(given ?? ""), { ...integral.input, precision: 50 });
  const cut = { ...integral, input: '{"expr":"1 + 1 + 1' };
  assert.equal(placeOf(cut), "/operations/integrate");
});

test("a filter is kept in an address, and nothing else is read from one", () => {
  const filter = { text: "a = 2 & b", operation: "add", since: "2026-03-01", until: "" };
  assert.deepEqual(filterOf(queryOf(filter)), filter);
  assert.equal(queryOf(noFilter), "");
  assert.deepEqual(filterOf("?since=yesterday&other=1"), noFilter);
});

test("a calculation is asked for again with as many digits as its result has", () => {
  const digits = "7.38905609893065022723042746057500781318031557055184732408712782";
  const evaluated = { ...entry, operation: "evaluate", input: { expr: "e^2" } };
  assert.deepEqual(requestOf({ ...evaluated, result: digits }), { expr: "e^2", precision: 63 });
  assert.deepEqual(requestOf({ ...evaluated, result: `0.00${digits.slice(2)}e+50` }), { expr: "e^2", precision: 62 });
  assert.deepEqual(requestOf({ ...evaluated, result: ["1", digits] }), { expr: "e^2", precision: 63 });
  assert.deepEqual(requestOf(entry), entry.input);
  assert.deepEqual(requestOf({ ...entry, result: "2.8284271247461900976e+300" }), entry.input);
});
