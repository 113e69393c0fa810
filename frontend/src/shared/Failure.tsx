import { ApiError } from "../api/ApiError";
import { text } from "../text";
import { Button } from "./Button";
import { explain } from "./explain";
import { Icon } from "./Icon";

/** An error where the thing it concerns would have been. */
export function Failure({ error, onRetry }: { error: unknown; onRetry?: (() => void) | undefined }) {
  const id = error instanceof ApiError ? error.requestId : "";
  return (
    <div role="alert" className="flex items-start gap-3 rounded-md border border-bad/40 bg-bad-soft px-4 py-3 text-bad">
      <Icon name="warn" className="mt-1 size-4" />
      <div className="min-w-0 flex-1">
        <p className="break-words">{explain(error)}</p>
        {id && <p className="mono mt-0.5 text-xs opacity-90">{text.errors.request(id)}</p>}
      </div>
      {onRetry && (
        <Button size="small" onClick={onRetry}>
          {text.common.retry}
        </Button>
      )}
    </div>
  );
}
