import assert from "node:assert/strict";
import { test } from "node:test";
import { matches, noFilter, placeOf } from "./entries";

const entry = {
  id: 1,
  operation: "sqrt",
  input_data: { x: "16/9" },
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
  assert.equal(placeOf({ ...entry, operation: "evaluate", input_data: { expr: ["a=1", "a"] } }), "/?expr=a%3D1%3B%20a");
});
