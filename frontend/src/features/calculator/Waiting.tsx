import type { Waiting as WaitingLine } from "./useNotebook";

/** Lines whose answers are on their way. */
export function Waiting({ lines }: { lines: WaitingLine[] }) {
  return (
    <>
      {lines.map((line) => (
        <p key={line.id} className="mono border-t border-rule py-3 pl-8 break-words text-ink-3 sm:pl-12">
          {line.source} …
        </p>
      ))}
    </>
  );
}
