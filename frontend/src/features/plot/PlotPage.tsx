import { useEffect, useRef, useState } from "react";
import { Button } from "../../shared/Button";
import { csv, save } from "../../shared/files";
import { Failure } from "../../shared/Failure";
import { useKept, useSettled, useSlow, useTitle } from "../../shared/hooks";
import { Icon } from "../../shared/Icon";
import { PageHead } from "../../shared/PageHead";
import { text } from "../../text";
import { Chart } from "./Chart";
import { curveLimit, Expressions, Readout, type Row } from "./Expressions";
import { type Curve, curves, type Range } from "./points";
import { RangeFields } from "./RangeFields";
import { heights } from "./segments";
import { standalone } from "./standalone";
import { zoomed } from "./view";

const words = text.plot;
const firstRange = { from: -10, to: 10 };

/** The curves that a link asks for, if this page was come to by one. */
function askedFor(): Row[] | undefined {
  const sources = new URLSearchParams(location.search).getAll("y").slice(0, curveLimit);
  return sources.length === 0 ? undefined : sources.map((source, index) => ({ id: index + 1, source }));
}

/** Curves of one or several expressions in x. */
export function PlotPage() {
  useTitle(words.title);
  const [asked] = useState(askedFor);
  const [rows, setRows] = useKept<Row[]>("math.plot.rows", [{ id: 1, source: "sin(x)/x" }], asked);
  const [x, setX] = useKept<Range>("math.plot.x", firstRange);
  /** `null`: as high as the curves are. */
  const [y, setY] = useKept<Range | null>("math.plot.y", null, asked && null);
  const [drawn, setDrawn] = useState<Curve[]>([]);
  const [error, setError] = useState<unknown>();
  const [round, setRound] = useState(0);
  const [busy, setBusy] = useState(false);
  const [cursor, setCursor] = useState<number | null>(null);
  const svg = useRef<SVGSVGElement>(null);
  const isSlow = useSlow(busy);
  const wanted = useSettled(JSON.stringify({ sources: rows.map((row) => row.source.trim()).filter(Boolean), x }), 220);

  useEffect(() => {
    if (!asked) return;
    // The link holds once: after that the page is as it is left.
    history.replaceState(null, "", location.pathname);
    setRows(asked);
    setY(null);
  }, [asked, setRows, setY]);
  useEffect(() => {
    const { sources, x: range } = JSON.parse(wanted) as { sources: string[]; x: Range };
    const controller = new AbortController();
    setBusy(true);
    const show = (next: Curve[]) => {
      setDrawn(next);
      setError(undefined);
    };
    curves([...new Set(sources)], range, controller.signal, show)
      .catch((fault: unknown) => {
        if (!controller.signal.aborted) setError(fault);
      })
      .finally(() => {
        if (!controller.signal.aborted) setBusy(false);
      });
    return () => controller.abort();
  }, [wanted, round]);

  const shown = rows.map((row) => drawn.find((curve) => curve.expression === row.source.trim()));
  const visible = shown.map((curve) => curve?.points ?? []);
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
    const present = shown.filter((curve): curve is Curve => curve !== undefined && curve.points.length > 0);
    const head = ["x", ...present.map((curve) => curve.expression)];
    const lines = (present[0]?.points ?? []).map((point, index) =>
      [point.x, present.map((curve) => curve.points[index]?.y ?? "")].flat(),
    );
    save("plot.csv", csv([head, ...lines]), "text/csv");
  };
  const hasPoints = visible.some((points) => points.length > 0);

  return (
    <>
      <PageHead title={words.title} lead={words.lead}>
        <Button
          size="small"
          disabled={!hasPoints}
          onClick={() => svg.current && save("plot.svg", standalone(svg.current), "image/svg+xml")}
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
          {error !== undefined && <Failure error={error} onRetry={() => setRound(round + 1)} />}
        </div>
      </div>
    </>
  );
}
