import { useMemo, useState } from "react";
import type { Account } from "../../api/accounts";
import type { Event } from "../../api/records";
import { Button } from "../../shared/Button";
import { EventList } from "../../shared/EventList";
import { Failure } from "../../shared/Failure";
import { formatInput, formatResult } from "../../shared/format";
import { useTitle } from "../../shared/hooks";
import { Icon } from "../../shared/Icon";
import { PageHead } from "../../shared/PageHead";
import { Empty, Skeleton } from "../../shared/states";
import { pageText } from "../../text/pages";
import { ConnectionState } from "./ConnectionState";
import { KindFilter } from "./KindFilter";
import { useEarlier } from "./useEarlier";
import { merged, useLiveEvents } from "./useLiveEvents";

const words = pageText.activity;

/** What happens, as it happens. */
export function Activity({ account }: { account: Account }) {
  useTitle(words.title);
  const live = useLiveEvents();
  const [search, setSearch] = useState("");
  const [kind, setKind] = useState("");
  const kinds = useMemo(() => [...new Set(live.shown.map((one) => one.event))], [live.shown]);
  const isSearching = kind !== "" || search.trim() !== "";
  const earlier = useEarlier(kind, isSearching);
  const newest = live.shown[0]?.time ?? 0;
  // While paused, what is newer than what is shown waits, wherever it has come from.
  const known = live.isPaused ? earlier.events.filter((event) => event.time <= newest) : earlier.events;
  const found = (isSearching ? merged(live.shown, known, Infinity) : live.shown).filter((event) =>
    matches(event, kind, search),
  );
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
          <KindFilter value={kind} occurring={kinds} isAdmin={isAdmin} onChange={setKind} />
        </div>
        <ConnectionState state={live.state} isPaused={live.isPaused} behind={live.behind} />
      </div>
      <div className="min-h-96">
        {live.error !== undefined && <Failure error={live.error} onRetry={live.again} />}
        {!live.isLoaded && live.error === undefined && <Skeleton lines={10} />}
        {live.isLoaded && found.length === 0 && earlier.isLoading && <Skeleton lines={4} />}
        {live.isLoaded && found.length === 0 && !earlier.isLoading && (
          <Empty title={live.shown.length === 0 ? words.nothing : words.nothingFound}>
            <p>{live.shown.length === 0 ? words.nothingText : words.nothingFoundText}</p>
          </Empty>
        )}
        {live.isLoaded && found.length > 0 && <EventList events={found} showUser={isAdmin} />}
      </div>
      {isSearching && earlier.more && (
        <div className="mt-4 flex flex-wrap items-center gap-x-4 gap-y-2">
          <p className="caption">{words.searched(earlier.events.length, kind !== "")}</p>
          <Button size="small" disabled={earlier.isLoading} onClick={earlier.more}>
            {words.searchFurther}
          </Button>
        </div>
      )}
    </>
  );
}

function matches(event: Event, kind: string, search: string): boolean {
  if (kind !== "" && event.event !== kind) return false;
  const result = formatResult(event.event, event.input, event.result);
  const content = `${event.event} ${event.user} ${formatInput(event.event, event.input)} ${result} ${event.code ?? ""}`;
  return content.toLowerCase().includes(search.trim().toLowerCase());
}
