import type { Curve } from "./curves";
import { nearest } from "./nearest";
import { type Box, toPixelsX, toPixelsY, type View } from "./view";

type Props = { x: number; view: View; box: Box; curves: (Curve | undefined)[] };

/** The place that is pointed at, and the point of each curve there. */
export function Cursor({ x, view, box, curves }: Props) {
  if (x < view.x.from || x > view.x.to) return null;
  const at = toPixelsX(x, view, box);
  return (
    <g data-cursor pointerEvents="none">
      <line x1={at} x2={at} y1={box.top} y2={box.height - box.bottom} stroke="var(--edge)" strokeDasharray="3 3" />
      {curves.map((curve, index) => {
        const point = curve && nearest(curve.points, x);
        if (!point || point.y === null || point.y < view.y.from || point.y > view.y.to) return null;
        const [cx, cy] = [toPixelsX(point.x, view, box), toPixelsY(point.y, view, box)];
        return (
          <circle
            key={index}
            cx={cx}
            cy={cy}
            r="4.5"
            fill={`var(--series-${index + 1})`}
            stroke="var(--surface)"
            strokeWidth="2"
          />
        );
      })}
    </g>
  );
}
