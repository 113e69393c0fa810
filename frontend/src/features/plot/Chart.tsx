import { forwardRef, useId, useImperativeHandle, useRef } from "react";
import { pageText } from "../../text/pages";
import { Axes } from "./Axes";
import { Cursor } from "./Cursor";
import type { Curve } from "./curves";
import { onChartKey, type Plane, useGestures } from "./gestures";
import { leftMargin } from "./labels";
import { path, useLines } from "./lines";
import { useSize } from "./useSize";
import type { Box } from "./view";

const words = pageText.plot;

type Props = Plane & { curves: (Curve | undefined)[] };

/** The drawing: moved by dragging, made larger and smaller by the wheel, two fingers or keys. */
export const Chart = forwardRef<SVGSVGElement, Props>(function Chart(props, outer) {
  const { view, curves, cursor } = props;
  const ref = useRef<SVGSVGElement>(null);
  useImperativeHandle(outer, () => ref.current as SVGSVGElement);
  const clip = useId();
  const size = useSize(ref);
  const box: Box = { ...size, left: leftMargin(view.y, size.height), right: 12, top: 12, bottom: 28 };
  const gestures = useGestures(ref, box, props);

  const lines = useLines(curves);
  const names = curves.flatMap((curve) => (curve ? [curve.expression] : []));
  return (
    <svg
      ref={ref}
      role="application"
      aria-roledescription={words.chart}
      aria-label={words.chartLabel(names, view.x.from, view.x.to)}
      tabIndex={0}
      className="block aspect-[4/3] max-h-[74dvh] w-full cursor-crosshair touch-none rounded-lg border border-rule bg-surface select-none focus:not-focus-visible:outline-none sm:aspect-[16/10]"
      {...gestures}
      onKeyDown={(event) => {
        if (onChartKey(event, box, props)) event.preventDefault();
      }}
    >
      <clipPath id={clip}>
        <rect
          x={box.left}
          y={box.top}
          width={Math.max(0, box.width - box.left - box.right)}
          height={Math.max(0, box.height - box.top - box.bottom)}
        />
      </clipPath>
      <Axes view={view} box={box} />
      <g clipPath={`url(#${clip})`}>
        {curves.map((curve, index) => (
          <path
            key={index}
            data-curve={index + 1}
            data-sharp={curve?.isSharp || undefined}
            d={path(lines[index] ?? [], view, box)}
            fill="none"
            stroke={`var(--series-${index + 1})`}
            strokeWidth="2"
            strokeLinejoin="round"
            strokeLinecap="round"
          />
        ))}
      </g>
      {cursor !== null && <Cursor x={cursor} view={view} box={box} curves={curves} />}
    </svg>
  );
});
