import type { CatalogueOperation } from "../../api/math";
import { text } from "../../text";
import { type Candidate, candidates } from "./completion";
import { definitionsIn } from "./names";

// What is wanted once something is written: the page is there without.
export { complete, completions, wordBefore } from "./completion";
export { Completions } from "./Completions";
export { dependents, evaluated } from "./evaluating";
export { FaultText, faultOf, Marked } from "./Fault";
export { SignatureHint } from "./SignatureHint";

/** What can be written below some lines: the operations, and what the lines define. */
export function known(operations: CatalogueOperation[], lines: { source: string }[]): Candidate[] {
  const defined = new Map(lines.flatMap((line) => definitionsIn(line.source)).map((one) => [one.name, one]));
  return candidates(operations, [...defined.values()], text.calculator.definedHere);
}
