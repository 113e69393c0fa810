import type { Problem } from "../../api/ApiError";
import { type Evaluation, evaluate, isRefusal } from "../../api/math";
import { definingLines, definitionsIn, namesIn } from "./names";

/** One line of the notebook, with what came of it. */
export type Line = {
  id: number;
  source: string;
  precision: number;
  /** What was sent: the lines that define what this one uses, and this one. */
  sent: string[];
  answer: Evaluation | undefined;
  /** Set when a line that was good is not any more, because one above has changed. */
  problem: Problem | undefined;
};

export const precisionLimit = 10_000;
const lineLimit = 200;

/** Evaluates a line below others. */
export async function evaluated(
  above: Line[],
  line: { id: number; source: string; precision: number },
  signal?: AbortSignal,
): Promise<Line> {
  const good = above.filter((one) => one.answer).map((one) => one.source);
  const sent = [...definingLines(good, line.source), line.source];
  const outcomes = await evaluate(sent, line.precision, signal);
  const last = outcomes.at(-1);
  if (!last) throw new Error("The service gave no answer");
  if (!isRefusal(last)) return { ...line, sent, answer: last, problem: undefined };
  return { ...line, sent, answer: undefined, problem: last.error };
}

/** Which lines below one must be evaluated again because it has changed: those that use what it defines or defined. */
export function dependents(lines: Line[], changed: number, before: string): number[] {
  const start = lines.findIndex((line) => line.id === changed);
  const line = lines[start];
  if (!line) return [];
  const touched = new Set([...definitionsIn(before), ...definitionsIn(line.source)].map((one) => one.name));
  const found: number[] = [];
  for (const below of lines.slice(start + 1)) {
    const uses = namesIn(below.source);
    if (![...touched].some((name) => uses.has(name))) continue;
    found.push(below.id);
    for (const one of definitionsIn(below.source)) touched.add(one.name);
  }
  return found;
}

const key = (user: string) => `math.notebook.${user}`;

export function storedLines(user: string): Line[] {
  try {
    return JSON.parse(localStorage.getItem(key(user)) ?? "[]") as Line[];
  } catch {
    return [];
  }
}

export function storeLines(user: string, lines: Line[]): void {
  try {
    localStorage.setItem(key(user), JSON.stringify(lines.slice(-lineLimit)));
  } catch {
    // Full or switched off: the notebook lasts as long as the page.
  }
}
