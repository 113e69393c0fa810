import { useEffect, useMemo, useRef, useState } from "react";
import { calculate } from "../../api/math";
import { type HistoryEntry, hideHistoryEntry } from "../../api/records";
import { Confirm } from "../../shared/Confirm";
import { explain } from "../../shared/explain";
import { Failure } from "../../shared/Failure";
import { csv, save } from "../../shared/files";
import { formatInput, formatResult, formatValue } from "../../shared/format";
import { useLoad, useSettled, useSlow, useTitle } from "../../shared/hooks";
import { notify } from "../../shared/notices";
import { paths } from "../../shared/paths";
import { go, useSearch } from "../../shared/router";
import { PageHead } from "../../shared/PageHead";
import { Pager } from "../../shared/Pager";
import { SaveButtons } from "../../shared/SaveButtons";
import { Empty, Skeleton } from "../../shared/states";
import { usePages } from "../../shared/usePages";
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
  const pages = usePages<number>();
  const { start, toFirst } = pages;
  const loaded = useLoad(JSON.stringify([settled, start]), (signal) => page(settled, size, start, signal));
  const [removing, setRemoving] = useState<HistoryEntry | null>(null);
  const [running, setRunning] = useState<number | null>(null);
  const [isSaving, setSaving] = useState(false);
  const isSlow = useSlow(running !== null || isSaving);

  const entries = loaded.value?.entries ?? [];
  const list = useRef<HTMLDivElement>(null);
  useEffect(toFirst, [query, toFirst]);

  const change = (next: Filter) => go(paths.history + queryOf(next), { replace: true });
  const run = async (entry: HistoryEntry) => {
    if (running !== null || isSaving) return;
    if (isPlot(entry)) return go(placeOf(entry));
    setRunning(entry.id);
    try {
      const answer = await calculate(entry.operation, requestOf(entry));
      const outcome = Array.isArray(answer) ? answer.at(-1) : answer;
      notify(words.ranAgain(formatValue(outcome?.error?.msg ?? outcome?.exact ?? outcome?.decimal ?? outcome?.result)));
      toFirst();
      loaded.again();
    } catch (error) {
      notify(explain(error));
    }
    setRunning(null);
  };
  const remove = async (entry: HistoryEntry) => {
    await hideHistoryEntry(entry.id);
    notify(words.removed);
    if (entries.length === 1 && pages.number > 1) pages.drop();
    else loaded.again();
  };
  const saveJson = async () => save("history.json", JSON.stringify(await all(settled), null, 2), "application/json");
  const saveCsv = async () => save("history.csv", csv(rows(await all(settled))), "text/csv");

  return (
    <>
      <PageHead title={words.title} lead={words.lead}>
        <SaveButtons
          kinds={[
            ["CSV", saveCsv],
            ["JSON", saveJson],
          ]}
          onBusy={setSaving}
        />
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
        {entries.length > 0 && <HistoryTable entries={entries} busy={running} onRun={run} onRemove={setRemoving} />}
      </div>
      {/* Where it belongs is known only with the list above it. */}
      {loaded.state === "ready" && (pages.number > 1 || loaded.value.next !== undefined) && (
        <Pager
          words={words}
          isFirst={pages.number === 1}
          isLast={loaded.value.next === undefined}
          onNewer={pages.newer}
          onOlder={() => pages.older(loaded.value.next)}
        >
          <span className="caption">{words.page(pages.number)}</span>
        </Pager>
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
