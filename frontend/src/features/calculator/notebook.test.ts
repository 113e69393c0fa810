import assert from "node:assert/strict";
import { test } from "node:test";
import { dependents, evaluated } from "./evaluating";
import type { Line } from "./notebook";
import { isPlausible } from "./usePreview";

const line = (id: number, source: string, fails = false): Line => ({
  id,
  source,
  precision: 20,
  sent: [source],
  answer: fails ? undefined : ({ exact: "1" } as Line["answer"]),
  problem: fails ? { type: "t", loc: [], msg: "m" } : undefined,
});

test("a changed line takes along those below that use it, through others too", () => {
  const lines = [line(1, "a = 0"), line(2, "b = a + 1"), line(3, "7"), line(4, "b * 2"), line(5, "c")];
  assert.deepEqual(dependents(lines, 1, ["a = 1", "a = 0"]), [2, 4]);
});

test("a definition that is gone is missed by those that used it", () => {
  assert.deepEqual(dependents([line(1, "z = 1"), line(2, "a + 1")], 1, ["a = 1", "z = 1"]), [2]);
});

test("what a function above uses is missed by those that call it", () => {
  assert.deepEqual(dependents([line(1, "h(x) = x + q"), line(2, "q = 2"), line(3, "h(1)")], 2, ["q = 1"]), [3]);
});

test("what depends on a failed line fails with it, until that is defined anew", async () => {
  const above = [line(1, "j = 3"), line(2, "g = k^2", true)];
  const broken = await evaluated(above, { id: 3, source: "g * 2", precision: 20 });
  assert.equal(broken.problem?.msg, "This depends on line 2, which has an error");
  assert.equal(broken.missing, 2);
  const asked: unknown[] = [];
  const { fetch } = globalThis;
  localStorage.setItem("math.session", JSON.stringify({ access: "token", renewAt: Number.MAX_VALUE }));
  globalThis.fetch = async (_path, init) => {
    asked.push(JSON.parse(String(init?.body)).expr);
    return new Response(JSON.stringify([{ exact: "4" }]));
  };
  try {
    await evaluated([...above, line(3, "g = 4")], { id: 4, source: "g", precision: 20 });
    await evaluated(above, { id: 3, source: "g = 4", precision: 20 });
    await evaluated(above, { id: 3, source: "g(k) = g(k - 1)", precision: 20 });
  } finally {
    globalThis.fetch = fetch;
    localStorage.clear();
  }
  assert.deepEqual(asked, [["g = 4", "g"], ["g = 4"], ["g(k) = g(k - 1)"]]);
});

test("what is plainly unfinished is not asked about", () => {
  for (const source of ["1 +", "sqrt(2", "[1, 2", 'f("a', "x =", "2)"])
    assert.equal(isPlausible(source), false, source);
  for (const source of ["1 + 2", "f(x) = x^2", '"a(b"', "5!", "[[1, 2], [3, 4]]"]) {
    assert.equal(isPlausible(source), true, source);
  }
});
