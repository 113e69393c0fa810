import { language, text } from "../text";
import { expressionsIn } from "./expressions";

/** Dates and numbers as they are written where the person is, in the language of the app. */
const locale = navigator.languages.find((one) => one.split("-")[0] === language) ?? language;

const moment = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "medium" });
const clock = new Intl.DateTimeFormat(locale, { timeStyle: "medium" });
const day = new Intl.DateTimeFormat(locale, { dateStyle: "medium" });
const whole = new Intl.NumberFormat(locale);

export const formatMoment = (date: Date) => moment.format(date);
export const formatClock = (date: Date) => clock.format(date);
export const formatDay = (date: Date) => day.format(date);
export const formatCount = (count: number) => whole.format(count);

/** Microseconds as a person reads them. */
export function formatDuration(microseconds: number): string {
  if (microseconds < 1000) return `${microseconds} µs`;
  if (microseconds < 1_000_000) return `${(microseconds / 1000).toPrecision(3)} ms`;
  return `${(microseconds / 1_000_000).toPrecision(3)} s`;
}

/** An input as it is shown in a list: names with their values, or the expressions. */
export function formatInput(operation: string, input: unknown): string {
  if (input === null || input === undefined) return "";
  const evaluated = expressionsIn(operation, input);
  if (evaluated)
    return evaluated.plotted.length > 0 ? `y = ${evaluated.plotted.join(", y = ")}` : evaluated.all.join("; ");
  if (typeof input !== "object") return String(input);
  const entries = Object.entries(input);
  if (entries.length === 0) return "";
  return entries.map(([name, value]) => `${name} = ${formatValue(value)}`).join(", ");
}

/**
 * A result as it is shown in a list: of several expressions the last one's, which is what was asked for; of a plot how
 * many values it had. What was refused has none.
 */
export function formatResult(operation: string, input: unknown, result: unknown): string {
  const evaluated = expressionsIn(operation, input);
  if (!evaluated) return formatValue(result);
  const { plotted, isCut } = evaluated;
  if (plotted.length > 0) {
    return isCut || !Array.isArray(result)
      ? text.events.manyValues
      : text.events.values(result.length - plotted.length);
  }
  const last: unknown = Array.isArray(result) ? result.at(-1) : result;
  return last === null ? text.events.refused : formatValue(last);
}

export function formatValue(value: unknown): string {
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return `[${value.map(formatValue).join(", ")}]`;
  return value === null || value === undefined ? "" : typeof value === "object" ? JSON.stringify(value) : String(value);
}
