import { evaluate, isRefusal } from "../../api/math";
import { text } from "../../text";
import { definitionsIn, needs } from "./names";
import type { Line } from "./notebook";

const words = text.calculator;

/** Evaluates a line below others; one that needs what has failed fails with it, and is not asked about. */
export async function evaluated(above: Line[], line: { id: number; source: string; precision: number }): Promise<Line> {
  const needed = needs(sourcesOf(above), line.source);
  const defining = needed.lines.flatMap((index) => above[index] ?? []);
  const sent = [...defining.filter((one) => one.answer).map((one) => one.source), line.source];
  const { id, source, precision } = line;
  const failed = { id, source, precision, sent, answer: undefined };
  const missing = defining.find((one) => !one.answer && !isReplaced(one, defining, needed.names));
  if (missing) {
    const number = above.indexOf(missing) + 1;
    return { ...failed, problem: { type: "depends", loc: [], msg: words.depends(number) }, missing: missing.id };
  }
  const last = (await evaluate(sent, precision)).at(-1);
  if (!last) throw new Error("The service gave no answer");
  if (isRefusal(last)) return { ...failed, problem: last.error };
  return { ...failed, answer: last, problem: undefined };
}

const sourcesOf = (lines: Line[]) => lines.map((line) => line.source);

/** Whether lines below a failed one have defined anew all that is needed of it. */
function isReplaced(failed: Line, defining: Line[], needed: Set<string>): boolean {
  const below = defining.slice(defining.indexOf(failed) + 1).filter((line) => line.answer);
  const anew = new Set(below.flatMap((line) => definitionsIn(line.source).filter((one) => one.isWhole)).map(nameOf));
  return definitionsIn(failed.source).every((one) => !needed.has(one.name) || anew.has(one.name));
}

const nameOf = (definition: { name: string }) => definition.name;

/**
 * Which lines must be evaluated again because some above them have changed, come or gone: those that use what the
 * changed ones define or defined. `start` is the place of the first line below them.
 */
export function dependents(lines: Line[], start: number, changed: string[]): number[] {
  const touched = changed.flatMap((source) => definitionsIn(source).map(nameOf));
  const sources = sourcesOf(lines);
  return lines
    .filter((line, index) => {
      if (index < start) return false;
      const { names } = needs(sources.slice(0, index), line.source);
      return touched.some((name) => names.has(name));
    })
    .map((line) => line.id);
}
