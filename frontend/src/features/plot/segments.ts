import type { Point, Range } from "./points";

export type Joined = { x: number; y: number }[];

/** The stretches of a curve that may be drawn in one line: it is broken where it has no value, and at poles and jumps. */
export function segments(points: Point[]): Joined[] {
  const found: Joined[] = [];
  let current: Joined = [];
  points.forEach(({ x, y }, index) => {
    if (y === null) {
      if (current.length > 0) found.push(current);
      current = [];
      return;
    }
    if (current.length > 0 && isBroken(points, index - 1)) {
      found.push(current);
      current = [];
    }
    current.push({ x, y });
  });
  if (current.length > 0) found.push(current);
  return found;
}

/**
 * Whether the curve is broken between a point and the next. At a pole it runs off on one side, and comes back from the
 * other on the other side: the step between the two is against the direction before and after it, and larger than both.
 * At a jump it is many times what the curve does around it.
 */
function isBroken(points: Point[], index: number): boolean {
  const [a, b, c, d] = [index - 1, index, index + 1, index + 2].map((at) => points[at]?.y ?? null);
  if (b === null || c === null || b === undefined || c === undefined) return true;
  const step = c - b;
  const before = a === null || a === undefined ? 0 : b - a;
  const after = d === null || d === undefined ? 0 : d - c;
  const largest = Math.max(Math.abs(before), Math.abs(after));
  const isAgainst = before * step < 0 && after * step < 0;
  if (isAgainst && Math.abs(step) > largest) return true;
  return Math.abs(step) > 0.2 && Math.abs(step) > 40 * largest && a !== null && d !== null;
}

/** Heights to show: all values, but for the few that run off towards a pole. */
export function heights(all: Point[][]): Range {
  const values = all
    .flat()
    .flatMap((point) => (point.y === null ? [] : [point.y]))
    .sort((a, b) => a - b);
  if (values.length === 0) return { from: -5, to: 5 };
  const at = (share: number) => values[Math.round(share * (values.length - 1))] as number;
  const [low, high] = [at(0.03), at(0.97)];
  const [least, greatest] = [at(0), at(1)];
  const spread = high - low || Math.abs(high) || 1;
  const from = least < low - spread ? low - spread * 0.3 : least;
  const to = greatest > high + spread ? high + spread * 0.3 : greatest;
  const room = (to - from || Math.abs(to) || 1) * 0.08;
  return { from: from - room, to: to + room };
}

/** Round numbers over a range, about as many as wanted. */
export function ticks(range: Range, wanted: number): number[] {
  const rough = (range.to - range.from) / wanted;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((one) => one * power).find((one) => one >= rough) ?? 10 * power;
  const first = Math.ceil(range.from / step);
  const count = Math.floor(range.to / step) - first + 1;
  return Array.from({ length: Math.max(0, count) }, (_, index) => Number(((first + index) * step).toPrecision(12)));
}
