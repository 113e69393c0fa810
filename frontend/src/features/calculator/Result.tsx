import { useState } from "react";
import type { Value } from "../../api/math";
import { Button } from "../../shared/Button";
import { CopyButton } from "../../shared/CopyButton";
import { Tex } from "../../shared/Tex";
import { text } from "../../text";
import { reveal } from "./reveal";

const words = text.calculator;
const typesetLimit = 2000;
const foldLimit = 400;
const repetitionLimit = 40;

/** A value in each of its forms. */
export function Result({ value, isSelected }: { value: Value; isSelected: boolean }) {
  const { exact, decimal, latex, type } = value;
  const isSame = exact === decimal;
  if (type === "function" || type === "null") return null;
  // Where no closed form is known, the formula would be the decimal once more; a long integer is no formula either.
  const isRepetition = (exact === null && isInOneLine(type)) || (latex === exact && latex.length > repetitionLimit);
  const formula = latex.length <= typesetLimit && !isRepetition ? latex : undefined;
  return (
    <div className="mt-1">
      {formula && (
        <Tex source={`\\displaystyle ${exact === null ? "" : "="} ${formula}`} className="text-[1.0625rem]" />
      )}
      <dl className="mt-1 grid gap-1">
        {exact !== null && <Form isSelected={isSelected} name={isSame ? words.value : words.exact} value={exact} />}
        {!isSame && <Form isSelected={isSelected} name={words.decimal} value={decimal} />}
      </dl>
    </div>
  );
}

const isInOneLine = (type: string) => type === "real" || type === "complex" || type === "list";

function Form({ name, value, isSelected }: { name: string; value: string; isSelected: boolean }) {
  const [whole, setWhole] = useState(false);
  const isLong = value.length > foldLimit;
  const shown = isLong && !whole ? `${value.slice(0, foldLimit - 40)}…` : value;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-2 sm:grid-cols-[4.5rem_minmax(0,1fr)_auto]">
      <dt className="caption col-span-2 sm:col-span-1 sm:pt-1">{name}</dt>
      <dd className="min-w-0 pt-0.5">
        <code className="mono text-ink [overflow-wrap:anywhere]" data-form={name}>
          {shown}
        </code>
        {isLong && (
          <Button kind="quiet" size="small" onClick={() => setWhole(!whole)} aria-expanded={whole}>
            {whole ? words.less : words.all(value.length)}
          </Button>
        )}
      </dd>
      <dd className={reveal(isSelected)}>
        <CopyButton label="" name={text.common.copyAs(name)} value={value} />
      </dd>
    </div>
  );
}
