import { type FormEvent, useState } from "react";
import { register } from "../../api/accounts";
import { signIn } from "../../api/session";
import { Button } from "../../shared/Button";
import { TextField } from "../../shared/Field";
import { useFaultFocus } from "../../shared/useFaultFocus";
import { useTitle } from "../../shared/hooks";
import { paths } from "../../shared/paths";
import { Link } from "../../shared/router";
import { text } from "../../text";
import { Entrance } from "./Entrance";
import { type Faults, faultsOf, isTooCommon } from "./faults";
import { PasswordField } from "./PasswordField";
import { PasswordRules } from "./PasswordRules";
import { passwordFault } from "./rules";
import { useRegistration } from "./useRegistration";

const empty = { username: "", email: "", password: "", confirm_password: "" };
type Name = keyof typeof empty;

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
  const [fields, setFields] = useState(empty);
  const [faults, setFaults] = useState<Faults>({});
  const [busy, setBusy] = useState(false);
  const [isTried, setTried] = useState(false);
  const [common, setCommon] = useState<string>();
  const { form, focusFault } = useFaultFocus();
  const set = (name: Name) => (value: string) => {
    setFields((before) => ({ ...before, [name]: value }));
    setFaults((before) => ({ ...before, [name]: undefined }));
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setTried(true);
    const found: Faults = {};
    if (fields.username === "") found["username"] = text.account.missing;
    const fault = fields.password === "" ? text.account.missing : passwordFault(fields.password, fields.username);
    if (fault) found["password"] = fault;
    if (fields.password !== fields.confirm_password) found["confirm_password"] = text.account.different;
    setFaults(found);
    if (Object.keys(found).length > 0) return focusFault();
    setBusy(true);
    try {
      await register(fields);
      await signIn(fields.username, fields.password);
    } catch (error) {
      if (isTooCommon(error)) setCommon(fields.password);
      setFaults(faultsOf(error, Object.keys(empty)));
      setBusy(false);
      focusFault();
    }
  };
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
      {faults["form"] && (
        <p role="alert" className="text-sm text-bad">
          {faults["form"]}
        </p>
      )}
      <Button kind="primary" type="submit" aria-disabled={busy}>
        {busy ? text.account.making : text.account.signUp}
      </Button>
    </form>
  );
}
