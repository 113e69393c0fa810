// Writes src/api/schema.ts from docs/openapi.json; with --check says whether it is stale.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fail, root } from "./toolchain.mjs";

const document = JSON.parse(readFileSync(join(root, "../docs/openapi.json"), "utf8"));
const target = join(root, "src/api/schema.ts");

function type(schema, indent = "") {
  if (schema.$ref) return schema.$ref.split("/").at(-1);
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(" | ");
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return [...new Set(choices.map((one) => type(one, indent)))].join(" | ");
  if (Array.isArray(schema.type)) return schema.type.map((name) => type({ ...schema, type: name }, indent)).join(" | ");
  switch (schema.type) {
    case "string":
      return "string";
    case "integer":
    case "number":
      return "number";
    case "boolean":
      return "boolean";
    case "null":
      return "null";
    case "array":
      return array(type(schema.items ?? {}, indent));
    case "object":
      return object(schema, indent);
    default:
      return "unknown";
  }
}

function array(element) {
  return /^([\w.]+|\{[^]*\})$/.test(element) ? `${element}[]` : `(${element})[]`;
}

function object(schema, indent) {
  const members = Object.entries(schema.properties ?? {});
  if (members.length === 0) return "Record<string, unknown>";
  const required = new Set(schema.required ?? []);
  const inner = `${indent}  `;
  const lines = members.map(([name, member]) => {
    const text = member.description ? `${inner}/** ${member.description.replaceAll("*/", "* /")} */\n` : "";
    const key = /^[A-Za-z_]\w*$/.test(name) ? name : JSON.stringify(name);
    return `${text}${inner}${key}${required.has(name) ? "" : "?"}: ${type(member, inner)};\n`;
  });
  return `{\n${lines.join("")}${indent}}`;
}

// The arguments of each operation are asked for by the catalogue, not by a type.
const schemas = Object.entries(document.components.schemas)
  .filter(([name]) => !name.endsWith("Arguments"))
  .map(([name, schema]) => `export type ${name} = ${type(schema)};\n`);
const text = ["// Made from docs/openapi.json by `node scripts/types.mjs`. Do not edit.\n", ...schemas].join("\n");

if (process.argv.includes("--check")) {
  let present = "";
  try {
    present = readFileSync(target, "utf8");
  } catch {
    // Said below.
  }
  if (present !== text) fail("src/api/schema.ts is stale: run `node frontend/scripts/types.mjs` and commit it");
} else {
  writeFileSync(target, text);
}
