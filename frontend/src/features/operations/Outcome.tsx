import { type Answer, parse } from "../../api/math";
import { CopyButton } from "../../shared/CopyButton";
import { Folded } from "../../shared/Folded";
import { useLoad } from "../../shared/hooks";
import { Tex } from "../../shared/Tex";
import { text } from "../../text";
import { pageText } from "../../text/pages";

const words = pageText.operations;

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
      {exact !== null && isFormula(answer.type, exact) && <Formula key={exact} source={exact} />}
      <dl className="grid gap-1.5">
        {rows.map((row) => (
          <div
            key={row.name}
            className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-2 sm:grid-cols-[4.5rem_minmax(0,1fr)_auto]"
          >
            <dt className="caption col-span-2 sm:col-span-1 sm:pt-1">{row.name}</dt>
            <dd className="min-w-0 pt-0.5">
              <Folded key={row.value} value={row.value} />
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

const plain = new Set(["string", "boolean", "null", "function", "integer"]);
const typesetLimit = 1000;
/** Whether a value says more typeset than as it is written. */
const isFormula = (type: string, exact: string) => !plain.has(type) && exact.length <= typesetLimit;

/** An exact value typeset. An operation's answer has no TeX, but its value is an expression like any other. */
function Formula({ source }: { source: string }) {
  const latex = useLoad(source, (signal) => parse(source, signal));
  if (latex.state === "failed" || (latex.state === "ready" && latex.value === undefined)) return null;
  return (
    <div className="mb-1 min-h-8">
      {latex.value !== undefined && <Tex source={`\\displaystyle ${latex.value}`} className="text-[1.0625rem]" />}
    </div>
  );
}
