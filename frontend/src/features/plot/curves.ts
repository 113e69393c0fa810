import type { Problem } from "../../api/ApiError";
import { isRefusal, type Outcome } from "../../api/math";
import { pageText } from "../../text/pages";
import { type Answers, answers, isCut } from "./answers";
import { merged, places, placesAround, type Point, pointsFor, type Range, requestLimit } from "./points";
import { placesWithin } from "./suspects";

export type Curve = {
  expression: string;
  /** What is drawn: also beyond the range, and closer together where there is something to see. */
  points: Point[];
  /** Over the range, evenly. */
  even: Point[];
  range: Range;
  /** It has been looked into where it is suspicious. */
  isSharp: boolean;
  problem: Problem | undefined;
};

/** So many requests more are made to look into poles, jumps, ends and bends: each takes a hundredth of the last. */
const sharpenings = 3;
const words = pageText.plot;

/** The curves over a range: first as one request has them, then with what is asked for to sharpen them. */
export async function curves(
  expressions: string[],
  range: Range,
  signal: AbortSignal,
  show: (curves: Curve[]) => void,
): Promise<void> {
  if (expressions.length === 0) return show([]);
  const count = pointsFor(expressions.length);
  const [before, after] = placesAround(range, count);
  const even = places(range, count);
  const xs = [...before, ...even, ...after];
  let found: Curve[] = [];
  let isSuspicious = false;
  const each = expressions.map(() => xs);
  await answers(expressions, each, signal, (answer, isWhole) => {
    found = expressions.map((expression, index) => {
      const read = curve(expression, index, xs, answer);
      const own = read.points.slice(before.length, before.length + count);
      return { ...read, even: own, range, isSharp: true };
    });
    isSuspicious = isWhole && within(found).some((own) => own.length > 0);
    show(found.map((one) => ({ ...one, isSharp: isWhole && !isSuspicious })));
  });
  if (isSuspicious) show(await sharpened(found, signal));
}

const within = (found: Curve[]) =>
  placesWithin(
    found.map((curve) => curve.points),
    requestLimit - found.length,
  );

async function sharpened(found: Curve[], signal: AbortSignal): Promise<Curve[]> {
  const expressions = found.map((curve) => curve.expression);
  let now = found;
  for (let round = 0; round < sharpenings; round += 1) {
    const xs = within(now);
    if (xs.every((own) => own.length === 0)) break;
    const before = now;
    const take = ({ heights }: Answers) => {
      now = before.map((curve, index) => ({
        ...curve,
        // What the limit of time has cut off stays unknown, and is not joined.
        isSharp: curve.isSharp && (heights[index] ?? []).every((one) => one && !isCut(one)),
        points: merged(curve.points, pointsOf(xs[index] as number[], heights[index] as Outcome[])),
      }));
    };
    await answers(expressions, xs, signal, take, true);
  }
  return now;
}

function curve(expression: string, index: number, xs: number[], answer: Answers) {
  const definition = answer.definitions[index];
  if (definition && isRefusal(definition)) {
    const lead = definition.input.expr.length - expression.length;
    return { expression, points: [], problem: moved(definition.error, lead) };
  }
  const outcomes = answer.heights[index] ?? [];
  const points = xs.map((x, place) => ({ x, y: height(outcomes[place]) }));
  const isDrawn = points.filter((point) => point.y !== null).length > 1;
  return { expression, points, problem: isDrawn ? undefined : reason(outcomes) };
}

/** Why nothing is drawn: what the service refuses, or values that have no height. */
function reason(outcomes: (Outcome | undefined)[]): Problem | undefined {
  const [refused] = outcomes.flatMap((one) => (one && isRefusal(one) ? [one.error] : []));
  const [unfit] = outcomes.flatMap((one) => (one && !isRefusal(one) && height(one) === null ? [one.type] : []));
  if (unfit) return { type: "no_height", loc: [], msg: words.noHeight[unfit] ?? words.noHeight.other };
  return refused && placeless(refused);
}

/** An error in a call has its place in the call, not in what the person wrote. */
function placeless(problem: Problem): Problem {
  const copy = { ...problem };
  delete copy.offset;
  delete copy.length;
  return copy;
}

function moved(problem: Problem, lead: number): Problem {
  return problem.offset === undefined ? problem : { ...problem, offset: Math.max(0, problem.offset - lead) };
}

/** Points where the service has answered in time. */
function pointsOf(xs: number[], outcomes: (Outcome | undefined)[]): Point[] {
  return xs.flatMap((x, place) => {
    const outcome = outcomes[place];
    return outcome && !isCut(outcome) ? [{ x, y: height(outcome) }] : [];
  });
}

/** A number too large for JSON is written as a text; how large it is, nobody can see. */
export function height(outcome: Outcome | undefined): number | null {
  if (!outcome || isRefusal(outcome)) return null;
  if (typeof outcome.result === "number") return outcome.result;
  if (!["integer", "rational", "real"].includes(outcome.type)) return null;
  const value = Number(outcome.decimal);
  return Number.isNaN(value) ? null : value;
}
