import { type RefObject, useState } from "react";
import { flushSync } from "react-dom";
import { text } from "../text";
import { Button } from "./Button";
import { Dialog } from "./Dialog";
import { Failure } from "./Failure";

type Props = {
  title: string;
  body: string;
  action: string;
  danger?: boolean;
  /** What takes the focus when it is done, where the button that led here is no more. */
  focusAfter?: RefObject<HTMLElement>;
  onConfirm(): Promise<unknown>;
  onClose(): void;
};

/** Asks before something is done that cannot be taken back. */
export function Confirm({ title, body, action, danger = false, focusAfter, onConfirm, onClose }: Props) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const confirm = async () => {
    setBusy(true);
    try {
      await onConfirm();
      // Closed at once: while it is open, nothing else takes the focus.
      flushSync(onClose);
      focusAfter?.current?.focus({ preventScroll: true });
    } catch (fault) {
      setError(fault);
      setBusy(false);
    }
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <p className="text-ink-2">{body}</p>
      {error !== undefined && <Failure error={error} />}
      <div className="flex justify-end gap-2">
        <Button onClick={onClose} data-first>
          {text.common.cancel}
        </Button>
        <Button kind={danger ? "danger" : "primary"} onClick={confirm} disabled={busy}>
          {action}
        </Button>
      </div>
    </Dialog>
  );
}
