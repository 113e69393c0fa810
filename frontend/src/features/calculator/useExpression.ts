import { useState } from "react";
import type { Problem } from "../../api/ApiError";
import { type Fault, faultOf } from "./Fault";
import type { Line } from "./notebook";
import { useField } from "./useField";
import { useRecall } from "./useRecall";

type Given = {
  source: string;
  onSource(source: string): void;
  earlier: Line[];
  onEnter(): Promise<Problem | undefined>;
};

/** The expression that is being written: what is in the field, what is wrong with it, and what is done with it. */
export function useExpression({ source, onSource, earlier, onEnter }: Given) {
  const [lastFault, setFault] = useState<Fault | null>(null);
  const fault = lastFault?.source === source ? lastFault : null;
  /** Whether the person is typing, and may be offered names. */
  const [isTyping, setTyping] = useState(false);
  const recalling = useRecall(earlier, source);

  const change = (next: string, byPerson: boolean) => {
    recalling.forget();
    setTyping(byPerson);
    if (next !== fault?.source) setFault(null);
    onSource(next);
  };
  const field = useField(source, (next) => change(next, false));
  const onChange = (element: HTMLTextAreaElement) => {
    field.setCaret(element.selectionStart);
    change(element.value, true);
  };
  const recall = (step: -1 | 1) =>
    recalling.recall(step, (next) => {
      field.put(next, next.length);
      setFault(null);
    });
  const enter = async () => {
    setTyping(false);
    if (source.trim() === "") return;
    setFault(null);
    recalling.forget();
    const problem = await onEnter();
    if (!problem) return;
    const found = faultOf(problem, source);
    if (found.place) field.moveTo(found.place.start);
    setFault(found);
  };
  return { ...field, fault, isTyping, stopTyping: () => setTyping(false), onChange, recall, enter };
}
