import { useRef, useState } from "react";
import { type Account, changeUser, deleteUser, users } from "../../api/accounts";
import { Button } from "../../shared/Button";
import { Confirm } from "../../shared/Confirm";
import { Failure } from "../../shared/Failure";
import { formatDay } from "../../shared/format";
import { useLoad, useTitle } from "../../shared/hooks";
import { notify } from "../../shared/notices";
import { PageHead } from "../../shared/PageHead";
import { Empty, Skeleton } from "../../shared/states";
import { pageText } from "../../text/pages";

const words = pageText.users;

type Wish = { user: Account; what: "promote" | "demote" | "disable" | "enable" | "delete" };

/** Accounts, and what an administrator may do with them; each is asked for twice. */
export function Users({ account }: { account: Account }) {
  useTitle(words.title);
  const loaded = useLoad("users", users);
  const [search, setSearch] = useState("");
  const [wish, setWish] = useState<Wish | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const found = (loaded.value ?? []).filter((one) =>
    `${one.username} ${one.email ?? ""}`.toLowerCase().includes(search.trim().toLowerCase()),
  );
  const carryOut = async ({ user, what }: Wish) => {
    if (what === "delete") await deleteUser(user.username);
    else if (what === "promote" || what === "demote") {
      await changeUser(user.username, { role: what === "promote" ? "admin" : "user" });
    } else await changeUser(user.username, { disabled: what === "disable" });
    notify(words.done[what](user.username));
    loaded.again();
  };
  return (
    <>
      <PageHead title={words.title} lead={words.lead(loaded.value?.length)} />
      <div role="search" className="mb-4 block sm:max-w-80">
        <label className="grid gap-1">
          <span className="label">{words.search}</span>
          <input type="search" className="field" value={search} onChange={(event) => setSearch(event.target.value)} />
        </label>
      </div>
      <div ref={list} tabIndex={-1} role="region" aria-label={words.title} className="min-h-96 outline-none">
        {loaded.state === "loading" && <Skeleton lines={8} />}
        {loaded.state === "failed" && <Failure error={loaded.error} onRetry={loaded.again} />}
        {loaded.state === "ready" && found.length === 0 && <Empty title={words.nothing} />}
        {found.length > 0 && (
          <ul className="border-t border-rule">
            {found.map((user) => (
              <UserRow
                key={user.id}
                user={user}
                isSelf={user.username === account.username}
                onWish={(what) => setWish({ user, what })}
              />
            ))}
          </ul>
        )}
      </div>
      {wish && (
        <Confirm
          danger={wish.what === "delete" || wish.what === "disable"}
          title={words.ask[wish.what](wish.user.username)}
          body={words.consequence[wish.what]}
          action={words.actions[wish.what]}
          {...(wish.what === "delete" ? { focusAfter: list } : {})}
          onConfirm={() => carryOut(wish)}
          onClose={() => setWish(null)}
        />
      )}
    </>
  );
}

type RowProps = { user: Account; isSelf: boolean; onWish(what: Wish["what"]): void };

function UserRow({ user, isSelf, onWish }: RowProps) {
  const role = user.role === "admin" ? "demote" : "promote";
  const access = user.disabled ? "enable" : "disable";
  const wishes: Wish["what"][] = isSelf ? [] : [role, access, "delete"];
  return (
    <li className="grid items-center gap-x-4 gap-y-1 border-b border-rule py-3 md:grid-cols-[minmax(0,1fr)_11rem_9rem_auto]">
      <div className="min-w-0">
        <p className="truncate font-medium">
          {user.username}
          {isSelf && <span className="font-normal text-ink-3"> · {words.you}</span>}
        </p>
        <p className="caption truncate">{user.email ?? words.noEmail}</p>
      </div>
      <p className="flex flex-wrap gap-1.5">
        <Mark look={user.role === "admin" ? "bg-accent-soft text-accent" : "bg-sunken text-ink-2"}>
          {words.roles[user.role]}
        </Mark>
        {user.disabled && <Mark look="bg-bad-soft text-bad">{words.disabled}</Mark>}
      </p>
      <p className="caption">{words.since(formatDay(new Date(user.created_at)))}</p>
      <div className="-ml-2.5 grid grid-cols-[9.5rem_4.75rem_4.5rem] md:ml-0">
        {isSelf && <p className="caption col-span-3 px-2.5 py-1.5">{words.notSelf}</p>}
        {wishes.map((what) => (
          <Button
            key={what}
            kind="quiet"
            size="small"
            className={`justify-self-start ${what === "delete" ? "text-bad!" : ""}`}
            aria-label={words.actionFor(words.actions[what], user.username)}
            onClick={() => onWish(what)}
          >
            {words.actions[what]}
          </Button>
        ))}
      </div>
    </li>
  );
}

function Mark({ look, children }: { look: string; children: string }) {
  return <span className={`rounded-sm px-1.5 py-0.5 text-xs font-medium ${look}`}>{children}</span>;
}
