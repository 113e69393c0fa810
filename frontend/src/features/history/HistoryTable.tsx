import type { HistoryEntry } from "../../api/records";
import { Button } from "../../shared/Button";
import { formatInput, formatMoment, formatResult } from "../../shared/format";
import { Icon } from "../../shared/Icon";
import { Link } from "../../shared/router";
import { pageText } from "../../text/pages";
import { isPlot, isRefused, isWhole, placeOf } from "./entries";

const words = pageText.history;

type Props = {
  entries: HistoryEntry[];
  busy: number | null;
  onRun(entry: HistoryEntry): void;
  onRemove(entry: HistoryEntry): void;
};

const resultOf = (entry: HistoryEntry) => formatResult(entry.operation, entry.input, entry.result);

/** A table on a wide page, a list on a narrow one. */
export function HistoryTable({ entries, busy, onRun, onRemove }: Props) {
  return (
    <table className="table max-md:block">
      <caption className="sr-only">{words.title}</caption>
      <thead className="max-md:sr-only">
        <tr>
          <th scope="col" className="w-36">
            {words.operation}
          </th>
          <th scope="col">{words.input}</th>
          <th scope="col">{words.result}</th>
          <th scope="col" className="w-44">
            {words.time}
          </th>
          <th scope="col" className="w-24">
            <span className="sr-only">{words.actions}</span>
          </th>
        </tr>
      </thead>
      <tbody className="max-md:block">
        {entries.map((entry) => (
          <tr
            key={entry.id}
            className="max-md:grid max-md:grid-cols-[minmax(0,1fr)_auto] max-md:border-b max-md:border-rule max-md:py-2 max-md:[&>td]:border-0 max-md:[&>td]:py-0.5"
          >
            <td className="caption md:text-sm">{entry.operation}</td>
            <td className="max-w-0 max-md:col-span-2 max-md:max-w-none">
              <Link href={placeOf(entry)} className="mono line-clamp-2 break-words hover:text-accent hover:underline">
                {formatInput(entry.operation, entry.input) || "–"}
                <span className="sr-only"> {words.open}</span>
              </Link>
            </td>
            <td className="max-w-0 max-md:col-span-2 max-md:max-w-none">
              {isRefused(entry) || isPlot(entry) ? (
                <span className={isRefused(entry) ? "text-bad" : "text-ink-3"}>{resultOf(entry)}</span>
              ) : (
                <code className="mono line-clamp-2 break-all text-ink-2">{resultOf(entry)}</code>
              )}
            </td>
            <td className="caption whitespace-nowrap">
              <time dateTime={entry.timestamp}>{formatMoment(new Date(entry.timestamp))}</time>
            </td>
            <td className="py-1! text-right whitespace-nowrap">
              <Button
                kind="quiet"
                size="small"
                aria-label={words.runAgain(formatInput(entry.operation, entry.input))}
                title={words.run}
                aria-busy={busy === entry.id}
                disabled={!isWhole(entry) && !isPlot(entry)}
                onClick={() => onRun(entry)}
              >
                <Icon name="again" className={`size-4 ${busy === entry.id ? "animate-spin" : ""}`} />
              </Button>
              <Button
                kind="quiet"
                size="small"
                aria-label={words.removeEntry(formatInput(entry.operation, entry.input))}
                title={words.remove}
                onClick={() => onRemove(entry)}
              >
                <Icon name="bin" />
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
