import { Tex } from "../../shared/Tex";
import { text } from "../../text";
import { usePreview } from "./usePreview";

const words = text.calculator;
type Props = { source: string; editing: number | null };

/** What is being written, typeset; of nothing, what to do. `editing` is the number of the line that is being changed. */
export function Preview({ source, editing }: Props) {
  const { latex, isComplete } = usePreview(source);
  const isEditing = editing !== null;
  return (
    <div className="grid min-h-12 grid-cols-[2rem_minmax(0,1fr)] items-center sm:grid-cols-[3rem_minmax(0,1fr)]">
      <span className="mono text-xs text-ink-3" aria-hidden="true">
        {isEditing ? "✎" : ""}
      </span>
      <div className="max-h-[38vh] overflow-y-auto py-1" data-preview={isComplete ? "whole" : "partial"}>
        {latex !== "" ? (
          <Tex source={latex} className={isComplete ? "text-ink" : "text-ink-3"} />
        ) : (
          <p className="caption">
            {isEditing ? words.editing(editing) : source === "" ? words.previewEmpty : "\u00a0"}
          </p>
        )}
      </div>
    </div>
  );
}
