import { useEffect, useState } from "react";
import { useKept, useSettled } from "../../shared/hooks";
import { read, written } from "./address";
import { curveLimit, type Row } from "./Expressions";
import type { Range } from "./points";

export const firstRange = { from: -10, to: 10 };

const addressKey = "math.plot.address";

/** The curves that a link asks for, if this page was come to by one: not where it is the address it has by itself. */
function askedFor() {
  if (keptAddress() === location.search) return undefined;
  const { sources, x, y } = read(location.search);
  const rows = sources.slice(0, curveLimit).map((source, index) => ({ id: index + 1, source }));
  return rows.length === 0 ? undefined : { rows, x, y: y ?? null };
}

function keptAddress(): string | null {
  try {
    return sessionStorage.getItem(addressKey);
  } catch {
    return null;
  }
}

function keepAddress(): void {
  try {
    sessionStorage.setItem(addressKey, location.search);
  } catch {
    // Full or switched off: then the address alone says what is shown.
  }
}

/** What is shown. The address says it, too: it can be passed on, and a reload changes nothing. */
export function useShown() {
  const [asked] = useState(askedFor);
  const [rows, setRows] = useKept<Row[]>("math.plot.rows", [{ id: 1, source: "sin(x)/x" }], asked?.rows);
  const [x, setX] = useKept<Range>("math.plot.x", firstRange, asked?.x);
  /** `null`: as high as the curves are. */
  const [y, setY] = useKept<Range | null>("math.plot.y", null, asked?.y);
  const search = written(
    rows.map((row) => row.source),
    x,
    y,
  );
  const settled = useSettled(search, 220);
  useEffect(() => {
    history.replaceState(history.state, "", location.pathname + settled);
    keepAddress();
  }, [settled]);
  useEffect(() => {
    // The link holds once: after that the page is as it is left, also where that is not in the address yet.
    keepAddress();
    if (!asked) return;
    setRows(asked.rows);
    setY(asked.y);
    if (asked.x) setX(asked.x);
  }, [asked, setRows, setX, setY]);
  return { rows, setRows, x, setX, y, setY };
}
