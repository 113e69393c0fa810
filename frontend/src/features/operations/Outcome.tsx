import type { Answer } from "../../api/math";
import { CopyButton } from "../../shared/CopyButton";
import { text } from "../../text";

const words = text.operations;

/** The answer of an operation. */
export function Outcome({ answer, isStale }: { answer: Answer; isStale: boolean }) {
  const { exact, decimal } = answer;
  const rows =
    exact === decimal
      ? [{ name: words.value, value: decimal }]
      : [...(exact === null ? [] : [{ name: words.exact, value: exact }]), { name: words.decimal, value: decimal }];
  return (
    <section
      aria-label={words.result}
      className={`border-y py-3 ${isStale ? "border-dashed border-edge" : "border-ink"}`}
    >
      <dl className="grid gap-1.5">
        {rows.map((row) => (
          <div
            key={row.name}
            className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-2 sm:grid-cols-[4.5rem_minmax(0,1fr)_auto]"
          >
            <dt className="caption col-span-2 sm:col-span-1 sm:pt-1">{row.name}</dt>
            <dd className="max-h-60 overflow-y-auto pt-0.5">
              <code className="mono [overflow-wrap:anywhere]">{row.value}</code>
            </dd>
            <dd>
              <CopyButton label="" name={text.common.copyAs(row.name)} value={row.value} />
            </dd>
          </div>
        ))}
      </dl>
      <p className="caption mt-2">
        {words.answerType(answer.type, answer.precision)}
        {isStale && ` · ${words.stale}`}
      </p>
    </section>
  );
}
