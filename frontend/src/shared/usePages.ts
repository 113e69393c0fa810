import { useCallback, useState } from "react";

/** The pages of a list that is read from its newest on: where each begins, and which is shown. */
export function usePages<Start>() {
  const [starts, setStarts] = useState<(Start | undefined)[]>([undefined]);
  const toFirst = useCallback(() => setStarts([undefined]), []);
  const turn = (next: (Start | undefined)[]) => {
    setStarts(next);
    scrollTo(0, 0);
  };
  return {
    start: starts.at(-1),
    number: starts.length,
    toFirst,
    /** One page newer, without going up to its top. */
    drop: () => setStarts(starts.slice(0, -1)),
    newer: () => turn(starts.slice(0, -1)),
    older: (next: Start | undefined) => turn([...starts, next]),
  };
}
