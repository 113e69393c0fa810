import { type ReactNode, useState } from "react";
import { Field } from "../../shared/Field";
import { text } from "../../text";

type Props = {
  label: string;
  value: string;
  onChange(value: string): void;
  name: string;
  autoComplete: "current-password" | "new-password";
  error?: string | undefined;
  hint?: ReactNode;
  /** Begins with the focus in a dialog. */
  isFirst?: boolean;
};

/** A password, which can be looked at while it is typed. */
export function PasswordField({ label, value, onChange, error, hint, isFirst, ...input }: Props) {
  const [isShown, setShown] = useState(false);
  return (
    <Field label={label} error={error} hint={hint}>
      {(wiring) => (
        <div className="relative">
          <input
            {...input}
            {...wiring}
            type={isShown ? "text" : "password"}
            value={value}
            onChange={(event) => onChange(event.target.value)}
            className="field pr-16"
            data-first={isFirst}
            required
          />
          <button
            type="button"
            aria-pressed={isShown}
            aria-label={text.account.showPassword(label)}
            onClick={() => setShown(!isShown)}
            className="absolute inset-y-0 right-0 rounded-md px-3 text-[0.8125rem] text-ink-2 hover:text-ink"
          >
            {isShown ? text.account.hide : text.account.show}
          </button>
        </div>
      )}
    </Field>
  );
}
