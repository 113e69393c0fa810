import type { Problem } from "./ApiError";
import { ask } from "./client";
import type { Catalogue, Operation, ResultValue } from "./schema";

/** What the service says of a value. */
export type Value = {
  result: ResultValue | null;
  exact: string | null;
  decimal: string | null;
  type: string;
  latex?: string;
};

/** What the service says of an operation or an expression. */
export type Evaluation = Value & {
  operation: string;
  input: Record<string, unknown>;
  precision: number;
  input_latex?: string;
  /** Of several statements, those whose values are shown. */
  values?: Value[];
};

export type Refusal = { operation: string; input: { expr: string }; error: Problem };
export type Outcome = Evaluation | Refusal;

export const isRefusal = (outcome: Outcome): outcome is Refusal => "error" in outcome;

/**
 * Evaluates expressions; definitions in one hold in those after it. They are sent as a list even when there is but one:
 * then what is wrong with one is an answer, too, and no failed request.
 */
export function evaluate(expressions: string[], precision: number, signal?: AbortSignal): Promise<Outcome[]> {
  return ask<Outcome[]>("/math/evaluate", { method: "POST", body: { expr: expressions, precision }, signal });
}

/** An expression typeset, without its value. */
export async function parse(expression: string, signal: AbortSignal): Promise<string> {
  const answer = await ask<{ latex: string }>("/math/parse", {
    method: "POST",
    body: { expr: expression },
    signal,
    quiet: true,
  });
  return answer.latex;
}

/** Carries out one operation of the catalogue. */
export function calculate(operation: string, body: Record<string, unknown>): Promise<Evaluation> {
  return ask<Evaluation>(`/math/${encodeURIComponent(operation)}`, { method: "POST", body });
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
