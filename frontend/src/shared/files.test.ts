import assert from "node:assert/strict";
import { test } from "node:test";
import { quoted } from "./curl";
import { csv } from "./files";
import { formatInput } from "./format";

test("cells are quoted where they must be, and no formula is run", () => {
  assert.equal(csv([["a,b", 'say "x"', "=1+1", "-5", 7]]), '"a,b","say ""x""",\'=1+1,-5,7\r\n');
});

test("any text is one word of a shell", () => {
  assert.equal(quoted("it's"), String.raw`'it'\''s'`);
});

test("an input is shown as it would be written", () => {
  assert.equal(formatInput("add", { a: "1", values: [1, "2"] }), "a = 1, values = [1, 2]");
  assert.equal(formatInput("evaluate", { expr: ["a = 1", "a + 1"] }), "a = 1; a + 1");
});
