import { ApiError } from "../../api/ApiError";
import { signIn } from "../../api/session";
import { Button } from "../../shared/Button";
import { TextField } from "../../shared/Field";
import { type Faults, useForm } from "../../shared/useForm";
import { text } from "../../text";
import { faultsOf } from "./faults";
import { FormFault } from "./FormFault";
import { PasswordField } from "./PasswordField";

/** Name and password. With `username` it is that account's own session that goes on. */
export function SignInForm({ username }: { username?: string }) {
  const { form, fields, faults, isBusy, set, submit } = useForm({
    empty: { username: username ?? "", password: "" },
    check: missing,
    send: (fields) => signIn(fields.username, fields.password),
    faultsOf(error) {
      const found = faultsOf(error, ["username", "password"]);
      // Which of the two is wrong the service does not say.
      return found["form"] && isWrong(error) ? { password: found["form"] } : found;
    },
  });
  return (
    <form ref={form} onSubmit={submit} noValidate className="grid gap-4">
      <TextField
        label={username === undefined ? text.account.usernameOrEmail : text.account.username}
        name="username"
        autoComplete="username"
        autoCapitalize="off"
        spellCheck={false}
        value={fields.username}
        readOnly={username !== undefined}
        onChange={(event) => set("username")(event.target.value)}
        error={faults["username"]}
        autoFocus={username === undefined}
        required
      />
      <PasswordField
        label={text.account.password}
        name="password"
        autoComplete="current-password"
        value={fields.password}
        onChange={set("password")}
        error={faults["password"]}
        isFirst={username !== undefined}
      />
      <FormFault fault={faults["form"]} />
      <Button kind="primary" type="submit" aria-disabled={isBusy}>
        {isBusy ? text.account.signingIn : text.account.signIn}
      </Button>
    </form>
  );
}

function missing(fields: { username: string; password: string }): Faults {
  const empty = Object.entries(fields).filter(([, value]) => value === "");
  return Object.fromEntries(empty.map(([name]) => [name, text.account.missing]));
}

function isWrong(error: unknown): boolean {
  return error instanceof ApiError && error.status === 401;
}
