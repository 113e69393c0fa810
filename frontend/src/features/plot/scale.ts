import type { Point, Range } from "./points";

/** Heights to show: all values, but for the few that run off towards a pole. */
export function heights(all: Point[][]): Range {
  const values = all.flatMap(weighed).sort((a, b) => a.y - b.y);
  const total = values.reduce((sum, { weight }) => sum + weight, 0);
  if (values.length === 0) return { from: -5, to: 5 };
  const at = (share: number) => {
    let sum = 0;
    return (values.find(({ weight }) => (sum += weight) >= share * total) ?? values.at(-1))?.y as number;
  };
  const [low, high] = [at(0.03), at(0.97)];
  const [least, greatest] = [values[0]?.y as number, values.at(-1)?.y as number];
  const spread = high - low || Math.abs(high) || 1;
  const from = least < low - spread ? low - spread * 0.3 : least;
  const to = greatest > high + spread ? high + spread * 0.3 : greatest;
  const room = (to - from || Math.abs(to) || 1) * 0.08;
  return { from: from - room, to: to + room };
}

/** Each value counts for as wide as it stands alone: points lie close together where a curve is looked at closely. */
function weighed(points: Point[]): { y: number; weight: number }[] {
  return points.flatMap(({ x, y }, index) => {
    if (y === null || !Number.isFinite(y)) return [];
    const [before, after] = [points[index - 1]?.x ?? x, points[index + 1]?.x ?? x];
    return [{ y, weight: after - before || 1 }];
  });
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
