import type { Point } from "./points";

/** The point whose place is nearest; the points stand in order and at even distances. */
export function nearest(points: Point[], x: number): Point | undefined {
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last || last.x === first.x) return first;
  const index = Math.round(((x - first.x) / (last.x - first.x)) * (points.length - 1));
  return points[Math.min(points.length - 1, Math.max(0, index))];
}
