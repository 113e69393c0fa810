import { labelSize, rowsOf } from "./labels";
import { ticks } from "./scale";
import { type Box, short, toPixelsX, toPixelsY, type View } from "./view";

const label = { fill: "var(--ink-3)", fontSize: labelSize, fontFamily: "var(--font-mono)" };

/** The grid with its numbers; the axes themselves are darker. */
export function Axes({ view, box }: { view: View; box: Box }) {
  const columns = ticks(view.x, Math.max(2, box.width / 90));
  const rows = rowsOf(view.y, box.height);
  const [bottom, right] = [box.height - box.bottom, box.width - box.right];
  return (
    <g shapeRendering="crispEdges">
      {columns.map((x) => {
        const at = Math.round(toPixelsX(x, view, box));
        return (
          <g key={x}>
            <line x1={at} x2={at} y1={box.top} y2={bottom} stroke={x === 0 ? "var(--edge)" : "var(--rule)"} />
            <text x={at} y={bottom + 17} textAnchor="middle" {...label}>
              {short(x, view.x.to - view.x.from)}
            </text>
          </g>
        );
      })}
      {rows.map((y) => {
        const at = Math.round(toPixelsY(y, view, box));
        return (
          <g key={y}>
            <line x1={box.left} x2={right} y1={at} y2={at} stroke={y === 0 ? "var(--edge)" : "var(--rule)"} />
            <text x={box.left - 8} y={at + 4} textAnchor="end" {...label}>
              {short(y, view.y.to - view.y.from)}
            </text>
          </g>
        );
      })}
    </g>
  );
}
