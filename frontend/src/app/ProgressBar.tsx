import { requestsUnderWay } from "../api/pending";
import { useSlow } from "../shared/hooks";
import { useStore } from "../api/store";
import { text } from "../text";

/** Shows that the service is being waited for, once that takes long enough to be noticed. */
export function ProgressBar() {
  const isSlow = useSlow(useStore(requestsUnderWay) > 0);
  return (
    <div className="fixed inset-x-0 top-0 z-50 h-0.5 overflow-hidden" aria-hidden={!isSlow}>
      {isSlow && (
        <div
          role="progressbar"
          aria-label={text.common.loading}
          className="h-full w-1/3 animate-[sweep_1.2s_ease-in-out_infinite] bg-accent"
        />
      )}
    </div>
  );
}
