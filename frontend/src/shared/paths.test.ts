import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { paths } from "./paths";

test("the service is told of every page", () => {
  const told: unknown = JSON.parse(readFileSync("public/pages.json", "utf8"));
  const pages = Object.values(paths).filter((path) => typeof path === "string" && path !== paths.calculator);
  assert.deepEqual(told, pages);
});
