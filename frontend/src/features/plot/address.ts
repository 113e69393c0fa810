import type { Range } from "./points";

/** What a link to the page says: the curves, from where to where, and, unless they fit by themselves, the heights. */
export type Shown = { sources: string[]; x: Range | undefined; y: Range | undefined };

const ends = { x: ["from", "to"], y: ["low", "high"] } as const;

export function read(search: string): Shown {
  const query = new URLSearchParams(search);
  const range = ([first, second]: readonly [string, string]): Range | undefined => {
    const [from, to] = [query.get(first), query.get(second)].map((one) => (one?.trim() ? Number(one) : Number.NaN));
    const width = (to as number) - (from as number);
    return width > 0 && width < Infinity ? { from: from as number, to: to as number } : undefined;
  };
  const x = range(ends.x);
  const fits = x && x.to - x.from >= 1e-9 && x.to - x.from <= 1e9;
  return { sources: query.getAll("y"), x: fits ? x : undefined, y: range(ends.y) };
}

export function written(sources: string[], x: Range, y: Range | null): string {
  const query = sources.map((source) => `y=${encodeURIComponent(source)}`);
  query.push(`from=${x.from}`, `to=${x.to}`);
  if (y) query.push(`low=${y.from}`, `high=${y.to}`);
  return `?${query.join("&")}`;
}
