import { Icon } from "../../shared/Icon";
import { text } from "../../text";
import { passwordRules, type RuleState } from "./rules";

const words = text.account.rules;

type Props = {
  password: string;
  username: string;
  /** Whether it was tried: until then somebody is still typing, and what is not yet kept is not broken. */
  isTried: boolean;
  /** What the service has refused as too common. */
  common: string | undefined;
};

/** The rules, shown before they are broken, each with a mark once it is kept, and once it was tried to break it. */
export function PasswordRules({ password, username, isTried, common }: Props) {
  return (
    <ul className="grid gap-0.5 pt-0.5">
      {passwordRules(password, username, common).map((rule) => (
        <RuleLine key={rule.text} rule={rule.text} state={rule.state === "broken" && !isTried ? "open" : rule.state} />
      ))}
    </ul>
  );
}

const colours = { open: "", kept: "text-good", broken: "text-bad" };

function RuleLine({ rule, state }: { rule: string; state: RuleState }) {
  return (
    <li className={`flex items-center gap-2 ${colours[state]}`}>
      {state === "open" ? (
        <span className="mx-[0.3125rem] size-1 shrink-0 rounded-full bg-current" aria-hidden="true" />
      ) : (
        <Icon name={state === "kept" ? "check" : "close"} className="size-3.5" />
      )}
      {rule}
      {state !== "open" && <span className="sr-only">{words[state]}</span>}
    </li>
  );
}
