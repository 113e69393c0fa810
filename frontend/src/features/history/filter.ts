import type { HistoryEntry } from "../../api/records";
import { formatInput, formatResult } from "../../shared/format";

export type Filter = { text: string; operation: string; since: string; until: string };
export const noFilter: Filter = { text: "", operation: "", since: "", until: "" };
export const isFiltered = (filter: Filter) => Object.values(filter).some((value) => value !== "");

/** A filter as the query of an address, and back: what is looked for can be kept, shared and come back to. */
export function queryOf(filter: Filter): string {
  const given = Object.entries(filter).filter(([, value]) => value !== "");
  return given.length === 0 ? "" : `?${new URLSearchParams(given).toString()}`;
}
export function filterOf(query: string): Filter {
  const given = new URLSearchParams(query);
  const value = (name: keyof Filter) => given.get(name) ?? "";
  return { text: value("text"), operation: value("operation"), since: day(value("since")), until: day(value("until")) };
}
const day = (value: string) => (/^\d{4}-\d\d-\d\d$/.test(value) ? value : "");

/** Whether an entry is one of those that are looked for. Days are the person's own, from the first moment to the last. */
export function matches(entry: HistoryEntry, filter: Filter): boolean {
  if (filter.operation !== "" && entry.operation !== filter.operation) return false;
  const time = new Date(entry.timestamp).getTime();
  if (filter.since !== "" && time < new Date(`${filter.since}T00:00:00`).getTime()) return false;
  if (filter.until !== "" && time > new Date(`${filter.until}T23:59:59.999`).getTime()) return false;
  const wanted = filter.text.trim().toLowerCase();
  if (wanted === "") return true;
  const { operation, input, result } = entry;
  const content = `${operation} ${formatInput(operation, input)} ${formatResult(operation, input, result)}`;
  return content.toLowerCase().includes(wanted);
}
