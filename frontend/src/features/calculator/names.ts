const name = /[A-Za-z_\p{L}][\w\p{L}]*/gu;
const definition = /(?:^|[;\n])\s*([A-Za-z_\p{L}][\w\p{L}]*)\s*(\([^()]*\))?\s*=(?!=)/gu;

/** The names that an expression uses. */
export function namesIn(source: string): Set<string> {
  return new Set(withoutTexts(source).match(name) ?? []);
}

/** The variables and functions that an expression defines; a function with its parameters. */
export function definitionsIn(source: string): { name: string; parameters: string }[] {
  return [...withoutTexts(source).matchAll(definition)].map((match) => ({
    name: match[1] ?? "",
    parameters: match[2] ?? "",
  }));
}

/** Of the lines before an expression, oldest first, those that define what it uses, directly or through others. */
export function definingLines(before: string[], source: string): string[] {
  const needed = namesIn(source);
  const lines: string[] = [];
  for (const line of [...before].reverse()) {
    if (!definitionsIn(line).some((one) => needed.has(one.name))) continue;
    lines.unshift(line);
    for (const used of namesIn(line)) needed.add(used);
  }
  return lines;
}

function withoutTexts(source: string): string {
  return source.replace(/"(?:\\.|[^"\\])*"/g, '""');
}
