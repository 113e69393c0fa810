import { type RefObject, useLayoutEffect, useState } from "react";

/** The size of an element, as it changes. */
export function useSize(ref: RefObject<Element>): { width: number; height: number } {
  const [size, setSize] = useState({ width: 640, height: 420 });
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const measure = () => {
      const { width, height } = element.getBoundingClientRect();
      if (width > 0 && height > 0) setSize({ width: Math.round(width), height: Math.round(height) });
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);
  return size;
}
