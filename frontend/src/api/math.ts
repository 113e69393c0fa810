import { ask } from "./client";
import type {
  Answer,
  Catalogue,
  Evaluation,
  EvaluationValue,
  ListedEvaluation,
  ListedParsedExpression,
  Operation,
} from "./schema";

export type { Answer, Evaluation };
/** What the service says of a value. */
export type Value = EvaluationValue;
/** An expression of a list that has no value. */
export type Refusal = Pick<ListedEvaluation, "operation" | "input"> & Required<Pick<ListedEvaluation, "error">>;
export type Outcome = Evaluation | Refusal;

export const isRefusal = (outcome: Outcome): outcome is Refusal => "error" in outcome;

/**
 * Evaluates expressions; definitions in one hold in those after it. They are sent as a list even when there is but one:
 * then what is wrong with one is an answer, too, and no failed request.
 */
export function evaluate(
  expressions: string[],
  precision: number,
  signal?: AbortSignal,
  quiet = false,
): Promise<Outcome[]> {
  return ask<Outcome[]>("/math/evaluate", { method: "POST", body: { expr: expressions, precision }, signal, quiet });
}

/** An expression typeset, without its value; nothing where it is none. Sent as a list for the same reason. */
export async function parse(expression: string, signal: AbortSignal): Promise<string | undefined> {
  const [answer] = await ask<ListedParsedExpression[]>("/math/parse", {
    method: "POST",
    body: { expr: [expression] },
    signal,
    quiet: true,
  });
  return answer?.latex;
}

/** Carries out one operation of the catalogue. */
export function calculate(operation: string, body: Record<string, unknown>): Promise<Answer> {
  return ask<Answer>(`/math/${encodeURIComponent(operation)}`, { method: "POST", body });
}

export type Parameter = Omit<Operation["parameters"][number], "type"> & { type: string };
export type CatalogueOperation = Omit<Operation, "parameters"> & { parameters: Parameter[] };

let catalogue: Promise<CatalogueOperation[]> | null = null;

/** Every operation; asked for once. */
export function operations(): Promise<CatalogueOperation[]> {
  catalogue ??= ask<Catalogue>("/math/operations", { quiet: true })
    .then((answer) => answer.operations)
    .catch((error: unknown) => {
      catalogue = null;
      throw error;
    });
  return catalogue;
}
