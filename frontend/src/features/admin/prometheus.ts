export type Sample = { name: string; labels: Record<string, string>; value: number };

/** Reads Prometheus' text format (version 0.0.4). */
export function parseMetrics(page: string): Sample[] {
  const samples: Sample[] = [];
  for (const line of page.split("\n")) {
    const match = /^([A-Za-z_:][\w:]*)(?:\{(.*)\})?\s+(\S+)/.exec(line);
    if (!match) continue;
    const [, name = "", labels = "", value = ""] = match;
    samples.push({ name, labels: parseLabels(labels), value: value === "+Inf" ? Infinity : Number(value) });
  }
  return samples;
}

function parseLabels(text: string): Record<string, string> {
  const labels: Record<string, string> = {};
  for (const [, name = "", value = ""] of text.matchAll(/([A-Za-z_]\w*)="((?:\\.|[^"\\])*)"/g)) {
    labels[name] = value.replace(/\\(.)/g, (_, one: string) => (one === "n" ? "\n" : one));
  }
  return labels;
}

export function sum(samples: Sample[], name: string): number | undefined {
  const own = samples.filter((one) => one.name === name);
  return own.length === 0 ? undefined : own.reduce((total, one) => total + one.value, 0);
}

/** Cumulative counts by upper bound, over all series of a histogram but those that are left out. */
export function buckets(samples: Sample[], name: string, isLeftOut: (sample: Sample) => boolean): Map<number, number> {
  const counts = new Map<number, number>();
  for (const one of samples) {
    if (one.name !== `${name}_bucket` || isLeftOut(one)) continue;
    const bound = one.labels["le"] === "+Inf" ? Infinity : Number(one.labels["le"]);
    counts.set(bound, (counts.get(bound) ?? 0) + one.value);
  }
  return counts;
}

/** A quantile of what was counted between two pages, as Prometheus reckons it: evenly within a bucket. */
export function quantile(before: Map<number, number>, after: Map<number, number>, share: number): number | undefined {
  const bounds = [...after.keys()].sort((a, b) => a - b);
  const counts = bounds.map((bound) => (after.get(bound) ?? 0) - (before.get(bound) ?? 0));
  const total = counts.at(-1) ?? 0;
  if (total <= 0) return undefined;
  const rank = share * total;
  const index = counts.findIndex((count) => count >= rank);
  const upper = bounds[index] ?? Infinity;
  const lower = index > 0 ? (bounds[index - 1] ?? 0) : 0;
  if (upper === Infinity) return lower;
  const below = index > 0 ? (counts[index - 1] ?? 0) : 0;
  const inside = (counts[index] ?? 0) - below;
  return lower + (upper - lower) * (inside === 0 ? 1 : (rank - below) / inside);
}
