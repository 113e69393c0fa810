import { type KeyboardEvent, type PointerEvent, type RefObject, useEffect, useRef } from "react";
import { type Box, fromPixelsX, shifted, type View, zoomedAt } from "./view";

/** What is shown of the plane, and what a person does with it. */
export type Plane = {
  view: View;
  cursor: number | null;
  onCursor(x: number | null): void;
  onView(view: View): void;
  onReset(): void;
  /** A finger or a button holds the plane, or does so no more. */
  onHold(isHeld: boolean): void;
};
type Place = { x: number; y: number };

/** The plane is moved by dragging, and made larger and smaller by the wheel or two fingers. */
export function useGestures(ref: RefObject<SVGSVGElement>, box: Box, plane: Plane) {
  const { view, onCursor, onView } = plane;
  const fingers = useRef(new Map<number, Place>());
  useWheel(ref, box, plane);
  const place = (event: PointerEvent) => placeIn(ref.current, event);
  const onPointerDown = (event: PointerEvent) => {
    fingers.current.set(event.pointerId, place(event));
    ref.current?.setPointerCapture(event.pointerId);
    // A finger that taps does not move.
    onCursor(fromPixelsX(place(event).x, view, box));
    plane.onHold(true);
  };
  const onPointerMove = (event: PointerEvent) => {
    const at = place(event);
    onCursor(fromPixelsX(at.x, view, box));
    const before = fingers.current.get(event.pointerId);
    if (!before) return;
    fingers.current.set(event.pointerId, at);
    const other = [...fingers.current].find(([id]) => id !== event.pointerId)?.[1];
    if (!other) return onView(shifted(view, box, at.x - before.x, at.y - before.y));
    const apart = (one: Place) => Math.hypot(one.x - other.x, one.y - other.y) || 1;
    onView(zoomedAt(view, box, other, apart(before) / apart(at)));
  };
  const onPointerUp = (event: PointerEvent) => {
    fingers.current.delete(event.pointerId);
    plane.onHold(fingers.current.size > 0);
  };
  // A finger leaves with every touch: its value stays to be read.
  const onPointerLeave = (event: PointerEvent) => {
    if (event.pointerType === "mouse" && fingers.current.size === 0) onCursor(null);
  };
  return { onPointerDown, onPointerMove, onPointerUp, onPointerCancel: onPointerUp, onPointerLeave };
}

/** React listens to the wheel passively, so that the page would be scrolled, too. */
function useWheel(ref: RefObject<SVGSVGElement>, box: Box, { view, onView }: Plane) {
  const state = useRef({ view, box, onView });
  state.current = { view, box, onView };
  useEffect(() => {
    const element = ref.current;
    const onWheel = (event: WheelEvent) => {
      event.preventDefault();
      const now = state.current;
      const factor = Math.exp(Math.max(-0.5, Math.min(0.5, event.deltaY * 0.0015)));
      now.onView(zoomedAt(now.view, now.box, placeIn(element, event), factor));
    };
    element?.addEventListener("wheel", onWheel, { passive: false });
    return () => element?.removeEventListener("wheel", onWheel);
  }, [ref]);
}

function placeIn(element: Element | null, event: { clientX: number; clientY: number }): Place {
  const edge = element?.getBoundingClientRect();
  return { x: event.clientX - (edge?.left ?? 0), y: event.clientY - (edge?.top ?? 0) };
}

/** Moves the plane, or with shift the cursor, by a key; false for others. */
export function onChartKey(event: KeyboardEvent, box: Box, plane: Plane): boolean {
  const { view, cursor, onCursor, onView } = plane;
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
  else if (event.key === "0") plane.onReset();
  else return false;
  return true;
}
