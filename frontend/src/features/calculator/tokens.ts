/** A word of the language, as far as names and definitions need it told apart. */
export type Token = {
  kind: "name" | "number" | "text" | "newline" | "mark";
  text: string;
  start: number;
  end: number;
  /** How many brackets it stands in. */
  depth: number;
};

const word =
  /(?<blank>[ \t\u00a0]+|#[^\n]*)|(?<newline>[\r\n])|(?<name>[\p{Alphabetic}_$][\p{Alphabetic}_$\d]*)|(?<number>0[xXbBoO][\da-fA-F]+|(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)|(?<text>"(?:\\.|[^"\\])*")|(?<mark>[=!<>]=|.)/suy;
const apostropheText = /'(?:\\.|[^'\\])*'/suy;

/** The words of an expression; of one that is not closed, what there is. */
export function tokensOf(source: string): Token[] {
  const tokens: Token[] = [];
  let depth = 0;
  for (let at = 0; at < source.length;) {
    const quoted = source[at] === "'" && !isAfterOperand(tokens.at(-1), at) && matchAt(apostropheText, source, at);
    const found = quoted || matchAt(word, source, at);
    const text = found?.[0] ?? source.slice(at);
    const groups = found?.groups ?? {};
    const start = at;
    at += text.length;
    if (groups["blank"] !== undefined) continue;
    if (")]}".includes(text)) depth -= 1;
    const kind = quoted ? "text" : (kinds.find((one) => groups[one] !== undefined) ?? "mark");
    tokens.push({ kind, text, start, end: at, depth });
    if ("([{".includes(text)) depth += 1;
  }
  return tokens;
}

const kinds = ["name", "number", "text", "newline"] as const;

function matchAt(pattern: RegExp, source: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(source);
}

/** There an apostrophe transposes, and begins no text. */
function isAfterOperand(last: Token | undefined, at: number): boolean {
  if (!last || last.end !== at) return false;
  return last.kind === "mark" ? ")]'!%".includes(last.text) : last.kind !== "newline";
}

/** The statements among words: divided by semicolons and newlines outside of brackets. */
export function statementsOf(tokens: Token[]): Token[][] {
  const statements: Token[][] = [[]];
  for (const token of tokens) {
    const divides = token.depth === 0 && (token.text === ";" || token.kind === "newline");
    if (divides) statements.push([]);
    else statements.at(-1)?.push(token);
  }
  return statements;
}
