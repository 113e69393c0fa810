import assert from "node:assert/strict";
import { test } from "node:test";
import { render } from "../testing";
import { TextField } from "./Field";

test("a field is tied to its label, its hint and its error", () => {
  const page = render(<TextField label="Name" hint="As you like" error="It is taken" defaultValue="ada" />);
  const input = page.querySelector("input");
  assert.ok(input);
  assert.equal(page.querySelector("label")?.htmlFor, input.id);
  assert.equal(input.getAttribute("aria-invalid"), "true");
  const described = (input.getAttribute("aria-describedby") ?? "").split(" ");
  assert.deepEqual(
    described.map((id) => document.getElementById(id)?.textContent),
    ["It is taken", "As you like"],
  );
});

test("a field without an error is not marked as wrong", () => {
  const input = render(<TextField label="Name" />).querySelector("input");
  assert.equal(input?.getAttribute("aria-invalid"), null);
});
