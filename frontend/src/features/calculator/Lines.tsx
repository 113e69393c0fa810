import { type ComponentType, useEffect, useRef, useState } from "react";
import { Skeleton } from "../../shared/states";
import { loadTex } from "../../shared/Tex";
import type { LineProps } from "./LineView";
import type { Line } from "./notebook";

type Props = { lines: Line[]; propsOf(line: Line, index: number): LineProps };

/** How long formulas are waited for, so that nothing moves; on a slow net the lines are there without, as texts. */
const texPatience = 500;

/** The lines, at the foot of the page as on a terminal. */
export function Lines({ lines, propsOf }: Props) {
  const [View, setView] = useState<ComponentType<LineProps> | null>(null);
  const [failure, setFailure] = useState<unknown>();
  const last = lines.at(-1)?.id ?? 0;
  const seen = useRef(last);
  useEffect(() => {
    const tex = Promise.race([loadTex().catch(() => null), new Promise((done) => setTimeout(done, texPatience))]);
    Promise.all([import("./LineView"), tex]).then(([module]) => setView(() => module.LineView), setFailure);
  }, []);
  useEffect(() => {
    if (View) scrollTo({ top: document.documentElement.scrollHeight });
  }, [View]);
  useEffect(stayAtTheEnd, []);
  useEffect(() => {
    const behavior = matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";
    if (last > seen.current) scrollTo({ top: document.documentElement.scrollHeight, behavior });
    seen.current = last;
  }, [last]);
  if (failure !== undefined) throw failure;
  if (!View) return <Skeleton lines={4} />;
  return (
    <ol className="grid">
      {lines.map((line, index) => (
        <View key={line.id} {...propsOf(line, index)} />
      ))}
    </ol>
  );
}

/** While the end of the page is looked at, it stays in sight as the page grows, by digits or by an error. */
function stayAtTheEnd(): () => void {
  const page = document.documentElement;
  let isAtTheEnd = true;
  const look = () => {
    isAtTheEnd = page.scrollHeight - page.clientHeight - page.scrollTop < 8;
  };
  const observer = new ResizeObserver(() => {
    if (isAtTheEnd) scrollTo({ top: page.scrollHeight });
  });
  observer.observe(document.body);
  addEventListener("scroll", look, { passive: true });
  return () => {
    observer.disconnect();
    removeEventListener("scroll", look);
  };
}
