import { evaluate, isRefusal, type Outcome } from "../../api/math";
import { callsOf, definitionsOf } from "./points";

/** What the service says of each definition and, curve by curve, of each place; `undefined`: nothing yet. */
export type Answers = { definitions: Outcome[]; heights: (Outcome | undefined)[][] };

/** After so many, what is still missing stays so: it would take minutes. */
const mostRequests = 20;
const mostFruitless = 3;

/**
 * The curves at their places, evaluated by the service in one request. What the service's limit of time has cut off is
 * asked for again, as long as there is something new: `show` gets what is there after each answer. What is
 * asked for besides, while there is something to see already, is so once and quietly.
 */
export async function answers(
  expressions: string[],
  xs: number[][],
  signal: AbortSignal,
  show: (answers: Answers, isWhole: boolean) => void,
  isExtra = false,
): Promise<void> {
  const definitions = definitionsOf(expressions);
  const calls = callsOf(xs);
  const heights: (Outcome | undefined)[] = calls.map(() => undefined);
  let fruitless = 0;
  let open = calls.map((_, index) => index);
  for (let round = 0; open.length > 0 && round < (isExtra ? 1 : mostRequests); round += 1) {
    const asked = [...definitions, ...open.map((index) => calls[index] as string)];
    const outcomes = await evaluate(asked, 12, signal, isExtra);
    const answers = outcomes.slice(definitions.length);
    const cut = open.filter((_, place) => isCut(answers[place]));
    open.forEach((index, place) => {
      heights[index] = answers[place];
    });
    // Where there is nothing new, the first takes too long by itself. Where several do, in a row, more will.
    const isFruitless = cut.length === open.length;
    fruitless = isFruitless ? fruitless + 1 : 0;
    open = fruitless < mostFruitless ? cut.slice(isFruitless ? 1 : 0) : [];
    for (const index of open) heights[index] = undefined;
    show({ definitions: outcomes.slice(0, definitions.length), heights: split(heights, xs) }, cut.length === 0);
  }
}

export const isCut = (outcome: Outcome | undefined) =>
  outcome !== undefined && isRefusal(outcome) && outcome.error.type === "time_limit";

function split<Value>(values: Value[], like: unknown[][]): Value[][] {
  let start = 0;
  return like.map(({ length }) => values.slice(start, (start += length)));
}
