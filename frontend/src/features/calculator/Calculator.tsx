import { lazy, Suspense, useCallback, useEffect, useRef, useState } from "react";
import { type CatalogueOperation, operations } from "../../api/math";
import { Button } from "../../shared/Button";
import { useKept, useLoad, useTitle } from "../../shared/hooks";
import { Icon } from "../../shared/Icon";
import { text } from "../../text";
import { Examples } from "./Examples";
import { ExpressionInput, type InputHandle } from "./ExpressionInput";
import { Lines } from "./Lines";
import { useNotebook } from "./useNotebook";

const words = text.calculator;
const none: CatalogueOperation[] = [];
const Keys = lazy(async () => ({ default: (await import("./Keys")).Keys }));

/** The notebook with the line that is being written below it. */
export function Calculator({ user }: { user: string }) {
  useTitle(words.title);
  const notebook = useNotebook(user);
  const { lines, busy } = notebook;
  const [precision, setPrecision] = useKept("math.precision", 20);
  const [source, setSource] = useKept(`math.draft.${user}`, new URLSearchParams(location.search).get("expr") ?? "");
  const [editing, setEditing] = useState<number | null>(null);
  const [selected, setSelected] = useState<number | null>(null);
  const [keysShown, setKeysShown] = useState(false);
  const input = useRef<InputHandle>(null);
  const catalogue = useLoad("operations", operations);
  const shown = selected ?? lines.at(-1)?.id ?? null;

  useEffect(() => {
    const wanted = new URLSearchParams(location.search).get("expr");
    if (wanted === null) return;
    setSource(wanted);
    history.replaceState(null, "", location.pathname);
  }, [setSource]);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const inField = event.target instanceof HTMLElement && event.target.closest("input, textarea, select, dialog");
      if (event.key === "?" && !inField) setKeysShown(true);
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, []);

  const enter = async () => {
    const problem = await notebook.enter(source.trim(), precision, editing);
    if (problem) return problem;
    setSource("");
    setSelected(editing);
    setEditing(null);
    return undefined;
  };

  const edit = useCallback(
    (id: number, text: string) => {
      setEditing(id);
      setSelected(id);
      setSource(text);
      input.current?.focusEnd();
    },
    [setSource],
  );

  const changePrecision = (line: (typeof lines)[number], digits: number) => {
    setPrecision(digits);
    setSelected(line.id);
    return notebook.changePrecision(line, digits);
  };

  const choose = (example: string) => {
    setSource(example);
    input.current?.focusEnd();
  };
  const stopEditing = () => {
    setEditing(null);
    setSource("");
  };

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
              isBusy: busy?.id === line.id,
              isEdited: line.id === editing,
              onSelect: setSelected,
              onEdit: edit,
              onRemove: notebook.remove,
              onPrecision: changePrecision,
            })}
          />
        )}
      </div>
      <div className="sticky bottom-0 z-20 -mx-4 bg-paper px-4 pb-4 sm:-mx-6 sm:px-6">
        <ExpressionInput
          ref={input}
          number={number}
          source={source}
          onSource={setSource}
          earlier={lines}
          operations={catalogue.value ?? none}
          isEditing={editing !== null}
          onStopEditing={stopEditing}
          isBusy={busy !== null}
          onEnter={enter}
          onKeys={() => setKeysShown(true)}
        />
        <div className="mt-2 flex flex-wrap items-center justify-between gap-x-4 text-[0.8125rem] text-ink-3">
          <p className="hidden sm:block">
            <kbd className="key">Enter</kbd> {words.hintEvaluate} <kbd className="key">↑</kbd> {words.hintEarlier}{" "}
            <kbd className="key">Ctrl</kbd> <kbd className="key">Enter</kbd> {words.hintNewline}
          </p>
          <div className="flex items-center gap-1">
            <Button kind="quiet" size="small" onClick={() => setKeysShown(true)}>
              <kbd className="key">?</kbd> {words.keys}
            </Button>
            {lines.length > 0 && (
              <Button kind="quiet" size="small" onClick={notebook.clear}>
                <Icon name="bin" className="size-3.5" /> {words.clear}
              </Button>
            )}
          </div>
        </div>
      </div>
      {keysShown && (
        <Suspense>
          <Keys onClose={() => setKeysShown(false)} />
        </Suspense>
      )}
    </div>
  );
}
