import { useEffect, useState } from "react";
import { useSettled } from "../../shared/hooks";
import { type Curve, curves } from "./curves";
import type { Range } from "./points";

const settling = 220;
/** As long as the plane is held and moved, it is no use to ask for where it is: one request follows at the end. */
const settlingWhileHeld = 1500;

/** The curves as the service has them, asked for anew when what is wanted has settled. */
export function useCurves(sources: string[], x: Range, isHeld: boolean) {
  const [drawn, setDrawn] = useState<Curve[]>([]);
  const [error, setError] = useState<unknown>();
  const [round, setRound] = useState(0);
  const [busy, setBusy] = useState(false);
  const wanted = useSettled(JSON.stringify({ sources, x }), isHeld ? settlingWhileHeld : settling);
  useEffect(() => {
    const { sources: expressions, x: range } = JSON.parse(wanted) as { sources: string[]; x: Range };
    const controller = new AbortController();
    setBusy(true);
    const show = (next: Curve[]) => {
      setDrawn(next);
      setError(undefined);
    };
    curves([...new Set(expressions)], range, controller.signal, show)
      .catch((fault: unknown) => {
        if (!controller.signal.aborted) setError(fault);
      })
      .finally(() => {
        if (!controller.signal.aborted) setBusy(false);
      });
    return () => controller.abort();
  }, [wanted, round]);
  return { drawn, error, busy, again: () => setRound((number) => number + 1) };
}
