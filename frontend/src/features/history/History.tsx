import { useEffect, useMemo, useRef, useState } from "react";
import { calculate } from "../../api/math";
import { type HistoryEntry, hideHistoryEntry } from "../../api/records";
import { Button } from "../../shared/Button";
import { Confirm } from "../../shared/Confirm";
import { explain } from "../../shared/explain";
import { Failure } from "../../shared/Failure";
import { csv, save } from "../../shared/files";
import { formatInput, formatResult, formatValue } from "../../shared/format";
import { useLoad, useSettled, useSlow, useTitle } from "../../shared/hooks";
import { Icon } from "../../shared/Icon";
import { notify } from "../../shared/notices";
import { paths } from "../../shared/paths";
import { go, useSearch } from "../../shared/router";
import { PageHead } from "../../shared/PageHead";
import { Empty, Skeleton } from "../../shared/states";
import { pageText } from "../../text/pages";
import { all, isPlot, page, placeOf, requestOf } from "./entries";
import { type Filter, filterOf, isFiltered, queryOf } from "./filter";
import { Filters } from "./Filters";
import { HistoryTable } from "./HistoryTable";

const words = pageText.history;
const size = 20;

/** One's own calculations. */
export function History() {
  useTitle(words.title);
  const query = useSearch();
  const filter = useMemo(() => filterOf(query), [query]);
  const settled = useSettled(filter, 250);
  /** Where each page begins; the last is the one shown. */
  const [starts, setStarts] = useState<(number | undefined)[]>([undefined]);
  const start = starts.at(-1);
  const loaded = useLoad(JSON.stringify([settled, start]), (signal) => page(settled, size, start, signal));
  const [removing, setRemoving] = useState<HistoryEntry | null>(null);
  const [busy, setBusy] = useState<number | "export" | null>(null);
  const isSlow = useSlow(busy !== null);

  const entries = loaded.value?.entries ?? [];
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => setStarts([undefined]), [query]);

  const change = (next: Filter) => go(paths.history + queryOf(next), { replace: true });
  const turn = (next: (number | undefined)[]) => {
    setStarts(next);
    scrollTo(0, 0);
  };
  const run = async (entry: HistoryEntry) => {
    if (busy !== null) return;
    if (isPlot(entry)) return go(placeOf(entry));
    setBusy(entry.id);
    try {
      const answer = await calculate(entry.operation, requestOf(entry));
      const outcome = Array.isArray(answer) ? answer.at(-1) : answer;
      notify(words.ranAgain(formatValue(outcome?.error?.msg ?? outcome?.exact ?? outcome?.decimal ?? outcome?.result)));
      setStarts([undefined]);
      loaded.again();
    } catch (error) {
      notify(explain(error));
    }
    setBusy(null);
  };
  const remove = async (entry: HistoryEntry) => {
    await hideHistoryEntry(entry.id);
    notify(words.removed);
    if (entries.length === 1 && starts.length > 1) setStarts(starts.slice(0, -1));
    else loaded.again();
  };
  const write = async (type: "csv" | "json") => {
    setBusy("export");
    try {
      const entries = await all(settled);
      if (type === "json") save("history.json", JSON.stringify(entries, null, 2), "application/json");
      else save("history.csv", csv(rows(entries)), "text/csv");
    } catch (error) {
      notify(explain(error));
    }
    setBusy(null);
  };

  return (
    <>
      <PageHead title={words.title} lead={words.lead}>
        <Button size="small" onClick={() => write("csv")} disabled={busy === "export"}>
          <Icon name="save" className="size-3.5" /> CSV
        </Button>
        <Button size="small" onClick={() => write("json")} disabled={busy === "export"}>
          <Icon name="save" className="size-3.5" /> JSON
        </Button>
      </PageHead>
      <Filters filter={filter} onChange={change} />
      <div
        ref={list}
        tabIndex={-1}
        role="region"
        aria-label={words.title}
        aria-busy={isSlow || loaded.state === "loading"}
        className="min-h-96 outline-none"
      >
        {loaded.state === "loading" && <Skeleton lines={10} />}
        {loaded.state === "failed" && <Failure error={loaded.error} onRetry={loaded.again} />}
        {loaded.state === "ready" && entries.length === 0 && (
          <Empty title={isFiltered(settled) ? words.nothingFound : words.nothing}>
            <p>{isFiltered(settled) ? words.nothingFoundText : words.nothingText}</p>
          </Empty>
        )}
        {entries.length > 0 && (
          <HistoryTable
            entries={entries}
            busy={typeof busy === "number" ? busy : null}
            onRun={run}
            onRemove={setRemoving}
          />
        )}
      </div>
      {/* Where it belongs is known only with the list above it. */}
      {loaded.state === "ready" && (starts.length > 1 || loaded.value.next !== undefined) && (
        <nav aria-label={words.pages} className="mt-4 flex items-center justify-between">
          <Button size="small" disabled={starts.length === 1} onClick={() => turn(starts.slice(0, -1))}>
            <Icon name="left" className="size-3.5" /> {words.newer}
          </Button>
          <span className="caption">{words.page(starts.length)}</span>
          <Button
            size="small"
            disabled={loaded.value?.next === undefined}
            onClick={() => turn([...starts, loaded.value?.next])}
          >
            {words.older} <Icon name="right" className="size-3.5" />
          </Button>
        </nav>
      )}
      {removing && (
        <Confirm
          danger
          title={words.removeTitle}
          body={words.removeText(`${removing.operation}: ${formatInput(removing.operation, removing.input)}`)}
          action={words.remove}
          focusAfter={list}
          onConfirm={() => remove(removing)}
          onClose={() => setRemoving(null)}
        />
      )}
    </>
  );
}

function rows(entries: HistoryEntry[]): (string | number)[][] {
  const head = ["id", "timestamp", "operation", "input", "result"];
  return [
    head,
    ...entries.map((one) => [
      one.id,
      one.timestamp,
      one.operation,
      one.input_data,
      formatResult(one.operation, one.input, one.result),
    ]),
  ];
}
