import { useCallback, useEffect, useRef, useState } from "react";
import { type Event, events } from "../../api/records";
import { explain } from "../../shared/explain";
import { notify } from "../../shared/notices";

const size = 500;
type Found = { events: Event[]; next: string | null | undefined; isLoading: boolean };
const none: Found = { events: [], next: undefined, isLoading: false };

/**
 * Events from before those that are shown live, newest first, to look among: the service picks them by kind, and hands
 * them out in pages, the first at once and each other one when it is asked for.
 */
export function useEarlier(kind: string, isWanted: boolean) {
  const [found, setFound] = useState(none);
  const latest = useRef<AbortController>();
  const read = useCallback(
    async (cursor?: string) => {
      latest.current?.abort();
      const { signal } = (latest.current = new AbortController());
      setFound((before) => ({ ...before, isLoading: true }));
      try {
        const page = await events({ event: kind || undefined }, { limit: size, cursor, signal });
        if (signal.aborted) return;
        const more = page.events.filter((one): one is Event => typeof one !== "string");
        setFound((before) => ({ events: [...before.events, ...more], next: page.next_cursor, isLoading: false }));
      } catch (error) {
        if (signal.aborted) return;
        setFound((before) => ({ ...before, isLoading: false }));
        notify(explain(error));
      }
    },
    [kind],
  );
  useEffect(() => {
    if (!isWanted) return;
    void read();
    return () => {
      latest.current?.abort();
      setFound(none);
    };
  }, [isWanted, read]);
  const { next } = found;
  return { ...found, more: next ? () => void read(next) : undefined };
}
