import { signOut } from "../../api/session";
import { Button } from "../../shared/Button";
import { Dialog } from "../../shared/Dialog";
import { text } from "../../text";
import { SignInForm } from "./SignInForm";

/** Over the page as it was when the session ended: nothing that was typed is lost. */
export function SignInAgain({ username }: { username: string }) {
  return (
    <Dialog title={text.account.sessionEnded}>
      <p className="text-ink-2">{text.account.sessionEndedText}</p>
      <SignInForm username={username} />
      <Button kind="quiet" className="whitespace-normal" onClick={signOut}>
        {text.account.somebodyElse}
      </Button>
    </Dialog>
  );
}
