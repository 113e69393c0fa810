import { Button } from "../../shared/Button";
import { text } from "../../text";
import type { Removed } from "./useNotebook";

const words = text.calculator;
type Props = { removed: Removed | null; onUndo(): void; aside: string | undefined; onLeave(): void };

/** What can be got back: lines that were removed, and what was being written; else the keys that one needs first. */
export function Offer({ removed, onUndo, aside, onLeave }: Props) {
  if (!removed && aside === undefined) {
    return (
      <p className="hidden sm:block">
        <kbd className="key">Enter</kbd> {words.hintEvaluate} <kbd className="key">↑</kbd> {words.hintEarlier}{" "}
        <kbd className="key">Ctrl</kbd> <kbd className="key">Enter</kbd> {words.hintNewline}
      </p>
    );
  }
  return (
    <div className="flex min-w-0 items-center gap-2">
      {removed && (
        <p role="status" className="flex shrink-0 items-center gap-1">
          {removed.isAll ? words.cleared : words.removed}
          <Button kind="quiet" size="small" onClick={onUndo}>
            {words.undo}
          </Button>
        </p>
      )}
      {aside !== undefined && (
        <Button kind="quiet" size="small" className="min-w-0 overflow-hidden" onClick={onLeave}>
          <kbd className="key hidden sm:inline">{words.escape}</kbd> {words.backTo}
          <code className="mono min-w-0 truncate">{aside}</code>
        </Button>
      )}
    </div>
  );
}
