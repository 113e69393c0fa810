import { statementsOf, type Token, tokensOf } from "./tokens";

export type Definition = {
  name: string;
  /** Of a function, as they are written; else empty. */
  parameters: string;
  /** Whether nothing is left of what the name meant before: not so for a part of a list, or where it depends. */
  isWhole: boolean;
};
/** What an expression takes from the lines above it, and what it gives to those below. */
type Reading = { uses: Set<string>; definitions: Definition[] };

const unit = /\bcreateUnit\s*\(\s*["']([A-Za-z][A-Za-z0-9]*)["']/g;
/** Functions whose texts may name units. */
const unitFunction = /\b(?:createUnit|unit|to|toNumeric|splitUnit|number)\s*\(/;
const name = /[\p{Alphabetic}_$][\p{Alphabetic}_$\d]*/gu;

const readings = new Map<string, Reading>();
const keptReadings = 1000;

function reading(source: string): Reading {
  const known = readings.get(source);
  if (known) return known;
  if (readings.size >= keptReadings) readings.clear();
  const made = read(source);
  readings.set(source, made);
  return made;
}

function read(source: string): Reading {
  const uses = new Set<string>();
  const definitions: Definition[] = [];
  const own = new Set<string>();
  const readsTexts = unitFunction.test(source);
  for (const statement of statementsOf(tokensOf(source))) {
    const found = statement.flatMap((token, at) =>
      token.text === "=" ? (definitionAt(statement, at, source) ?? []) : [],
    );
    const [first] = found;
    const target = first?.isWhole ? first : undefined;
    // A function may call itself, and its parameters are its own.
    const inside = new Set(target?.parameters ? [target.name, ...(target.parameters.match(name) ?? [])] : []);
    for (const used of namesOf(target ? statement.slice(1) : statement, readsTexts)) {
      if (!own.has(used) && !inside.has(used)) uses.add(used);
    }
    definitions.push(...found);
    if (target) own.add(target.name);
  }
  for (const match of source.matchAll(unit)) definitions.push({ name: match[1] ?? "", parameters: "", isWhole: true });
  return { uses, definitions };
}

function namesOf(tokens: Token[], readsTexts: boolean): string[] {
  return tokens.flatMap((token) => {
    if (token.kind === "name") return [token.text];
    return token.kind === "text" && readsTexts ? (token.text.match(name) ?? []) : [];
  });
}

/** What is defined by the equals sign at a place in a statement: a name, a function or a part of a list. */
function definitionAt(statement: Token[], sign: number, source: string): Definition | undefined {
  const last = statement[sign - 1];
  let opening = sign;
  if (last?.text === ")" || last?.text === "]") {
    opening = sign - 2;
    while (opening > 0 && statement[opening]?.depth !== last.depth) opening -= 1;
  }
  const target = statement[opening - 1];
  if (target?.kind !== "name") return undefined;
  const parameters = last?.text === ")" ? source.slice(statement[opening]?.start, last.end) : "";
  return { name: target.text, parameters, isWhole: last?.text !== "]" && opening === 1 };
}

/** The names whose meaning an expression takes from elsewhere. */
export const namesIn = (source: string): ReadonlySet<string> => reading(source).uses;

/** The variables, functions and units that an expression defines; a function with its parameters. */
export const definitionsIn = (source: string): readonly Definition[] => reading(source).definitions;

/**
 * All names on which an expression depends, and which of the lines before define them, directly or through others.
 * Which stands first does not matter: what a function uses is looked up when it is called.
 */
export function needs(before: string[], source: string): { names: Set<string>; lines: number[] } {
  const names = new Set(namesIn(source));
  const lines = new Set<number>();
  for (let known = -1; known !== lines.size;) {
    known = lines.size;
    before.forEach((line, index) => {
      if (lines.has(index) || !definitionsIn(line).some((one) => names.has(one.name))) return;
      lines.add(index);
      for (const used of namesIn(line)) names.add(used);
    });
  }
  return { names, lines: [...lines].sort((a, b) => a - b) };
}
