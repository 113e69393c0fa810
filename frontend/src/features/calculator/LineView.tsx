import { memo } from "react";
import { Button } from "../../shared/Button";
import { CopyButton } from "../../shared/CopyButton";
import { curl } from "../../shared/curl";
import { explain } from "../../shared/explain";
import { useSlow } from "../../shared/hooks";
import { Icon } from "../../shared/Icon";
import { notify } from "../../shared/notices";
import { Tex } from "../../shared/Tex";
import { text } from "../../text";
import type { Line } from "./notebook";
import { PrecisionControl } from "./PrecisionControl";
import { Result } from "./Result";
import { reveal } from "./reveal";

export type LineProps = {
  line: Line;
  number: number;
  isSelected: boolean;
  isBusy: boolean;
  isEdited: boolean;
  /** The number of the failed line that this one needs, or 0. */
  missing: number;
  onSelect(id: number): void;
  onEdit(id: number, source: string): void;
  onRemove(id: number): void;
  onPrecision(line: Line, digits: number): Promise<void>;
};

const words = text.calculator;
const typesetLimit = 4000;

/** A line of the notebook: what was written, what it is, and what can be done with it. */
export const LineView = memo(function LineView(props: LineProps) {
  const { line, number, isSelected, isBusy, isEdited, onSelect, onEdit, onRemove } = props;
  const { answer, problem } = line;
  const isSlow = useSlow(isBusy);
  const choose = (digits: number) =>
    props.onPrecision(line, digits).catch((error: unknown) => {
      notify(explain(error));
      throw error;
    });
  const hasDigits = answer !== undefined && answer.decimal !== answer.exact;
  const written = answer?.input_latex;
  const copies = answer && (
    <>
      <CopyButton
        label={words.copy.text}
        name={words.copyOf(words.copy.text, number)}
        value={answer.exact ?? answer.decimal}
      />
      <CopyButton label={words.copy.latex} name={words.copyOf(words.copy.latex, number)} value={answer.latex} />
      <CopyButton label={words.copy.json} name={words.copyOf(words.copy.json, number)} value={JSON.stringify(answer)} />
      <CopyButton
        label={words.copy.curl}
        name={words.copyOf(words.copy.curl, number)}
        value={curl("/math/evaluate", body(line))}
      />
    </>
  );
  return (
    <li
      data-line={number}
      onClick={() => onSelect(line.id)}
      onFocus={() => onSelect(line.id)}
      className={`line group grid grid-cols-[2rem_minmax(0,1fr)] border-t border-rule py-3 sm:grid-cols-[3rem_minmax(0,1fr)] ${isEdited ? "bg-accent-soft" : ""}`}
    >
      <span className={`mono pt-1.5 text-xs ${isSelected ? "text-accent" : "text-ink-3"}`} aria-hidden="true">
        {number}
      </span>
      <div className="min-w-0">
        <div className="flex items-start gap-2">
          <button
            type="button"
            onClick={() => onEdit(line.id, line.source)}
            aria-label={words.editLine(number, line.source)}
            className="min-w-0 flex-1 rounded-sm py-0.5 text-left hover:text-accent"
          >
            <code className="mono block break-words whitespace-pre-wrap text-ink-2 group-hover:text-inherit">
              {line.source}
            </code>
          </button>
          <div className={`flex shrink-0 items-center ${reveal(isSelected)}`}>
            {answer && <div className="hidden sm:flex">{copies}</div>}
            <Button kind="quiet" size="small" aria-label={words.removeLine(number)} onClick={() => onRemove(line.id)}>
              <Icon name="close" className="size-3.5" />
            </Button>
          </div>
        </div>
        {written && written.length < typesetLimit && <Tex source={written} className="text-ink-2" />}
        {problem && <p className="mt-1 text-bad">{props.missing ? words.depends(props.missing) : problem.msg}</p>}
        {answer && (
          <div className={isSlow ? "opacity-50 transition-opacity" : ""} aria-busy={isBusy}>
            {(answer.values ?? [answer]).map((value, index) => (
              <Result key={index} value={value} number={number} isSelected={isSelected} />
            ))}
          </div>
        )}
        {/* The room is kept, so that nothing moves away from under the pointer that selects a line. */}
        {hasDigits && (
          <div className="mt-2 min-h-8">
            {isSelected && <PrecisionControl value={line.precision} onChange={choose} />}
          </div>
        )}
        {answer && <div className={`-ml-2.5 flex flex-wrap sm:hidden ${isSelected ? "" : "invisible"}`}>{copies}</div>}
      </div>
    </li>
  );
});

function body(line: Line) {
  const [only] = line.sent;
  return { expr: line.sent.length === 1 ? only : line.sent, precision: line.precision };
}
