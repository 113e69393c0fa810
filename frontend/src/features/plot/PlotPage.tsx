import { useRef, useState } from "react";
import { Button } from "../../shared/Button";
import { csv, save } from "../../shared/files";
import { Failure } from "../../shared/Failure";
import { useSlow, useTitle } from "../../shared/hooks";
import { Icon } from "../../shared/Icon";
import { PageHead } from "../../shared/PageHead";
import { pageText } from "../../text/pages";
import { Chart } from "./Chart";
import type { Curve } from "./curves";
import { Expressions, Readout } from "./Expressions";
import { RangeFields } from "./RangeFields";
import { heights } from "./scale";
import { standalone } from "./standalone";
import { useCurves } from "./useCurves";
import { firstRange, useShown } from "./useShown";
import { zoomed } from "./view";

const words = pageText.plot;

/** The points over the range that was asked for, also those that were asked for besides. */
const pointsOver = ({ points, range }: Curve) => points.filter(({ x }) => x >= range.from && x <= range.to);

const finite = (y: number | null | undefined) => (typeof y === "number" && Number.isFinite(y) ? y : "");

/** Curves of one or several expressions in x. */
export function PlotPage() {
  useTitle(words.title);
  const { rows, setRows, x, setX, y, setY } = useShown();
  const [isHeld, setHeld] = useState(false);
  const sources = rows.map((row) => row.source.trim()).filter(Boolean);
  const { drawn, error, busy, again } = useCurves(sources, x, isHeld);
  const [cursor, setCursor] = useState<number | null>(null);
  const svg = useRef<SVGSVGElement>(null);
  const isSlow = useSlow(busy);

  const shown = rows.map((row) => drawn.find((curve) => curve.expression === row.source.trim()));
  const visible = shown.map((curve) => (curve ? pointsOver(curve) : []));
  const view = { x, y: y ?? heights(visible) };
  const zoom = (factor: number) => {
    setX(zoomed(x, factor, (x.from + x.to) / 2));
    if (y) setY(zoomed(y, factor, (y.from + y.to) / 2));
  };
  const reset = () => {
    setX(firstRange);
    setY(null);
  };
  const saveCsv = () => {
    const present = shown.filter((curve): curve is Curve => curve !== undefined && curve.even.length > 0);
    const head = ["x", ...present.map((curve) => curve.expression)];
    const lines = (present[0]?.even ?? []).map((point, index) =>
      [point.x, present.map((curve) => finite(curve.even[index]?.y))].flat(),
    );
    save("plot.csv", csv([head, ...lines]), "text/csv");
  };
  const names = shown.map((curve) => curve?.expression ?? "");
  const hasPoints = visible.some((points) => points.length > 0);

  return (
    <>
      <PageHead title={words.title} lead={words.lead}>
        <Button
          size="small"
          disabled={!hasPoints}
          onClick={() => svg.current && save("plot.svg", standalone(svg.current, names), "image/svg+xml")}
        >
          <Icon name="save" className="size-3.5" /> SVG
        </Button>
        <Button size="small" disabled={!hasPoints} onClick={saveCsv}>
          <Icon name="save" className="size-3.5" /> CSV
        </Button>
      </PageHead>
      <div className="grid gap-x-8 gap-y-6 lg:grid-cols-[20rem_minmax(0,1fr)]">
        <div className="grid content-start gap-5">
          <Expressions rows={rows} curves={shown} cursor={cursor} onChange={setRows} />
          <RangeFields
            x={x}
            onX={(range) => {
              setX(range);
              setY(null);
            }}
          />
        </div>
        <div>
          <div className="relative" aria-busy={busy}>
            <Chart
              ref={svg}
              view={view}
              curves={shown}
              cursor={cursor}
              onCursor={setCursor}
              onView={(next) => {
                setX(next.x);
                setY(next.y);
              }}
              onReset={reset}
              onHold={setHeld}
            />
            {rows.every((row) => row.source.trim() === "") && (
              <p className="pointer-events-none absolute inset-0 grid place-items-center text-ink-2">
                <span className="rounded-md bg-surface px-3 py-1.5">{words.empty}</span>
              </p>
            )}
            {isSlow && (
              <p
                role="status"
                className="absolute top-3 right-3 rounded-md bg-surface px-2 py-1 text-xs text-ink-2 shadow-float"
              >
                {words.evaluating}
              </p>
            )}
          </div>
          <div className="mt-2 flex min-h-10 flex-wrap items-start justify-between gap-x-4 gap-y-1 sm:flex-nowrap">
            <div className="w-full min-w-0 pt-1.5">
              <Readout curves={shown} cursor={cursor} />
              <p className="caption hidden md:block">{words.keys}</p>
            </div>
            <div className="flex shrink-0">
              <Button size="small" kind="quiet" aria-label={words.zoomIn} onClick={() => zoom(0.5)}>
                <Icon name="plus" />
              </Button>
              <Button size="small" kind="quiet" aria-label={words.zoomOut} onClick={() => zoom(2)}>
                <Icon name="minus" />
              </Button>
              <Button size="small" kind="quiet" onClick={() => setY(null)} disabled={y === null}>
                {words.fit}
              </Button>
              <Button size="small" kind="quiet" onClick={reset}>
                {words.reset}
              </Button>
            </div>
          </div>
          {error !== undefined && <Failure error={error} onRetry={again} />}
        </div>
      </div>
    </>
  );
}
