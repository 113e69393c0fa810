import { plottedName } from "../../shared/expressions";
import { evaluate, isRefusal } from "../../api/math";
import type { Problem } from "../../api/ApiError";

export type Range = { from: number; to: number };
export type Point = { x: number; y: number | null };
export type Curve = { expression: string; points: Point[]; problem: Problem | undefined };

/** The service evaluates at most this many expressions in one request. */
const requestLimit = 1000;
const most = 400;

/** How many points each of several curves may have in one request: its definition counts as an expression, too. */
export function pointsFor(curves: number): number {
  return Math.min(most, Math.floor((requestLimit - curves) / curves));
}

/** Evenly spaced places over the range, both ends among them, as decimals that are exactly what is sent. */
export function places(range: Range, count: number): number[] {
  const step = (range.to - range.from) / (count - 1);
  const digits = Math.min(15, Math.max(0, 3 - Math.floor(Math.log10(step))));
  return Array.from({ length: count }, (_, index) => Number((range.from + index * step).toFixed(digits)));
}

/** A decimal without an exponent, which every language reads alike. */
export function decimal(value: number): string {
  return /e/.test(String(value)) ? value.toFixed(20).replace(/0+$/, "") : String(value);
}

/** What is sent for some curves: each as a function, and then each function at each place. */
export function plotRequest(expressions: string[], xs: number[]): string[] {
  const definitions = expressions.map((expression, index) => `${plottedName(index)}(x) = ${expression}`);
  const calls = expressions.flatMap((_, index) => xs.map((x) => `${plottedName(index)}(${decimal(x)})`));
  return [...definitions, ...calls];
}

/** The curves over a range, evaluated by the service in one request. */
export async function curves(expressions: string[], range: Range, signal: AbortSignal): Promise<Curve[]> {
  if (expressions.length === 0) return [];
  const xs = places(range, pointsFor(expressions.length));
  const outcomes = await evaluate(plotRequest(expressions, xs), 12, signal);
  return expressions.map((expression, index) => {
    const definition = outcomes[index];
    const lead = `${plottedName(index)}(x) = `.length;
    if (definition && isRefusal(definition)) {
      return { expression, points: [], problem: moved(definition.error, lead) };
    }
    const start = expressions.length + index * xs.length;
    const own = outcomes.slice(start, start + xs.length);
    const points = xs.map((x, place) => ({ x, y: height(own[place]) }));
    const isNowhere = points.every((point) => point.y === null);
    const first = own.find(isRefusal)?.error;
    // An error in the call has its place in the call, not in what the person wrote.
    const problem = isNowhere && first ? { ...first, offset: undefined, length: undefined } : undefined;
    return { expression, points, problem: problem as Problem | undefined };
  });
}

function moved(problem: Problem, lead: number): Problem {
  return problem.offset === undefined ? problem : { ...problem, offset: Math.max(0, problem.offset - lead) };
}

function height(outcome: Awaited<ReturnType<typeof evaluate>>[number] | undefined): number | null {
  if (!outcome || isRefusal(outcome)) return null;
  return typeof outcome.result === "number" && Number.isFinite(outcome.result) ? outcome.result : null;
}
