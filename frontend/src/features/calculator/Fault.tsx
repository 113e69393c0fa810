import type { Problem } from "../../api/ApiError";
import { Button } from "../../shared/Button";
import { text } from "../../text";
import { type Place, placeOf, replaced, suggestionIn } from "./places";

/** What is wrong with a text, where it is known, in which place. */
export type Fault = { message: string; source: string; hint?: string | undefined; place?: Place | undefined };

/** A problem of an expression that was sent without the blanks around it. */
export function faultOf(problem: Problem, source: string): Fault {
  const lead = source.length - source.trimStart().length;
  const found = placeOf(problem, source.trim());
  const place = found && { start: found.start + lead, end: found.end + lead };
  return { message: problem.msg, source, hint: problem.hint, place };
}

type FaultProps = { fault: Fault; onReplace(source: string, caret: number): void };

/** The fault in words, with what would mend it. */
export function FaultText({ fault, onReplace }: FaultProps) {
  const { source, place, hint } = fault;
  const suggestion = suggestionIn(hint);
  return (
    <>
      <span>{fault.message}</span>
      {suggestion !== undefined && place ? (
        <Button
          size="small"
          onClick={() => onReplace(replaced(source, place, suggestion), place.start + suggestion.length)}
        >
          {text.calculator.takeInstead(suggestion)}
        </Button>
      ) : (
        hint && <span className="text-ink-2">{hint}</span>
      )}
    </>
  );
}

/** The same text under the field, with the mark: the field itself can carry none. */
export function Marked({ source, place }: { source: string; place: Place }) {
  const marked = source.slice(place.start, place.end);
  // What is missing at the end of a line is marked behind it.
  const isBlank = marked === "" || marked.startsWith("\n");
  return (
    <pre
      aria-hidden="true"
      className="mono pointer-events-none absolute inset-0 py-2.5 pr-3 text-base leading-7 break-words whitespace-pre-wrap text-transparent"
    >
      {source.slice(0, place.start)}
      <mark
        data-mark
        className="rounded-sm bg-bad-soft text-transparent underline decoration-bad decoration-wavy decoration-2 underline-offset-4"
      >
        {isBlank ? `  ${marked}` : marked}
      </mark>
      {source.slice(place.end)}
    </pre>
  );
}
