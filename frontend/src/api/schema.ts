// Made from docs/openapi.json by `node scripts/types.mjs`. Do not edit.

export type ServiceError = {
  /** What is wrong and what to do */
  detail: string;
  /** Stable and machine-readable */
  code: string;
  /** The request's id, as in the log and in its event */
  request_id: string;
};

export type ValidationError = {
  detail: Fault[];
  /** The first fault's type */
  code: string;
  /** The request's id, as in the log and in its event */
  request_id: string;
};

export type Message = {
  message: string;
};

export type Token = {
  access_token: string;
  token_type: "bearer";
  /** Seconds */
  expires_in: number;
  refresh_token: string;
};

export type Account = {
  id: number;
  username: string;
  email: string | null;
  role: "user" | "admin";
  disabled: boolean;
  created_at: string;
};

export type Registered = {
  message: string;
  id: number;
  username: string;
  role: "user" | "admin";
};

export type Fault = {
  /** Stable and machine-readable */
  type: string;
  /** The place of the fault: names, and places in lists */
  loc: unknown[];
  msg: string;
  /** What was sent, cut */
  input?: string;
  /** Where in the source of an expression, counted in Unicode scalars */
  offset?: number;
  length?: number;
  /** What was probably meant */
  hint?: string;
};

export type V4Answer = {
  result: string | string[] | null;
  error: string | null;
};

export type Catalogue = {
  operations: Operation[];
};

export type Operation = {
  name: string;
  category: string;
  summary: string;
  parameters: {
    name: string;
    type: "number" | "real" | "integer" | "choice" | "numbers" | "integers" | "list" | "matrix" | "squareMatrix" | "expression" | "variable" | "text" | "any";
    text: string;
    required: boolean;
    default: string | null;
    minimum: number | null;
    maximum: number | null;
    maximum_digits: number | null;
    minimum_count: number | null;
    maximum_count: number | null;
    choices?: string[];
  }[];
  examples: {
    expression: string;
    arguments: Record<string, unknown>;
    result: string;
  }[];
};

export type HistoryEntry = {
  id: number;
  operation: string;
  /** The arguments as JSON text */
  input_data: string;
  /** The arguments by name; where they were too long to be kept, the beginning of their text */
  input: unknown;
  result: unknown;
  timestamp: string;
};

export type Event = {
  event?: string;
  input?: unknown;
  result?: unknown;
  user?: string;
  /** Seconds since 1970 */
  time?: number;
  cached?: boolean;
  id?: string;
  status?: number;
  code?: string | null;
  duration_us?: number;
  request_id?: string;
  /** Of how many requests it tells: `throttled` alone */
  count?: number;
  truncated?: boolean;
  /** What the request said of its trace (W3C Trace Context) */
  traceparent?: string;
};

export type EventPage = {
  events: (Event | string)[];
  /** The `cursor` of the next page; null after the last */
  next_cursor: string | null;
};

export type Health = {
  status: "ok";
};

export type Readiness = {
  status: "ready" | "unavailable" | "stopping";
  mode: "embedded" | "kafka";
  journal: string;
  events_pending: number;
  kafka?: "ready" | "connecting" | "unreachable";
  consumer_lag?: number;
  /** Events that the topic has lost before they were stored; they are carried to it again */
  events_lost?: number;
  event_store?: "ok" | "missing" | "not being filled";
  /** Events that have happened and are not in the event store yet */
  events_behind: number;
};

export type ServiceOptions = {
  /** Whether people can make accounts for themselves */
  registration: "closed" | "open";
  version: string;
};

export type Answer = {
  operation: string;
  /** The arguments by name, as they were given */
  input: Record<string, unknown>;
  /** The value, as near as JSON comes to it: a number, true or false, lists of these for a matrix or a list, a text where there is no finite number or the value is complex */
  result: unknown;
  /** The exact value, when it is known as text */
  exact: string | null;
  /** The value, correctly rounded to `precision` digits */
  decimal: string;
  precision: number;
  type: "integer" | "rational" | "real" | "complex" | "boolean" | "string" | "list" | "matrix" | "unit" | "function" | "null";
};

export type Evaluation = {
  operation: "evaluate";
  input: {
    expr: string;
  };
  /** The value, as near as JSON comes to it: a number, true or false, lists of these for a matrix or a list, a text where there is no finite number or the value is complex */
  result: unknown;
  /** The exact value, when it is known as text */
  exact: string | null;
  /** The value, correctly rounded to `precision` digits */
  decimal: string;
  precision: number;
  type: "integer" | "rational" | "real" | "complex" | "boolean" | "string" | "list" | "matrix" | "unit" | "function" | "null";
  /** The value as LaTeX: exactly where that is short, else rounded */
  latex: string;
  /** The expression as LaTeX */
  input_latex: string;
  /** Of several statements, the values of all that no semicolon hides */
  values?: EvaluationValue[];
};

export type EvaluationValue = {
  /** The value, as near as JSON comes to it: a number, true or false, lists of these for a matrix or a list, a text where there is no finite number or the value is complex */
  result: unknown;
  /** The exact value, when it is known as text */
  exact: string | null;
  /** The value, correctly rounded to `precision` digits */
  decimal: string;
  type: "integer" | "rational" | "real" | "complex" | "boolean" | "string" | "list" | "matrix" | "unit" | "function" | "null";
  /** The value as LaTeX: exactly where that is short, else rounded */
  latex: string;
};

export type ListedEvaluation = {
  operation: "evaluate";
  input: {
    expr: string;
  };
  /** The value, as near as JSON comes to it: a number, true or false, lists of these for a matrix or a list, a text where there is no finite number or the value is complex */
  result?: unknown;
  /** The exact value, when it is known as text */
  exact?: string | null;
  /** The value, correctly rounded to `precision` digits */
  decimal?: string;
  precision?: number;
  type?: "integer" | "rational" | "real" | "complex" | "boolean" | "string" | "list" | "matrix" | "unit" | "function" | "null";
  /** The value as LaTeX: exactly where that is short, else rounded */
  latex?: string;
  /** The expression as LaTeX */
  input_latex?: string;
  /** Of several statements, the values of all that no semicolon hides */
  values?: EvaluationValue[];
  /** Why there is no value; the rest is then left out */
  error?: Fault;
};

export type EvaluationAnswer = Evaluation | EvaluationList;

export type EvaluationList = ListedEvaluation[];

export type ParsedExpression = {
  expr: string;
  /** The expression as LaTeX */
  latex: string;
  /** The variables, functions and units that it makes or changes, in the order they come in */
  defines: string[];
  /** The names it uses and has not defined before, in the order they come in: of the catalogue and of units too, since another expression may have given them another meaning */
  uses: string[];
};

export type ListedParsedExpression = {
  expr: string;
  /** The expression as LaTeX */
  latex?: string;
  /** The variables, functions and units that it makes or changes, in the order they come in */
  defines?: string[];
  /** The names it uses and has not defined before, in the order they come in: of the catalogue and of units too, since another expression may have given them another meaning */
  uses?: string[];
  /** Why there is no value; the rest is then left out */
  error?: Fault;
};

export type ParsingAnswer = ParsedExpression | ParsedExpressionList;

export type ParsedExpressionList = ListedParsedExpression[];

export type Registration = {
  username: string;
  /** 8 to 128 characters, not a common one, not the user name */
  password: string;
  confirm_password?: string | null;
  email?: string | null;
};

export type TokenForm = {
  grant_type?: "password" | "refresh_token";
  username?: string;
  password?: string;
  refresh_token?: string;
};

export type PasswordChange = {
  username: string;
  /** 8 to 128 characters, not a common one, not the user name */
  new_password: string;
  confirm_password?: string | null;
  current_password?: string | null;
};

export type AccountChange = {
  role?: "user" | "admin" | null;
  disabled?: boolean | null;
};

export type EvaluationRequest = EvaluationOfExpression | EvaluationOfList;

export type EvaluationOfExpression = {
  expr: string;
  /** Significant digits of `decimal`; 20 when left out */
  precision?: number;
};

export type EvaluationOfList = {
  expr: string[];
  /** Significant digits of `decimal`; 20 when left out */
  precision?: number;
};

export type ParsingRequest = ParsingOfExpression | ParsingOfList;

export type ParsingOfExpression = {
  expr: string;
};

export type ParsingOfList = {
  expr: string[];
};

export type NumberArgument = number | string;

export type TextArgument = string | number;

export type V4Request = {
  expr: string | string[];
  /** Significant digits; the shortest text of the nearest double without */
  precision?: number | null;
};
