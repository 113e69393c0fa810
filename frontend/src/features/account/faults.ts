import { ApiError } from "../../api/ApiError";
import { explain } from "../../shared/explain";
import type { Faults } from "../../shared/useForm";

const fieldOfCode: Record<string, string> = {
  username_taken: "username",
  email_taken: "email",
  wrong_current_password: "current_password",
};

/** Whether the service has refused a password because it is one of the most common. */
export function isTooCommon(error: unknown): boolean {
  return error instanceof ApiError && error.problems.some((problem) => problem.type === "password_common");
}

/** The service's answer, each fault at its field. */
export function faultsOf(error: unknown, fields: string[]): Faults {
  if (!(error instanceof ApiError)) return { form: explain(error) };
  const faults: Faults = {};
  for (const problem of error.problems) {
    const field = String(problem.loc.at(-1) ?? "");
    faults[fields.includes(field) ? field : "form"] ??= problem.msg;
  }
  if (error.problems.length > 0) return faults;
  const field = fieldOfCode[error.code];
  return { [field !== undefined && fields.includes(field) ? field : "form"]: explain(error) };
}
