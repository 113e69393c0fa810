import { lazy, Suspense, useCallback, useRef, useState } from "react";
import { type CatalogueOperation, operations } from "../../api/math";
import { useKept, useLoad, useSlow, useTitle } from "../../shared/hooks";
import { text } from "../../text";
import { Examples } from "./Examples";
import { ExpressionInput, type InputHandle } from "./ExpressionInput";
import { Foot } from "./Foot";
import { Lines } from "./Lines";
import type { Line } from "./notebook";
import { spoken } from "./spoken";
import { useDraft } from "./useDraft";
import { useNotebook } from "./useNotebook";
import { useAskedExpression, useIsHere, useKeptWhenLeaving, useQuestionMark } from "./usePageEvents";
import { Waiting } from "./Waiting";

const words = text.calculator;
const none: CatalogueOperation[] = [];
const Keys = lazy(async () => ({ default: (await import("./Keys")).Keys }));

/** The notebook with the line that is being written below it. */
export function Calculator({ user }: { user: string }) {
  useTitle(words.title);
  const notebook = useNotebook(user);
  const { lines, waiting, changePrecision } = notebook;
  const [precision, setPrecision] = useKept("math.precision", 20);
  const draft = useDraft(user);
  const { open, latest } = draft;
  const [selected, setSelected] = useState<number | null>(null);
  const [said, setSaid] = useState("");
  const [keysShown, setKeysShown] = useState(false);
  const input = useRef<InputHandle>(null);
  const isHere = useIsHere();
  const catalogue = useLoad("operations", operations);
  const isSlow = useSlow(waiting.length > 0);
  useKeptWhenLeaving(lines, waiting, draft.putAside);
  useAskedExpression(open);
  const showKeys = () => setKeysShown(true);
  useQuestionMark(showKeys);
  // The line that is being changed may be gone; what was written of it stays.
  const editing = lines.some((line) => line.id === draft.editing) ? draft.editing : null;
  const shown = lines.some((line) => line.id === selected) ? selected : lines.at(-1)?.id;
  const numberOf = (id: number | null | undefined) => lines.findIndex((line) => line.id === id) + 1;

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
  const onPrecision = useCallback(
    (line: Line, digits: number) => {
      setPrecision(digits);
      setSelected(line.id);
      return changePrecision(line, digits);
    },
    [changePrecision, setPrecision],
  );

  return (
    <div className="mx-auto flex min-h-[calc(100dvh-3.5rem)] w-full max-w-4xl flex-col px-4 sm:px-6">
      <h1 className="sr-only">{words.title}</h1>
      <div className="flex flex-1 flex-col justify-end pt-6">
        {lines.length === 0 ? (
          <Examples onChoose={(example) => input.current?.type(example)} />
        ) : (
          <Lines
            lines={lines}
            propsOf={(line, index) => ({
              line,
              number: index + 1,
              isSelected: line.id === shown,
              isBusy: waiting.some((one) => one.id === line.id),
              isEdited: line.id === editing,
              missing: line.missing === undefined ? 0 : numberOf(line.missing),
              onSelect: setSelected,
              onEdit: edit,
              onRemove: notebook.remove,
              onPrecision,
            })}
          />
        )}
        {isSlow && <Waiting lines={waiting.filter((one) => numberOf(one.id) === 0)} />}
      </div>
      <p role="status" className="sr-only">
        {said}
      </p>
      <div className="sticky bottom-0 z-20 short:static -mx-4 bg-paper px-4 pb-4 sm:-mx-6 sm:px-6">
        <ExpressionInput
          ref={input}
          number={editing === null ? lines.length + 1 : numberOf(editing)}
          draft={draft}
          isEditing={editing !== null}
          earlier={lines}
          operations={catalogue.value ?? none}
          isBusy={waiting.length > 0}
          onEnter={enter}
          onKeys={showKeys}
        />
        <Foot notebook={notebook} draft={draft} onKeys={showKeys} />
      </div>
      {keysShown && (
        <Suspense>
          <Keys onClose={() => setKeysShown(false)} />
        </Suspense>
      )}
    </div>
  );
}
