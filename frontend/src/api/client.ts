import { ApiError } from "./ApiError";
import { pending } from "./pending";
import { accessToken } from "./session";

export type Options = {
  method?: "GET" | "POST" | "PATCH" | "DELETE";
  body?: unknown;
  signal?: AbortSignal | undefined;
  headers?: Record<string, string>;
  /** Without a token: for what anyone may ask. */
  anonymous?: boolean;
  /** Not counted as something a person waits for. */
  quiet?: boolean;
};

/** Sends a request as the signed-in user and gives the answer, or throws what the service said against it. */
export async function send(path: string, options: Options = {}): Promise<Response> {
  const request = attempt(path, options);
  return options.quiet ? request : pending(request);
}

/** The same for an answer in JSON. */
export async function ask<Value>(path: string, options: Options = {}): Promise<Value> {
  const response = await send(path, options);
  return (await response.json()) as Value;
}

async function attempt(path: string, options: Options): Promise<Response> {
  let token = options.anonymous ? undefined : await accessToken();
  let response = await once(path, options, token);
  if (response.status === 401 && token !== undefined) {
    token = await accessToken(token);
    response = await once(path, options, token);
  }
  if (!response.ok) throw await ApiError.from(response);
  return response;
}

async function once(path: string, options: Options, token: string | undefined): Promise<Response> {
  const headers: Record<string, string> = { Accept: "application/json", ...options.headers };
  if (token !== undefined) headers["Authorization"] = `Bearer ${token}`;
  const init: RequestInit = { method: options.method ?? "GET", headers, cache: "no-store" };
  if (options.signal) init.signal = options.signal;
  if (options.body !== undefined) {
    headers["Content-Type"] = "application/json";
    init.body = JSON.stringify(options.body);
  }
  try {
    return await fetch(path, init);
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new ApiError(0, "unreachable", "");
  }
}

/** A query string of what is there. */
export function query(parameters: Record<string, string | number | undefined>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined && value !== "") search.set(name, String(value));
  }
  const text = search.toString();
  return text ? `?${text}` : "";
}
