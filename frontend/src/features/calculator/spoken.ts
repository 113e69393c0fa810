import type { Evaluation } from "../../api/math";

const spokenLimit = 80;

/** A value as it is read out: the beginning of what is long. */
export function spoken(answer: Evaluation | undefined): string {
  if (!answer) return "";
  const { exact, decimal } = answer;
  const text = exact === null || exact === decimal ? decimal : `${exact} ≈ ${decimal}`;
  return text.length > spokenLimit ? `${text.slice(0, spokenLimit)}…` : text;
}
