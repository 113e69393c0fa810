import { ask, query, send } from "./client";
import type { Account, Registered } from "./schema";

export type { Account };

export function register(fields: { username: string; email: string; password: string; confirm_password: string }) {
  const { email, ...rest } = fields;
  const body = email === "" ? rest : fields;
  return ask<Registered>("/register", { method: "POST", body, anonymous: true });
}

export function changePassword(body: {
  username: string;
  new_password: string;
  confirm_password: string;
  current_password?: string;
}) {
  return send("/reset-password", { method: "POST", body });
}

export async function users(): Promise<Account[]> {
  const all: Account[] = [];
  const limit = 1000;
  for (;;) {
    const page = await ask<Account[]>(`/users${query({ limit, after: all.at(-1)?.username })}`);
    all.push(...page);
    if (page.length < limit) return all;
  }
}

export function changeUser(username: string, change: { role?: Account["role"]; disabled?: boolean }) {
  return ask<Account>(`/users/${encodeURIComponent(username)}`, { method: "PATCH", body: change });
}

export function deleteUser(username: string) {
  return send(`/users/${encodeURIComponent(username)}`, { method: "DELETE" });
}
