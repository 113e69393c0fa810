import { type ReactNode, useId, useLayoutEffect, useRef } from "react";
import { text } from "../text";
import { Icon } from "./Icon";

type Props = { title: string; children: ReactNode; onClose?: (() => void) | undefined; wide?: boolean };

/**
 * A modal dialog: the browser keeps the focus inside and gives it back. Without `onClose` it cannot be put aside. The
 * focus begins at what is marked with `data-first`, otherwise at the first control.
 */
export function Dialog({ title, children, onClose, wide = false }: Props) {
  const ref = useRef<HTMLDialogElement>(null);
  const id = useId();
  // Before it leaves the page: a dialog that is still open then would not give the focus back.
  useLayoutEffect(() => {
    const dialog = ref.current;
    if (dialog && !dialog.open) dialog.showModal();
    dialog?.querySelector<HTMLElement>("[data-first]")?.focus();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={ref}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose?.();
      }}
      onMouseDown={(event) => {
        if (event.target === event.currentTarget) onClose?.();
      }}
      className={`m-auto w-[calc(100%-2rem)] rounded-lg border border-rule bg-paper p-0 text-ink shadow-float ${wide ? "max-w-2xl" : "max-w-md"}`}
    >
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4 p-6">
        <div className="flex items-start justify-between gap-4">
          <h2 id={id} className="text-2xl">
            {title}
          </h2>
          {onClose && (
            <button
              type="button"
              aria-label={text.common.close}
              onClick={onClose}
              className="-mt-1 -mr-2 rounded-md p-2 text-ink-3 hover:bg-sunken hover:text-ink"
            >
              <Icon name="close" />
            </button>
          )}
        </div>
        {children}
      </div>
    </dialog>
  );
}
