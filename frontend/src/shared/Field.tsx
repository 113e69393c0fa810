import { type InputHTMLAttributes, type ReactNode, useId } from "react";

type Wiring = { id: string; "aria-describedby": string | undefined; "aria-invalid": boolean | undefined };
type Props = {
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
  optional?: string | undefined;
  children(wiring: Wiring): ReactNode;
};

/** A labelled control with its hint and, beside it, what is wrong with it. */
export function Field({ label, hint, error, optional, children }: Props) {
  const id = useId();
  const hintId = hint ? `${id}-hint` : "";
  const errorId = error ? `${id}-error` : "";
  const described = [errorId, hintId].filter(Boolean).join(" ") || undefined;
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="label flex justify-between">
        <span>{label}</span> {optional && <span className="font-normal text-ink-3">{optional}</span>}
      </label>
      {children({ id, "aria-describedby": described, "aria-invalid": error ? true : undefined })}
      {error && (
        <p id={errorId} className="text-[0.8125rem] text-bad">
          {error}
        </p>
      )}
      {hint && (
        <div id={hintId} className="caption">
          {hint}
        </div>
      )}
    </div>
  );
}

type TextFieldProps = Omit<Props, "children"> & InputHTMLAttributes<HTMLInputElement>;

export function TextField({ label, hint, error, optional, className = "", ...input }: TextFieldProps) {
  return (
    <Field label={label} hint={hint} error={error} optional={optional}>
      {(wiring) => <input className={`field ${className}`} {...input} {...wiring} />}
    </Field>
  );
}
