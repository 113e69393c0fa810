import { lazy, Suspense, useCallback, useEffect, useRef, useState } from "react";
import { type CatalogueOperation, operations } from "../../api/math";
import { Button } from "../../shared/Button";
import { useKept, useLoad, useSlow, useTitle } from "../../shared/hooks";
import { Icon } from "../../shared/Icon";
import { text } from "../../text";
import { Examples } from "./Examples";
import { ExpressionInput, type InputHandle } from "./ExpressionInput";
import { Lines } from "./Lines";
import type { Line } from "./notebook";
import { Offer } from "./Offer";
import { spoken } from "./spoken";
import { useDraft } from "./useDraft";
import { useNotebook } from "./useNotebook";
import { Waiting } from "./Waiting";

const words = text.calculator;
const none: CatalogueOperation[] = [];
const ClearQuestion = lazy(async () => ({ default: (await import("./ClearQuestion")).ClearQuestion }));
const Keys = lazy(async () => ({ default: (await import("./Keys")).Keys }));

/** The notebook with the line that is being written below it. */
export function Calculator({ user }: { user: string }) {
  useTitle(words.title);
  const notebook = useNotebook(user);
  const { lines, waiting } = notebook;
  const [precision, setPrecision] = useKept("math.precision", 20);
  const draft = useDraft(user);
  const [selected, setSelected] = useState<number | null>(null);
  const [said, setSaid] = useState("");
  const [keysShown, setKeysShown] = useState(false);
  const [isClearing, setClearing] = useState(false);
  const input = useRef<InputHandle>(null);
  const isHere = useRef(true);
  const catalogue = useLoad("operations", operations);
  const isSlow = useSlow(waiting.length > 0);
  // The line that is being changed may be gone; what was written of it stays.
  const editing = lines.some((line) => line.id === draft.editing) ? draft.editing : null;
  const shown = lines.some((line) => line.id === selected) ? selected : lines.at(-1)?.id;
  const { open, latest, putAside } = draft;

  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
    };
  }, []);

  // Who loads the page again while an answer is on its way finds what was asked.
  useEffect(() => {
    const onLeaving = () => {
      const isKept = (one: { id: number; source: string }) =>
        lines.some((line) => line.id === one.id && line.source === one.source);
      putAside(waiting.filter((one) => !isKept(one)).map((one) => one.source));
    };
    addEventListener("pagehide", onLeaving);
    return () => removeEventListener("pagehide", onLeaving);
  }, [lines, putAside, waiting]);

  useEffect(() => {
    const wanted = new URLSearchParams(location.search).get("expr");
    if (wanted === null) return;
    open(wanted);
    history.replaceState(null, "", location.pathname);
  }, [open]);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const inField = event.target instanceof HTMLElement && event.target.closest("input, textarea, select, dialog");
      if (event.key === "?" && !inField) setKeysShown(true);
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, []);

  // The field is free for the next line at once; what is wrong comes back to it, unless the next is being written.
  const enter = async () => {
    const { source } = draft;
    const left = draft.finish();
    const keepsFaults = () => !isHere.current || latest.current.source !== left || latest.current.editing !== null;
    setSelected(editing);
    const entry = { source: source.trim(), precision, replacing: editing, keepsFaults };
    const { line, number, isKept } = await notebook.enter(entry);
    if (!isKept) open(source, editing);
    else setSaid(words.said(number, line.problem?.msg ?? spoken(line.answer)));
    return isKept ? undefined : line.problem;
  };

  const edit = useCallback(
    (id: number, text: string) => {
      setSelected(id);
      open(text, id);
      input.current?.focusEnd();
    },
    [open],
  );
  const choose = (example: string) => input.current?.type(example);
  const { changePrecision } = notebook;
  const onPrecision = useCallback(
    (line: Line, digits: number) => {
      setPrecision(digits);
      setSelected(line.id);
      return changePrecision(line, digits);
    },
    [changePrecision, setPrecision],
  );

  const number = editing === null ? lines.length + 1 : lines.findIndex((line) => line.id === editing) + 1;
  return (
    <div className="mx-auto flex min-h-[calc(100dvh-3.5rem)] w-full max-w-4xl flex-col px-4 sm:px-6">
      <h1 className="sr-only">{words.title}</h1>
      <div className="flex flex-1 flex-col justify-end pt-6">
        {lines.length === 0 ? (
          <Examples onChoose={choose} />
        ) : (
          <Lines
            lines={lines}
            propsOf={(line, index) => ({
              line,
              number: index + 1,
              isSelected: line.id === shown,
              isBusy: waiting.some((one) => one.id === line.id),
              isEdited: line.id === editing,
              missing: line.missing === undefined ? 0 : lines.findIndex((one) => one.id === line.missing) + 1,
              onSelect: setSelected,
              onEdit: edit,
              onRemove: notebook.remove,
              onPrecision,
            })}
          />
        )}
        {isSlow && <Waiting lines={waiting.filter((one) => !lines.some((line) => line.id === one.id))} />}
      </div>
      <p role="status" className="sr-only">
        {said}
      </p>
      <div className="sticky bottom-0 z-20 short:static -mx-4 bg-paper px-4 pb-4 sm:-mx-6 sm:px-6">
        <ExpressionInput
          ref={input}
          number={number}
          source={draft.source}
          onSource={draft.setSource}
          earlier={lines}
          operations={catalogue.value ?? none}
          isEditing={editing !== null}
          canLeave={editing !== null || draft.aside.length > 0}
          onLeave={draft.leave}
          isBusy={waiting.length > 0}
          onEnter={enter}
          onKeys={() => setKeysShown(true)}
        />
        {!notebook.isKept && (
          <p role="alert" className="mt-2 text-sm text-warn">
            {words.unkept}
          </p>
        )}
        <div className="mt-2 flex items-center justify-between gap-x-4 text-[0.8125rem] text-ink-3">
          <Offer removed={notebook.removed} onUndo={notebook.undo} aside={draft.aside[0]} onLeave={draft.leave} />
          <div className="ml-auto flex shrink-0 items-center gap-1">
            <Button kind="quiet" size="small" onClick={() => setKeysShown(true)}>
              <kbd className="key">?</kbd> {words.keys}
            </Button>
            {lines.length > 0 && (
              <Button kind="quiet" size="small" onClick={() => setClearing(true)}>
                <Icon name="bin" className="size-3.5" /> {words.clear}
              </Button>
            )}
          </div>
        </div>
      </div>
      {isClearing && (
        <Suspense>
          <ClearQuestion count={lines.length} onClear={notebook.clear} onClose={() => setClearing(false)} />
        </Suspense>
      )}
      {keysShown && (
        <Suspense>
          <Keys onClose={() => setKeysShown(false)} />
        </Suspense>
      )}
    </div>
  );
}
