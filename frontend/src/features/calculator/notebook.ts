import type { Problem } from "../../api/ApiError";
import type { Evaluation } from "../../api/math";

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
  /** The line above that has failed and without which this one means nothing. */
  missing?: number;
};

/** Whether it is still to be evaluated: its answer was too long to be kept from one visit to the next. */
export const isPending = (line: Line): boolean => !line.answer && !line.problem;

export const precisionLimit = 10_000;

let lastId = 0;

/** A number that no other line has, in another tab neither; later lines have greater ones. */
export function newId(): number {
  lastId = Math.max(lastId + 1, Date.now() * 1000 + Math.floor(Math.random() * 1000));
  return lastId;
}

/** The lines with some more, in the order in which they were first written. */
export function withLines(lines: Line[], more: Line[]): Line[] {
  const ids = new Set(more.map((line) => line.id));
  return [...lines.filter((line) => !ids.has(line.id)), ...more].sort((a, b) => a.id - b.id);
}
