import { useState } from "react";
import { text } from "../text";
import { Button } from "./Button";
import { Dialog } from "./Dialog";
import { Failure } from "./Failure";

type Props = {
  title: string;
  body: string;
  action: string;
  danger?: boolean;
  onConfirm(): Promise<unknown>;
  onClose(): void;
};

/** Asks before something is done that cannot be taken back. */
export function Confirm({ title, body, action, danger = false, onConfirm, onClose }: Props) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const confirm = async () => {
    setBusy(true);
    try {
      await onConfirm();
      onClose();
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
        <Button onClick={onClose} data-focus>
          {text.common.cancel}
        </Button>
        <Button kind={danger ? "danger" : "primary"} onClick={confirm} disabled={busy}>
          {action}
        </Button>
      </div>
    </Dialog>
  );
}
