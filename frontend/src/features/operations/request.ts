import type { CatalogueOperation, Parameter } from "../../api/math";
import { formatValue } from "../../shared/format";

export type Fields = Record<string, string>;

const numberLists = new Set(["numbers", "integers"]);
const matrices = new Set(["matrix", "squareMatrix"]);
/** A list whose items are numbers, and so can be told apart however they are set apart. */
export const isNumberList = (parameter: Parameter) => numberLists.has(parameter.type);
export const isList = (parameter: Parameter) => isNumberList(parameter) || parameter.type === "list";
export const isMatrix = (parameter: Parameter) => matrices.has(parameter.type);

/** The fields of a form as an example or an earlier calculation fills them. */
export function filled(operation: CatalogueOperation, values: Record<string, unknown>): Fields {
  return Object.fromEntries(
    operation.parameters.map((parameter) => {
      const value = values[parameter.name];
      if (value === undefined || value === null) return [parameter.name, ""];
      if (isList(parameter) && Array.isArray(value)) return [parameter.name, value.map(formatValue).join(", ")];
      if (isMatrix(parameter)) return [parameter.name, matrixLines(value)];
      return [parameter.name, formatValue(value)];
    }),
  );
}

/** The body of the request: every field that has something in it. Numbers go as text, which keeps every digit. */
export function requestBody(
  operation: CatalogueOperation,
  fields: Fields,
  precision: number | string,
): Record<string, unknown> {
  const body: Record<string, unknown> = {};
  for (const parameter of operation.parameters) {
    const text = (fields[parameter.name] ?? "").trim();
    if (text === "") continue;
    if (isNumberList(parameter)) body[parameter.name] = listItems(text);
    else if (isList(parameter)) body[parameter.name] = listText(text);
    else if (isMatrix(parameter)) body[parameter.name] = matrixText(text);
    else body[parameter.name] = text;
  }
  if (!("precision" in body)) body["precision"] = precision;
  return body;
}

/** The items of a list, however they are set apart: commas, spaces, lines, semicolons, brackets around them or not. */
export function listItems(text: string): string[] {
  return text
    .replace(/^\s*\[|\]\s*$/g, "")
    .split(/[\s,;]+/)
    .filter((item) => item !== "");
}

/** A list in the language's syntax: the brackets around it may be left out, and a line may end an item. */
export function listText(text: string): string {
  const trimmed = text.trim();
  const isWhole = trimmed.startsWith("[") && closesAtTheEnd(trimmed);
  return isWhole ? trimmed : `[${trimmed.replace(/,?\s*\n\s*/g, ", ")}]`;
}

/** Whether the bracket that the text begins with is closed by its last character: not so in `[1], [2]`. */
function closesAtTheEnd(text: string): boolean {
  let depth = 0;
  for (const [index, character] of [...text].entries()) {
    if (character === "[") depth += 1;
    else if (character === "]") depth -= 1;
    if (depth === 0) return index === [...text].length - 1;
  }
  return true;
}

/** A matrix in the language's syntax, from that or from rows as lines: `1 2` above `3 4` is `[[1, 2], [3, 4]]`. */
export function matrixText(text: string): string {
  if (text.includes("[")) return text;
  const rows = text
    .split(/[\n;]+/)
    .map((row) => row.trim().split(/[\s,]+/))
    .filter((row) => row.some((cell) => cell !== ""));
  return `[${rows.map((row) => `[${row.join(", ")}]`).join(", ")}]`;
}

/** A matrix as one row a line, where it is plain. */
function matrixLines(value: unknown): string {
  const rows = Array.isArray(value) ? value : parsedRows(value);
  const isPlain = rows?.every((row) => Array.isArray(row));
  if (!rows || !isPlain) return formatValue(value);
  return rows.map((row) => (row as unknown[]).map(formatValue).join("  ")).join("\n");
}

function parsedRows(value: unknown): unknown[] | undefined {
  const match =
    typeof value === "string" ? /^\[\s*(\[[^[\]]*\]\s*(?:,\s*\[[^[\]]*\]\s*)*)\]$/.exec(value.trim()) : null;
  return match?.[1]?.split(/\]\s*,\s*\[/).map((row) =>
    row
      .replace(/[[\]]/g, "")
      .split(",")
      .map((cell) => cell.trim()),
  );
}

/** Whether a text is a number of digits that can be asked for. */
export const isCount = (digits: string) => /^\d+$/.test(digits) && Number(digits) >= 1 && Number(digits) <= 10_000;

/** What is wrong with a field before it is sent, by the parameter's own declaration. */
export function fieldFault(parameter: Parameter, text: string, words: FaultWords): string | undefined {
  const value = text.trim();
  if (value === "") return parameter.required ? words.missing : undefined;
  if (isNumberList(parameter)) {
    const count = listItems(value).length;
    if (parameter.minimum_count !== null && count < parameter.minimum_count)
      return words.tooFew(parameter.minimum_count);
    if (parameter.maximum_count !== null && count > parameter.maximum_count)
      return words.tooMany(parameter.maximum_count);
    return undefined;
  }
  if (parameter.type === "integer" && !/^[+-]?\d+$/.test(value)) {
    return /^[+-]?[\d.,]+$/.test(value) ? words.notWhole : undefined;
  }
  const number = Number(value);
  if (!["integer", "number", "real"].includes(parameter.type) || Number.isNaN(number)) return undefined;
  if (parameter.minimum !== null && number < parameter.minimum) return words.tooSmall(parameter.minimum);
  if (parameter.maximum !== null && number > parameter.maximum) return words.tooLarge(parameter.maximum);
  return undefined;
}

export type FaultWords = {
  missing: string;
  notWhole: string;
  tooSmall(bound: number): string;
  tooLarge(bound: number): string;
  tooFew(count: number): string;
  tooMany(count: number): string;
};
