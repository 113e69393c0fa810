import { type RefObject, useCallback, useEffect, useRef, useState } from "react";

/** Leads to the first field of a form that is wrong, which may be out of sight, once the page shows it as such. */
export function useFaultFocus(): { form: RefObject<HTMLFormElement>; focusFault(): void } {
  const form = useRef<HTMLFormElement>(null);
  const [round, setRound] = useState(0);
  useEffect(() => {
    if (round > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [round]);
  const focusFault = useCallback(() => setRound((number) => number + 1), []);
  return { form, focusFault };
}
