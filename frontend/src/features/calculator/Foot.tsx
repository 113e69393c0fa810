import { lazy, Suspense, useState } from "react";
import { Button } from "../../shared/Button";
import { Icon } from "../../shared/Icon";
import { text } from "../../text";
import { Offer } from "./Offer";
import type { Draft } from "./useDraft";
import type { Notebook } from "./useNotebook";

const words = text.calculator;
const ClearQuestion = lazy(async () => ({ default: (await import("./ClearQuestion")).ClearQuestion }));

type Props = { notebook: Notebook; draft: Draft; onKeys(): void };

/** Below the field: whether the notebook is kept, what can be got back, and the buttons. */
export function Foot({ notebook, draft, onKeys }: Props) {
  const [isClearing, setClearing] = useState(false);
  return (
    <>
      {!notebook.isKept && (
        <p role="alert" className="mt-2 text-sm text-warn">
          {words.unkept}
        </p>
      )}
      <div className="mt-2 flex items-center justify-between gap-x-4 text-[0.8125rem] text-ink-3">
        <Offer removed={notebook.removed} onUndo={notebook.undo} aside={draft.aside[0]} onLeave={draft.leave} />
        <div className="ml-auto flex shrink-0 items-center gap-1">
          <Button kind="quiet" size="small" onClick={onKeys}>
            <kbd className="key">?</kbd> {words.keys}
          </Button>
          {notebook.lines.length > 0 && (
            <Button kind="quiet" size="small" onClick={() => setClearing(true)}>
              <Icon name="bin" className="size-3.5" /> {words.clear}
            </Button>
          )}
        </div>
      </div>
      {isClearing && (
        <Suspense>
          <ClearQuestion count={notebook.lines.length} onClear={notebook.clear} onClose={() => setClearing(false)} />
        </Suspense>
      )}
    </>
  );
}
