import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { typeOver } from "./typing";

const growsByItself = () => CSS.supports("field-sizing", "content");

/** A text field that is typed into by the person, or in their place, and where its caret is. */
export function useField(source: string, onSource: (source: string) => void) {
  const area = useRef<HTMLTextAreaElement>(null);
  const [caret, setCaret] = useState(source.length);
  const [moved, setMoved] = useState<{ to: number } | null>(null);
  useEffect(() => area.current?.focus({ preventScroll: true }), []);
  useLayoutEffect(() => {
    const element = area.current;
    if (!element || growsByItself()) return;
    element.style.height = "auto";
    element.style.height = `${element.scrollHeight}px`;
  }, [source]);
  useLayoutEffect(() => {
    const element = area.current;
    if (!element || !moved) return;
    const place = Math.min(moved.to, element.value.length);
    element.setSelectionRange(place, place);
    setCaret(place);
  }, [moved]);

  const moveTo = (place: number) => setMoved({ to: place });
  /** Puts a text in the place of what is there, as if it were typed. */
  const put = (next: string, place: number) => {
    if (area.current) typeOver(area.current, next);
    moveTo(place);
    onSource(next);
    area.current?.focus();
  };
  const focusEnd = () => {
    moveTo(Number.MAX_SAFE_INTEGER);
    requestAnimationFrame(() => {
      area.current?.focus();
      area.current?.setSelectionRange(area.current.value.length, area.current.value.length);
    });
  };
  return { area, caret, setCaret, moveTo, put, focusEnd };
}
