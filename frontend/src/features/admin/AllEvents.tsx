import { useState } from "react";
import { type Event, type EventQuery, events, exportEvents } from "../../api/records";
import { EventList } from "../../shared/EventList";
import { Failure } from "../../shared/Failure";
import { save } from "../../shared/files";
import { useLoad, useSettled, useTitle } from "../../shared/hooks";
import { PageHead } from "../../shared/PageHead";
import { Pager } from "../../shared/Pager";
import { SaveButtons } from "../../shared/SaveButtons";
import { Empty, Skeleton } from "../../shared/states";
import { usePages } from "../../shared/usePages";
import { pageText } from "../../text/pages";
import { EventFilters, type Fields, none } from "./EventFilters";

const words = pageText.allEvents;
const size = 50;

/** Everybody's events: searched by the service, page by page. */
export function AllEvents() {
  useTitle(words.title);
  const [fields, setFields] = useState(none);
  const settled = useSettled(fields, 300);
  const { start: cursor, number, toFirst, newer, older } = usePages<string>();
  const filter = asked(settled);
  const loaded = useLoad(JSON.stringify([filter, cursor]), (signal) => events(filter, { limit: size, cursor, signal }));
  const found = (loaded.value?.events ?? []).filter((one): one is Event => typeof one !== "string");

  const change = (next: Fields) => {
    setFields(next);
    toFirst();
  };
  const write = async (type: "text/csv" | "application/x-ndjson", name: string) =>
    save(name, await exportEvents(filter, type));

  return (
    <>
      <PageHead title={words.title} lead={words.lead}>
        <SaveButtons
          kinds={[
            ["CSV", () => write("text/csv", "events.csv")],
            ["NDJSON", () => write("application/x-ndjson", "events.ndjson")],
          ]}
        />
      </PageHead>
      <EventFilters fields={fields} onChange={change} />
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
        <Pager
          words={words}
          isFirst={number === 1}
          isLast={!loaded.value.next_cursor}
          onNewer={newer}
          onOlder={() => older(loaded.value.next_cursor ?? undefined)}
        >
          {loaded.value.behind !== undefined && <span className="caption">{words.behind(loaded.value.behind)}</span>}
        </Pager>
      )}
    </>
  );
}

/** What is asked of the service; moments are the person's own time. */
function asked(fields: Fields): EventQuery {
  const moment = (value: string) => (value === "" ? undefined : new Date(value).toISOString());
  return {
    user: fields.user.trim() || undefined,
    event: fields.event.trim() || undefined,
    since: moment(fields.since),
    until: moment(fields.until),
  };
}
