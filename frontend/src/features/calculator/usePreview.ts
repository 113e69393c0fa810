import { useEffect, useState } from "react";
import { parse } from "../../api/math";
import { useSettled } from "../../shared/hooks";
import { loadTex } from "../../shared/Tex";

export type Preview = { latex: string; isComplete: boolean };

const none: Shown = { latex: "", isComplete: true, source: "" };
type Shown = Preview & { source: string };

/** What is being typed, typeset. While it goes on to what is not yet an expression, that stays, marked as such. */
export function usePreview(source: string): Preview {
  const [preview, setPreview] = useState(none);
  const settled = useSettled(source.trim(), 140);
  useEffect(() => {
    if (settled === "") {
      setPreview(none);
      return;
    }
    if (!isPlausible(settled)) {
      setPreview((before) => unfinished(before, settled));
      return;
    }
    const controller = new AbortController();
    loadTex().catch(() => null);
    const settle = (latex: string | undefined) => {
      if (controller.signal.aborted) return;
      setPreview((before) =>
        latex === undefined ? unfinished(before, settled) : { latex, isComplete: true, source: settled },
      );
    };
    parse(settled, controller.signal).then(settle, () => settle(undefined));
    return () => controller.abort();
  }, [settled]);
  return source.trim() === "" ? none : preview;
}

function unfinished(before: Shown, settled: string): Shown {
  return settled.startsWith(before.source) ? { ...before, isComplete: false } : { ...none, isComplete: false };
}

/** Whether it is worth asking: brackets and quotes are closed, and nothing is plainly missing at the end. */
export function isPlausible(source: string): boolean {
  const closing: Record<string, string> = { "(": ")", "[": "]", "{": "}" };
  const open: string[] = [];
  for (const character of source.replace(/"(?:\\.|[^"\\])*"/g, "")) {
    if (character === '"') return false;
    const close = closing[character];
    if (close) open.push(close);
    else if (")]}".includes(character) && open.pop() !== character) return false;
  }
  return open.length === 0 && !/[-+*/^=,<>&|]$/.test(source);
}
