import { gapAfter } from "./gaps";
import type { Point } from "./points";
import { type Levels, levelsOf, suspects, widest } from "./suspects";

export type Joined = { x: number; y: number }[];

/**
 * The stretches of a curve that may be drawn in one line: it is broken where it has no value, and at poles and jumps.
 * Towards a pole a line goes on to infinity. A curve that is still looked into is open where it is suspicious.
 */
export function segments(points: Point[], isSharp = true): Joined[] {
  const found: Joined[] = [];
  let current: Joined = [];
  const [levels, width] = [levelsOf(points), widest(points)];
  const open = isSharp ? new Set<number>() : steepSuspects(points, levels);
  points.forEach(({ x, y }, index) => {
    const before = index - 1;
    const gap = index === 0 ? undefined : gapAfter(points, before, levels, width);
    if ((gap || open.has(before)) && current.length > 0) {
      if (gap && gap.left !== 0) current.push({ x: gap.x, y: gap.left * Infinity });
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

/** What would be a line over half of the height, and may be none. */
function steepSuspects(points: Point[], levels: Levels): Set<number> {
  const step = (index: number) => Math.abs((levels[index + 1] ?? 0) - (levels[index] ?? 0));
  return new Set(
    suspects(points)
      .map(({ index }) => index)
      .filter((index) => step(index) > 1),
  );
}
