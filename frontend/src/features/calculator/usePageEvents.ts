import { type RefObject, useEffect, useRef } from "react";
import type { Line } from "./notebook";
import type { Waiting } from "./useNotebook";

/** Whether the component is still on the page. */
export function useIsHere(): RefObject<boolean> {
  const isHere = useRef(true);
  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
    };
  }, []);
  return isHere;
}

/** Who loads the page again while an answer is on its way finds what was asked. */
export function useKeptWhenLeaving(lines: Line[], waiting: Waiting[], putAside: (sources: string[]) => void) {
  useEffect(() => {
    const onLeaving = () => {
      const isKept = (one: Waiting) => lines.some((line) => line.id === one.id && line.source === one.source);
      putAside(waiting.filter((one) => !isKept(one)).map((one) => one.source));
    };
    addEventListener("pagehide", onLeaving);
    return () => removeEventListener("pagehide", onLeaving);
  }, [lines, putAside, waiting]);
}

/** Begins with the expression that the address asks for. */
export function useAskedExpression(open: (source: string) => void) {
  useEffect(() => {
    const wanted = new URLSearchParams(location.search).get("expr");
    if (wanted === null) return;
    open(wanted);
    history.replaceState(null, "", location.pathname);
  }, [open]);
}

/** Asks for help with a question mark, wherever that is not something typed. */
export function useQuestionMark(onQuestion: () => void) {
  const latest = useRef(onQuestion);
  latest.current = onQuestion;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const inField = event.target instanceof HTMLElement && event.target.closest("input, textarea, select, dialog");
      if (event.key === "?" && !inField) latest.current();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, []);
}
