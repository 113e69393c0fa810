import { operations } from "../../api/math";
import { useLoad } from "../../shared/hooks";
import { text } from "../../text";
import { pageText } from "../../text/pages";

const words = pageText.activity;
const accounts = Object.keys(text.events.names).filter((name) => name !== "evaluate");
const forAdministrators = new Set(["change_user", "delete_user"]);

type Props = { value: string; occurring: string[]; isAdmin: boolean; onChange(kind: string): void };

/** Which kind of event is looked for: the few that concern accounts apart from the many operations. */
export function KindFilter({ value, occurring, isAdmin, onChange }: Props) {
  const catalogue = useLoad("operations", operations);
  const operationNames = (catalogue.value ?? []).map((one) => one.name);
  const calculations = new Set([...operationNames, ...occurring.filter((one) => !accounts.includes(one))]);
  calculations.delete("evaluate");
  const groups = [
    { label: words.accountKinds, names: accounts.filter((one) => isAdmin || !forAdministrators.has(one)) },
    { label: words.calculationKinds, names: ["evaluate", ...[...calculations].sort((a, b) => a.localeCompare(b))] },
  ];
  return (
    <label className="grid w-36 gap-1">
      <span className="label">{words.filterKind}</span>
      <select className="field" value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{words.everyKind}</option>
        {groups.map((group) => (
          <optgroup key={group.label} label={group.label}>
            {group.names.map((name) => (
              <option key={name} value={name}>
                {text.events.names[name] ?? name}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </label>
  );
}
