import { useState } from "react";
import type { Event } from "../api/records";
import { text } from "../text";
import { formatClock, formatDuration, formatInput, formatMoment, formatResult } from "./format";
import { Icon } from "./Icon";

const words = text.events;

/** Events, newest first; each opens to all that is known of it. */
export function EventList({
  events,
  showUser,
  withDate = false,
}: {
  events: Event[];
  showUser: boolean;
  withDate?: boolean;
}) {
  return (
    <ol className="border-t border-rule">
      {events.map((event) => (
        <EventRow
          key={event.id ?? `${event.time}-${event.request_id}`}
          event={event}
          showUser={showUser}
          withDate={withDate}
        />
      ))}
    </ol>
  );
}

function EventRow({ event, showUser, withDate }: { event: Event; showUser: boolean; withDate: boolean }) {
  const [isOpen, setOpen] = useState(false);
  const date = new Date(event.time * 1000);
  const isRefused = (event.status ?? 200) >= 400;
  return (
    <li className="border-b border-rule">
      <button
        type="button"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
        className={`grid w-full items-baseline gap-x-4 py-2 text-left hover:bg-sunken ${withDate ? "grid-cols-[11.5rem_minmax(0,1fr)_auto]" : "grid-cols-[5.5rem_minmax(0,1fr)_auto]"} max-sm:grid-cols-[minmax(0,1fr)_auto]`}
      >
        <time dateTime={date.toISOString()} className="caption tabular-nums max-sm:col-start-1 max-sm:row-start-2">
          {withDate ? formatMoment(date) : formatClock(date)}
        </time>
        <span className="min-w-0 truncate max-sm:col-span-2">
          <span className="font-medium">{words.names[event.event] ?? event.event}</span>
          {showUser && <span className="text-ink-3"> · {event.user}</span>}
          <code className="mono ml-3 text-ink-2">{formatInput(event.event, event.input)}</code>
        </span>
        <span className={`flex items-center gap-1.5 text-[0.8125rem] ${isRefused ? "text-bad" : "text-ink-3"}`}>
          {isRefused && <Icon name="warn" className="size-3.5" />}
          {isRefused
            ? (event.code ?? event.status)
            : event.duration_us !== undefined && formatDuration(event.duration_us)}
        </span>
      </button>
      {isOpen && <Details event={event} />}
    </li>
  );
}

function Details({ event }: { event: Event }) {
  const facts = [
    [words.result, event.result === null ? "" : formatResult(event.event, event.input, event.result)],
    [words.status, event.code ? `${event.status} ${event.code}` : String(event.status ?? "")],
    [words.user, event.user],
    [words.duration, event.duration_us === undefined ? "" : formatDuration(event.duration_us)],
    [words.input, formatInput(event.event, event.input)],
    [words.request, event.request_id ?? ""],
    [words.id, event.id ?? ""],
  ].filter(([, value]) => value !== "");
  return (
    <dl className="grid gap-1 pt-1 pb-4 pl-4">
      {facts.map(([name, value]) => (
        <div key={name} className="grid grid-cols-[6rem_minmax(0,1fr)]">
          <dt className="caption">{name}</dt>
          <dd className="mono text-[0.8125rem] [overflow-wrap:anywhere]">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
