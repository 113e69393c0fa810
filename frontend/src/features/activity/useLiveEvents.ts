import { useEffect, useRef, useState } from "react";
import { followEvents, type StreamState } from "../../api/eventStream";
import { type Event, events } from "../../api/records";

const limit = 500;
const firstPage = 50;

/** The latest events, newest first, and those to come. While paused, new ones wait and are counted. */
export function useLiveEvents() {
  const [shown, setShown] = useState<Event[]>([]);
  const [waiting, setWaiting] = useState<Event[]>([]);
  const [state, setState] = useState<StreamState>("connecting");
  const [behind, setBehind] = useState<number | undefined>();
  const [error, setError] = useState<unknown>();
  const [isLoaded, setLoaded] = useState(false);
  const [isPaused, setPaused] = useState(false);
  const [round, setRound] = useState(0);
  const paused = useRef(isPaused);
  paused.current = isPaused;

  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    let isFirst = true;
    const receive = (found: Event[]) => (paused.current ? setWaiting : setShown)((before) => merged(before, found));
    const handlers = {
      onState: setState,
      onEvents: receive,
      onOpen: (lag: number | undefined, isResumed: boolean) => {
        setBehind(lag);
        setError(undefined);
        if (!isFirst && isResumed) return;
        // The page of those before is asked for only now: what happens in between comes twice, and nothing is missing.
        events({}, { limit: isFirst ? firstPage : limit, signal }).then(
          (page) => {
            const found = page.events.filter((one): one is Event => typeof one !== "string");
            if (isFirst) setShown((before) => merged(before, found));
            else receive(found);
            isFirst = false;
            setLoaded(true);
          },
          (fault: unknown) => {
            if (!signal.aborted) setError(fault);
          },
        );
      },
    };
    void followEvents(handlers, signal);
    return () => controller.abort();
  }, [round]);

  const isCounting = behind !== undefined;
  useEffect(() => {
    if (!isCounting) return;
    const timer = setInterval(() => {
      events({}, { limit: 1, quiet: true }).then(
        (page) => setBehind(page.behind),
        () => null,
      );
    }, 5000);
    return () => clearInterval(timer);
  }, [isCounting]);

  const setPause = (next: boolean) => {
    setPaused(next);
    if (next) return;
    setShown((before) => merged(before, waiting));
    setWaiting([]);
  };
  const again = () => {
    setError(undefined);
    setRound(round + 1);
  };
  const known = new Set(shown.map(key));
  const unseen = waiting.filter((event) => !known.has(key(event)));
  return { shown, waiting: unseen.length, state, behind, error, again, isLoaded, isPaused, setPause };
}

const key = (event: Event) => event.id ?? `${event.time}-${event.request_id}`;

/** Both, newest first, each event once. */
export function merged(before: Event[], more: Event[], most = limit): Event[] {
  const all = new Map<string, Event>();
  for (const event of [...more, ...before]) all.set(key(event), event);
  return [...all.values()].sort((a, b) => b.time - a.time).slice(0, most);
}
