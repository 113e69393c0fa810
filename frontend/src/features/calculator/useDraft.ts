import { useCallback, useRef, useState } from "react";
import { useKept } from "../../shared/hooks";

export type Draft = ReturnType<typeof useDraft>;

/** What is being written, which line it is to replace, and what waits meanwhile to be gone on with. */
export function useDraft(user: string) {
  const [source, setSource] = useKept(`math.draft.${user}`, "");
  const [aside, setAside] = useKept<string[]>(`math.aside.${user}`, []);
  const [editing, setEditing] = useState<number | null>(null);
  const latest = useRef({ source, aside, editing });
  latest.current = { source, aside, editing };

  /** Puts another text in the field: a new one, or that of a line that is to be changed. */
  const open = useCallback(
    (text: string, line: number | null = null) => {
      const now = latest.current;
      if (now.editing === null && now.source.trim() !== "" && now.source !== text) setAside([now.source, ...now.aside]);
      setEditing(line);
      setSource(text);
    },
    [setAside, setSource],
  );
  const putAside = useCallback((texts: string[]) => setAside([...texts, ...latest.current.aside]), [setAside]);
  /** Goes on with what was being written before; gives it. */
  const finish = useCallback((): string => {
    const [next = "", ...others] = latest.current.aside;
    setSource(next);
    setAside(others);
    setEditing(null);
    return next;
  }, [setAside, setSource]);
  /** The same, without losing what is in the field; but a line that was being changed stays as it was. */
  const leave = useCallback(() => {
    const now = latest.current;
    const next = finish();
    if (now.editing === null && now.source.trim() !== "" && next !== "") setAside([...now.aside.slice(1), now.source]);
  }, [finish, setAside]);

  return { source, aside, editing, latest, setSource, open, putAside, finish, leave };
}
