import { createStore } from "./store";
import { ApiError } from "./ApiError";
import { pending } from "./pending";
import type { Account, Token } from "./schema";

/** Who is signed in. `ended`: the session is over, and the page waits, with all that was typed, to be signed in again. */
export type Session =
  | { state: "anonymous" }
  | { state: "signed-in"; account: Account }
  | { state: "ended"; account: Account };

type Tokens = { access: string; refresh: string; renewAt: number; account: Account };

const key = "math.session";
export const session = createStore<Session>(
  stored() ? { state: "signed-in", account: stored()!.account } : { state: "anonymous" },
);

/** Tabs share one session: what one of them renews or ends, the others read. */
function stored(): Tokens | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "null") as Tokens | null;
  } catch {
    return null;
  }
}

function keep(token: Token, account: Account) {
  const renewAt = Date.now() + token.expires_in * 800;
  const tokens: Tokens = { access: token.access_token, refresh: token.refresh_token, renewAt, account };
  localStorage.setItem(key, JSON.stringify(tokens));
}

function follow() {
  const tokens = stored();
  if (tokens) session.set({ state: "signed-in", account: tokens.account });
  else if (session.get().state === "signed-in") session.set({ state: "anonymous" });
}
addEventListener("storage", (event) => {
  if (event.key === key) follow();
});

async function post(body: Record<string, string>): Promise<Token> {
  const response = await pending(
    fetch("/token", { method: "POST", body: new URLSearchParams(body), cache: "no-store" }).catch(() => {
      throw new ApiError(0, "unreachable", "");
    }),
  );
  if (!response.ok) throw await ApiError.from(response);
  return (await response.json()) as Token;
}

async function accountOf(access: string): Promise<Account> {
  const response = await fetch("/me", { headers: { Authorization: `Bearer ${access}` }, cache: "no-store" });
  if (!response.ok) throw await ApiError.from(response);
  return (await response.json()) as Account;
}

export async function signIn(username: string, password: string): Promise<void> {
  const token = await post({ grant_type: "password", username, password });
  const account = await accountOf(token.access_token);
  keep(token, account);
  session.set({ state: "signed-in", account });
}

/** Ends the session here and at the service. */
export async function signOut(): Promise<void> {
  const access = stored()?.access;
  localStorage.removeItem(key);
  session.set({ state: "anonymous" });
  if (access) {
    await fetch("/logout", { method: "POST", headers: { Authorization: `Bearer ${access}` } }).catch(() => null);
  }
}

/** A refresh token is good once, so one tab at a time renews, and the next finds what that one has got. */
async function renew(spent: string): Promise<string> {
  const lock = navigator.locks;
  const task = async () => {
    const tokens = stored();
    if (!tokens) throw new ApiError(401, "not_authenticated", "");
    if (tokens.access !== spent) return tokens.access;
    const token = await post({ grant_type: "refresh_token", refresh_token: tokens.refresh });
    const account = await accountOf(token.access_token).catch(() => tokens.account);
    keep(token, account);
    session.set({ state: "signed-in", account });
    return token.access_token;
  };
  return lock ? ((await lock.request("math.renew", task)) as string) : task();
}

let renewing: Promise<string> | null = null;

function renewOnce(spent: string): Promise<string> {
  renewing ??= renew(spent).finally(() => {
    renewing = null;
  });
  return renewing;
}

/**
 * A token to send. One that is soon to expire is renewed before; if the session cannot be renewed, this waits until the
 * person has signed in again.
 */
export async function accessToken(refused?: string): Promise<string> {
  const tokens = stored();
  if (!tokens) throw new ApiError(401, "not_authenticated", "");
  if (tokens.access !== refused && Date.now() < tokens.renewAt) return tokens.access;
  try {
    return await renewOnce(tokens.access);
  } catch (error) {
    const isOver = error instanceof ApiError && (error.status === 401 || error.status === 400);
    if (!isOver) {
      if (tokens.access !== refused) return tokens.access;
      throw error;
    }
    return signedInAgain();
  }
}

function signedInAgain(): Promise<string> {
  const current = session.get();
  if (current.state === "signed-in") session.set({ state: "ended", account: current.account });
  return new Promise((resolve, reject) => {
    const stop = session.subscribe(() => {
      const { state } = session.get();
      if (state === "ended") return;
      stop();
      const tokens = stored();
      if (state === "signed-in" && tokens) resolve(tokens.access);
      else reject(new ApiError(401, "not_authenticated", ""));
    });
  });
}

/** Renews while the page is open, so that no request has to wait for it. */
export function keepRenewed(): () => void {
  const timer = setInterval(() => {
    const tokens = stored();
    if (tokens && Date.now() >= tokens.renewAt && document.visibilityState === "visible") {
      accessToken().catch(() => null);
    }
  }, 5000);
  return () => clearInterval(timer);
}
