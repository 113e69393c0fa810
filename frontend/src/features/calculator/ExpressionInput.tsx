import {
  forwardRef,
  type KeyboardEvent,
  useEffect,
  useId,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import type { Problem } from "../../api/ApiError";
import type { CatalogueOperation } from "../../api/math";
import { Button } from "../../shared/Button";
import { useSlow } from "../../shared/hooks";
import { Tex } from "../../shared/Tex";
import { text } from "../../text";
import type { Candidate } from "./completion";
import type { Line } from "./notebook";
import type { Fault } from "./Fault";
import { typeOver } from "./typing";
import { usePreview } from "./usePreview";

export type InputHandle = {
  focusEnd(): void;
  /** Puts a text in the place of what is there, as if it were typed. */
  type(source: string): void;
};
type Props = {
  number: number;
  source: string;
  onSource(source: string): void;
  earlier: Line[];
  operations: CatalogueOperation[];
  isEditing: boolean;
  /** Whether there is something to go back to from what is being written. */
  canLeave: boolean;
  onLeave(): void;
  isBusy: boolean;
  /** Evaluates what is in the field and empties it; gives what is wrong, once that is back in the field. */
  onEnter(): Promise<Problem | undefined>;
  onKeys(): void;
};

/** An earlier line that the arrows have brought, and what was being written. */
type Recalled = { index: number; source: string; draft: string };

type Writing = typeof import("./writing");

const words = text.calculator;
const growsByItself = () => CSS.supports("field-sizing", "content");

/** The line that is being written: its preview, its completions, and the mark where it is wrong. */
export const ExpressionInput = forwardRef<InputHandle, Props>(function ExpressionInput(props, ref) {
  const { source, onSource, earlier, operations } = props;
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const [caret, setCaret] = useState(source.length);
  const [lastFault, setFault] = useState<Fault | null>(null);
  const fault = lastFault?.source === source ? lastFault : null;
  const [lastRecalled, setRecalled] = useState<Recalled | null>(null);
  const recalled = lastRecalled?.source === source ? lastRecalled : null;
  const [chosen, setChosen] = useState(-1);
  const [isOpen, setOpen] = useState(false);
  const nextCaret = useRef<number | null>(null);
  const isSlow = useSlow(props.isBusy);
  const preview = usePreview(source);

  // Names can be completed once something is typed: the page is there without.
  const [writing, setWriting] = useState<Writing | null>(null);
  const isBlank = source === "";
  useEffect(() => {
    if (isBlank) return;
    // Without them one writes the names oneself.
    import("./writing").then(setWriting, () => null);
  }, [isBlank]);
  const known = useMemo(() => writing?.known(operations, earlier) ?? [], [writing, operations, earlier]);
  const offered = writing && isOpen ? writing.completions(known, writing.wordBefore(source, caret)) : [];
  const isOffering = offered.length > 0;

  const focusEnd = () => {
    nextCaret.current = Number.MAX_SAFE_INTEGER;
    requestAnimationFrame(() => {
      area.current?.focus();
      area.current?.setSelectionRange(area.current.value.length, area.current.value.length);
    });
  };
  const type = (next: string) => put(next, next.length);
  useImperativeHandle(ref, () => ({ focusEnd, type }));
  useEffect(() => area.current?.focus({ preventScroll: true }), []);
  useLayoutEffect(() => {
    const element = area.current;
    if (!element) return;
    if (!growsByItself()) {
      element.style.height = "auto";
      element.style.height = `${element.scrollHeight}px`;
    }
    if (nextCaret.current === null) return;
    const place = Math.min(nextCaret.current, source.length);
    element.setSelectionRange(place, place);
    setCaret(place);
    nextCaret.current = null;
  }, [source, lastFault]);

  const change = (next: string, at: number, opens: boolean) => {
    setRecalled(null);
    setChosen(-1);
    setOpen(opens);
    setCaret(at);
    if (next !== fault?.source) setFault(null);
    onSource(next);
  };
  const put = (next: string, at: number) => {
    if (area.current) typeOver(area.current, next);
    nextCaret.current = at;
    change(next, at, false);
    area.current?.focus();
  };
  const accept = (candidate: Candidate) => {
    const done = writing?.complete(source, caret, candidate);
    if (done) put(done.source, done.caret);
  };
  const recall = (step: -1 | 1): boolean => {
    const to = (recalled?.index ?? earlier.length) + step;
    if (to < 0 || to > earlier.length || ((recalled?.index ?? earlier.length) === earlier.length && step === 1))
      return false;
    const draft = recalled?.draft ?? source;
    const next = earlier[to]?.source ?? draft;
    put(next, next.length);
    setFault(null);
    setRecalled({ index: to, source: next, draft });
    return true;
  };

  const enter = async () => {
    setOpen(false);
    if (source.trim() === "") return;
    setFault(null);
    setRecalled(null);
    const problem = await props.onEnter();
    if (!problem) return;
    const loaded = await import("./writing").catch(() => null);
    const found = loaded?.faultOf(problem, source) ?? { message: problem.msg, source };
    if (found.place) nextCaret.current = found.place.start;
    setFault(found);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return;
    const handled = isOffering ? offerKey(event) : false;
    if (handled || plainKey(event)) event.preventDefault();
  };
  const offerKey = (event: KeyboardEvent): boolean => {
    const picked = offered[chosen];
    if (event.key === "ArrowDown") setChosen((chosen + 1) % offered.length);
    else if (event.key === "ArrowUp") setChosen(chosen <= 0 ? offered.length - 1 : chosen - 1);
    else if (event.key === "Tab" && !event.shiftKey) accept(picked ?? (offered[0] as Candidate));
    else if (event.key === "Enter" && picked && !event.ctrlKey) accept(picked);
    else if (event.key === "Escape") setOpen(false);
    else return false;
    return true;
  };
  const plainKey = (event: KeyboardEvent<HTMLTextAreaElement>): boolean => {
    const { selectionStart, selectionEnd } = event.currentTarget;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey || event.shiftKey)) {
      put(`${source.slice(0, selectionStart)}\n${source.slice(selectionEnd)}`, selectionStart + 1);
    } else if (event.key === "Enter") void enter();
    else if (event.key === "ArrowUp" && !source.slice(0, selectionStart).includes("\n")) return recall(-1);
    else if (event.key === "ArrowDown" && !source.slice(selectionEnd).includes("\n")) return recall(1);
    else if (event.key === "?" && source === "") props.onKeys();
    else if (event.key === "Escape" && props.canLeave) props.onLeave();
    else return false;
    return true;
  };

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void enter();
      }}
      className="relative border-t border-ink"
    >
      <div className="grid min-h-12 grid-cols-[2rem_minmax(0,1fr)] items-center sm:grid-cols-[3rem_minmax(0,1fr)]">
        <span className="mono text-xs text-ink-3" aria-hidden="true">
          {props.isEditing ? "✎" : ""}
        </span>
        <div className="max-h-[38vh] overflow-y-auto py-1" data-preview={preview.isComplete ? "whole" : "partial"}>
          {preview.latex !== "" ? (
            <Tex source={preview.latex} className={preview.isComplete ? "text-ink" : "text-ink-3"} />
          ) : (
            <p className="caption">
              {props.isEditing ? words.editing(props.number) : isBlank ? words.previewEmpty : "\u00a0"}
            </p>
          )}
        </div>
      </div>
      <div
        className={`relative flex items-start rounded-lg border bg-surface shadow-float focus-within:outline-2 focus-within:-outline-offset-1 ${fault ? "border-bad focus-within:outline-bad" : "border-edge focus-within:border-accent focus-within:outline-accent"}`}
      >
        <label htmlFor={id} className="mono min-w-8 shrink-0 pt-[0.8125rem] pr-2.5 pl-3 text-xs text-ink-3 sm:min-w-12">
          <span aria-hidden="true">{props.number}</span>
          <span className="sr-only">{words.inputLabel}</span>
        </label>
        <div className="relative min-w-0 flex-1">
          {writing && fault?.place && <writing.Marked source={source} place={fault.place} />}
          <textarea
            ref={area}
            id={id}
            rows={1}
            value={source}
            spellCheck={false}
            autoCapitalize="off"
            autoComplete="off"
            autoCorrect="off"
            placeholder={words.placeholder}
            aria-controls={writing ? `${id}-list` : undefined}
            aria-autocomplete="list"
            aria-activedescendant={isOffering && chosen >= 0 ? `${id}-${chosen}` : undefined}
            aria-invalid={fault ? true : undefined}
            aria-describedby={fault ? `${id}-fault` : undefined}
            onChange={(event) => change(event.target.value, event.target.selectionStart, true)}
            onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
            onKeyDown={onKeyDown}
            onBlur={() => setOpen(false)}
            className="mono relative block field-sizing-content max-h-[40vh] w-full resize-none bg-transparent py-2.5 pr-3 text-base leading-7 outline-none"
          />
        </div>
        <Button
          kind="primary"
          type="submit"
          className="m-1.5 min-w-11"
          aria-label={words.evaluate}
          aria-disabled={props.isBusy && isBlank}
        >
          {isSlow ? (
            <span className="size-4 animate-spin rounded-full border-2 border-current border-t-transparent" />
          ) : (
            "="
          )}
        </Button>
        {writing && <writing.Completions id={id} offered={offered} chosen={chosen} onChoose={accept} />}
      </div>
      {writing && !isOffering && !fault && (
        <writing.SignatureHint source={source} caret={caret} operations={operations} candidates={known} />
      )}
      {fault && (
        <div id={`${id}-fault`} role="alert" className="flex flex-wrap items-center gap-x-3 pt-2 text-sm text-bad">
          {writing ? <writing.FaultText fault={fault} onReplace={put} /> : fault.message}
        </div>
      )}
      <p role="status" className="sr-only">
        {isSlow ? words.calculating : isOffering ? words.offered(offered.length) : ""}
      </p>
    </form>
  );
});
