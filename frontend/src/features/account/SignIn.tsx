import { useTitle } from "../../shared/hooks";
import { paths } from "../../shared/paths";
import { Link } from "../../shared/router";
import { text } from "../../text";
import { Entrance } from "./Entrance";
import { SignInForm } from "./SignInForm";
import { useRegistration } from "./useRegistration";

export function SignIn() {
  useTitle(text.account.signIn);
  const registration = useRegistration();
  return (
    <Entrance title={text.account.signIn}>
      <SignInForm />
      {registration === "open" && (
        <p className="text-ink-2">
          {text.account.noAccount}{" "}
          <Link href={paths.signUp} className="link">
            {text.account.makeAccount}
          </Link>
        </p>
      )}
      {registration === "closed" && <p className="text-ink-2">{text.account.registrationClosed}</p>}
    </Entrance>
  );
}
