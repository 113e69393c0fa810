import { operations } from "../../api/math";
import { Button } from "../../shared/Button";
import { useLoad } from "../../shared/hooks";
import { pageText } from "../../text/pages";
import { type Filter, isFiltered, noFilter } from "./filter";

const words = pageText.history;

/** What is looked for: a text, an operation, a time. */
export function Filters({ filter, onChange }: { filter: Filter; onChange(filter: Filter): void }) {
  const catalogue = useLoad("operations", operations);
  // What an address asks for is offered even before the catalogue is there.
  const asked = filter.operation === "" ? [] : [filter.operation];
  const names = [...new Set(["evaluate", ...(catalogue.value ?? []).map((one) => one.name), ...asked])];
  const set = (name: keyof Filter) => (event: { target: { value: string } }) =>
    onChange({ ...filter, [name]: event.target.value });
  return (
    <div
      role="search"
      className="mb-4 grid grid-cols-2 gap-3 md:grid-cols-[minmax(0,2fr)_minmax(0,1.2fr)_auto_auto_auto] md:items-end"
    >
      <label className="col-span-2 grid gap-1 md:col-span-1">
        <span className="label">{words.filterText}</span>
        <input type="search" className="field" value={filter.text} onChange={set("text")} />
      </label>
      <label className="col-span-2 grid gap-1 md:col-span-1">
        <span className="label">{words.filterOperation}</span>
        <select className="field" value={filter.operation} onChange={set("operation")}>
          <option value="">{words.everyOperation}</option>
          {names.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      </label>
      <label className="grid min-w-0 gap-1">
        <span className="label">{words.from}</span>
        <input
          type="date"
          className="field min-w-0"
          value={filter.since}
          max={filter.until || undefined}
          onChange={set("since")}
        />
      </label>
      <label className="grid min-w-0 gap-1">
        <span className="label">{words.to}</span>
        <input
          type="date"
          className="field min-w-0"
          value={filter.until}
          min={filter.since || undefined}
          onChange={set("until")}
        />
      </label>
      <Button
        kind="quiet"
        className="justify-self-start"
        disabled={!isFiltered(filter)}
        onClick={() => onChange(noFilter)}
      >
        {words.reset}
      </Button>
    </div>
  );
}
