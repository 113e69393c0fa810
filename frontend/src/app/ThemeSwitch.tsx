import { useState } from "react";
import { Icon, type IconName } from "../shared/Icon";
import { text } from "../text";

const key = "math.theme";
const choices = ["system", "light", "dark"] as const;
type Choice = (typeof choices)[number];
const icons: Record<Choice, IconName> = { system: "system", light: "sun", dark: "moon" };

function stored(): Choice {
  try {
    const kept = localStorage.getItem(key);
    return kept === "light" || kept === "dark" ? kept : "system";
  } catch {
    return "system";
  }
}

/** Dark or light: as the system has it, or by hand. public/theme.js carries it out. */
export function ThemeSwitch() {
  const [choice, setChoice] = useState<Choice>(stored);
  const next = choices[(choices.indexOf(choice) + 1) % choices.length] ?? "system";
  const change = () => {
    setChoice(next);
    try {
      if (next === "system") localStorage.removeItem(key);
      else localStorage.setItem(key, next);
    } catch {
      // Storage is switched off: there is nothing to choose.
    }
    dispatchEvent(new Event("math:theme"));
  };
  return (
    <button
      type="button"
      onClick={change}
      aria-label={text.theme.change(text.theme[choice], text.theme[next])}
      title={text.theme[choice]}
      className="rounded-md p-2 text-ink-2 hover:bg-sunken hover:text-ink"
    >
      <Icon name={icons[choice]} />
    </button>
  );
}
