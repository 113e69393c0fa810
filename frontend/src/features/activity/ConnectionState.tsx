import type { StreamState } from "../../api/eventStream";
import { pageText } from "../../text/pages";

const words = pageText.activity;
const looks = { live: "bg-good", connecting: "bg-warn animate-pulse", waiting: "bg-bad", paused: "bg-edge" };

type Props = { state: StreamState; isPaused: boolean; behind: number | undefined };

/** Whether new events arrive, and, with a broker between, how far behind the store is. */
export function ConnectionState({ state, isPaused, behind }: Props) {
  const look = state === "live" && isPaused ? "paused" : state;
  return (
    <div role="status" className="flex min-h-10 items-center gap-2 text-sm text-ink-2" data-state={state}>
      <span className={`size-2 rounded-full ${looks[look]}`} aria-hidden="true" />
      <span>{words.states[look]}</span>
      {behind !== undefined && state === "live" && <span className="text-ink-3">· {words.behind(behind)}</span>}
    </div>
  );
}
