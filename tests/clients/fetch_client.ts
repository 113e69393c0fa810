// The session by the client of openapi-generator's `typescript-fetch`: URL QUESTIONS; prints what came out as JSON.
import {
  AccountsApi,
  Configuration,
  EventsApi,
  HistoryApi,
  MathApi,
  MathjsApi,
  ResponseError,
  type Answer,
  type Evaluation,
  type Event,
  type HistoryEntry,
  type ListedEvaluation,
  type ListedParsedExpression,
} from "client";

declare const process: { argv: string[] };
const [, , basePath, text] = process.argv as [string, string, string, string];
const questions = JSON.parse(text);

type Value = Pick<ListedEvaluation, "result" | "exact" | "decimal" | "type"> | Answer;
const value = (answer: Value) => [answer.result, answer.exact, answer.decimal, answer.type];
const listed = (answer: ListedEvaluation) =>
  answer.error ? [answer.error.type, answer.error.loc, answer.error.offset] : value(answer);
const event = (one: Event) => [one.event, one.input, one.result, one.status, one.code];
const entry = (one: HistoryEntry) => [one.operation, one.inputData, one.input, one.result];

const anyone = new AccountsApi(new Configuration({ basePath }));
const credentials = { username: questions.name, password: questions.password };
const made = await anyone.register({ registration: credentials });
const signedIn = await anyone.token(credentials);
const configuration = new Configuration({ basePath, accessToken: signedIn.accessToken });
const math = new MathApi(configuration);
let refused: unknown[] = [];
try {
  await math.divide({ divideArguments: { a: "1", b: "0" } });
} catch (error) {
  if (!(error instanceof ResponseError)) throw error;
  const body = await error.response.json();
  refused = [error.response.status, body.code, body.detail[0].loc];
}
const one = { expr: questions.expression as string, precision: 30 };
const several = (await math.evaluate({ evaluationRequest: { expr: questions.statements as string } })) as Evaluation;
const expressions = { expr: questions.list as string[] };
const answers = (await math.evaluate({ evaluationRequest: expressions })) as ListedEvaluation[];
const parsed = (await math.parse({
  parsingRequest: { expr: questions.parsed as string[] },
})) as ListedParsedExpression[];
const catalogue = await math.listOperations();
const outcome = {
  registered: [made.message, made.username, made.role],
  token: [signedIn.tokenType, signedIn.expiresIn],
  me: [(await new AccountsApi(configuration).me()).username],
  add: value(await math.add({ addArguments: { a: "0.1", b: "0.2" } })),
  query: value(await math.addByQuery({ a: "0.1", b: "0.2", precision: 5 })),
  sum: value(await math.sum({ sumArguments: { values: questions.numbers } })),
  inverse: value(await math.inv({ invArguments: { x: questions.matrix } })),
  constant: value(await math.upperE({ upperEArguments: {} })),
  refused,
  expression: value((await math.evaluate({ evaluationRequest: one })) as Evaluation),
  statements: several.values!.map(value),
  list: answers.map(listed),
  parsed: parsed.map((text) => text.error?.type ?? text.latex),
  mathjs: (await new MathjsApi(configuration).evaluateV4({ v4Request: { expr: questions.mathjs } })).result,
  catalogue: catalogue.operations.filter((one) => one.name === "add").map((one) => one.parameters[0]!.name),
  history: (await new HistoryApi(configuration).history()).filter((one) => one.operation === "add").map(entry),
  events: (await new EventsApi(configuration).events({ event: "add" })).events.map((one) => event(one as Event)),
};
console.log(JSON.stringify(outcome));
