import { useCallback, useEffect, useRef, useState } from "react";
import { ApiError } from "../../api/ApiError";
import { explain } from "../../shared/explain";
import { useKept } from "../../shared/hooks";
import { notify } from "../../shared/notices";
import { isPending, type Line, newId, withLines } from "./notebook";
import { shortened, storedLines } from "./storedLines";

/** A line that is being evaluated, or will be when those before it are done. */
export type Waiting = { id: number; source: string };
/** What was taken away last, and can be put back. */
export type Removed = { lines: Line[]; isAll: boolean };
type Entry = { source: string; precision: number; replacing: number | null; keepsFaults(): boolean };

type Entered = { line: Line; number: number; isKept: boolean };

/** Loaded when something is first written; who goes offline before that cannot evaluate it either. */
const writing = () =>
  import("./writing").catch(() => {
    throw new ApiError(0, "unreachable", "");
  });
const evaluated: typeof import("./writing").evaluated = async (...given) => (await writing()).evaluated(...given);

export type Notebook = ReturnType<typeof useNotebook>;

/** The notebook of a user: its lines, and what can be done with them, one thing after the other. */
export function useNotebook(user: string) {
  const [kept] = useState(() => storedLines(user));
  const [lines, setLines] = useState<Line[]>(kept.read);
  const [isKept, setIsKept] = useState(true);
  const [removed, setRemoved] = useKept<Removed | null>(`math.removed.${user}`, null);
  const current = useRef(lines);
  const wanted = useRef(new Map<number, number>());
  const { waiting, inTurn } = useTurns();

  const show = useCallback((next: Line[]) => {
    current.current = next;
    setLines(next);
  }, []);
  const put = useCallback(
    (change: (lines: Line[]) => Line[]) => {
      show(change(kept.newest(current.current)));
      setIsKept(kept.write(current.current));
    },
    [kept, show],
  );
  useEffect(() => kept.watch(() => show(kept.newest(current.current))), [kept, show]);

  const filling = useRef(new Set<number>());
  useEffect(() => {
    for (const { id, source } of lines.filter((line) => isPending(line) && !filling.current.has(line.id))) {
      filling.current.add(id);
      const fill = async () => {
        const index = current.current.findIndex((one) => one.id === id);
        const line = current.current[index];
        if (!line || !isPending(line)) return;
        const next = await evaluated(current.current.slice(0, index), line);
        put((all) => all.map((one) => (one.id === id ? next : one)));
      };
      // One that cannot be asked for now is asked for at the next visit.
      inTurn({ id, source }, fill).then(() => filling.current.delete(id), tell);
    }
  }, [inTurn, lines, put]);

  /** Evaluates again what depends on lines that have changed; `start` is the first number below them. */
  const follow = useCallback(
    async (start: number, changed: string[]) => {
      const below = current.current.findIndex((line) => line.id > start);
      if (below < 0) return;
      const { dependents } = await writing();
      for (const id of dependents(current.current, below, changed)) {
        const index = current.current.findIndex((line) => line.id === id);
        const line = current.current[index];
        if (!line) continue;
        const next = await evaluated(current.current.slice(0, index), line).catch((error) => failed(line, error));
        put((all) => all.map((one) => (one.id === id ? next : one)));
      }
    },
    [put],
  );

  /**
   * Evaluates a new line, or one in the place of another. What is wrong is given back with it and left out of the
   * notebook, unless the notebook is to keep it.
   */
  const enter = useCallback(
    ({ source, precision, replacing, keepsFaults }: Entry): Promise<Entered> => {
      const id = current.current.some((line) => line.id === replacing) ? (replacing as number) : newId();
      return inTurn({ id, source }, async () => {
        const known = current.current.find((line) => line.id === id);
        const above = current.current.filter((line) => line.id < id);
        const entered = { id, source, precision: known?.precision ?? precision };
        const line = await evaluated(above, entered).catch((error) => failed({ ...entered, sent: [source] }, error));
        const isKept = !line.problem || keepsFaults();
        const isGone = known && !current.current.some((one) => one.id === id);
        if (isKept && !isGone) put((all) => withLines(all, [line]));
        if (isKept && known) await follow(id, [known.source, source]);
        return { line, number: current.current.findIndex((one) => one.id === id) + 1, isKept };
      });
    },
    [follow, inTurn, put],
  );

  /** The same line to another number of digits. */
  const changePrecision = useCallback(
    ({ id, source }: Line, precision: number) => {
      wanted.current.set(id, precision);
      return inTurn({ id, source }, async () => {
        const line = current.current.find((one) => one.id === id);
        // Of several wishes for a line the last counts.
        if (!line || wanted.current.get(id) !== precision) return;
        const above = current.current.filter((one) => one.id < id);
        const next = await evaluated(above, { ...line, precision });
        // The result there is is still right, and others may use it.
        if (next.problem) throw new ApiError(422, next.problem.type, next.problem.msg);
        put((all) => all.map((one) => (one.id === id ? next : one)));
      });
    },
    [inTurn, put],
  );

  const remove = useCallback(
    (id: number) => {
      const line = current.current.find((one) => one.id === id);
      if (!line) return;
      put((all) => all.filter((one) => one.id !== id));
      setRemoved({ lines: shortened([line]), isAll: false });
      inTurn(null, () => follow(id, [line.source])).catch(tell);
    },
    [follow, inTurn, put, setRemoved],
  );
  const clear = useCallback(() => {
    setRemoved({ lines: shortened(current.current), isAll: true });
    put(() => []);
  }, [put, setRemoved]);
  const undo = useCallback(() => {
    if (!removed) return;
    put((all) => withLines(all, removed.lines));
    setRemoved(null);
    const [line] = removed.lines;
    if (line && !removed.isAll) inTurn(null, () => follow(line.id, [line.source])).catch(tell);
  }, [follow, inTurn, put, removed, setRemoved]);

  return { lines, isKept, waiting, removed, enter, changePrecision, remove, clear, undo };
}

const tell = (error: unknown) => notify(explain(error));

function failed(line: Pick<Line, "id" | "source" | "precision" | "sent">, error: unknown): Line {
  const { id, source, precision, sent } = line;
  const problem = { type: "failed", loc: [], msg: explain(error) };
  return { id, source, precision, sent, answer: undefined, problem };
}

/** Does one thing after the other, in the order in which they were asked for, and says which lines wait. */
function useTurns() {
  const [waiting, setWaiting] = useState<Waiting[]>([]);
  const last = useRef<Promise<unknown>>(Promise.resolve());
  const inTurn = useCallback(<Value>(line: Waiting | null, work: () => Promise<Value>): Promise<Value> => {
    if (line) setWaiting((all) => [...all, line]);
    const done = last.current.then(work).finally(() => setWaiting((all) => all.filter((one) => one !== line)));
    last.current = done.catch(() => null);
    return done;
  }, []);
  return { waiting, inTurn };
}
