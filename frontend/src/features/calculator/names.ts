const name = /[A-Za-z_\p{L}][\w\p{L}]*/gu;
const definition = /(?:^|[;\n])\s*([A-Za-z_\p{L}][\w\p{L}]*)\s*(\([^()]*\))?\s*=(?!=)/gu;
const unit = /\bcreateUnit\s*\(\s*["']([A-Za-z][A-Za-z0-9]*)["']/g;
/** Functions whose texts may name units. */
const unitFunction = /\b(?:createUnit|unit|to|toNumeric|splitUnit|number)\s*\(/;

/** The names that an expression uses. */
export function namesIn(source: string): Set<string> {
  return new Set((unitFunction.test(source) ? source : withoutTexts(source)).match(name) ?? []);
}

/** The variables, functions and units that an expression defines; a function with its parameters. */
export function definitionsIn(source: string): { name: string; parameters: string }[] {
  const assigned = [...withoutTexts(source).matchAll(definition)].map((match) => ({
    name: match[1] ?? "",
    parameters: match[2] ?? "",
  }));
  const made = [...source.matchAll(unit)].map((match) => ({ name: match[1] ?? "", parameters: "" }));
  return [...assigned, ...made];
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
