import type { Account } from "../../api/accounts";
import { signOut } from "../../api/session";
import { Button } from "../../shared/Button";
import { formatDay } from "../../shared/format";
import { useTitle } from "../../shared/hooks";
import { PageHead } from "../../shared/PageHead";
import { text } from "../../text";
import { PasswordForm } from "./PasswordForm";

const words = text.account;

/** One's own account: what the service knows of it, and another password. */
export function AccountPage({ account }: { account: Account }) {
  useTitle(words.title);
  const facts = [
    [words.username, account.username],
    [words.email, account.email ?? words.noEmail],
    [words.role, words.roles[account.role]],
    [words.since, formatDay(new Date(account.created_at))],
  ];
  return (
    <>
      <PageHead title={words.title}>
        <Button onClick={signOut}>{text.nav.signOut}</Button>
      </PageHead>
      <div className="grid gap-x-16 gap-y-10 md:grid-cols-2">
        <div>
          <dl className="border-t border-rule">
            {facts.map(([name, value]) => (
              <div key={name} className="grid grid-cols-[8rem_minmax(0,1fr)] border-b border-rule py-2.5">
                <dt className="text-ink-3">{name}</dt>
                <dd className="break-words">{value}</dd>
              </div>
            ))}
          </dl>
          <p className="pt-4">
            <a href="/docs" className="link inline-block py-1">
              {words.docs}
            </a>
          </p>
        </div>
        <PasswordForm account={account} />
      </div>
    </>
  );
}
