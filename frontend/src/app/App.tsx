import { Suspense, useEffect } from "react";
import { keepRenewed, session } from "../api/session";
import { Notices } from "../shared/notices";
import { paths } from "../shared/paths";
import { go, usePath } from "../shared/router";
import { useStore } from "../api/store";
import { loadable } from "./loadable";
import { PageAt } from "./PageAt";
import { PageBoundary } from "./PageBoundary";
import { ProgressBar } from "./ProgressBar";
import { Shell } from "./Shell";

const entrance = () => import("./entrance");
const SignIn = loadable(async () => (await entrance()).SignIn);
const SignUp = loadable(async () => (await entrance()).SignUp);
const SignInAgain = loadable(async () => (await entrance()).SignInAgain);

/** The app: the pages for whoever is signed in, otherwise the way in. */
export function App() {
  const current = useStore(session);
  const path = usePath();
  useEffect(keepRenewed, []);
  const isEntrance = path === paths.signIn || path === paths.signUp;
  useEffect(() => {
    if (current.state === "signed-in" && isEntrance) go(paths.calculator, { replace: true });
  }, [current.state, isEntrance]);

  return (
    <>
      <ProgressBar />
      {current.state === "anonymous" ? (
        <Shell account={null}>
          <PageBoundary key={path}>
            <Suspense>{path === paths.signUp ? <SignUp /> : <SignIn />}</Suspense>
          </PageBoundary>
        </Shell>
      ) : (
        <Shell account={current.account} key={current.account.username}>
          <PageBoundary key={path}>
            <PageAt account={current.account} path={path} />
          </PageBoundary>
        </Shell>
      )}
      {current.state === "ended" && (
        <PageBoundary>
          <Suspense>
            <SignInAgain username={current.account.username} />
          </Suspense>
        </PageBoundary>
      )}
      <Notices />
    </>
  );
}
