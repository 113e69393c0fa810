import { forwardRef, type KeyboardEvent, useImperativeHandle, useLayoutEffect, useMemo, useState } from "react";
import type { CatalogueOperation } from "../../api/math";
import { text } from "../../text";
import { type Candidate, candidates, complete, completions, wordBefore } from "./completion";
import { Completions } from "./Completions";
import { definitionsIn } from "./names";
import type { Line } from "./notebook";
import { SignatureHint } from "./SignatureHint";

/** What is offered: how many names, and the id of the element of the one that the arrows have come to. */
export type Offered = { count: number; active: string | undefined };
export type AssistanceHandle = {
  /** Takes the keys that choose among the names; false for others. */
  onKey(event: KeyboardEvent): boolean;
};
type Props = {
  /** Begins the ids of its elements; the list's is this and `-list`. */
  id: string;
  source: string;
  caret: number;
  earlier: Line[];
  operations: CatalogueOperation[];
  /** Whether names may be offered. */
  isTyping: boolean;
  hasFault: boolean;
  onOffer(offered: Offered): void;
  onPut(source: string, caret: number): void;
  onStop(): void;
};

/** What helps while an expression is written: the names that its word could become, and the arguments of its function. */
export const Assistance = forwardRef<AssistanceHandle, Props>(function Assistance(props, ref) {
  const { id, source, caret, earlier, operations, isTyping, onOffer } = props;
  const [choice, setChoice] = useState({ source, at: -1 });
  const known = useMemo(() => knownNames(operations, earlier), [operations, earlier]);
  const offered = isTyping ? completions(known, wordBefore(source, caret)) : [];
  const count = offered.length;
  const chosen = choice.source === source ? choice.at : -1;
  const active = count > 0 && chosen >= 0 ? `${id}-${chosen}` : undefined;
  useLayoutEffect(() => onOffer({ count, active }), [count, active, onOffer]);

  const choose = (at: number) => setChoice({ source, at });
  const accept = (candidate: Candidate) => {
    const done = complete(source, caret, candidate);
    props.onPut(done.source, done.caret);
  };
  const onKey = (event: KeyboardEvent): boolean => {
    const [first, picked] = [offered[0], offered[chosen]];
    if (!first) return false;
    if (event.key === "ArrowDown") choose((chosen + 1) % count);
    else if (event.key === "ArrowUp") choose(chosen <= 0 ? count - 1 : chosen - 1);
    else if (event.key === "Tab" && !event.shiftKey) accept(picked ?? first);
    else if (event.key === "Enter" && picked && !event.ctrlKey) accept(picked);
    else if (event.key === "Escape") props.onStop();
    else return false;
    return true;
  };
  useImperativeHandle(ref, () => ({ onKey }));
  return (
    <>
      <Completions id={id} offered={offered} chosen={chosen} onChoose={accept} />
      {count === 0 && !props.hasFault && (
        <SignatureHint source={source} caret={caret} operations={operations} candidates={known} />
      )}
    </>
  );
});

/** What can be written below some lines: the operations, and what the lines define. */
function knownNames(operations: CatalogueOperation[], lines: Line[]): Candidate[] {
  const defined = new Map(lines.flatMap((line) => definitionsIn(line.source)).map((one) => [one.name, one]));
  return candidates(operations, [...defined.values()], text.calculator.definedHere);
}
