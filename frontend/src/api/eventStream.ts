import { send } from "./client";
import { behind, type Event } from "./records";
import { EventParser } from "./serverSentEvents";

export type StreamState = "connecting" | "live" | "waiting";
export type StreamHandlers = {
  onEvents(events: Event[]): void;
  onState(state: StreamState): void;
  /**
   * Each time a connection is there; how far the store is behind, where the service says so, and whether this goes on
   * from the last event that came. Where none has come yet there is nothing to go on from.
   */
  onOpen(behind: number | undefined, isResumed: boolean): void;
};

/** Silence after which a connection is taken for dead; the service says something every 15 seconds. */
const silence = 40_000;

/**
 * Follows the live events until the signal ends it. After a break it goes on from the last event that came, so that none
 * is missing. EventSource would do that too, but can send no token.
 */
export async function followEvents(handlers: StreamHandlers, signal: AbortSignal): Promise<void> {
  let last: string | undefined;
  let failures = 0;
  while (!signal.aborted) {
    handlers.onState("connecting");
    try {
      await read(last, signal, handlers, (id) => {
        last = id ?? last;
        failures = 0;
      });
    } catch {
      failures += 1;
    }
    if (signal.aborted) return;
    handlers.onState("waiting");
    await pause(Math.min(15_000, 500 * 2 ** Math.min(failures, 5)), signal);
  }
}

async function read(
  last: string | undefined,
  signal: AbortSignal,
  handlers: StreamHandlers,
  onRead: (id: string | undefined) => void,
): Promise<void> {
  const controller = new AbortController();
  const abort = () => controller.abort();
  signal.addEventListener("abort", abort);
  let timer = setTimeout(abort, silence);
  try {
    const headers: Record<string, string> = { Accept: "text/event-stream" };
    if (last !== undefined) headers["Last-Event-ID"] = last;
    const response = await send("/events/stream", { headers, signal: controller.signal, quiet: true });
    if (!response.body) throw new Error("The answer has no body");
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    const parser = new EventParser();
    let isOpen = false;
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      if (!isOpen) {
        isOpen = true;
        handlers.onState("live");
        handlers.onOpen(behind(response), last !== undefined);
      }
      clearTimeout(timer);
      timer = setTimeout(abort, silence);
      const events = parser.take(value);
      onRead(events.at(-1)?.id);
      if (events.length > 0) handlers.onEvents(events.map((one) => JSON.parse(one.data) as Event));
    }
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", abort);
    controller.abort();
  }
}

/** Ends early when the network comes back or the page is looked at again. */
function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      removeEventListener("online", end);
      document.removeEventListener("visibilitychange", seen);
      signal.removeEventListener("abort", end);
      resolve();
    };
    const seen = () => document.visibilityState === "visible" && end();
    const timer = setTimeout(end, milliseconds);
    addEventListener("online", end);
    document.addEventListener("visibilitychange", seen);
    signal.addEventListener("abort", end);
  });
}
