import assert from "node:assert/strict";
import { test } from "node:test";
import { act } from "react-dom/test-utils";
import { render, type, until } from "../testing";
import { TextField } from "./Field";
import { type Faults, useForm } from "./useForm";

type Fields = { name: string; size: string };
type Given = { sent: Fields[]; answer?: () => Promise<void>; refusal?: Faults; forgets?: "own" | "all" };

function Form({ sent, answer, refusal, forgets }: Given) {
  const { form, fields, faults, error, isBusy, set, fill, submit } = useForm<Fields>({
    empty: { name: "", size: "1" },
    check: ({ name, size }) => ({ ...(name ? {} : { name: "no name" }), ...(size ? {} : { size: "no size" }) }),
    async send(given) {
      sent.push(given);
      await answer?.();
    },
    faultsOf: () => refusal ?? {},
    ...(forgets && { forgets }),
  });
  return (
    <form ref={form} onSubmit={submit} noValidate aria-busy={isBusy}>
      {(["name", "size"] as const).map((name) => (
        <TextField
          key={name}
          label={name}
          name={name}
          value={fields[name]}
          error={faults[name]}
          onChange={(event) => set(name)(event.target.value)}
        />
      ))}
      <button type="button" onClick={() => (set("name")("ada"), set("size")("2"))}>
        both
      </button>
      <button type="button" onClick={() => fill({ name: "", size: "" })}>
        none
      </button>
      <output>{error instanceof Error ? error.message : ""}</output>
    </form>
  );
}

function shown(given: Given) {
  const page = render(<Form {...given} />);
  const field = (name: string) => page.querySelector(`[name=${name}]`) as HTMLInputElement;
  const faults = () => [...page.querySelectorAll(".text-bad")].map((one) => one.textContent);
  const press = (name: string) =>
    act(() => [...page.querySelectorAll("button")].find((one) => one.textContent === name)?.click());
  const form = page.querySelector("form") as HTMLFormElement;
  const submit = () =>
    act(() => void form.dispatchEvent(new window.Event("submit", { bubbles: true, cancelable: true })));
  const rest = () => until(() => form.getAttribute("aria-busy") === "false");
  return { page, field, faults, press, submit, rest };
}

test("what is wrong is said at its field, is led to, and is not sent", () => {
  const sent: Fields[] = [];
  const { field, faults, submit } = shown({ sent });
  submit();
  assert.deepEqual(faults(), ["no name"]);
  assert.equal(document.activeElement, field("name"));
  assert.deepEqual(sent, []);
});

test("a form is sent once, however often it is submitted, and is empty again", async () => {
  const sent: Fields[] = [];
  let done = () => {};
  const { field, submit, rest } = shown({ sent, answer: () => new Promise((resolve) => (done = resolve)) });
  type(field("name"), "ada");
  submit();
  submit();
  await act(async () => done());
  await rest();
  assert.deepEqual(sent, [{ name: "ada", size: "1" }]);
  assert.equal(field("name").value, "");
});

test("what the service refuses is said at its field, or else is the form's error, and what was typed stays", async () => {
  const answer = () => Promise.reject(new Error("out of reach"));
  const named = shown({ sent: [], answer, refusal: { size: "too large" } });
  type(named.field("name"), "ada");
  named.submit();
  await named.rest();
  assert.deepEqual([named.faults(), named.page.querySelector("output")?.textContent], [["too large"], ""]);
  assert.equal(named.field("name").value, "ada");
  const unnamed = shown({ sent: [], answer });
  type(unnamed.field("name"), "ada");
  unnamed.submit();
  await unnamed.rest();
  assert.deepEqual([unnamed.faults(), unnamed.page.querySelector("output")?.textContent], [[], "out of reach"]);
});

test("a field that is changed keeps its fault, loses it, or takes all with it, as the form wants", () => {
  const left = (forgets?: "own" | "all") => {
    const { field, faults, press, submit } = shown({ sent: [], ...(forgets && { forgets }) });
    press("none");
    submit();
    type(field("name"), "ada");
    return faults();
  };
  assert.deepEqual([left(), left("own"), left("all")], [["no name", "no size"], ["no size"], []]);
});

test("two fields that are filled in before the page is drawn again are both kept", () => {
  const { field, press } = shown({ sent: [] });
  press("both");
  assert.deepEqual([field("name").value, field("size").value], ["ada", "2"]);
});
