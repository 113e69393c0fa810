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
export function Result({ value, number, isSelected }: { value: Value; number: number; isSelected: boolean }) {
  const { exact, decimal, latex, type } = value;
  const isSame = exact === decimal;
  if (type === "function" || type === "null") return null;
  // Where no closed form is known, the formula would be the decimal once more; a long integer is no formula either.
  const isRepetition = (exact === null && isInOneLine(type)) || (latex === exact && latex.length > repetitionLimit);
  const sign = exact === null ? "" : isShortened(exact, latex) ? "\\approx" : "=";
  const formula = latex.length <= typesetLimit && !isRepetition ? latex : undefined;
  return (
    <div className="mt-1">
      {formula && <Tex source={`\\displaystyle ${sign} ${formula}`} className="text-[1.0625rem]" />}
      <dl className="mt-1 grid gap-1">
        {exact !== null && (
          <Form number={number} isSelected={isSelected} name={isSame ? words.value : words.exact} value={exact} />
        )}
        {!isSame && <Form number={number} isSelected={isSelected} name={words.decimal} value={decimal} />}
      </dl>
    </div>
  );
}

/** Whether what is typeset is rounded: it lacks some of the digits of the exact form. */
export function isShortened(exact: string, latex: string): boolean {
  return (exact.match(/\d+/g) ?? []).some((digits) => !latex.includes(digits));
}

const isInOneLine = (type: string) => type === "real" || type === "complex" || type === "list";

type FormProps = { name: string; value: string; number: number; isSelected: boolean };

function Form({ name, value, number, isSelected }: FormProps) {
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
        <CopyButton label="" name={words.copyOf(name, number)} value={value} />
      </dd>
    </div>
  );
}
