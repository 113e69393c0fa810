import { useEffect, useState } from "react";
import { TextField } from "../../shared/Field";
import { text } from "../../text";
import type { Range } from "./points";

const words = text.plot;

/** From where to where. A range that cannot be is said to be so, and not drawn. */
export function RangeFields({ x, onX }: { x: Range; onX(range: Range): void }) {
  const [from, setFrom] = useState(String(x.from));
  const [to, setTo] = useState(String(x.to));
  useEffect(() => {
    setFrom((text) => (Number(text) === x.from ? text : String(x.from)));
    setTo((text) => (Number(text) === x.to ? text : String(x.to)));
  }, [x.from, x.to]);
  const change = (nextFrom: string, nextTo: string) => {
    setFrom(nextFrom);
    setTo(nextTo);
    if (!fault(nextFrom, nextTo)) onX({ from: Number(nextFrom), to: Number(nextTo) });
  };
  return (
    <div className="grid grid-cols-2 gap-3">
      <TextField
        label={words.from}
        inputMode="decimal"
        className="mono"
        value={from}
        onChange={(event) => change(event.target.value, to)}
      />
      <TextField
        label={words.to}
        inputMode="decimal"
        className="mono"
        value={to}
        error={fault(from, to)}
        onChange={(event) => change(from, event.target.value)}
      />
    </div>
  );
}

function fault(from: string, to: string): string | undefined {
  const [low, high] = [Number(from), Number(to)];
  if (from.trim() === "" || to.trim() === "" || !Number.isFinite(low) || !Number.isFinite(high))
    return words.notNumbers;
  if (high - low < 1e-9) return words.emptyRange;
  return high - low > 1e9 ? words.wideRange : undefined;
}
