import type { Problem } from "../../api/ApiError";

/** A stretch of a text in UTF-16 units, as the browser counts. */
export type Place = { start: number; end: number };

/** The place of a fault in an expression; the service counts in code points. At least one unit long, if there is one. */
export function placeOf(problem: Problem, source: string): Place | undefined {
  if (problem.offset === undefined) return undefined;
  const points = [...source];
  const start = points.slice(0, problem.offset).join("").length;
  const marked = points.slice(problem.offset, problem.offset + Math.max(1, problem.length ?? 1)).join("").length;
  return { start, end: start + marked };
}

/** What a hint such as "did you mean factorial?" would put in the place of the fault. */
export function suggestionIn(hint: string | undefined): string | undefined {
  return /did you mean [`'"“]?([^\s`'"”?]+)[`'"”]?\?/i.exec(hint ?? "")?.[1];
}

/** The text with another in the given place. */
export function replaced(source: string, place: Place, by: string): string {
  return source.slice(0, place.start) + by + source.slice(place.end);
}
