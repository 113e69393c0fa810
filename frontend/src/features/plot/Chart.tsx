import {
  forwardRef,
  type KeyboardEvent,
  type PointerEvent,
  useEffect,
  useId,
  useImperativeHandle,
  useRef,
} from "react";
import { pageText } from "../../text/pages";
import { Axes } from "./Axes";
import { nearest } from "./nearest";
import type { Curve } from "./curves";
import { leftMargin } from "./labels";
import { type Joined, segments } from "./segments";
import { useSize } from "./useSize";
import { type Box, fromPixelsX, fromPixelsY, moved, toPixelsX, toPixelsY, type View, zoomed } from "./view";

const words = pageText.plot;

type Props = {
  view: View;
  curves: (Curve | undefined)[];
  cursor: number | null;
  onCursor(x: number | null): void;
  onView(view: View): void;
  onReset(): void;
  /** A finger or a button holds the plane, or does so no more. */
  onHold(isHeld: boolean): void;
};

/** The drawing: moved by dragging, made larger and smaller by the wheel, two fingers or keys. */
export const Chart = forwardRef<SVGSVGElement, Props>(function Chart(props, outer) {
  const { view, curves, cursor, onCursor, onView } = props;
  const ref = useRef<SVGSVGElement>(null);
  useImperativeHandle(outer, () => ref.current as SVGSVGElement);
  const clip = useId();
  const size = useSize(ref);
  const box: Box = { ...size, left: leftMargin(view.y, size.height), right: 12, top: 12, bottom: 28 };
  const state = useRef({ view, box, onView });
  state.current = { view, box, onView };
  const fingers = useRef(new Map<number, { x: number; y: number }>());

  useEffect(() => {
    const element = ref.current;
    const onWheel = (event: WheelEvent) => {
      event.preventDefault();
      const now = state.current;
      const factor = Math.exp(Math.max(-0.5, Math.min(0.5, event.deltaY * 0.0015)));
      now.onView(zoomedAt(now.view, now.box, place(event), factor));
    };
    element?.addEventListener("wheel", onWheel, { passive: false });
    return () => element?.removeEventListener("wheel", onWheel);
  }, []);

  const place = (event: { clientX: number; clientY: number }) => {
    const edge = ref.current?.getBoundingClientRect();
    return { x: event.clientX - (edge?.left ?? 0), y: event.clientY - (edge?.top ?? 0) };
  };
  const onPointerDown = (event: PointerEvent) => {
    fingers.current.set(event.pointerId, place(event));
    ref.current?.setPointerCapture(event.pointerId);
    // A finger that taps does not move.
    onCursor(fromPixelsX(place(event).x, view, box));
    props.onHold(true);
  };
  const onPointerMove = (event: PointerEvent) => {
    const at = place(event);
    onCursor(fromPixelsX(at.x, view, box));
    const before = fingers.current.get(event.pointerId);
    if (!before) return;
    fingers.current.set(event.pointerId, at);
    const other = [...fingers.current].find(([id]) => id !== event.pointerId)?.[1];
    if (!other) return onView(shifted(view, box, at.x - before.x, at.y - before.y));
    const apart = (one: { x: number; y: number }) => Math.hypot(one.x - other.x, one.y - other.y) || 1;
    onView(zoomedAt(view, box, other, apart(before) / apart(at)));
  };
  const onPointerUp = (event: PointerEvent) => {
    fingers.current.delete(event.pointerId);
    props.onHold(fingers.current.size > 0);
  };
  // A finger leaves with every touch: its value stays to be read.
  const onPointerLeave = (event: PointerEvent) => {
    if (event.pointerType === "mouse" && fingers.current.size === 0) onCursor(null);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const [width, height] = [box.width / 10, box.height / 10];
    const middle = { x: box.width / 2, y: box.height / 2 };
    const step = (view.x.to - view.x.from) / 100;
    const isArrow = event.key === "ArrowLeft" || event.key === "ArrowRight";
    if (event.shiftKey && isArrow) {
      const from = cursor ?? (view.x.from + view.x.to) / 2;
      const to = from + (event.key === "ArrowLeft" ? -step : step);
      onCursor(Math.min(view.x.to, Math.max(view.x.from, to)));
    } else if (event.key === "ArrowLeft") onView(shifted(view, box, width, 0));
    else if (event.key === "ArrowRight") onView(shifted(view, box, -width, 0));
    else if (event.key === "ArrowUp") onView(shifted(view, box, 0, height));
    else if (event.key === "ArrowDown") onView(shifted(view, box, 0, -height));
    else if (event.key === "+" || event.key === "=") onView(zoomedAt(view, box, middle, 0.8));
    else if (event.key === "-") onView(zoomedAt(view, box, middle, 1.25));
    else if (event.key === "0") props.onReset();
    else return;
    event.preventDefault();
  };

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
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={onPointerUp}
      onPointerLeave={onPointerLeave}
      onKeyDown={onKeyDown}
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

function Cursor({ x, view, box, curves }: { x: number; view: View; box: Box; curves: (Curve | undefined)[] }) {
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

/** Far outside the box a line is a line all the same; browsers draw badly what is a million pixels away. */
const far = 20_000;

/** What may be joined, found once for each answer and not for each movement. */
function useLines(curves: (Curve | undefined)[]): Joined[][] {
  const known = useRef(new WeakMap<Curve, Joined[]>());
  return curves.map((curve) => {
    if (!curve) return [];
    const lines = known.current.get(curve) ?? segments(curve.points, curve.isSharp);
    known.current.set(curve, lines);
    return lines;
  });
}

function path(lines: Joined[], view: View, box: Box): string {
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

function shifted(view: View, box: Box, dx: number, dy: number): View {
  const x = fromPixelsX(0, view, box) - fromPixelsX(dx, view, box);
  const y = fromPixelsY(0, view, box) - fromPixelsY(dy, view, box);
  return { x: moved(view.x, x), y: moved(view.y, y) };
}

function zoomedAt(view: View, box: Box, at: { x: number; y: number }, factor: number): View {
  return {
    x: zoomed(view.x, factor, fromPixelsX(at.x, view, box)),
    y: zoomed(view.y, factor, fromPixelsY(at.y, view, box)),
  };
}
