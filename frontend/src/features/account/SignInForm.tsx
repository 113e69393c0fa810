import { type FormEvent, useState } from "react";
import { ApiError } from "../../api/ApiError";
import { signIn } from "../../api/session";
import { Button } from "../../shared/Button";
import { TextField } from "../../shared/Field";
import { useFaultFocus } from "../../shared/useFaultFocus";
import { text } from "../../text";
import { type Faults, faultsOf } from "./faults";
import { PasswordField } from "./PasswordField";

/** Name and password. With `username` it is that account's own session that goes on. */
export function SignInForm({ username }: { username?: string }) {
  const [name, setName] = useState(username ?? "");
  const [password, setPassword] = useState("");
  const [faults, setFaults] = useState<Faults>({});
  const [busy, setBusy] = useState(false);
  const { form, focusFault } = useFaultFocus();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    const missing: Faults = {};
    if (name === "") missing["username"] = text.account.missing;
    if (password === "") missing["password"] = text.account.missing;
    setFaults(missing);
    if (name === "" || password === "") return focusFault();
    setBusy(true);
    try {
      await signIn(name, password);
    } catch (error) {
      const found = faultsOf(error, ["username", "password"]);
      // Which of the two is wrong the service does not say.
      setFaults(found["form"] && isWrong(error) ? { password: found["form"] } : found);
      setBusy(false);
      focusFault();
    }
  };
  return (
    <form ref={form} onSubmit={submit} noValidate className="grid gap-4">
      <TextField
        label={username === undefined ? text.account.usernameOrEmail : text.account.username}
        name="username"
        autoComplete="username"
        autoCapitalize="off"
        spellCheck={false}
        value={name}
        readOnly={username !== undefined}
        onChange={(event) => setName(event.target.value)}
        error={faults["username"]}
        autoFocus={username === undefined}
        required
      />
      <PasswordField
        label={text.account.password}
        name="password"
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
        error={faults["password"]}
        isFirst={username !== undefined}
      />
      {faults["form"] && (
        <p role="alert" className="text-sm text-bad">
          {faults["form"]}
        </p>
      )}
      <Button kind="primary" type="submit" aria-disabled={busy}>
        {busy ? text.account.signingIn : text.account.signIn}
      </Button>
    </form>
  );
}

function isWrong(error: unknown): boolean {
  return error instanceof ApiError && error.status === 401;
}
