import { useEffect, useRef } from "react";
import { scrollInside } from "../../shared/scrollInside";
import { text } from "../../text";
import type { Candidate } from "./completion";

type Props = { id: string; offered: Candidate[]; chosen: number; onChoose(candidate: Candidate): void };

/** The names that the word could become, above the line. */
export function Completions({ id, offered, chosen, onChoose }: Props) {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    if (list.current) scrollInside(list.current, list.current.children[chosen]);
  }, [chosen]);
  return (
    <ul
      ref={list}
      id={`${id}-list`}
      role="listbox"
      aria-label={text.calculator.completions}
      hidden={offered.length === 0}
      className="absolute bottom-full left-0 z-30 mb-1 max-h-[min(20rem,45dvh)] w-full max-w-xl overflow-y-auto rounded-lg border border-rule bg-surface py-1 shadow-float"
    >
      {offered.map((candidate, index) => (
        <li
          key={candidate.name}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === chosen}
          onMouseDown={(event) => {
            // Before the field loses the focus, which would close the list.
            event.preventDefault();
            onChoose(candidate);
          }}
          className={`flex cursor-pointer items-baseline gap-x-4 px-3 py-1.5 ${index === chosen ? "bg-accent-soft" : "hover:bg-sunken"}`}
        >
          <code className="mono max-w-[75%] shrink-0 truncate sm:min-w-36">{candidate.signature}</code>
          <span className="caption min-w-0 truncate">{candidate.summary}</span>
        </li>
      ))}
    </ul>
  );
}
