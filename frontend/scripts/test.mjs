// Runs the unit tests (src/**/*.test.ts, *.test.tsx) on Node's own runner, with jsdom for a page; and those of scripts/.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { esbuild, fail, linkPackages, root } from "./toolchain.mjs";

process.chdir(root);
linkPackages();
const tests = readdirSync("src", { recursive: true })
  .map((name) => join("src", String(name)))
  .filter((name) => /\.test\.tsx?$/.test(name));
if (tests.length === 0) fail("there are no tests");
const jsdom = ["node_modules/jsdom", "/usr/share/nodejs/jsdom"].find((folder) => existsSync(folder));
if (!jsdom) fail("jsdom is missing: run scripts/install.sh web-test");

const outdir = "node_modules/.cache/test";
rmSync(outdir, { recursive: true, force: true });
await esbuild().build({
  entryPoints: tests,
  outdir,
  bundle: true,
  platform: "node",
  format: "cjs",
  outExtension: { ".js": ".cjs" },
  jsx: "automatic",
  sourcemap: "inline",
  logLevel: "warning",
  nodePaths: ["/usr/share/nodejs"],
  define: { "process.env.NODE_ENV": '"development"' },
});
const built = readdirSync(outdir, { recursive: true })
  .map((name) => join(outdir, String(name)))
  .filter((name) => name.endsWith(".cjs"));
// Ended by force: React's scheduler leaves a channel open.
const flags = ["--enable-source-maps", "--require", "./scripts/page.cjs", "--test", "--test-force-exit"];
const run = spawnSync("node", [...flags, ...built, "scripts/floors.test.mjs"], {
  stdio: "inherit",
  env: { ...process.env, NODE_PATH: "/usr/share/nodejs" },
});
process.exit(run.status ?? 1);
