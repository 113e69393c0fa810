import assert from "node:assert/strict";
import { test } from "node:test";
import { buckets, parseMetrics, quantile, sum } from "./prometheus";

const page = (a: number, b: number, c: number) => `# HELP d Time.
# TYPE d histogram
d_bucket{route="/a",le="1"} ${a}
d_bucket{route="/a",le="3"} ${b}
d_bucket{route="/a",le="+Inf"} ${c}
d_bucket{route="/stream",le="1"} 0
d_bucket{route="/stream",le="+Inf"} 9
requests_total{status="200"} 3
requests_total{status="404"} 4
`;
const notStream = (sample: { labels: Record<string, string> }) => sample.labels["route"] === "/stream";

test("samples have their labels and values", () => {
  assert.deepEqual(parseMetrics('x{a="b\\"c",le="+Inf"} +Inf'), [
    { name: "x", labels: { a: 'b"c', le: "+Inf" }, value: Infinity },
  ]);
});

test("series of a name are added up, a missing name is missing", () => {
  assert.equal(sum(parseMetrics(page(0, 0, 0)), "requests_total"), 7);
  assert.equal(sum([], "math_consumer_lag"), undefined);
});

test("a quantile is of what was counted in between", () => {
  const before = buckets(parseMetrics(page(10, 10, 10)), "d", notStream);
  const after = buckets(parseMetrics(page(15, 20, 20)), "d", notStream);
  assert.equal(quantile(before, after, 0.5), 1);
  assert.equal(quantile(before, after, 0.75), 2);
  assert.equal(quantile(after, after, 0.5), undefined);
});
