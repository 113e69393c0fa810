import { useEffect, useRef, useState } from "react";
import { text } from "../text";

type Katex = typeof import("katex").default;
let katex: Katex | undefined;
let loading: Promise<void> | undefined;

/** KaTeX is half of the app in bytes, and is loaded when the first formula is to be shown. */
export function loadTex(): Promise<void> {
  loading ??= import("katex").then(
    (module) => {
      katex = module.default;
    },
    (error: unknown) => {
      loading = undefined;
      throw error;
    },
  );
  return loading;
}

/** KaTeX notes on the console each character it has no measures of, and draws it with the page's font: that is well. */
function quietly(work: () => void) {
  const { warn } = console;
  console.warn = () => {};
  try {
    work();
  } finally {
    console.warn = warn;
  }
}

/** Rows of a matrix as far apart as fractions in them need. */
const spread = "\\def\\arraystretch{1.35}";

/**
 * Says of formulas whether they are wider than their place. The browser tells of all that have changed at once, after it
 * has laid the page out; to ask each when it is drawn would have the page laid out anew for each.
 */
const widths = new WeakMap<Element, (isWide: boolean) => void>();
const sizes =
  typeof ResizeObserver === "undefined"
    ? undefined
    : new ResizeObserver((entries) => {
        for (const { target } of entries) widths.get(target)?.(target.scrollWidth > target.clientWidth + 1);
      });

function watchWidth(place: Element, listener: (isWide: boolean) => void): () => void {
  widths.set(place, listener);
  sizes?.observe(place);
  return () => sizes?.unobserve(place);
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
  const [failure, setFailure] = useState<unknown>();
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!ready) loadTex().then(() => setReady(true), setFailure);
  }, [ready]);
  useEffect(() => {
    if (!katex || !ref.current) return;
    const { render } = katex;
    const place = ref.current;
    quietly(() =>
      render(spread + source, place, {
        displayMode: display,
        throwOnError: false,
        trust: false,
        strict: "ignore",
        maxExpand: 200,
        maxSize: 20,
      }),
    );
    return watchWidth(place, setWide);
  }, [source, display, ready]);
  // Without KaTeX a formula is still one, in TeX.
  if (failure !== undefined) return <code className={`mono block min-h-8 ${className}`}>{source}</code>;
  // What scrolls must be reachable by keyboard (WCAG 2.1.1).
  const reachable = isWide ? { tabIndex: 0, role: "group", "aria-label": text.common.formula } : {};
  return <div ref={ref} {...reachable} className={`tex min-h-8 rounded-sm ${className}`} />;
}
