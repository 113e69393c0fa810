import type { Fault } from "./schema";

/** One fault of what was sent: where it is and, for an expression, the place in it, counted in code points. */
export type Problem = Fault;

/** A request that the service refused, or that did not reach it (`status` 0). */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly problems: Problem[];
  readonly requestId: string;
  /** Seconds after which it is worth trying again. */
  readonly retryAfter: number | undefined;

  constructor(
    status: number,
    code: string,
    message: string,
    problems: Problem[] = [],
    requestId = "",
    retryAfter?: number,
  ) {
    super(message);
    this.name = "ApiError";
    this.status = status;
    this.code = code;
    this.problems = problems;
    this.requestId = requestId;
    this.retryAfter = retryAfter;
  }

  static async from(response: Response): Promise<ApiError> {
    const seconds = Number(response.headers.get("Retry-After"));
    const retryAfter = seconds > 0 ? seconds : undefined;
    const body: unknown = await response.json().catch(() => null);
    if (!isErrorBody(body)) return new ApiError(response.status, "unreadable", "", [], "", retryAfter);
    const problems = typeof body.detail === "string" ? [] : body.detail;
    const message = typeof body.detail === "string" ? body.detail : (problems[0]?.msg ?? "");
    return new ApiError(response.status, body.code, message, problems, body.request_id, retryAfter);
  }
}

function isErrorBody(body: unknown): body is { detail: string | Problem[]; code: string; request_id: string } {
  return typeof body === "object" && body !== null && "detail" in body && "code" in body;
}
