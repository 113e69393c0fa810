import type { ReactNode } from "react";
import { text } from "../text";

/** Stands where lines of a list will be. */
export function Skeleton({ lines = 6 }: { lines?: number }) {
  return (
    <div role="status" className="grid gap-3 py-2">
      <span className="sr-only">{text.common.loading}</span>
      {Array.from({ length: lines }, (_, index) => (
        <div key={index} className="shimmer h-5" style={{ width: `${92 - ((index * 17) % 38)}%` }} />
      ))}
    </div>
  );
}

/** Says that there is nothing yet, and what to do about it. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="grid justify-items-start gap-2 border-y border-rule py-10">
      <p className="font-serif text-xl">{title}</p>
      {children && <div className="max-w-prose text-ink-2">{children}</div>}
    </div>
  );
}
