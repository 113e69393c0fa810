import type { Point } from "./points";
import { heights } from "./scale";

/**
 * An interval is looked into until it is this much narrower than the widest: then it is a hundredth of a pixel. A curve
 * may come to its end like a root, which needs more. Gaps are told from narrow ones alone.
 */
const finest = 1 / 800;
const finestEnd = 1 / 50_000;
export const narrow = 1 / 50;
const bend = 0.01;
const fewest = 3;
const mostWithin = 127;

/** Heights as they are seen; `undefined` where there is none. */
export type Levels = (number | undefined)[];
type Suspect = { curve: number; index: number; score: number };

/**
 * Places where every curve is to be evaluated besides: within the intervals in which it may have a pole, a jump or an
 * end, or bends sharply. Each interval gets as many as there is room for, and the most suspicious come first.
 */
export function placesWithin(curves: Point[][], room: number): number[][] {
  const all = curves
    .flatMap((points, curve) => suspects(points).map((one) => ({ curve, ...one })))
    .sort((a, b) => b.score - a.score)
    .slice(0, Math.floor(room / fewest));
  const count = Math.min(mostWithin, Math.floor(room / all.length));
  const found: number[][] = curves.map(() => []);
  for (const { curve, index } of all) found[curve]?.push(...between(curves[curve] as Point[], index, count));
  return found.map((xs) => xs.sort((a, b) => a - b));
}

function between(points: Point[], index: number, count: number): number[] {
  const [from, to] = [points[index]?.x as number, points[index + 1]?.x as number];
  const step = (to - from) / (count + 1);
  const digits = Math.min(20, Math.max(0, 3 - Math.floor(Math.log10(step))));
  const xs = Array.from({ length: count }, (_, place) => Number((from + (place + 1) * step).toFixed(digits)));
  return [...new Set(xs)].filter((x) => x > from && x < to);
}

export const widest = (points: Point[]) =>
  points.reduce((most, { x }, index) => Math.max(most, x - (points[index - 1]?.x ?? x)), 0);

/** The intervals, by the index of their first point, in which there may be more than a line between two points. */
export function suspects(points: Point[]): Omit<Suspect, "curve">[] {
  const width = widest(points);
  const levels = levelsOf(points);
  const isEnd = (index: number) => levels[index] === undefined || levels[index + 1] === undefined;
  return points.slice(1).flatMap(({ x }, index) => {
    if (x - (points[index] as Point).x <= width * (isEnd(index) ? finestEnd : finest)) return [];
    return isSuspicious(points, levels, index) ? [{ index, score: suspicion(points, levels, index) }] : [];
  });
}

/** Heights in screens from the middle of the curve: 1 is its edge; beyond, where nobody sees it, logarithmically. */
export function levelsOf(points: Point[]): Levels {
  const { from, to } = heights([points]);
  return points.map(({ y }) => {
    if (y === null) return undefined;
    const level = (2 * Math.max(-1e300, Math.min(1e300, y)) - from - to) / (to - from);
    return Math.abs(level) <= 1 ? level : Math.sign(level) * (1 + Math.log(Math.abs(level)));
  });
}

/** A pole or a jump stays so however narrow the interval is; whatever is smooth does not. */
export const isSuspicious = (points: Point[], levels: Levels, index: number) => suspicion(points, levels, index) > bend;

/** How far the points beside an interval are from a straight line, in screens. */
function suspicion(points: Point[], levels: Levels, index: number): number {
  const [first, second] = [levels[index], levels[index + 1]];
  if (first === undefined || second === undefined) return first === second ? 0 : Number.MAX_VALUE;
  const [before, after] = [levels[index - 1], levels[index + 2]];
  const [left, own, right] = [first - (before ?? first), second - first, (after ?? second) - second];
  const hasPeak = left * right < 0;
  if (!hasPeak && first * second > 0 && Math.min(Math.abs(first), Math.abs(second)) > 1) return 0;
  if (!hasPeak && Math.abs(own) < Math.max(Math.abs(left), Math.abs(right)) / 4) return 0;
  return Math.max(bendAt(points, levels, index), bendAt(points, levels, index + 1));
}

function bendAt(points: Point[], levels: Levels, index: number): number {
  const [before, here, after] = [levels[index - 1], levels[index], levels[index + 1]];
  if (before === undefined || here === undefined || after === undefined) return 0;
  const x = (offset: number) => (points[index + offset] as Point).x;
  const share = (x(0) - x(-1)) / (x(1) - x(-1));
  return Math.abs(here - (before + (after - before) * share));
}
