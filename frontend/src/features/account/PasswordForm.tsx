import { useState } from "react";
import { type Account, changePassword } from "../../api/accounts";
import { signIn } from "../../api/session";
import { Button } from "../../shared/Button";
import { notify } from "../../shared/notices";
import { type Faults, useForm } from "../../shared/useForm";
import { text } from "../../text";
import { faultsOf, isTooCommon } from "./faults";
import { FormFault } from "./FormFault";
import { PasswordField } from "./PasswordField";
import { PasswordRules } from "./PasswordRules";
import { passwordFault } from "./rules";

const words = text.account;
const empty = { current_password: "", new_password: "", confirm_password: "" };

/** Another password for one's own account. */
export function PasswordForm({ account }: { account: Account }) {
  const { username } = account;
  const [common, setCommon] = useState<string>();
  const { form, fields, faults, isBusy, isTried, set, submit } = useForm({
    empty,
    check: (fields) => check(fields, username),
    async send(fields) {
      await changePassword({ username, ...fields });
      await signIn(username, fields.new_password);
      notify(words.passwordChanged);
    },
    faultsOf(error, fields) {
      if (isTooCommon(error)) setCommon(fields.new_password);
      return faultsOf(error, Object.keys(empty));
    },
  });
  return (
    <form ref={form} onSubmit={submit} noValidate className="grid content-start gap-4">
      <h2 className="text-2xl">{words.changePassword}</h2>
      <input type="text" name="username" autoComplete="username" value={username} readOnly hidden />
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
        hint={<PasswordRules password={fields.new_password} username={username} isTried={isTried} common={common} />}
      />
      <PasswordField
        label={words.confirm}
        name="confirm_password"
        autoComplete="new-password"
        value={fields.confirm_password}
        onChange={set("confirm_password")}
        error={faults["confirm_password"]}
      />
      <FormFault fault={faults["form"]} />
      <div>
        <Button kind="primary" type="submit" aria-disabled={isBusy}>
          {words.changePassword}
        </Button>
        <p className="caption mt-2">{words.changePasswordText}</p>
      </div>
    </form>
  );
}

function check(fields: typeof empty, username: string): Faults {
  const found: Faults = {};
  const fault = passwordFault(fields.new_password, username);
  if (fault) found["new_password"] = fault;
  if (fields.new_password !== fields.confirm_password) found["confirm_password"] = words.different;
  return found;
}
