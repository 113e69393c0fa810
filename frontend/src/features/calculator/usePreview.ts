import { useEffect, useState } from "react";
import { parse } from "../../api/math";
import { useSettled } from "../../shared/hooks";
import { loadTex } from "../../shared/Tex";

export type Preview = { latex: string; isComplete: boolean };

/** What is being typed, typeset. While it is not yet an expression, the last that was one stays, marked as such. */
export function usePreview(source: string): Preview {
  const [preview, setPreview] = useState<Preview>({ latex: "", isComplete: true });
  const settled = useSettled(source.trim(), 140);
  useEffect(() => {
    if (settled === "") {
      setPreview({ latex: "", isComplete: true });
      return;
    }
    if (!isPlausible(settled)) {
      setPreview((before) => ({ ...before, isComplete: false }));
      return;
    }
    const controller = new AbortController();
    loadTex().catch(() => null);
    const settle = (latex: string | undefined) => {
      if (controller.signal.aborted) return;
      setPreview((before) => (latex === undefined ? { ...before, isComplete: false } : { latex, isComplete: true }));
    };
    parse(settled, controller.signal).then(settle, () => settle(undefined));
    return () => controller.abort();
  }, [settled]);
  return source.trim() === "" ? { latex: "", isComplete: true } : preview;
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
