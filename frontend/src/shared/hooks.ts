import { useCallback, useEffect, useRef, useState } from "react";

export type Load<Value> =
  | { state: "loading"; value: undefined; error: undefined }
  | { state: "ready"; value: Value; error: undefined }
  | { state: "failed"; value: undefined; error: unknown };

/** Loads something when the component appears and whenever `key` changes. */
export function useLoad<Value>(
  key: string,
  load: (signal: AbortSignal) => Promise<Value>,
): Load<Value> & { again(): void } {
  const [round, setRound] = useState(0);
  const [result, setResult] = useState<Load<Value>>({ state: "loading", value: undefined, error: undefined });
  const latest = useRef(load);
  latest.current = load;
  useEffect(() => {
    const controller = new AbortController();
    setResult((before) =>
      before.state === "ready" ? before : { state: "loading", value: undefined, error: undefined },
    );
    latest.current(controller.signal).then(
      (value) => {
        if (!controller.signal.aborted) setResult({ state: "ready", value, error: undefined });
      },
      (error: unknown) => {
        if (!controller.signal.aborted) setResult({ state: "failed", value: undefined, error });
      },
    );
    return () => controller.abort();
  }, [key, round]);
  const again = useCallback(() => setRound((number) => number + 1), []);
  return { ...result, again };
}

/** True once `busy` has lasted so long that a person should see it. */
export function useSlow(busy: boolean, milliseconds = 300): boolean {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    if (!busy) {
      setSlow(false);
      return;
    }
    const timer = setTimeout(() => setSlow(true), milliseconds);
    return () => clearTimeout(timer);
  }, [busy, milliseconds]);
  return slow;
}

/** The value, once it has not changed for a while. */
export function useSettled<Value>(value: Value, milliseconds: number): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), milliseconds);
    return () => clearTimeout(timer);
  }, [value, milliseconds]);
  return settled;
}

/** State that outlives a reload of the page, as long as the tab; what is `asked` for, unless `undefined`, comes first. */
export function useKept<Value>(key: string, initial: Value, asked?: Value): [Value, (value: Value) => void] {
  const [value, setValue] = useState<Value>(() => {
    if (asked !== undefined) return asked;
    try {
      const kept = sessionStorage.getItem(key);
      return kept === null ? initial : (JSON.parse(kept) as Value);
    } catch {
      return initial;
    }
  });
  const keep = useCallback(
    (next: Value) => {
      setValue(next);
      try {
        sessionStorage.setItem(key, JSON.stringify(next));
      } catch {
        // Full or switched off: it lasts as long as the page.
      }
    },
    [key],
  );
  return [value, keep];
}

/** The title of the page in the browser's tab. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · math`;
  }, [title]);
}
