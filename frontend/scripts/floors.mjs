// The folders of src/ are floors: a file names only what stands below it. A feature names no other feature.
//
//   node scripts/floors.mjs [src]     says which imports go up or across, and fails where there are any
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize, sep } from "node:path";
import { fail, root } from "./toolchain.mjs";

const floors = ["text", "api", "shared", "features", "app"];
const source = process.argv[2] ?? join(root, "src");
// `from "…"`, `import "…"`, `import("…")`, also of types alone.
const imported = /(?:\bfrom|\bimport)\s*\(?\s*["'](\.[^"']*)["']/g;

const found = readdirSync(source, { recursive: true })
  .map(String)
  .filter((file) => /\.tsx?$/.test(file))
  .flatMap((file) => arrows(file).filter(({ target }) => !isAllowed(file, target)))
  .map(({ file, target }) => `src/${file} names ${target}`);
if (found.length > 0) fail(`imports that go up, or from feature to feature:\n${found.sort().join("\n")}`);

function arrows(file) {
  const text = readFileSync(join(source, file), "utf8");
  return [...text.matchAll(imported)].map(([, path]) => ({ file, target: normalize(join(dirname(file), path)) }));
}

function isAllowed(file, target) {
  const [own, ownPart] = file.split(sep);
  const [other, otherPart] = target.split(sep);
  // What stands in src/ itself begins the app or serves the tests.
  if (!floors.includes(own)) return true;
  if (!floors.includes(other)) return /\.test\.tsx?$/.test(file);
  if (own === "features" && other === "features") return ownPart === otherPart;
  return floors.indexOf(other) <= floors.indexOf(own);
}
