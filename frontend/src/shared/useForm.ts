import { type FormEvent, type RefObject, useRef, useState } from "react";
import { useFaultFocus } from "./useFaultFocus";

/** What is wrong, by the field it belongs to; `form` for what belongs to none. */
export type Faults = Partial<Record<string, string>>;

type Form<Fields> = {
  /** What the fields hold at first, and again once they have been sent. */
  empty: Fields;
  /** Where the fields are kept, if for longer than the form is shown: those stay as they are when they have been sent. */
  kept?: [Fields, (next: Fields) => void];
  /** What can be said without asking the service. */
  check(fields: Fields): Faults;
  send(fields: Fields): Promise<unknown>;
  /** What the service has refused, by field; none where no field can be named. */
  faultsOf(error: unknown, fields: Fields): Faults;
  /** Which faults are no more spoken of once a field is changed: its own, or all, since they may be of several. */
  forgets?: "own" | "all";
};

export type FormState<Fields> = {
  form: RefObject<HTMLFormElement>;
  fields: Fields;
  faults: Faults;
  /** What went wrong, where that is no fault of a field. */
  error: unknown;
  isBusy: boolean;
  /** Whether it was tried to send what the fields hold. */
  isTried: boolean;
  /** Takes what is typed into a field. */
  set(name: keyof Fields): (value: string) => void;
  /** Takes the values of several fields at once. */
  fill(values: Partial<Fields>): void;
  submit(event: FormEvent): Promise<void>;
};

/** A form from the first key to the service's answer: checked, sent once, and each fault led to at its field. */
export function useForm<Fields extends Record<string, string>>(given: Form<Fields>): FormState<Fields> {
  const own = useState(given.empty);
  const [fields, setFields] = given.kept ?? own;
  const [faults, setFaults] = useState<Faults>({});
  const [error, setError] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);
  const [isTried, setTried] = useState(false);
  const { form, focusFault } = useFaultFocus();
  // A browser that fills in a form changes several fields before the page is drawn again.
  const latest = useRef(fields);
  latest.current = fields;

  const fill = (values: Partial<Fields>) => {
    latest.current = { ...latest.current, ...values };
    setFields(latest.current);
    if (given.forgets === undefined) return;
    if (given.forgets === "all") setError(undefined);
    setFaults((before) => (given.forgets === "all" ? {} : without(before, Object.keys(values))));
  };
  const set = (name: keyof Fields) => (value: string) => fill({ [name]: value } as Partial<Fields>);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    setTried(true);
    const found = given.check(fields);
    setFaults(found);
    setError(undefined);
    if (Object.keys(found).length > 0) return focusFault();
    setBusy(true);
    try {
      await given.send(fields);
      if (!given.kept) setFields(given.empty);
      setTried(false);
    } catch (thrown) {
      const named = given.faultsOf(thrown, fields);
      setFaults(named);
      if (Object.keys(named).length === 0) setError(thrown);
      focusFault();
    }
    setBusy(false);
  };
  return { form, fields, faults, error, isBusy, isTried, set, fill, submit };
}

function without(faults: Faults, names: string[]): Faults {
  return Object.fromEntries(Object.entries(faults).filter(([name]) => !names.includes(name)));
}
