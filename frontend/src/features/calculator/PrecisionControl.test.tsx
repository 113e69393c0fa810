import assert from "node:assert/strict";
import { test } from "node:test";
import { render, type, until } from "../../testing";
import { PrecisionControl } from "./PrecisionControl";

const parts = (page: HTMLElement) => {
  const [slider, field] = [...page.querySelectorAll("input")];
  assert.ok(slider && field);
  return { slider, field };
};

test("slider and field show the same number, the slider no more than it can", () => {
  const { slider, field } = parts(render(<PrecisionControl value={5000} onChange={async () => {}} />));
  assert.equal(field.value, "5000");
  assert.equal(slider.value, "1000");
  assert.equal(slider.getAttribute("aria-valuetext"), "5,000 digits");
});

test("only the number at which somebody stops is asked for", async () => {
  const asked: number[] = [];
  const { slider } = parts(
    render(<PrecisionControl value={20} onChange={async (digits) => void asked.push(digits)} />),
  );
  for (const value of ["30", "40", "50"]) type(slider, value);
  await until(() => asked.length > 0);
  assert.deepEqual(asked, [50]);
});

test("what is out of range is said to be so, and not asked for", async () => {
  const asked: number[] = [];
  const page = render(<PrecisionControl value={20} onChange={async (digits) => void asked.push(digits)} />);
  const { field } = parts(page);
  type(field, "10001");
  await until(() => page.textContent?.includes("from 1 to 10,000") === true);
  assert.equal(field.getAttribute("aria-invalid"), "true");
  assert.deepEqual(asked, []);
});

test("a number that could not be had gives way to the one there is", async () => {
  const page = render(<PrecisionControl value={20} onChange={() => Promise.reject(new Error("unreachable"))} />);
  const { field } = parts(page);
  type(field, "50");
  await until(() => field.value === "20");
});
