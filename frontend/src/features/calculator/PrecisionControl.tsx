import { useEffect, useId, useRef, useState } from "react";
import { useSettled } from "../../shared/hooks";
import { text } from "../../text";
import { precisionLimit } from "./notebook";

const sliderLimit = 1000;

/** How many digits: a slider for what is usual, a field for more. Says the new number once it has stayed for a moment. */
export function PrecisionControl({ value, onChange }: { value: number; onChange(digits: number): Promise<void> }) {
  const id = useId();
  const [draft, setDraft] = useState(String(value));
  const asked = useRef(value);
  const settled = useSettled(draft, 250);
  const digits = Number(settled);
  const isValid = Number.isInteger(digits) && digits >= 1 && digits <= precisionLimit;
  useEffect(() => {
    if (!isValid || digits === value) return;
    asked.current = digits;
    const give = () => {
      asked.current = value;
      setDraft(String(value));
    };
    onChange(digits).catch(give);
    // A change of `value` from outside is no wish for another one.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [digits, isValid]);
  // What was asked for here arrives when somebody may be further already.
  useEffect(() => {
    if (value !== asked.current) setDraft(String(value));
    asked.current = value;
  }, [value]);
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <input
        type="range"
        min={1}
        max={sliderLimit}
        value={Math.min(sliderLimit, Number(draft) || 1)}
        onChange={(event) => setDraft(event.target.value)}
        aria-label={text.calculator.precisionSlider}
        aria-valuetext={text.calculator.digits(Number(draft) || 1)}
        className="h-6 w-32 accent-accent sm:w-56"
      />
      <input
        id={id}
        type="number"
        inputMode="numeric"
        min={1}
        max={precisionLimit}
        value={draft}
        onChange={(event) => setDraft(event.target.value)}
        aria-label={text.calculator.precisionField}
        aria-invalid={isValid ? undefined : true}
        aria-describedby={isValid ? undefined : `${id}-error`}
        className="field field-small mono w-24"
      />
      <label htmlFor={id} className="caption">
        {text.calculator.digitsWord}
      </label>
      {!isValid && (
        <p id={`${id}-error`} className="w-full text-[0.8125rem] text-bad">
          {text.calculator.precisionError}
        </p>
      )}
    </div>
  );
}
