import { ApiError } from "../api/ApiError";
import { text } from "../text";

/** What went wrong, in words for a person. */
export function explain(error: unknown): string {
  if (!(error instanceof ApiError)) return text.errors.unknown;
  if (error.status === 0) return text.errors.unreachable;
  if (error.status === 429 && error.retryAfter) return text.errors.tooMany(error.retryAfter);
  return error.message || text.errors.status(error.status);
}
