import type { CatalogueOperation } from "../../api/math";
import { type Candidate, callAround } from "./completion";

type Props = { source: string; caret: number; operations: CatalogueOperation[]; candidates: Candidate[] };

/** The function whose arguments are being written, and what the present one is. */
export function SignatureHint({ source, caret, operations, candidates }: Props) {
  const call = callAround(source, caret);
  if (!call) return null;
  const operation = operations.find((one) => one.name === call.name);
  if (!operation) {
    const own = candidates.find((one) => one.name === call.name);
    return own ? <Hint>{own.signature}</Hint> : null;
  }
  const parameter = operation.parameters[Math.min(call.argument, operation.parameters.length - 1)];
  return (
    <Hint>
      <code className="mono">
        {operation.name}(
        {operation.parameters.map((one, index) => (
          <span key={one.name}>
            {index > 0 && ", "}
            <span className={one === parameter ? "font-bold text-ink" : ""}>{one.name}</span>
          </span>
        ))}
        )
      </code>
      <span className="truncate">{parameter ? parameter.text || operation.summary : operation.summary}</span>
    </Hint>
  );
}

function Hint({ children }: { children: React.ReactNode }) {
  return (
    // Over the row below the field, which must not move when a bracket is opened.
    <p
      className="caption absolute top-full -right-px -left-px z-10 mt-[calc(0.5rem+1px)] flex min-h-8 items-center gap-3 overflow-hidden bg-paper whitespace-nowrap sm:right-[calc(12rem-1px)]"
      data-signature
    >
      {children}
    </p>
  );
}
