/** How the plot names the functions it defines; what it sends is recognised by it. */
export const plottedName = (index: number) => `plotted${index + 1}`;
const plotted = /^plotted\d+\(x\) = /;

export type Expressions = {
  all: string[];
  /** The curves, where a plot has asked. */
  plotted: string[];
  /** The record holds only the beginning of what was long. */
  isCut: boolean;
};

/**
 * The expressions of a recorded input; `undefined` where none was evaluated. Operations have parameters named `expr`,
 * too: there it is one argument of several.
 */
export function expressionsIn(operation: string, input: unknown): Expressions | undefined {
  if (operation !== "evaluate") return undefined;
  const found = typeof input === "string" ? cut(input) : whole(input);
  if (!found) return undefined;
  const curves = found.filter((one) => plotted.test(one)).map((one) => one.replace(plotted, ""));
  return { all: found, plotted: curves, isCut: typeof input === "string" };
}

function whole(input: unknown): string[] | undefined {
  const expr = (input as { expr?: unknown } | null | undefined)?.expr;
  if (expr === undefined) return undefined;
  return Array.isArray(expr) ? expr.map(String) : [String(expr)];
}

/** A long input is recorded as the beginning of its JSON text. */
function cut(text: string): string[] | undefined {
  if (!text.startsWith('{"expr":')) return undefined;
  const texts = text.slice(8).match(/"(?:\\.|[^"\\])*"/g) ?? [];
  return texts.map((one) => JSON.parse(one) as string);
}
