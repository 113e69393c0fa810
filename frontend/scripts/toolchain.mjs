// Where the tools are. With npm they are in node_modules; without it Debian's packages and a Python wheel have them.
import { existsSync, lstatSync, mkdirSync, readdirSync, symlinkSync } from "node:fs";
import Module, { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const debian = "/usr/share/nodejs";
const linked = [
  "react",
  "react-dom",
  "scheduler",
  "katex",
  "csstype",
  "@types/react",
  "@types/react-dom",
  "@types/prop-types",
];

/** Makes node_modules out of links to Debian's packages; what npm has put there stays. */
export function linkPackages() {
  for (const name of linked) {
    const target = join(debian, name);
    const link = join(root, "node_modules", name);
    if (lstatSync(link, { throwIfNoEntry: false })) continue;
    if (!existsSync(target)) fail(`${target} is missing: run scripts/install.sh web`);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(target, link);
  }
}

/** esbuild's JavaScript interface. */
export function esbuild() {
  const folders = readdirSync("/usr/lib")
    .map((name) => `/usr/lib/${name}/nodejs/esbuild`)
    .filter((folder) => existsSync(folder));
  if (!existsSync("/usr/bin/esbuild") || folders.length === 0) fail("esbuild is missing: run scripts/install.sh web");
  process.env.ESBUILD_BINARY_PATH = "/usr/bin/esbuild";
  return createRequire(import.meta.url)(folders[0]);
}

/** The standalone Tailwind program. */
export function tailwind() {
  const candidates = [process.env.TAILWINDCSS, join(root, "../.venv-web/bin/tailwindcss")];
  const program = candidates.find((path) => path && existsSync(path));
  return program ?? fail("tailwindcss is missing: run scripts/install.sh web");
}

/** A minifier that looks further than esbuild's. */
export function terser() {
  if (!existsSync(join(debian, "terser"))) fail("terser is missing: run scripts/install.sh web");
  // Debian's modules find one another by this variable.
  process.env.NODE_PATH = debian;
  Module._initPaths();
  return createRequire(import.meta.url)(join(debian, "terser"));
}

export const typescript = join(debian, "typescript/lib/tsc.js");

export function fail(message) {
  console.error(`build: ${message}`);
  process.exit(1);
}
