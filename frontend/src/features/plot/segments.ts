import type { Point, Range } from "./points";

export type Joined = { x: number; y: number }[];

/**
 * The stretches of a curve that may be drawn in one line: it is broken where it has no value, and at poles and jumps.
 * Towards a pole a line goes on to infinity.
 */
export function segments(points: Point[]): Joined[] {
  const found: Joined[] = [];
  let current: Joined = [];
  const height = heights([points]);
  const least = (height.to - height.from) / 100;
  points.forEach(({ x, y }, index) => {
    const gap = index === 0 ? undefined : gapAfter(points, index - 1, least);
    if (gap && current.length > 0) {
      if (gap.left !== 0) current.push({ x: gap.x, y: gap.left * Infinity });
      found.push(current);
      current = [];
    }
    if (y === null) return;
    if (gap && gap.right !== 0) current.push({ x: gap.x, y: gap.right * Infinity });
    current.push({ x, y });
  });
  if (current.length > 0) found.push(current);
  return found;
}

/** Where a curve is broken, and where to it runs off on the left and on the right: 1 up, -1 down, 0 nowhere. */
type Gap = { x: number; left: number; right: number };

/** Between a point and the next there is a gap where one has no value, and at a pole or a jump. */
function gapAfter(points: Point[], index: number, least: number): Gap | undefined {
  const at = (offset: number) => points[index + offset]?.y ?? undefined;
  const before = [at(-2), at(-1), at(0)];
  const after = [at(3), at(2), at(1)];
  const [first, second] = [points[index], points[index + 1]] as [Point, Point];
  const off = (approach: Approach) => (runsOff(approach) ? Math.sign(approach[2] as number) : 0);
  if (first.y === null || second.y === null) {
    return { x: first.y === null ? first.x : second.x, left: off(before), right: off(after) };
  }
  const x = (first.x + second.x) / 2;
  if (isOddPole(before, after)) return { x, left: Math.sign(step(before)), right: Math.sign(step(after)) };
  if (isEvenPole(before, after)) return { x, left: off(before), right: off(after) };
  const isSmooth = runsOff(before) || runsOff(after) || !isJump(points, index, least);
  return isSmooth ? undefined : { x, left: 0, right: 0 };
}

/** Up to a point from one side: the two before it, where there are any, and itself. */
type Approach = (number | undefined)[];

const step = ([, near, last]: Approach) => (near === undefined || last === undefined ? 0 : last - near);

/**
 * The curve runs off on one side and comes back from the other on the other side: the step between the two is against
 * the direction before and after it, and larger than both.
 */
function isOddPole(before: Approach, after: Approach): boolean {
  const between = (after[2] as number) - (before[2] as number);
  const [left, right] = [step(before), -step(after)];
  return left * between < 0 && right * between < 0 && Math.abs(between) > Math.max(Math.abs(left), Math.abs(right));
}

/** The curve runs off on both sides to the same side; of the two points the one nearer to the pole is the higher. */
function isEvenPole(before: Approach, after: Approach): boolean {
  const [b, c] = [before[2] as number, after[2] as number];
  const [a, d] = [before[1] ?? 0, after[1] ?? 0];
  if (b * c <= 0 || !runsOff(before) || !runsOff(after)) return false;
  return Math.abs(b) >= Math.abs(c) ? Math.abs(c) >= Math.abs(a) : Math.abs(b) >= Math.abs(d);
}

/** The curve grows by larger and larger factors, as before a pole with the same sign on both sides. */
function runsOff([far, near, last]: Approach): boolean {
  if (!far || !near || !last) return false;
  const [first, second] = [near / far, last / near];
  return first > 1 && second > 1.9 && second > first * 1.01;
}

/** The step is many times what the curve does around it; at an end, what it does on the one side, twice. */
function isJump(points: Point[], index: number, least: number): boolean {
  const at = (place: number) => points[place]?.y;
  const between = Math.abs((at(index + 1) as number) - (at(index) as number));
  const isLast = index + 2 === points.length;
  const places = index === 0 ? [1, 2] : isLast ? [index - 1, index - 2] : [index - 1, index + 1];
  const around = places.map((place) => [at(place), at(place + 1)]);
  if (around.some(([one, other]) => typeof one !== "number" || typeof other !== "number")) return false;
  const largest = Math.max(...around.map(([one, other]) => Math.abs((other as number) - (one as number))));
  return between > least && between > 40 * largest;
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
