import { plottedName } from "../../shared/expressions";
import { evaluate, isRefusal, type Outcome } from "../../api/math";
import type { Problem } from "../../api/ApiError";

export type Range = { from: number; to: number };
export type Point = { x: number; y: number | null };
export type Curve = { expression: string; points: Point[]; problem: Problem | undefined };

/** The service evaluates at most this many expressions in one request. */
const requestLimit = 1000;
const most = 400;
/** After so many, what is still missing stays so: it would take minutes. */
const mostRequests = 20;
const mostFruitless = 3;

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

/** What defines the curves: each is a function. */
export function definitionsOf(expressions: string[]): string[] {
  return expressions.map((expression, index) => `${plottedName(index)}(x) = ${expression}`);
}

/** What asks for their heights: each function at each place. */
export function callsOf(expressions: string[], xs: number[]): string[] {
  return expressions.flatMap((_, index) => xs.map((x) => `${plottedName(index)}(${decimal(x)})`));
}

/**
 * The curves over a range, evaluated by the service in one request. What the service's limit of time has cut off is
 * asked for again, as long as there is something new: `show` gets what is there after each answer.
 */
export async function curves(
  expressions: string[],
  range: Range,
  signal: AbortSignal,
  show: (curves: Curve[]) => void,
): Promise<void> {
  if (expressions.length === 0) return show([]);
  const xs = places(range, pointsFor(expressions.length));
  const definitions = definitionsOf(expressions);
  const calls = callsOf(expressions, xs);
  const heights: (Outcome | undefined)[] = calls.map(() => undefined);
  let fruitless = 0;
  let open = calls.map((_, index) => index);
  for (let round = 0; open.length > 0 && round < mostRequests; round += 1) {
    const asked = [...definitions, ...open.map((index) => calls[index] as string)];
    const outcomes = await evaluate(asked, 12, signal);
    const answers = outcomes.slice(definitions.length);
    const cut = open.filter((_, place) => isCut(answers[place]));
    open.forEach((index, place) => {
      heights[index] = answers[place];
    });
    // Where there is nothing new, the first takes too long by itself. Where several do, in a row, more will.
    const isFruitless = cut.length === open.length;
    fruitless = isFruitless ? fruitless + 1 : 0;
    open = fruitless < mostFruitless ? cut.slice(isFruitless ? 1 : 0) : [];
    for (const index of open) heights[index] = undefined;
    show(
      expressions.map((expression, index) => curve(expression, outcomes[index], xs, heights.slice(index * xs.length))),
    );
  }
}

const isCut = (outcome: Outcome | undefined) =>
  outcome !== undefined && isRefusal(outcome) && outcome.error.type === "time_limit";

function curve(
  expression: string,
  definition: Outcome | undefined,
  xs: number[],
  heights: (Outcome | undefined)[],
): Curve {
  if (definition && isRefusal(definition)) {
    const lead = definition.input.expr.length - expression.length;
    return { expression, points: [], problem: moved(definition.error, lead) };
  }
  const points = xs.map((x, place) => ({ x, y: height(heights[place]) }));
  const isNowhere = points.every((point) => point.y === null);
  const [first] = heights.slice(0, xs.length).flatMap((one) => (one && isRefusal(one) ? [one.error] : []));
  // An error in the call has its place in the call, not in what the person wrote.
  const problem = isNowhere && first ? { ...first, offset: undefined, length: undefined } : undefined;
  return { expression, points, problem: problem as Problem | undefined };
}

function moved(problem: Problem, lead: number): Problem {
  return problem.offset === undefined ? problem : { ...problem, offset: Math.max(0, problem.offset - lead) };
}

function height(outcome: Outcome | undefined): number | null {
  if (!outcome || isRefusal(outcome)) return null;
  return typeof outcome.result === "number" && Number.isFinite(outcome.result) ? outcome.result : null;
}
