import type { Parameter } from "../../api/math";
import { formatCount } from "../../shared/format";
import { Field } from "../../shared/Field";
import { pageText } from "../../text/pages";
import { isList, isMatrix, isNumberList, listItems } from "./request";

const words = pageText.operations;

type Props = { parameter: Parameter; value: string; error: string | undefined; onChange(value: string): void };

/** The control that a parameter's declaration asks for; a type nobody foresaw gets a field for the language's syntax. */
export function ParameterField({ parameter, value, error, onChange }: Props) {
  return (
    <Field
      label={parameter.name}
      optional={parameter.required ? undefined : words.optional(parameter.default)}
      hint={hint(parameter, value)}
      error={error}
    >
      {(wiring) => {
        if (parameter.choices) {
          return (
            <select className="field" value={value} onChange={(event) => onChange(event.target.value)} {...wiring}>
              <option value="">{parameter.required ? words.pick : words.standard(parameter.default)}</option>
              {parameter.choices.map((choice) => (
                <option key={choice}>{choice}</option>
              ))}
            </select>
          );
        }
        const shared = {
          className: "field mono",
          value,
          name: parameter.name,
          spellCheck: false,
          autoCapitalize: "off",
          autoComplete: "off",
          required: parameter.required,
          ...wiring,
        };
        if (isList(parameter) || isMatrix(parameter)) {
          return (
            <textarea
              rows={3}
              placeholder={isMatrix(parameter) ? words.matrixPlaceholder : words.listPlaceholder}
              onChange={(event) => onChange(event.target.value)}
              {...shared}
            />
          );
        }
        return <input type="text" onChange={(event) => onChange(event.target.value)} {...shared} />;
      }}
    </Field>
  );
}

function hint(parameter: Parameter, value: string) {
  const parts = [parameter.text, words.type(parameter.type), bounds(parameter)];
  if (isNumberList(parameter) && value.trim() !== "") parts.push(words.items(listItems(value).length));
  return parts.filter(Boolean).join(" · ");
}

function bounds(parameter: Parameter): string {
  const { minimum, maximum, maximum_digits: digits, minimum_count, maximum_count } = parameter;
  const number = formatCount;
  const parts: string[] = [];
  if (minimum !== null && maximum !== null) parts.push(words.between(number(minimum), number(maximum)));
  else if (minimum !== null) parts.push(words.atLeast(number(minimum)));
  else if (maximum !== null) parts.push(words.atMost(number(maximum)));
  if (digits !== null) parts.push(words.atMostDigits(number(digits)));
  if (isMatrix(parameter) && maximum_count !== null) parts.push(words.atMostRows(number(maximum_count)));
  else if (minimum_count !== null && maximum_count !== null) {
    parts.push(words.countBetween(number(minimum_count), number(maximum_count)));
  }
  return parts.join(" · ");
}
