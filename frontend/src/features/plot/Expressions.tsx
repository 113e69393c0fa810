import { useId } from "react";
import { Button } from "../../shared/Button";
import { Icon } from "../../shared/Icon";
import { text } from "../../text";
import { nearest } from "./nearest";
import type { Curve } from "./points";
import { short } from "./view";

export type Row = { id: number; source: string };
export const curveLimit = 6;
const words = text.plot;

type Props = { rows: Row[]; curves: (Curve | undefined)[]; cursor: number | null; onChange(rows: Row[]): void };

/** The expressions, each with its colour and its value under the cursor. */
export function Expressions({ rows, curves, cursor, onChange }: Props) {
  const add = () => onChange([...rows, { id: Math.max(0, ...rows.map((row) => row.id)) + 1, source: "" }]);
  return (
    <div className="grid gap-3">
      {rows.map((row, index) => (
        <ExpressionRow
          key={row.id}
          number={index + 1}
          row={row}
          curve={curves[index]}
          cursor={cursor}
          onSource={(source) => onChange(rows.map((one) => (one.id === row.id ? { ...one, source } : one)))}
          onRemove={rows.length > 1 ? () => onChange(rows.filter((one) => one.id !== row.id)) : undefined}
        />
      ))}
      <div>
        <Button size="small" onClick={add} disabled={rows.length >= curveLimit}>
          <Icon name="plus" className="size-3.5" /> {words.add}
        </Button>
      </div>
    </div>
  );
}

type RowProps = {
  number: number;
  row: Row;
  curve: Curve | undefined;
  cursor: number | null;
  onSource(source: string): void;
  onRemove: (() => void) | undefined;
};

function ExpressionRow({ number, row, curve, cursor, onSource, onRemove }: RowProps) {
  const id = useId();
  const problem = curve?.problem;
  const value = cursor === null || !curve ? undefined : nearest(curve.points, cursor);
  return (
    <div>
      <div className="flex items-center gap-2">
        <span
          className="h-6 w-1 shrink-0 rounded-full"
          style={{ background: `var(--series-${number})` }}
          aria-hidden="true"
        />
        <label htmlFor={id} className="mono shrink-0 text-ink-2">
          y<span className="sr-only">{words.curve(number)}</span> =
        </label>
        <input
          id={id}
          value={row.source}
          onChange={(event) => onSource(event.target.value)}
          placeholder="x^2"
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          aria-invalid={problem ? true : undefined}
          aria-describedby={`${id}-value`}
          className="field mono"
        />
        {onRemove && (
          <Button kind="quiet" size="small" aria-label={words.remove(number)} onClick={onRemove}>
            <Icon name="close" className="size-3.5" />
          </Button>
        )}
      </div>
      <p id={`${id}-value`} className={`mono mt-0.5 min-h-5 pl-3 text-xs ${problem ? "text-bad" : "text-ink-3"}`}>
        {problem ? `${problem.msg}${problem.hint ? ` (${problem.hint})` : ""}` : value && readout(value.x, value.y)}
      </p>
    </div>
  );
}

function readout(x: number, y: number | null): string {
  return y === null
    ? words.noValue(short(x, 1))
    : words.valueAt(short(x, 1), String(Number(y.toPrecision(10))).replace("-", "−"));
}
