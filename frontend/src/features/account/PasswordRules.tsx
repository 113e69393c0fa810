import { Icon } from "../../shared/Icon";
import { text } from "../../text";
import { passwordRules } from "./rules";

/** The rules, shown before they are broken, each with a mark once it is kept. */
export function PasswordRules({ password, username }: { password: string; username: string }) {
  return (
    <ul className="grid gap-0.5 pt-0.5">
      {passwordRules(password, username).map((rule) => (
        <li key={rule.text} className={`flex items-center gap-2 ${rule.isKept ? "text-good" : ""}`}>
          {rule.isKept ? (
            <Icon name="check" className="size-3.5" />
          ) : (
            <span className="mx-[0.3125rem] size-1 rounded-full bg-current" aria-hidden="true" />
          )}
          {rule.text}
          {rule.isKept && <span className="sr-only">{text.account.rules.kept}</span>}
        </li>
      ))}
    </ul>
  );
}
