import { useState } from "react";
import { type Answer, calculate, type CatalogueOperation } from "../../api/math";
import { Button } from "../../shared/Button";
import { Failure } from "../../shared/Failure";
import { TextField } from "../../shared/Field";
import { useSlow } from "../../shared/hooks";
import { useForm } from "../../shared/useForm";
import { pageText } from "../../text/pages";
import { ExampleButtons } from "./ExampleButtons";
import { faultsIn, faultsOf } from "./faults";
import { Outcome } from "./Outcome";
import { ParameterField } from "./ParameterField";
import { filled } from "./request";
import { RequestShown } from "./RequestShown";
import { useOperationFields } from "./useOperationFields";

const words = pageText.operations;

/** The form of one operation, drawn from its declaration. */
export function OperationForm({ operation }: { operation: CatalogueOperation }) {
  const { fields, setFields, asksDigits, body } = useOperationFields(operation);
  const [answer, setAnswer] = useState<{ to: string; is: Answer } | null>(null);
  const { form, faults, error, isBusy, set, fill, submit } = useForm({
    empty: {},
    kept: [fields, setFields],
    check: (fields) => faultsIn(operation, fields, asksDigits),
    async send() {
      setAnswer({ to: JSON.stringify(body), is: await calculate(operation.name, body) });
    },
    faultsOf(refusal) {
      setAnswer(null);
      return faultsOf(refusal, [...operation.parameters.map((one) => one.name), "precision"]);
    },
    forgets: "all",
  });
  const isSlow = useSlow(isBusy);

  return (
    <article>
      <h1 className="mono text-2xl">{operation.name}</h1>
      <p className="mt-1 max-w-prose text-ink-2">{operation.summary}</p>
      <ExampleButtons examples={operation.examples} onChoose={(values) => fill(filled(operation, values))} />
      <form ref={form} onSubmit={submit} noValidate className="mt-6 grid max-w-xl gap-4">
        {operation.parameters.map((parameter) => (
          <ParameterField
            key={parameter.name}
            parameter={parameter}
            value={fields[parameter.name] ?? ""}
            error={faults[parameter.name]}
            onChange={set(parameter.name)}
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
            value={fields["precision"]}
            error={faults["precision"]}
            onChange={(event) => set("precision")(event.target.value)}
            className="mono max-w-32"
          />
        )}
        <div>
          <Button kind="primary" type="submit" aria-disabled={isBusy}>
            {isSlow ? words.calculating : words.calculate}
          </Button>
        </div>
      </form>
      <div aria-live="polite" className="mt-6 min-h-28">
        {error !== undefined && <Failure error={error} />}
        {answer && <Outcome answer={answer.is} isStale={isBusy || answer.to !== JSON.stringify(body)} />}
      </div>
      <RequestShown path={`/math/${operation.name}`} body={body} />
    </article>
  );
}
