import type { Point } from "./points";
import { isSuspicious, type Levels, narrow } from "./suspects";

/** Where a curve is broken, and where to it runs off on the left and on the right: 1 up, -1 down, 0 nowhere. */
export type Gap = { x: number; left: number; right: number };

/** Between a point and the next there is a gap where one has no value, and at a pole or a jump. */
export function gapAfter(points: Point[], index: number, levels: Levels, width: number): Gap | undefined {
  const [first, second] = [points[index], points[index + 1]] as [Point, Point];
  const x = (first.x + second.x) / 2;
  const isNarrow = second.x - first.x <= width * narrow;
  const left = isNarrow ? growth(points, index, -1) : 0;
  const right = isNarrow ? growth(points, index + 1, 1) : 0;
  if (first.y === null || second.y === null) {
    return { x: first.y === null ? first.x : second.x, left, right };
  }
  if (first.y === second.y && !Number.isFinite(first.y)) return undefined;
  if (!isSuspicious(points, levels, index)) return undefined;
  if (isPole(points, index, left, right)) return { x, left, right };
  return isJump(points, index) ? { x, left: 0, right: 0 } : undefined;
}

/**
 * Where a curve runs off as it comes near to the interval from one side: its height at distances that are a sixteenth
 * of each other changes more and more. It changes less and less where it comes to an end, and along a steep line.
 */
function growth(points: Point[], start: number, step: 1 | -1): number {
  const heights: number[] = [];
  const nearest = points[start] as Point;
  const middle = (nearest.x + (points[start - step] as Point).x) / 2;
  let wanted = Math.abs(nearest.x - middle);
  let sign = 0;
  let last = nearest.y;
  for (let index = start; heights.length < 3; index += step) {
    const { x, y } = points[index] ?? { x: 0, y: null };
    if (y === null || last === null) return 0;
    const change = y === last ? 0 : Math.sign(last - y);
    const isFlat = index !== start && change === 0 && Number.isFinite(y);
    if (isFlat || (sign !== 0 && change !== 0 && change !== sign)) return 0;
    sign ||= change;
    last = y;
    if (Math.abs(x - middle) < wanted) continue;
    heights.push(y);
    wanted = Math.abs(x - middle) * 16;
  }
  const [near, far, farthest] = heights as [number, number, number];
  if (!Number.isFinite(near)) return Math.sign(near);
  return Math.abs(near - far) >= 1.5 * Math.abs(far - farthest) ? sign : 0;
}

/** The curve runs off on both sides, or on the one whose end is the higher. */
function isPole(points: Point[], index: number, left: number, right: number): boolean {
  const at = (offset: number) => points[index + offset]?.y ?? 0;
  if (left === 0 && right === 0) return false;
  if (left === 0) return right * at(1) > right * at(0);
  if (right === 0) return left * at(0) > left * at(1);
  if (left !== right) return left * at(0) > left * at(1);
  // The interval next to a pole looks like one, too. In the right one, the second highest point is the other end.
  return left * at(0) >= left * at(1) ? left * at(1) >= left * at(-1) : left * at(0) >= left * at(2);
}

/** The curve is many times as steep as on both sides of it; at an end, as on the one side. */
function isJump(points: Point[], index: number): boolean {
  const slope = (place: number) => {
    const [one, other] = [points[place], points[place + 1]];
    if (!one || !other || one.y === null || other.y === null) return undefined;
    return Math.abs(other.y - one.y) / (other.x - one.x);
  };
  const around = [slope(index - 1), slope(index + 1)].flatMap((one) => (one === undefined ? [] : [one]));
  if (around.length === 0) return false;
  return (slope(index) as number) > 40 * Math.max(...around);
}
