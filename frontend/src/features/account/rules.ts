import { text } from "../../text";

/** What a rule says of a password: that nothing can be said yet is a state of its own. */
export type RuleState = "open" | "kept" | "broken";
export type Rule = { text: string; state: RuleState };

/**
 * What the service asks of a password, and which of it is kept. Lengths are in code points. Which passwords are common
 * the service alone knows: that rule is broken where the service has refused the password as such.
 */
export function passwordRules(password: string, username: string, common?: string): Rule[] {
  const length = [...password].length;
  const words = text.account.rules;
  const state = (isKept: boolean) => (length === 0 ? "open" : isKept ? "kept" : "broken");
  return [
    { text: words.length, state: state(length >= 8 && length <= 128) },
    { text: words.notName, state: state(password.toLowerCase() !== username.toLowerCase()) },
    { text: words.notCommon, state: length > 0 && password === common ? "broken" : "open" },
  ];
}

/** What is said beside a password that breaks a rule the page can judge by itself. */
export function passwordFault(password: string, username: string): string | undefined {
  const broken = passwordRules(password, username).find((rule) => rule.state === "broken");
  return broken && text.account.rules.fault(broken.text);
}
