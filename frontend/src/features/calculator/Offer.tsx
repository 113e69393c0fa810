import { Button } from "../../shared/Button";
import { text } from "../../text";
import type { Removed } from "./useNotebook";

const words = text.calculator;
type Props = { removed: Removed | null; onUndo(): void; aside: string | undefined; onLeave(): void };

/** What can be got back: a line that was removed, or what was being written; else the keys that one needs first. */
export function Offer({ removed, onUndo, aside, onLeave }: Props) {
  if (removed) {
    return (
      <p role="status" className="flex items-center gap-1">
        {removed.isAll ? words.cleared : words.removed}
        <Button kind="quiet" size="small" onClick={onUndo}>
          {words.undo}
        </Button>
      </p>
    );
  }
  if (aside !== undefined) {
    return (
      <Button kind="quiet" size="small" className="min-w-0 overflow-hidden" onClick={onLeave}>
        <kbd className="key hidden sm:inline">{words.escape}</kbd> {words.backTo}
        <code className="mono min-w-0 truncate">{aside}</code>
      </Button>
    );
  }
  return (
    <p className="hidden sm:block">
      <kbd className="key">Enter</kbd> {words.hintEvaluate} <kbd className="key">↑</kbd> {words.hintEarlier}{" "}
      <kbd className="key">Ctrl</kbd> <kbd className="key">Enter</kbd> {words.hintNewline}
    </p>
  );
}
