import type { Point } from "./points";

/** The point whose place is nearest; the points stand in order. */
export function nearest(points: Point[], x: number): Point | undefined {
  let [low, high] = [0, points.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((points[middle] as Point).x < x) low = middle + 1;
    else high = middle;
  }
  const [before, after] = [points[low - 1], points[low]];
  if (!before || !after) return before ?? after;
  return x - before.x < after.x - x ? before : after;
}
