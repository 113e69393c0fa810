import { type FormEvent, useState } from "react";
import { type Account, changePassword } from "../../api/accounts";
import { signIn, signOut } from "../../api/session";
import { Button } from "../../shared/Button";
import { useFaultFocus } from "../../shared/useFaultFocus";
import { formatDay } from "../../shared/format";
import { useTitle } from "../../shared/hooks";
import { notify } from "../../shared/notices";
import { PageHead } from "../../shared/PageHead";
import { text } from "../../text";
import { type Faults, faultsOf, isTooCommon } from "./faults";
import { PasswordField } from "./PasswordField";
import { PasswordRules } from "./PasswordRules";
import { passwordFault } from "./rules";

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

const empty = { current_password: "", new_password: "", confirm_password: "" };

function PasswordForm({ account }: { account: Account }) {
  const [fields, setFields] = useState(empty);
  const [faults, setFaults] = useState<Faults>({});
  const [busy, setBusy] = useState(false);
  const [isTried, setTried] = useState(false);
  const [common, setCommon] = useState<string>();
  const { form, focusFault } = useFaultFocus();
  const set = (name: keyof typeof empty) => (value: string) => setFields((before) => ({ ...before, [name]: value }));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setTried(true);
    const found: Faults = {};
    const fault = passwordFault(fields.new_password, account.username);
    if (fault) found["new_password"] = fault;
    if (fields.new_password !== fields.confirm_password) found["confirm_password"] = words.different;
    setFaults(found);
    if (Object.keys(found).length > 0) return focusFault();
    setBusy(true);
    try {
      await changePassword({ username: account.username, ...fields });
      await signIn(account.username, fields.new_password);
      setFields(empty);
      setTried(false);
      notify(words.passwordChanged);
    } catch (error) {
      if (isTooCommon(error)) setCommon(fields.new_password);
      setFaults(faultsOf(error, Object.keys(empty)));
      focusFault();
    }
    setBusy(false);
  };
  return (
    <form ref={form} onSubmit={submit} noValidate className="grid content-start gap-4">
      <h2 className="text-2xl">{words.changePassword}</h2>
      <input type="text" name="username" autoComplete="username" value={account.username} readOnly hidden />
      <PasswordField
        label={words.currentPassword}
        name="current_password"
        autoComplete="current-password"
        value={fields.current_password}
        onChange={set("current_password")}
        error={faults["current_password"]}
      />
      <PasswordField
        label={words.newPassword}
        name="new_password"
        autoComplete="new-password"
        value={fields.new_password}
        onChange={set("new_password")}
        error={faults["new_password"]}
        hint={
          <PasswordRules password={fields.new_password} username={account.username} isTried={isTried} common={common} />
        }
      />
      <PasswordField
        label={words.confirm}
        name="confirm_password"
        autoComplete="new-password"
        value={fields.confirm_password}
        onChange={set("confirm_password")}
        error={faults["confirm_password"]}
      />
      {faults["form"] && (
        <p role="alert" className="text-sm text-bad">
          {faults["form"]}
        </p>
      )}
      <div>
        <Button kind="primary" type="submit" aria-disabled={busy}>
          {words.changePassword}
        </Button>
        <p className="caption mt-2">{words.changePasswordText}</p>
      </div>
    </form>
  );
}
