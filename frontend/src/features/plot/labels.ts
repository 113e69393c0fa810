import type { Range } from "./points";
import { ticks } from "./scale";
import { short } from "./view";

export const labelSize = 11;
/** Of the monospaced font, in its size. */
const letter = 0.62;

/** The heights that are written beside the drawing. */
export const rowsOf = (y: Range, height: number) => ticks(y, Math.max(2, height / 55));

/** As wide as the widest of them needs, and not narrower from one view to the next for less. */
export function leftMargin(y: Range, height: number): number {
  const letters = rowsOf(y, height).map((row) => short(row, y.to - y.from).length);
  return Math.max(52, Math.ceil(Math.max(0, ...letters) * labelSize * letter) + 14);
}
