import { type HistoryEntry, history } from "../../api/records";
import { expressionsIn } from "../../shared/expressions";
import { paths } from "../../shared/paths";
import { formatValue } from "../../shared/format";
import { type Filter, isFiltered, matches } from "./filter";

export type Page = { entries: HistoryEntry[]; next: number | undefined };

/**
 * The next entries that match, at most `size`. The service gives the history without filters, so that this reads on,
 * in larger and larger steps, until the page is full or the history has ended.
 */
export async function page(
  filter: Filter,
  size: number,
  before: number | undefined,
  signal?: AbortSignal,
): Promise<Page> {
  const found: HistoryEntry[] = [];
  let limit = isFiltered(filter) ? 200 : size;
  for (let from = before; ; limit = Math.min(1000, limit * 2)) {
    const options = { limit, before: from, ...(signal ? { signal } : {}) };
    const { entries, isLast } = await history(options);
    for (const entry of entries) {
      if (matches(entry, filter)) found.push(entry);
      if (found.length === size) {
        const isEnd = isLast && entry === entries.at(-1);
        return { entries: found, next: isEnd ? undefined : entry.id };
      }
    }
    const last = entries.at(-1);
    const tooEarly = last && filter.since !== "" && new Date(last.timestamp) < new Date(`${filter.since}T00:00:00`);
    if (isLast || !last || tooEarly) return { entries: found, next: undefined };
    from = last.id;
  }
}

/** Every entry that matches, for a file. */
export async function all(filter: Filter): Promise<HistoryEntry[]> {
  const found: HistoryEntry[] = [];
  let from: number | undefined;
  do {
    const next = await page(filter, 1000, from);
    found.push(...next.entries);
    from = next.next;
  } while (from !== undefined);
  return found;
}

/** Where a calculation can be looked at and changed. */
export function placeOf(entry: HistoryEntry): string {
  const evaluated = expressionsIn(entry.operation, entry.input);
  if (!evaluated) {
    const form = paths.operation(entry.operation);
    return isWhole(entry) ? `${form}?with=${encodeURIComponent(JSON.stringify(requestOf(entry)))}` : form;
  }
  const { plotted, all } = evaluated;
  if (plotted.length > 0) return `/plot?${plotted.map((one) => `y=${encodeURIComponent(one)}`).join("&")}`;
  return `/?expr=${encodeURIComponent(all.join("; "))}`;
}

/** Whether the whole of what was asked is on record, so that it can be asked again as it was. */
export function isWhole(entry: HistoryEntry): boolean {
  return typeof entry.input === "object" && entry.input !== null;
}

/** Curves are on record even where the points that were asked for are not. */
export function isPlot(entry: HistoryEntry): boolean {
  return (expressionsIn(entry.operation, entry.input)?.plotted.length ?? 0) > 0;
}

/** Whether what was asked for last has no value: the record does not say why. */
export function isRefused(entry: HistoryEntry): boolean {
  return Array.isArray(entry.result) && entry.result.at(-1) === null;
}

/** Digits of a decimal where nothing else is asked for. */
const usualDigits = 20;

/**
 * What to send to have a calculation once more. How many digits were asked for is not on record, but its result has
 * them: as many as its longest number, where that is more than the usual ones.
 */
export function requestOf(entry: HistoryEntry): Record<string, unknown> {
  const input = entry.input as Record<string, unknown>;
  const numbers =
    formatValue(entry.result)
      .replace(/e[+-]\d+/g, "")
      .match(/\d+(\.\d+)?/g) ?? [];
  const lengths = numbers.map((number) => number.replace(".", "").replace(/^0+/, "").length);
  const digits = Math.min(10_000, Math.max(0, ...lengths));
  return digits > usualDigits ? { ...input, precision: digits } : input;
}
