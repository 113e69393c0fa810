import { Failure } from "../../shared/Failure";
import { useTitle } from "../../shared/hooks";
import { PageHead } from "../../shared/PageHead";
import { pageText } from "../../text/pages";
import type { Sample } from "./prometheus";
import { Sparkline } from "./Sparkline";
import { interval, type Moment, useMetrics } from "./useMetrics";

const words = pageText.service;
const capacity = 90;
type Measure = Exclude<keyof Moment, "time" | "finest">;

const charts: { title: string; unit: string; isTime?: boolean; lines: { measure: Measure; name: string }[] }[] = [
  { title: words.requests, unit: words.perSecond, lines: [{ measure: "requests", name: "" }] },
  {
    title: words.latency,
    unit: words.milliseconds,
    isTime: true,
    lines: [
      { measure: "median", name: "p50" },
      { measure: "slowest", name: "p99" },
    ],
  },
  { title: words.pending, unit: "", lines: [{ measure: "pending", name: "" }] },
  { title: words.lag, unit: words.events, lines: [{ measure: "lag", name: "" }] },
  { title: words.cpu, unit: "%", lines: [{ measure: "cpu", name: "" }] },
  { title: words.memory, unit: "MiB", lines: [{ measure: "memory", name: "" }] },
];

/** The service's own numbers, drawn here. */
export function ServicePage() {
  useTitle(words.title);
  const { moments, latest, error } = useMetrics();
  return (
    <>
      <PageHead title={words.title} lead={words.lead} />
      {error !== undefined && <Failure error={error} />}
      <div className="grid gap-x-10 gap-y-8 sm:grid-cols-2 lg:grid-cols-3">
        {charts.map((chart) => (
          <ChartCard key={chart.title} chart={chart} moments={moments} />
        ))}
      </div>
      <h2 className="mt-12 mb-2 text-xl">{words.routes}</h2>
      <Routes samples={latest} />
    </>
  );
}

function ChartCard({ chart, moments }: { chart: (typeof charts)[number]; moments: Moment[] }) {
  const series = chart.lines.map((line, index) => ({
    ...line,
    values: moments.map((moment) => moment[line.measure]),
    colour: `var(--series-${index + 1})`,
  }));
  const measured = series.flatMap((one) => one.values).filter((value): value is number => value !== undefined);
  const most = measured.length === 0 ? undefined : Math.max(...measured);
  const finest = (chart.isTime && moments.at(-1)?.finest) || 0;
  const shownMoments = Math.min(capacity, Math.max(15, moments.length));
  const last = (values: (number | undefined)[]) => [...values].reverse().find((value) => value !== undefined);
  return (
    <section aria-label={chart.title} className="border-t border-ink pt-2">
      <h2 className="font-sans text-[0.8125rem] font-medium text-ink-2">
        {chart.title} {chart.unit && <span className="font-normal text-ink-3">{chart.unit}</span>}
      </h2>
      <p className="flex min-h-10 flex-wrap items-baseline gap-x-2">
        {series.map((one) => (
          <span key={one.measure} className="whitespace-nowrap">
            {one.name && (
              <span className="caption mr-1" style={{ color: one.colour }}>
                {one.name}
              </span>
            )}
            <span className="mono inline-block min-w-[5ch] text-xl">{shown(last(one.values), finest)}</span>
          </span>
        ))}
        <span className="mono ml-auto text-xs whitespace-nowrap text-ink-3">
          {words.most(padded(most === undefined ? "–" : shown(Math.max(most, finest)), 5))}
        </span>
      </p>
      <Sparkline label={words.chart(chart.title)} series={series} capacity={shownMoments} />
      <p className="caption mt-0.5 flex justify-between tabular-nums">
        <span>{words.ago(secondsBack(moments, shownMoments))}</span>
        <span>{words.now}</span>
      </p>
    </section>
  );
}

/** How long ago a chart's left edge is; reading pauses while the page is not looked at. */
function secondsBack(moments: Moment[], count: number): number {
  const [first, latest] = [moments[0], moments.at(-1)];
  const missing = ((count - Math.max(1, moments.length)) * interval) / 1000;
  return Math.round(missing + (first && latest ? (latest.time - first.time) / 1000 : 0));
}

/** A number as short as it says enough; what is at or below `finest` was not told apart. */
function shown(value: number | undefined, finest = 0): string {
  if (value === undefined) return "–";
  if (finest > 0 && value <= finest) return `< ${Number(finest.toPrecision(3))}`;
  return value >= 100 ? String(Math.round(value)) : String(Number(value.toPrecision(3)));
}

/** As wide as a number may get, so that nothing beside it moves when it changes. */
const padded = (number: string, width: number) => number.padStart(width, "\u00a0");

/** What the service counts under this name is no route of its interface. */
const unmatched = "any unmatched";

/** How often each route was asked, and how often in vain. */
function Routes({ samples }: { samples: Sample[] }) {
  const routes = new Map<string, { count: number; refused: number }>();
  for (const { name, labels, value } of samples) {
    if (name !== "math_http_requests_total" || value === 0) continue;
    const route = `${labels["method"]} ${labels["route"]}`;
    const row = routes.get(route) ?? { count: 0, refused: 0 };
    row.count += value;
    if (Number(labels["status"]) >= 400) row.refused += value;
    routes.set(route, row);
  }
  const rows = [...routes].sort(([, a], [, b]) => b.count - a.count).slice(0, 12);
  return (
    <div className="min-h-64 overflow-x-auto">
      <table className="table table-fixed">
        <caption className="sr-only">{words.routes}</caption>
        <thead>
          <tr>
            <th scope="col">{words.route}</th>
            <th scope="col" className="w-20 text-right! sm:w-28">
              {words.count}
            </th>
            <th scope="col" className="w-16 text-right! sm:w-24">
              {words.refused}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([route, { count, refused }], place) => (
            <tr key={place}>
              <td className={route === unmatched ? "" : "mono break-words"}>
                {route === unmatched ? words.unmatched : route}
              </td>
              <td className="mono text-right">{padded(String(count), 7)}</td>
              <td className="mono text-right">{padded(String(refused), 6)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
