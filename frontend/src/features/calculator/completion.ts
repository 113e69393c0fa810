import type { CatalogueOperation } from "../../api/math";
import { signature } from "../../shared/signature";

export type Candidate = { name: string; signature: string; summary: string; isFunction: boolean };

/** What can be written: the operations of the catalogue, and what earlier lines define. */
export function candidates(
  operations: CatalogueOperation[],
  defined: { name: string; parameters: string }[],
  definedText: string,
): Candidate[] {
  const own = new Map(
    defined.map(({ name, parameters }) => [
      name,
      { name, signature: name + parameters, summary: definedText, isFunction: parameters !== "" },
    ]),
  );
  const known = operations
    .filter((operation) => !own.has(operation.name))
    .map((operation) => ({
      name: operation.name,
      signature: signature(operation),
      summary: operation.summary,
      isFunction: operation.parameters.length > 0,
    }));
  return [...own.values(), ...known];
}

/** The word that ends at the caret. */
export function wordBefore(source: string, caret: number): string {
  return /[A-Za-z_\p{L}][\w\p{L}]*$/u.exec(source.slice(0, caret))?.[0] ?? "";
}

/** The candidates that begin as the word does, the shortest first; nothing when the word is already whole. */
export function completions(all: Candidate[], word: string, limit = 8): Candidate[] {
  if (word === "") return [];
  const lower = word.toLowerCase();
  const found = all
    .filter((one) => one.name.toLowerCase().startsWith(lower))
    .sort((a, b) => a.name.length - b.name.length || a.name.localeCompare(b.name));
  return found.length === 1 && found[0]?.name === word ? [] : found.slice(0, limit);
}

/** The source with the word at the caret completed, and where the caret is then. */
export function complete(source: string, caret: number, candidate: Candidate): { source: string; caret: number } {
  const start = caret - wordBefore(source, caret).length;
  const opens = candidate.isFunction && source[caret] !== "(";
  const inserted = candidate.name + (opens ? "(" : "");
  return { source: source.slice(0, start) + inserted + source.slice(caret), caret: start + inserted.length };
}

/** The call that the caret is in: its function, and which argument. */
export function callAround(source: string, caret: number): { name: string; argument: number } | undefined {
  let depth = 0;
  let argument = 0;
  for (let index = caret - 1; index >= 0; index -= 1) {
    const character = source[index];
    if (character === ")" || character === "]") depth += 1;
    else if (character === "(" || character === "[") {
      if (depth > 0) depth -= 1;
      else if (character === "(") {
        const name = wordBefore(source, index);
        if (name !== "") return { name, argument };
        argument = 0;
      } else argument = 0;
    } else if (character === "," && depth === 0) argument += 1;
  }
  return undefined;
}
