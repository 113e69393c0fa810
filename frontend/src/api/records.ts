import { query, send } from "./client";
import { pending } from "./pending";
import type { EventPage, HistoryEntry, Event as StoredEvent } from "./schema";

export type { HistoryEntry };
/** An event of the service; of one that another program has put on the topic any member may be missing. */
export type Event = StoredEvent & Required<Pick<StoredEvent, "event" | "input" | "result" | "user" | "time">>;
type Page = Omit<EventPage, "events"> & { events: (Event | string)[] };

/** Entries of the history, newest first: at most so many, and fewer where they are long. */
export async function history(options: { limit: number; before?: number | undefined; signal?: AbortSignal }) {
  const { limit, before, signal } = options;
  const response = await send(`/history${query({ limit, before })}`, { signal });
  return { entries: (await response.json()) as HistoryEntry[], isLast: !response.headers.has("Link") };
}

export function hideHistoryEntry(id: number) {
  return send(`/history/${id}`, { method: "DELETE" });
}

export type EventQuery = {
  user?: string | undefined;
  event?: string | undefined;
  since?: string | undefined;
  until?: string | undefined;
};

/** A page of events, newest first, and how many events the store is behind, where the service says so. */
export async function events(
  filter: EventQuery,
  options: { limit: number; cursor?: string | undefined; signal?: AbortSignal; quiet?: boolean },
) {
  const { limit, cursor, signal, quiet = false } = options;
  const response = await send(`/events${query({ ...filter, limit, cursor })}`, { signal, quiet });
  const page = (await response.json()) as Page;
  return { ...page, behind: behind(response) };
}

/** Everything that matches, as a file. */
export async function exportEvents(filter: EventQuery, type: "text/csv" | "application/x-ndjson"): Promise<Blob> {
  const response = await send(`/events${query(filter)}`, { headers: { Accept: type } });
  return pending(response.blob());
}

export function behind(response: Response): number | undefined {
  const header = response.headers.get("X-Events-Behind");
  return header === null ? undefined : Number(header);
}
