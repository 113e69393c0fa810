import { useState } from "react";
import { register } from "../../api/accounts";
import { signIn } from "../../api/session";
import { Button } from "../../shared/Button";
import { TextField } from "../../shared/Field";
import { useTitle } from "../../shared/hooks";
import { paths } from "../../shared/paths";
import { Link } from "../../shared/router";
import { type Faults, useForm } from "../../shared/useForm";
import { text } from "../../text";
import { Entrance } from "./Entrance";
import { faultsOf, isTooCommon } from "./faults";
import { FormFault } from "./FormFault";
import { PasswordField } from "./PasswordField";
import { PasswordRules } from "./PasswordRules";
import { passwordFault } from "./rules";
import { useRegistration } from "./useRegistration";

const empty = { username: "", email: "", password: "", confirm_password: "" };

export function SignUp() {
  useTitle(text.account.signUp);
  const registration = useRegistration();
  return (
    <Entrance title={text.account.signUp}>
      {registration === "closed" ? <p className="text-ink-2">{text.account.registrationClosed}</p> : <SignUpForm />}
      <p className="text-ink-2">
        {text.account.haveAccount}{" "}
        <Link href={paths.signIn} className="link">
          {text.account.signIn}
        </Link>
      </p>
    </Entrance>
  );
}

function SignUpForm() {
  const [common, setCommon] = useState<string>();
  const { form, fields, faults, isBusy, isTried, set, submit } = useForm({
    empty,
    check,
    async send(fields) {
      await register(fields);
      await signIn(fields.username, fields.password);
    },
    faultsOf(error, fields) {
      if (isTooCommon(error)) setCommon(fields.password);
      return faultsOf(error, Object.keys(empty));
    },
    forgets: "own",
  });
  return (
    <form ref={form} onSubmit={submit} noValidate className="grid gap-4">
      <TextField
        label={text.account.username}
        name="username"
        autoComplete="username"
        autoCapitalize="off"
        spellCheck={false}
        value={fields.username}
        onChange={(event) => set("username")(event.target.value)}
        error={faults["username"]}
        autoFocus
        required
      />
      <TextField
        label={text.account.email}
        optional={text.common.optional}
        name="email"
        type="email"
        autoComplete="email"
        value={fields.email}
        onChange={(event) => set("email")(event.target.value)}
        error={faults["email"]}
      />
      <PasswordField
        label={text.account.password}
        name="password"
        autoComplete="new-password"
        value={fields.password}
        onChange={set("password")}
        error={faults["password"]}
        hint={<PasswordRules password={fields.password} username={fields.username} isTried={isTried} common={common} />}
      />
      <PasswordField
        label={text.account.confirm}
        name="confirm_password"
        autoComplete="new-password"
        value={fields.confirm_password}
        onChange={set("confirm_password")}
        error={faults["confirm_password"]}
      />
      <FormFault fault={faults["form"]} />
      <Button kind="primary" type="submit" aria-disabled={isBusy}>
        {isBusy ? text.account.making : text.account.signUp}
      </Button>
    </form>
  );
}

function check(fields: typeof empty): Faults {
  const { missing, different } = text.account;
  const found: Faults = {};
  if (fields.username === "") found["username"] = missing;
  const fault = fields.password === "" ? missing : passwordFault(fields.password, fields.username);
  if (fault) found["password"] = fault;
  if (fields.password !== fields.confirm_password) found["confirm_password"] = different;
  return found;
}
