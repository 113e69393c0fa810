import { useEffect, useState } from "react";
import { send } from "../../api/client";
import { buckets, parseMetrics, quantile, type Sample, sum } from "./prometheus";

export const interval = 2000;
const kept = 90;

/** What the charts show, at one moment. `undefined`: nothing was measured, or the service has no such number. */
export type Moment = {
  time: number;
  requests: number | undefined;
  median: number | undefined;
  slowest: number | undefined;
  /** What lies below this was not told apart: the first bound of the histogram of durations. */
  finest: number | undefined;
  pending: number | undefined;
  lag: number | undefined;
  cpu: number | undefined;
  memory: number | undefined;
};
export type Metrics = { moments: Moment[]; latest: Sample[]; error: unknown };

type Page = { time: number; samples: Sample[] };

/** Reads the numbers every two seconds while the page is looked at. */
export function useMetrics(): Metrics {
  const [metrics, setMetrics] = useState<Metrics>({ moments: [], latest: [], error: undefined });
  useEffect(() => {
    const controller = new AbortController();
    let before: Page | undefined;
    let timer: ReturnType<typeof setTimeout>;
    const read = async () => {
      try {
        if (document.visibilityState === "visible") {
          const response = await send("/service/metrics", {
            quiet: true,
            signal: controller.signal,
            headers: { Accept: "text/plain" },
          });
          const page = { time: Date.now(), samples: parseMetrics(await response.text()) };
          const now = moment(before, page);
          before = page;
          setMetrics(({ moments }) => ({
            moments: [...moments, now].slice(-kept),
            latest: page.samples,
            error: undefined,
          }));
        }
      } catch (error) {
        if (!controller.signal.aborted) setMetrics((last) => ({ ...last, error }));
      }
      if (!controller.signal.aborted) timer = setTimeout(read, interval);
    };
    void read();
    return () => {
      controller.abort();
      clearTimeout(timer);
    };
  }, []);
  return metrics;
}

/** A live stream is one request that lasts: its duration says nothing of the service. */
const isStream = (sample: Sample) => sample.labels["route"] === "/events/stream";

function moment(before: Page | undefined, { time, samples }: Page): Moment {
  const seconds = before ? (time - before.time) / 1000 : 0;
  const rate = (name: string) => {
    const [now, then] = [sum(samples, name), before && sum(before.samples, name)];
    return now === undefined || then === undefined || seconds <= 0 ? undefined : Math.max(0, now - then) / seconds;
  };
  const name = "math_http_request_duration_seconds";
  const [then, now] = [
    before ? buckets(before.samples, name, isStream) : new Map<number, number>(),
    buckets(samples, name, isStream),
  ];
  const milliseconds = (share: number) => {
    const value = before ? quantile(then, now, share) : undefined;
    return value === undefined ? undefined : value * 1000;
  };
  const cpu = rate("process_cpu_seconds_total");
  const memory = sum(samples, "process_resident_memory_bytes");
  return {
    time,
    requests: rate("math_http_requests_total"),
    median: milliseconds(0.5),
    slowest: milliseconds(0.99),
    finest: now.size === 0 ? undefined : Math.min(...now.keys()) * 1000,
    pending: sum(samples, "math_events_pending"),
    lag: sum(samples, "math_consumer_lag"),
    cpu: cpu === undefined ? undefined : cpu * 100,
    memory: memory === undefined ? undefined : memory / 2 ** 20,
  };
}
