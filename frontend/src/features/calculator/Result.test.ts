import assert from "node:assert/strict";
import { test } from "node:test";
import { isShortened } from "./Result";

test("a formula with all digits of the exact form is exact, one that lacks some is rounded", () => {
  assert.equal(isShortened("25*pi/4", "\\frac{25\\,\\pi}{4}"), false);
  assert.equal(isShortened("[[1, 2], [3, 4]]", "\\begin{bmatrix}1 & 2\\\\3 & 4\\end{bmatrix}"), false);
  assert.equal(isShortened("114813069527", "1.1481306953 \\cdot 10^{11}"), true);
});
