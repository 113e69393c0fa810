import { useState } from "react";
import type { Line } from "./notebook";

/** An earlier line that the arrows have brought, and what was being written. */
type Recalled = { index: number; source: string; draft: string };

/** Goes back to earlier lines and forward again, as on a terminal; below the last is what was being written. */
export function useRecall(earlier: Line[], source: string) {
  const [last, setRecalled] = useState<Recalled | null>(null);
  const recalled = last?.source === source ? last : null;
  /** Puts the line that is one step away into the field; false where there is none. */
  const recall = (step: -1 | 1, put: (source: string) => void): boolean => {
    const index = (recalled?.index ?? earlier.length) + step;
    if (index < 0 || index > earlier.length) return false;
    const draft = recalled?.draft ?? source;
    const next = earlier[index]?.source ?? draft;
    put(next);
    setRecalled({ index, source: next, draft });
    return true;
  };
  return { recall, forget: () => setRecalled(null) };
}
