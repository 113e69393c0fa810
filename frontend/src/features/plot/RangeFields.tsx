import { useEffect, useRef, useState } from "react";
import { evaluate } from "../../api/math";
import { TextField } from "../../shared/Field";
import { pageText } from "../../text/pages";
import { height } from "./curves";
import type { Range } from "./points";

const words = pageText.plot;

/** What is written in a field, and which number that is: `undefined` while the service is asked, `null` if it is none. */
type End = { source: string; value: number | null | undefined };

type Ends = { from: End; to: End };

const endOf = (source: string): End => {
  const isNumber = source.trim() !== "" && Number.isFinite(Number(source));
  return { source, value: isNumber ? Number(source) : source.trim() === "" ? null : undefined };
};

/** From where to where, as numbers or expressions. A range that cannot be is said to be so, and not drawn. */
export function RangeFields({ x, onX }: { x: Range; onX(range: Range): void }) {
  const [ends, setEnds] = useState<Ends>(() => ({ from: endOf(String(x.from)), to: endOf(String(x.to)) }));
  // The service may say of both at once what they are: each then builds on the other.
  const latest = useRef(ends);
  const put = (next: Ends) => {
    latest.current = next;
    setEnds(next);
  };
  useEffect(() => {
    const kept = (end: End, value: number) => (end.value === value ? end : endOf(String(value)));
    put({ from: kept(latest.current.from, x.from), to: kept(latest.current.to, x.to) });
  }, [x.from, x.to]);
  const change = (part: Partial<Ends>) => {
    put({ ...latest.current, ...part });
    const [low, high] = [latest.current.from.value, latest.current.to.value];
    if (typeof low === "number" && typeof high === "number" && !fault(low, high)) onX({ from: low, to: high });
  };
  const { from, to } = ends;
  useEvaluated(from, (end) => change({ from: end }));
  useEvaluated(to, (end) => change({ to: end }));
  return (
    <div className="grid grid-cols-2 gap-3">
      <TextField
        label={words.from}
        autoCapitalize="off"
        spellCheck={false}
        className="mono"
        value={from.source}
        onChange={(event) => change({ from: endOf(event.target.value) })}
      />
      <TextField
        label={words.to}
        autoCapitalize="off"
        spellCheck={false}
        className="mono"
        value={to.source}
        error={fault(from.value, to.value)}
        onChange={(event) => change({ to: endOf(event.target.value) })}
      />
    </div>
  );
}

/** Has the service say which number an expression is, once it is written. */
function useEvaluated({ source, value }: End, onEnd: (end: End) => void): void {
  const isOpen = value === undefined;
  const latest = useRef(onEnd);
  latest.current = onEnd;
  useEffect(() => {
    if (!isOpen) return;
    const controller = new AbortController();
    const settle = (found: number | null) => {
      if (!controller.signal.aborted) latest.current({ source, value: found });
    };
    const timer = setTimeout(() => {
      evaluate([source], 17, controller.signal).then(
        ([outcome]) => settle(height(outcome)),
        () => settle(null),
      );
    }, 300);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [source, isOpen]);
}

function fault(low: End["value"], high: End["value"]): string | undefined {
  if (low === undefined || high === undefined) return undefined;
  if (low === null || high === null || !Number.isFinite(low) || !Number.isFinite(high)) return words.notNumbers;
  if (high - low < 1e-9) return words.emptyRange;
  return high - low > 1e9 ? words.wideRange : undefined;
}
