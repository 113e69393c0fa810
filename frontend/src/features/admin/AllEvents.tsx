import { useState } from "react";
import { type Event, type EventQuery, events, exportEvents } from "../../api/records";
import { users } from "../../api/accounts";
import { operations } from "../../api/math";
import { Button } from "../../shared/Button";
import { EventList } from "../../shared/EventList";
import { explain } from "../../shared/explain";
import { Failure } from "../../shared/Failure";
import { save } from "../../shared/files";
import { useLoad, useSettled, useTitle } from "../../shared/hooks";
import { Icon } from "../../shared/Icon";
import { notify } from "../../shared/notices";
import { PageHead } from "../../shared/PageHead";
import { Empty, Skeleton } from "../../shared/states";
import { text } from "../../text";
import { pageText } from "../../text/pages";

const words = pageText.allEvents;
const size = 50;
const none = { user: "", event: "", since: "", until: "" };

/** Everybody's events: searched by the service, page by page. */
export function AllEvents() {
  useTitle(words.title);
  const [fields, setFields] = useState(none);
  const settled = useSettled(fields, 300);
  const [cursors, setCursors] = useState<(string | undefined)[]>([undefined]);
  const cursor = cursors.at(-1);
  const [busy, setBusy] = useState(false);
  const filter = asked(settled);
  const loaded = useLoad(JSON.stringify([filter, cursor]), (signal) => events(filter, { limit: size, cursor, signal }));
  const found = (loaded.value?.events ?? []).filter((one): one is Event => typeof one !== "string");

  const names = useLoad("users", users);
  const catalogue = useLoad("operations", operations);
  const calculations = (catalogue.value ?? []).map((one): [string, string] => [one.name, one.summary]);

  const change = (next: typeof none) => {
    setFields(next);
    setCursors([undefined]);
  };
  const turn = (next: (string | undefined)[]) => {
    setCursors(next);
    scrollTo(0, 0);
  };
  const set = (name: keyof typeof none) => (event: { target: { value: string } }) =>
    change({ ...fields, [name]: event.target.value });
  const write = async (type: "text/csv" | "application/x-ndjson", name: string) => {
    setBusy(true);
    try {
      save(name, await exportEvents(filter, type));
    } catch (error) {
      notify(explain(error));
    }
    setBusy(false);
  };

  return (
    <>
      <PageHead title={words.title} lead={words.lead}>
        <Button size="small" disabled={busy} onClick={() => write("text/csv", "events.csv")}>
          <Icon name="save" className="size-3.5" /> CSV
        </Button>
        <Button size="small" disabled={busy} onClick={() => write("application/x-ndjson", "events.ndjson")}>
          <Icon name="save" className="size-3.5" /> NDJSON
        </Button>
      </PageHead>
      <div role="search" className="mb-4 grid grid-cols-2 gap-3 lg:grid-cols-[1fr_1fr_1fr_1fr_auto] lg:items-end">
        <label className="grid min-w-0 gap-1">
          <span className="label">{words.user}</span>
          <input
            className="field"
            list="event-users"
            value={fields.user}
            onChange={set("user")}
            autoCapitalize="off"
            autoComplete="off"
            spellCheck={false}
          />
        </label>
        <label className="grid min-w-0 gap-1">
          <span className="label">{words.event}</span>
          <input
            className="field"
            list="event-kinds"
            value={fields.event}
            onChange={set("event")}
            autoCapitalize="off"
            autoComplete="off"
            spellCheck={false}
          />
        </label>
        <label className="col-span-2 grid gap-1 sm:col-span-1">
          <span className="label">{words.from}</span>
          <input type="datetime-local" className="field min-w-0" value={fields.since} onChange={set("since")} />
        </label>
        <label className="col-span-2 grid gap-1 sm:col-span-1">
          <span className="label">{words.to}</span>
          <input type="datetime-local" className="field min-w-0" value={fields.until} onChange={set("until")} />
        </label>
        <Button
          kind="quiet"
          className="justify-self-start"
          disabled={Object.values(fields).every((value) => value === "")}
          onClick={() => change(none)}
        >
          {words.reset}
        </Button>
        <Suggestions id="event-users" of={(names.value ?? []).map((one) => [one.username, one.email ?? ""])} />
        <Suggestions id="event-kinds" of={[...Object.entries(text.events.names), ...calculations]} />
      </div>
      <div className="min-h-96">
        {loaded.state === "loading" && <Skeleton lines={10} />}
        {loaded.state === "failed" && <Failure error={loaded.error} onRetry={loaded.again} />}
        {loaded.state === "ready" && found.length === 0 && (
          <Empty title={words.nothing}>
            <p>{words.nothingText}</p>
          </Empty>
        )}
        {found.length > 0 && <EventList events={found} showUser withDate />}
      </div>
      {/* Where it belongs is known only with the list above it. */}
      {loaded.state === "ready" && (
        <nav aria-label={words.pages} className="mt-4 flex items-center justify-between">
          <Button size="small" disabled={cursors.length === 1} onClick={() => turn(cursors.slice(0, -1))}>
            <Icon name="left" className="size-3.5" /> {words.newer}
          </Button>
          {loaded.value?.behind !== undefined && <span className="caption">{words.behind(loaded.value.behind)}</span>}
          <Button
            size="small"
            disabled={!loaded.value?.next_cursor}
            onClick={() => turn([...cursors, loaded.value?.next_cursor ?? undefined])}
          >
            {words.older} <Icon name="right" className="size-3.5" />
          </Button>
        </nav>
      )}
    </>
  );
}

/** What a field may hold, offered while typing; each with what it means. */
function Suggestions({ id, of }: { id: string; of: [string, string][] }) {
  return (
    <datalist id={id}>
      {of.map(([value, meaning]) => (
        <option key={value} value={value}>
          {meaning}
        </option>
      ))}
    </datalist>
  );
}

/** What is asked of the service; moments are the person's own time. */
function asked(fields: typeof none): EventQuery {
  const moment = (value: string) => (value === "" ? undefined : new Date(value).toISOString());
  return {
    user: fields.user.trim() || undefined,
    event: fields.event.trim() || undefined,
    since: moment(fields.since),
    until: moment(fields.until),
  };
}
