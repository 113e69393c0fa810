import { useMemo, useState } from "react";
import type { Account } from "../../api/accounts";
import { Button } from "../../shared/Button";
import { EventList } from "../../shared/EventList";
import { Failure } from "../../shared/Failure";
import { formatInput, formatResult } from "../../shared/format";
import { useTitle } from "../../shared/hooks";
import { Icon } from "../../shared/Icon";
import { PageHead } from "../../shared/PageHead";
import { Empty, Skeleton } from "../../shared/states";
import { text } from "../../text";
import { ConnectionState } from "./ConnectionState";
import { useLiveEvents } from "./useLiveEvents";

const words = text.activity;

/** What happens, as it happens. */
export function Activity({ account }: { account: Account }) {
  useTitle(words.title);
  const live = useLiveEvents();
  const [search, setSearch] = useState("");
  const [kind, setKind] = useState("");
  const kinds = useMemo(() => [...new Set(live.shown.map((one) => one.event))].sort(), [live.shown]);
  const found = live.shown.filter((event) => {
    if (kind !== "" && event.event !== kind) return false;
    const content = `${event.event} ${event.user} ${formatInput(event.event, event.input)} ${formatResult(event.event, event.input, event.result)} ${event.code ?? ""}`;
    return content.toLowerCase().includes(search.trim().toLowerCase());
  });
  const isAdmin = account.role === "admin";
  return (
    <>
      <PageHead title={words.title} lead={isAdmin ? words.leadAll : words.lead}>
        <Button size="small" aria-pressed={live.isPaused} onClick={() => live.setPause(!live.isPaused)}>
          <Icon name={live.isPaused ? "play" : "pause"} className="size-3.5" />
          {live.isPaused ? words.goOn(live.waiting) : words.pause}
        </Button>
      </PageHead>
      <div className="mb-4 flex flex-wrap items-end gap-x-6 gap-y-3">
        <div
          role="search"
          className="grid w-full grid-cols-[minmax(0,1fr)_auto] gap-3 sm:w-auto sm:grid-cols-[18rem_auto]"
        >
          <label className="grid gap-1">
            <span className="label">{words.filterText}</span>
            <input type="search" className="field" value={search} onChange={(event) => setSearch(event.target.value)} />
          </label>
          <label className="grid w-36 gap-1">
            <span className="label">{words.filterKind}</span>
            <select className="field" value={kind} onChange={(event) => setKind(event.target.value)}>
              <option value="">{words.everyKind}</option>
              {kinds.map((name) => (
                <option key={name} value={name}>
                  {text.events.names[name] ?? name}
                </option>
              ))}
            </select>
          </label>
        </div>
        <ConnectionState state={live.state} isPaused={live.isPaused} behind={live.behind} />
      </div>
      <div className="min-h-96">
        {live.error !== undefined && <Failure error={live.error} onRetry={live.again} />}
        {!live.isLoaded && live.error === undefined && <Skeleton lines={10} />}
        {live.isLoaded && found.length === 0 && (
          <Empty title={live.shown.length === 0 ? words.nothing : words.nothingFound}>
            <p>{live.shown.length === 0 ? words.nothingText : words.nothingFoundText}</p>
          </Empty>
        )}
        {live.isLoaded && found.length > 0 && <EventList events={found} showUser={isAdmin} />}
      </div>
    </>
  );
}
