import { type FormEvent, useEffect, useState } from "react";
import { ApiError } from "../../api/ApiError";
import { type Answer, calculate, type CatalogueOperation } from "../../api/math";
import { Button } from "../../shared/Button";
import { CopyButton } from "../../shared/CopyButton";
import { curl } from "../../shared/curl";
import { Failure } from "../../shared/Failure";
import { useFaultFocus } from "../../shared/useFaultFocus";
import { TextField } from "../../shared/Field";
import { useKept, useSlow } from "../../shared/hooks";
import { pageText } from "../../text/pages";
import { Outcome } from "./Outcome";
import { ParameterField } from "./ParameterField";
import { fieldFault, type Fields, filled, requestBody } from "./request";

const words = pageText.operations;
type Faults = Record<string, string>;

/** The form of one operation, drawn from its declaration. */
export function OperationForm({ operation }: { operation: CatalogueOperation }) {
  const [fields, setFields] = useKept<Fields>(`math.operation.${operation.name}`, {});
  const [digits, setDigits] = useKept("math.operations.digits", "20");
  const [faults, setFaults] = useState<Faults>({});
  const [answer, setAnswer] = useState<{ to: string; is: Answer } | null>(null);
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const { form, focusFault } = useFaultFocus();
  const isSlow = useSlow(busy);
  const body = requestBody(operation, fields, isCount(digits) ? Number(digits) : digits);
  const asksDigits = !operation.parameters.some((one) => one.name === "precision");
  const path = `/math/${operation.name}`;

  useEffect(() => {
    const wanted = new URLSearchParams(location.search).get("with");
    if (wanted === null) return;
    history.replaceState(null, "", location.pathname);
    try {
      const values = JSON.parse(wanted) as Record<string, unknown>;
      setFields(filled(operation, values));
      if (typeof values["precision"] === "number") setDigits(String(values["precision"]));
    } catch {
      // Somebody's own address: the form stays as it is.
    }
  }, [operation, setFields, setDigits]);

  const put = (next: Fields) => {
    setFields(next);
    setFaults({});
    setError(undefined);
  };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    const found: Faults = {};
    for (const parameter of operation.parameters) {
      const fault = fieldFault(parameter, fields[parameter.name] ?? "", words.faults);
      if (fault) found[parameter.name] = fault;
    }
    if (asksDigits && !isCount(digits)) found["precision"] = words.precisionFault;
    setFaults(found);
    setError(undefined);
    if (Object.keys(found).length > 0) return focusFault();
    setBusy(true);
    try {
      setAnswer({ to: JSON.stringify(body), is: await calculate(operation.name, body) });
    } catch (fault) {
      setAnswer(null);
      const named = faultsOf(fault, [...operation.parameters.map((one) => one.name), "precision"]);
      if (Object.keys(named).length > 0) setFaults(named);
      else setError(fault);
      focusFault();
    }
    setBusy(false);
  };

  return (
    <article>
      <h1 className="mono text-2xl">{operation.name}</h1>
      <p className="mt-1 max-w-prose text-ink-2">{operation.summary}</p>
      {operation.examples.length > 0 && (
        <div className="mt-4">
          <h2 className="label mb-1.5 font-sans">{words.examples}</h2>
          <ul className="flex flex-wrap gap-1.5">
            {operation.examples.map((example) => (
              <li key={example.expression} className="max-w-full">
                <Button
                  size="small"
                  className="max-w-full border-rule"
                  onClick={() => put(filled(operation, example.arguments))}
                >
                  <code className="mono truncate text-[0.8125rem]">{example.expression}</code>
                </Button>
              </li>
            ))}
          </ul>
        </div>
      )}
      <form ref={form} onSubmit={submit} noValidate className="mt-6 grid max-w-xl gap-4">
        {operation.parameters.map((parameter) => (
          <ParameterField
            key={parameter.name}
            parameter={parameter}
            value={fields[parameter.name] ?? ""}
            error={faults[parameter.name]}
            onChange={(value) => put({ ...fields, [parameter.name]: value })}
          />
        ))}
        {asksDigits && (
          <TextField
            label={words.precision}
            hint={words.precisionHint}
            type="number"
            inputMode="numeric"
            min={1}
            max={10_000}
            value={digits}
            error={faults["precision"]}
            onChange={(event) => {
              setDigits(event.target.value);
              setFaults({});
            }}
            className="mono max-w-32"
          />
        )}
        <div>
          <Button kind="primary" type="submit" aria-disabled={busy}>
            {isSlow ? words.calculating : words.calculate}
          </Button>
        </div>
      </form>
      <div aria-live="polite" className="mt-6 min-h-28">
        {error !== undefined && <Failure error={error} />}
        {answer && <Outcome answer={answer.is} isStale={busy || answer.to !== JSON.stringify(body)} />}
      </div>
      <section className="mt-4 border-t border-rule pt-4" aria-labelledby="request">
        <div className="flex items-center justify-between gap-2">
          <h2 id="request" className="label font-sans">
            {words.request}
          </h2>
          <CopyButton label="curl" value={curl(path, body)} />
        </div>
        <pre
          // What scrolls must be reachable by keyboard.
          tabIndex={0}
          aria-labelledby="request"
          role="group"
          className="mono mt-2 overflow-x-auto rounded-md bg-sunken p-4 text-[0.8125rem] leading-6 text-ink-2"
        >
          {`POST ${path}\nContent-Type: application/json\n\n${JSON.stringify(body, null, 2)}`}
        </pre>
      </section>
    </article>
  );
}

/** Whether a text is a number of digits that can be asked for. */
const isCount = (digits: string) => /^\d+$/.test(digits) && Number(digits) >= 1 && Number(digits) <= 10_000;

function faultsOf(error: unknown, names: string[]): Faults {
  const faults: Faults = {};
  if (!(error instanceof ApiError)) return faults;
  for (const problem of error.problems) {
    const name = problem.loc.map(String).find((part) => names.includes(part));
    if (name === undefined) return {};
    faults[name] ??= problem.hint ? `${problem.msg} (${problem.hint})` : problem.msg;
  }
  return faults;
}
