import { CopyButton } from "../../shared/CopyButton";
import { curl } from "../../shared/curl";
import { pageText } from "../../text/pages";

/** The request that the form makes, to be sent from elsewhere. */
export function RequestShown({ path, body }: { path: string; body: Record<string, unknown> }) {
  return (
    <section className="mt-4 border-t border-rule pt-4" aria-labelledby="request">
      <div className="flex items-center justify-between gap-2">
        <h2 id="request" className="label font-sans">
          {pageText.operations.request}
        </h2>
        <CopyButton label="curl" value={curl(path, body)} />
      </div>
      <pre
        // What scrolls must be reachable by keyboard.
        tabIndex={0}
        aria-labelledby="request"
        role="group"
        className="mono mt-2 overflow-x-auto rounded-md bg-sunken p-4 text-[0.8125rem] leading-6 text-ink-2"
      >
        {`POST ${path}\nContent-Type: application/json\n\n${JSON.stringify(body, null, 2)}`}
      </pre>
    </section>
  );
}
