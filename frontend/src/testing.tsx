import type { ReactElement } from "react";
import { createRoot } from "react-dom/client";
import { act } from "react-dom/test-utils";

/** Renders into the page of a unit test. */
export function render(element: ReactElement): HTMLElement {
  const container = document.createElement("div");
  document.body.append(container);
  const root = createRoot(container);
  act(() => root.render(element));
  return container;
}

/** Types into a field as a person does: React listens for the event, not for the value. */
export function type(field: HTMLInputElement, value: string): void {
  const setter = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field) as object, "value")?.set;
  act(() => {
    setter?.call(field, value);
    field.dispatchEvent(new window.Event("input", { bubbles: true }));
  });
}

/** Waits until something is so. */
export async function until(isSo: () => boolean): Promise<void> {
  for (let round = 0; round < 200; round += 1) {
    if (isSo()) return;
    await act(async () => new Promise((resolve) => setTimeout(resolve, 10)));
  }
  throw new Error("It did not come true within two seconds");
}
