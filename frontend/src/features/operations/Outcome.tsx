import type { Evaluation } from "../../api/math";
import { CopyButton } from "../../shared/CopyButton";
import { Tex } from "../../shared/Tex";
import { text } from "../../text";

const words = text.operations;
const typesetLimit = 600;

/** The answer of an operation. */
export function Outcome({ answer, isStale }: { answer: Evaluation; isStale: boolean }) {
  const rows = [
    { name: words.exact, value: answer.exact },
    { name: words.decimal, value: answer.decimal === answer.exact ? null : answer.decimal },
    { name: words.value, value: answer.exact === null && answer.decimal === null ? String(answer.result) : null },
  ].filter((row): row is { name: string; value: string } => row.value !== null);
  return (
    <section aria-label={words.result} className={`border-y border-ink py-3 ${isStale ? "opacity-60" : ""}`}>
      {answer.latex && answer.latex.length < typesetLimit && (
        <Tex source={`\\displaystyle ${answer.latex}`} className="pb-2 text-lg" />
      )}
      <dl className="grid gap-1.5">
        {rows.map((row) => (
          <div key={row.name} className="grid grid-cols-[4.5rem_minmax(0,1fr)_auto] items-start gap-x-2">
            <dt className="caption pt-1">{row.name}</dt>
            <dd className="max-h-60 overflow-y-auto pt-0.5">
              <code className="mono [overflow-wrap:anywhere]">{row.value}</code>
            </dd>
            <dd>
              <CopyButton label="" name={text.common.copyAs(row.name)} value={row.value} />
            </dd>
          </div>
        ))}
      </dl>
      <p className="caption mt-2">{words.answerType(answer.type, answer.precision)}</p>
    </section>
  );
}
