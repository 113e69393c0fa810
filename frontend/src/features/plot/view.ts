import type { Range } from "./points";

/** The part of the plane that is shown, and the box of pixels it is shown in. */
export type View = { x: Range; y: Range };
export type Box = { width: number; height: number; left: number; right: number; top: number; bottom: number };

export const toPixelsX = (x: number, view: View, box: Box) =>
  box.left + ((x - view.x.from) / (view.x.to - view.x.from)) * (box.width - box.left - box.right);
export const toPixelsY = (y: number, view: View, box: Box) =>
  box.height - box.bottom - ((y - view.y.from) / (view.y.to - view.y.from)) * (box.height - box.top - box.bottom);
export const fromPixelsX = (pixels: number, view: View, box: Box) =>
  view.x.from + ((pixels - box.left) / (box.width - box.left - box.right)) * (view.x.to - view.x.from);
export const fromPixelsY = (pixels: number, view: View, box: Box) =>
  view.y.from + ((box.height - box.bottom - pixels) / (box.height - box.top - box.bottom)) * (view.y.to - view.y.from);

const smallest = 1e-9;
const largest = 1e9;

export function moved(range: Range, by: number): Range {
  return tidy({ from: range.from + by, to: range.to + by });
}

/** The range made larger or smaller about a place that stays where it is. */
export function zoomed(range: Range, factor: number, about: number): Range {
  const next = { from: about + (range.from - about) * factor, to: about + (range.to - about) * factor };
  const width = next.to - next.from;
  return width < smallest || width > largest ? range : tidy(next);
}

/** The view moved by so many pixels. */
export function shifted(view: View, box: Box, dx: number, dy: number): View {
  const x = fromPixelsX(0, view, box) - fromPixelsX(dx, view, box);
  const y = fromPixelsY(0, view, box) - fromPixelsY(dy, view, box);
  return { x: moved(view.x, x), y: moved(view.y, y) };
}

/** The view made larger or smaller about a place in the box. */
export function zoomedAt(view: View, box: Box, at: { x: number; y: number }, factor: number): View {
  return {
    x: zoomed(view.x, factor, fromPixelsX(at.x, view, box)),
    y: zoomed(view.y, factor, fromPixelsY(at.y, view, box)),
  };
}

/** Without digits that nobody can see. */
function tidy({ from, to }: Range): Range {
  const digits = Math.min(15, Math.max(0, 4 - Math.floor(Math.log10(to - from))));
  return { from: Number(from.toFixed(digits)), to: Number(to.toFixed(digits)) };
}

/** A number as short as it may be on a scale of this width. */
export function short(value: number, width: number): string {
  const digits = Math.max(0, 3 - Math.floor(Math.log10(Math.abs(width) || 1)));
  const whole = Math.floor(Math.log10(Math.abs(value) || 1)) + 1;
  const text =
    digits <= 12 ? Number(value.toFixed(digits)) : Number(value.toPrecision(Math.min(15, Math.max(1, whole + digits))));
  const isPlain = text === 0 || (Math.abs(text) < 1e6 && Math.abs(text) >= 1e-5);
  const shortest = isPlain ? String(text) : Number(text.toPrecision(12)).toExponential().replace("+", "");
  return shortest.replaceAll("-", "−");
}
