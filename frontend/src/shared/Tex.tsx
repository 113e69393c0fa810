import { useEffect, useRef, useState } from "react";
import { text } from "../text";

type Katex = typeof import("katex").default;
let katex: Katex | undefined;
let loading: Promise<void> | undefined;

/** KaTeX is half of the app in bytes, and is loaded when the first formula is to be shown. */
export function loadTex(): Promise<void> {
  loading ??= import("katex").then((module) => {
    katex = module.default;
  });
  return loading;
}

/** A formula in TeX, typeset; until it can be, the space it will need is kept. */
export function Tex({
  source,
  display = false,
  className = "",
}: {
  source: string;
  display?: boolean;
  className?: string;
}) {
  const [ready, setReady] = useState(katex !== undefined);
  const [isWide, setWide] = useState(false);
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!ready) void loadTex().then(() => setReady(true));
  }, [ready]);
  useEffect(() => {
    if (!katex || !ref.current) return;
    katex.render(source, ref.current, {
      displayMode: display,
      throwOnError: false,
      trust: false,
      strict: "ignore",
      maxExpand: 200,
      maxSize: 20,
    });
    setWide(ref.current.scrollWidth > ref.current.clientWidth + 1);
  }, [source, display, ready]);
  // What scrolls must be reachable by keyboard (WCAG 2.1.1).
  const reachable = isWide ? { tabIndex: 0, role: "group", "aria-label": text.common.formula } : {};
  return <div ref={ref} {...reachable} className={`tex min-h-8 rounded-sm ${className}`} />;
}
