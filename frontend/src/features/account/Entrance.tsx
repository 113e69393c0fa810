import type { ReactNode } from "react";
import { text } from "../../text";

/** The frame of the pages before one is signed in. */
export function Entrance({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="mx-auto grid max-w-5xl gap-x-20 gap-y-10 px-4 py-10 sm:px-6 md:grid-cols-[minmax(0,1fr)_22rem] md:py-20">
      <div className="hidden md:block">
        <p className="font-serif text-5xl leading-[1.1] text-balance">{text.account.promise}</p>
        <dl className="mt-10 grid gap-5">
          {text.account.samples.map((sample) => (
            <div key={sample.source} className="border-t border-rule pt-3">
              <dt className="mono text-ink-3">{sample.source}</dt>
              <dd className="mono mt-0.5 [overflow-wrap:anywhere]">{sample.value}</dd>
            </div>
          ))}
        </dl>
      </div>
      <div className="grid content-start gap-5">
        <h1 className="text-3xl">{title}</h1>
        {children}
      </div>
    </div>
  );
}
