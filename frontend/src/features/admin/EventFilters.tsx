import { users } from "../../api/accounts";
import { operations } from "../../api/math";
import { Button } from "../../shared/Button";
import { useLoad } from "../../shared/hooks";
import { text } from "../../text";
import { pageText } from "../../text/pages";

const words = pageText.allEvents;
export const none = { user: "", event: "", since: "", until: "" };
export type Fields = typeof none;

/** Which events are looked for: whose, of which kind, and when. */
export function EventFilters({ fields, onChange }: { fields: Fields; onChange(fields: Fields): void }) {
  const names = useLoad("users", users);
  const catalogue = useLoad("operations", operations);
  const calculations = (catalogue.value ?? []).map((one): [string, string] => [one.name, one.summary]);
  const set = (name: keyof Fields) => (event: { target: { value: string } }) =>
    onChange({ ...fields, [name]: event.target.value });
  return (
    <div role="search" className="mb-4 grid grid-cols-2 gap-3 lg:grid-cols-[1fr_1fr_1fr_1fr_auto] lg:items-end">
      <label className="grid min-w-0 gap-1">
        <span className="label">{words.user}</span>
        <input
          className="field"
          list="event-users"
          value={fields.user}
          onChange={set("user")}
          autoCapitalize="off"
          autoComplete="off"
          spellCheck={false}
        />
      </label>
      <label className="grid min-w-0 gap-1">
        <span className="label">{words.event}</span>
        <input
          className="field"
          list="event-kinds"
          value={fields.event}
          onChange={set("event")}
          autoCapitalize="off"
          autoComplete="off"
          spellCheck={false}
        />
      </label>
      <label className="col-span-2 grid gap-1 sm:col-span-1">
        <span className="label">{words.from}</span>
        <input type="datetime-local" className="field min-w-0" value={fields.since} onChange={set("since")} />
      </label>
      <label className="col-span-2 grid gap-1 sm:col-span-1">
        <span className="label">{words.to}</span>
        <input type="datetime-local" className="field min-w-0" value={fields.until} onChange={set("until")} />
      </label>
      <Button
        kind="quiet"
        className="justify-self-start"
        disabled={Object.values(fields).every((value) => value === "")}
        onClick={() => onChange(none)}
      >
        {words.reset}
      </Button>
      <Suggestions id="event-users" of={(names.value ?? []).map((one) => [one.username, one.email ?? ""])} />
      <Suggestions id="event-kinds" of={[...Object.entries(text.events.names), ...calculations]} />
    </div>
  );
}

/** What a field may hold, offered while typing; each with what it means. */
function Suggestions({ id, of }: { id: string; of: [string, string][] }) {
  return (
    <datalist id={id}>
      {of.map(([value, meaning]) => (
        <option key={value} value={value}>
          {meaning}
        </option>
      ))}
    </datalist>
  );
}
