import {
  type ComponentProps,
  forwardRef,
  type KeyboardEvent,
  useEffect,
  useId,
  useImperativeHandle,
  useRef,
  useState,
} from "react";
import type { Problem } from "../../api/ApiError";
import type { CatalogueOperation } from "../../api/math";
import { Button } from "../../shared/Button";
import { useSlow } from "../../shared/hooks";
import { text } from "../../text";
import type { AssistanceHandle, Offered } from "./Assistance";
import { FaultText, Marked } from "./Fault";
import type { Line } from "./notebook";
import { Preview } from "./Preview";
import type { Draft } from "./useDraft";
import { useExpression } from "./useExpression";

export type InputHandle = {
  focusEnd(): void;
  /** Puts a text in the place of what is there, as if it were typed. */
  type(source: string): void;
};
type Props = {
  number: number;
  draft: Draft;
  /** Whether it is an earlier line that is being changed. */
  isEditing: boolean;
  earlier: Line[];
  operations: CatalogueOperation[];
  isBusy: boolean;
  /** Evaluates what is in the field and empties it; gives what is wrong, once that is back in the field. */
  onEnter(): Promise<Problem | undefined>;
  onKeys(): void;
};

const words = text.calculator;

/** The line that is being written: its preview, its completions, and the mark where it is wrong. */
export const ExpressionInput = forwardRef<InputHandle, Props>(function ExpressionInput(props, ref) {
  const { number, draft, isEditing, earlier, operations, isBusy, onEnter } = props;
  const { source } = draft;
  const id = useId();
  const written = useExpression({ source, onSource: draft.setSource, earlier, onEnter });
  const { area, caret, fault, put, enter, focusEnd } = written;
  const writing = useWriting(source === "");
  const assistance = useRef<AssistanceHandle>(null);
  const [offered, setOffered] = useState<Offered>({ count: 0, active: undefined });
  const isSlow = useSlow(isBusy);
  useImperativeHandle(ref, () => ({ focusEnd, type: (next) => put(next, next.length) }));

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (assistance.current?.onKey(event) || onKey(event)) event.preventDefault();
  };
  const onKey = (event: KeyboardEvent<HTMLTextAreaElement>): boolean => {
    const { selectionStart: start, selectionEnd: end } = event.currentTarget;
    const canLeave = isEditing || draft.aside.length > 0;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey || event.shiftKey)) {
      put(`${source.slice(0, start)}\n${source.slice(end)}`, start + 1);
    } else if (event.key === "Enter") void enter();
    else if (event.key === "ArrowUp" && !source.slice(0, start).includes("\n")) return written.recall(-1);
    else if (event.key === "ArrowDown" && !source.slice(end).includes("\n")) return written.recall(1);
    else if (event.key === "?" && source === "") props.onKeys();
    else if (event.key === "Escape" && canLeave) draft.leave();
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
      <Preview source={source} editing={isEditing ? number : null} />
      <div
        className={`relative flex items-start rounded-lg border bg-surface shadow-float focus-within:outline-2 focus-within:-outline-offset-1 ${fault ? "border-bad focus-within:outline-bad" : "border-edge focus-within:border-accent focus-within:outline-accent"}`}
      >
        <label htmlFor={id} className="mono min-w-8 shrink-0 pt-[0.8125rem] pr-2.5 pl-3 text-xs text-ink-3 sm:min-w-12">
          <span aria-hidden="true">{number}</span>
          <span className="sr-only">{words.inputLabel}</span>
        </label>
        <div className="relative min-w-0 flex-1">
          {fault?.place && <Marked source={source} place={fault.place} />}
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
            aria-activedescendant={offered.active}
            aria-invalid={fault ? true : undefined}
            aria-describedby={fault ? `${id}-fault` : undefined}
            onChange={(event) => written.onChange(event.target)}
            onSelect={(event) => written.setCaret(event.currentTarget.selectionStart)}
            onKeyDown={onKeyDown}
            onBlur={written.stopTyping}
            className="mono relative block field-sizing-content max-h-[40vh] w-full resize-none bg-transparent py-2.5 pr-3 text-base leading-7 outline-none"
          />
        </div>
        <EnterButton isSlow={isSlow} aria-disabled={isBusy && source === ""} />
        {writing && (
          <writing.Assistance
            ref={assistance}
            id={id}
            source={source}
            caret={caret}
            earlier={earlier}
            operations={operations}
            isTyping={written.isTyping}
            hasFault={fault !== null}
            onOffer={setOffered}
            onPut={put}
            onStop={written.stopTyping}
          />
        )}
      </div>
      {fault && (
        <div id={`${id}-fault`} role="alert" className="flex flex-wrap items-center gap-x-3 pt-2 text-sm text-bad">
          <FaultText fault={fault} onReplace={put} />
        </div>
      )}
      <p role="status" className="sr-only">
        {isSlow ? words.calculating : offered.count > 0 ? words.offered(offered.count) : ""}
      </p>
    </form>
  );
});

function EnterButton({ isSlow, ...rest }: ComponentProps<typeof Button> & { isSlow: boolean }) {
  return (
    <Button kind="primary" type="submit" className="m-1.5 min-w-11" aria-label={words.evaluate} {...rest}>
      {isSlow ? (
        <span className="size-4 animate-spin rounded-full border-2 border-current border-t-transparent" />
      ) : (
        "="
      )}
    </Button>
  );
}

type Writing = typeof import("./writing");

/** What helps to write, loaded once something is typed: the page is there without, and the names one can write oneself. */
function useWriting(isBlank: boolean): Writing | null {
  const [writing, setWriting] = useState<Writing | null>(null);
  useEffect(() => {
    if (!isBlank) import("./writing").then(setWriting, () => null);
  }, [isBlank]);
  return writing;
}
