import { useState } from "react";
import { text } from "../text";
import { Button } from "./Button";

const limit = 400;

/** A value: a long one by its beginning, until the whole of it is asked for. */
export function Folded({ value }: { value: string }) {
  const [whole, setWhole] = useState(false);
  const isLong = value.length > limit;
  return (
    <>
      <code className="mono [overflow-wrap:anywhere]">
        {isLong && !whole ? `${value.slice(0, limit - 40)}…` : value}
      </code>
      {isLong && (
        <Button kind="quiet" size="small" onClick={() => setWhole(!whole)} aria-expanded={whole}>
          {whole ? text.common.less : text.common.all(value.length)}
        </Button>
      )}
    </>
  );
}
