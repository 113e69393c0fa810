import { useEffect, useState } from "react";
import { text } from "../text";
import { Button } from "./Button";
import { Icon } from "./Icon";

/** Copies a text; says so in its own place. */
export function CopyButton({ label, name, value }: { label: string; name?: string; value: string }) {
  const [done, setDone] = useState(false);
  useEffect(() => {
    if (!done) return;
    const timer = setTimeout(() => setDone(false), 1600);
    return () => clearTimeout(timer);
  }, [done]);
  const copy = async () => {
    await copyText(value);
    setDone(true);
  };
  return (
    <>
      <Button kind="quiet" size="small" onClick={copy} aria-label={name ?? text.common.copyAs(label)}>
        <Icon name={done ? "check" : "copy"} className="size-3.5" />
        {label}
      </Button>
      {/* Beside the button: what is inside one is only its name to a screen reader. */}
      <span role="status" className="sr-only">
        {done ? text.common.copied : ""}
      </span>
    </>
  );
}

/** The clipboard is only there on secure origins; elsewhere a selection does it. */
async function copyText(value: string): Promise<void> {
  if (navigator.clipboard) return navigator.clipboard.writeText(value);
  const area = document.createElement("textarea");
  area.value = value;
  document.body.append(area);
  area.select();
  document.execCommand("copy");
  area.remove();
}
