import { text } from "../../text";

export type Rule = { text: string; isKept: boolean };

/**
 * What the service asks of a password, and which of it is sure to be kept. Lengths are in code points. Which passwords
 * are common the service alone knows, so that rule is never marked as kept.
 */
export function passwordRules(password: string, username: string): Rule[] {
  const length = [...password].length;
  const words = text.account.rules;
  return [
    { text: words.length, isKept: length >= 8 && length <= 128 },
    { text: words.notName, isKept: length > 0 && password.toLowerCase() !== username.toLowerCase() },
    { text: words.notCommon, isKept: false },
  ];
}
