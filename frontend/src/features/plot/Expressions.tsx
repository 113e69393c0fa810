import { useId } from "react";
import type { Problem } from "../../api/ApiError";
import { Button } from "../../shared/Button";
import { Icon } from "../../shared/Icon";
import { pageText } from "../../text/pages";
import { nearest } from "./nearest";
import type { Curve } from "./curves";
import { short } from "./view";

export type Row = { id: number; source: string };
export const curveLimit = 6;
const words = pageText.plot;

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
          data-mark
          className="h-6 w-1 shrink-0 rounded-full forced-color-adjust-none"
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
      <p
        id={`${id}-value`}
        className={`mt-1 min-h-5 pl-3 text-xs ${problem ? "text-bad" : "mono hidden text-ink-3 lg:block"}`}
      >
        {problem && curve ? <Fault source={curve.expression} problem={problem} /> : value && readout(value.x, value.y)}
      </p>
    </div>
  );
}

/** What is wrong with an expression, with the place where. The service counts in code points. */
function Fault({ source, problem }: { source: string; problem: Problem }) {
  const points = [...source];
  const { offset, length = 1, msg, hint } = problem;
  return (
    <>
      {offset !== undefined && (
        <code className="mb-1 block leading-5 break-words text-ink-2" aria-hidden="true">
          {points.slice(0, offset).join("")}
          <mark className="bg-bad-soft text-bad underline decoration-2 underline-offset-3">
            {points.slice(offset, offset + Math.max(1, length)).join("") || "\u00a0\u00a0"}
          </mark>
          {points.slice(offset + Math.max(1, length)).join("")}
        </code>
      )}
      {msg}
      {hint ? ` (${hint})` : ""}
    </>
  );
}

/** The values under the cursor once more: beside the drawing where that is narrow, and read out where it is moved by keys. */
export function Readout({ curves, cursor }: { curves: (Curve | undefined)[]; cursor: number | null }) {
  const values = curves.flatMap((curve, index) => {
    const point = cursor === null || !curve ? undefined : nearest(curve.points, cursor);
    return point ? [{ number: index + 1, ...point }] : [];
  });
  return (
    <p role="status" className="mono min-h-5 text-xs text-ink-2 lg:sr-only">
      {values.map(({ number, x, y }) => (
        <span key={number} className="mr-4 inline-block">
          <span
            aria-hidden="true"
            className="mr-1.5 forced-color-adjust-none"
            style={{ color: `var(--series-${number})` }}
          >
            ●
          </span>
          {readout(x, y)}
        </span>
      ))}
    </p>
  );
}

function readout(x: number, y: number | null): string {
  const place = short(x, 1);
  if (y === null) return words.noValue(place);
  if (!Number.isFinite(y)) return words.beyond(place, y > 0);
  return words.valueAt(place, String(Number(y.toPrecision(10))).replace("-", "−"));
}
