import { useCallback, useEffect, useRef, useState } from "react";
import type { Problem } from "../../api/ApiError";
import { dependents, evaluated, type Line, storedLines, storeLines } from "./notebook";

export type Busy = { id: number; source: string };

/** The notebook of a user: its lines, and what can be done with them. */
export function useNotebook(user: string) {
  const [lines, setLines] = useState<Line[]>(() => storedLines(user));
  const [busy, setBusy] = useState<Busy | null>(null);
  const current = useRef(lines);
  const running = useRef<AbortController | null>(null);

  const put = useCallback(
    (next: Line[]) => {
      current.current = next;
      setLines(next);
      storeLines(user, next);
    },
    [user],
  );
  useEffect(() => () => running.current?.abort(), []);

  const run = useCallback(async <Value>(line: Busy, work: (signal: AbortSignal) => Promise<Value>): Promise<Value> => {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    setBusy(line);
    try {
      return await work(controller.signal);
    } finally {
      if (running.current === controller) {
        running.current = null;
        setBusy(null);
      }
    }
  }, []);

  /** Evaluates again what depends on a line that has changed. */
  const follow = useCallback(
    async (changed: number, before: string, signal: AbortSignal) => {
      for (const id of dependents(current.current, changed, before)) {
        const index = current.current.findIndex((line) => line.id === id);
        const line = current.current[index];
        if (!line) continue;
        const next = await evaluated(current.current.slice(0, index), line, signal);
        put(current.current.map((one) => (one.id === id ? next : one)));
      }
    },
    [put],
  );

  /** Evaluates a new line, or one in the place of another; gives what is wrong with it, if anything is. */
  const enter = useCallback(
    (source: string, precision: number, replacing: number | null): Promise<Problem | undefined> => {
      const index = current.current.findIndex((line) => line.id === replacing);
      const known = current.current[index];
      const id = known?.id ?? Math.max(0, ...current.current.map((line) => line.id)) + 1;
      const above = known ? current.current.slice(0, index) : current.current;
      return run({ id, source }, async (signal) => {
        const next = await evaluated(above, { id, source, precision }, signal);
        if (next.problem) return next.problem;
        if (!known) put([...current.current, next]);
        else {
          put(current.current.map((one) => (one.id === id ? next : one)));
          await follow(id, known.source, signal);
        }
        return undefined;
      });
    },
    [follow, put, run],
  );

  /** The same line to another number of digits. */
  const changePrecision = useCallback(
    (line: Line, precision: number) =>
      run({ id: line.id, source: line.source }, async (signal) => {
        const index = current.current.findIndex((one) => one.id === line.id);
        const next = await evaluated(current.current.slice(0, index), { ...line, precision }, signal);
        put(current.current.map((one) => (one.id === line.id ? next : one)));
      }),
    [put, run],
  );

  const remove = useCallback((id: number) => put(current.current.filter((line) => line.id !== id)), [put]);
  const clear = useCallback(() => put([]), [put]);

  return { lines, busy, enter, changePrecision, remove, clear };
}
