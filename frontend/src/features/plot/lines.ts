import { useRef } from "react";
import type { Curve } from "./curves";
import { type Joined, segments } from "./segments";
import { type Box, toPixelsX, toPixelsY, type View } from "./view";

/** Far outside the box a line is a line all the same; browsers draw badly what is a million pixels away. */
const far = 20_000;

/** What may be joined, found once for each answer and not for each movement. */
export function useLines(curves: (Curve | undefined)[]): Joined[][] {
  const known = useRef(new WeakMap<Curve, Joined[]>());
  return curves.map((curve) => {
    if (!curve) return [];
    const lines = known.current.get(curve) ?? segments(curve.points, curve.isSharp);
    known.current.set(curve, lines);
    return lines;
  });
}

/** The lines as an SVG path has them. */
export function path(lines: Joined[], view: View, box: Box): string {
  return lines
    .map((line) =>
      line
        .map(({ x, y }, index) => {
          const height = Math.max(-far, Math.min(far, toPixelsY(y, view, box)));
          return `${index === 0 ? "M" : "L"}${toPixelsX(x, view, box).toFixed(2)} ${height.toFixed(2)}`;
        })
        .join(""),
    )
    .join("");
}
