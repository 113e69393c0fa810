// Builds dist/ without npm, from Debian's packages and the standalone Tailwind program: the same shape of dist/ that
// `npm run build` makes with Vite.
//
//   node scripts/build.mjs            dist/
//   node scripts/build.mjs --check    types only
//   node scripts/build.mjs --serve    development server on :5173; the service's own paths go to :8000
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { compress } from "./compress.mjs";
import { serve } from "./serve.mjs";
import { esbuild, fail, linkPackages, root, tailwind, terser, typescript } from "./toolchain.mjs";

const firstLoadLimit = 70_000;
const development = process.argv.includes("--serve");
process.chdir(root);
linkPackages();

if (process.argv.includes("--check")) {
  check();
} else if (development) {
  await serve(build);
} else {
  await build("dist").catch((error) => fail(error.message));
}

function check() {
  try {
    execFileSync("node", [typescript, "--project", "tsconfig.nonpm.json"], { stdio: "inherit" });
  } catch {
    process.exit(1);
  }
}

/** Builds into a folder beside the target and then takes its place, so that a served app is never half there. */
async function build(target) {
  const folder = `${target}.new`;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync("node_modules/.cache", { recursive: true });
  const sheet = "node_modules/.cache/tailwind.css";
  execFileSync(tailwind(), ["--input", "src/index.css", "--output", sheet, ...(development ? [] : ["--minify"])], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  const result = await bundle(options(folder, readFileSync(sheet, "utf8")));
  for (const { path, contents } of result.outputFiles) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, contents);
  }
  cpSync("public", folder, { recursive: true });
  if (!development) {
    await pack(result);
    const theme = join(folder, "theme.js");
    writeFileSync(theme, (await terser().minify(readFileSync(theme, "utf8"))).code);
  }
  writeFileSync(join(folder, "index.html"), page(result.metafile, folder));
  if (!development) {
    compress(folder);
    report(result.metafile, folder);
  }
  rmSync(target, { recursive: true, force: true });
  renameSync(folder, target);
}

/** esbuild prints what is wrong by itself; its exception says it again with whole files in it. */
async function bundle(options) {
  try {
    return await esbuild().build(options);
  } catch (error) {
    throw new Error(error.errors ? `${error.errors.length} errors` : error.message, { cause: error });
  }
}

function options(folder, sheet) {
  return {
    entryPoints: ["src/main.tsx"],
    outdir: join(folder, "assets"),
    entryNames: "[name]-[hash]",
    chunkNames: "[name]-[hash]",
    assetNames: "[name]-[hash]",
    publicPath: "/assets",
    bundle: true,
    splitting: true,
    format: "esm",
    target: "es2022",
    jsx: "automatic",
    minify: !development,
    sourcemap: true,
    metafile: true,
    write: false,
    logLevel: "warning",
    nodePaths: ["/usr/share/nodejs"],
    loader: { ".woff2": "file" },
    define: {
      "process.env.NODE_ENV": development ? '"development"' : '"production"',
    },
    plugins: [styles(sheet), entrances()],
  };
}

/** Puts Tailwind's output in the place of its input, and leaves KaTeX's fonts in the one format all browsers read. */
function styles(sheet) {
  return {
    name: "styles",
    setup(context) {
      context.onLoad({ filter: /src\/index\.css$/ }, () => ({
        contents: sheet,
        loader: "css",
        resolveDir: join(root, "src"),
      }));
      context.onLoad({ filter: /katex(\.min)?\.css$/ }, ({ path }) => ({
        contents: readFileSync(path, "utf8").replace(/,url\([^)]*\.(woff|ttf)\) format\(["'][a-z]*["']\)/g, ""),
        loader: "css",
      }));
    },
  };
}

/** React's other ways in (the legacy root, hydration) are exports of a CommonJS module, which no bundler may leave out. */
function entrances() {
  return {
    name: "entrances",
    setup(context) {
      context.onLoad({ filter: /react-dom\.production\.min\.js$/ }, ({ path }) => ({
        contents: readFileSync(path, "utf8").replace(/^exports\.(?!createRoot|createPortal|flushSync)\w+ = .*;$/gm, ""),
        loader: "js",
      }));
    },
  };
}

/**
 * Debian's React is not as tightly packed as npm's: its switched-off features are still in it. Terser takes them out,
 * where esbuild does not look so far.
 */
async function pack({ outputFiles }) {
  for (const { path, text } of outputFiles.filter((file) => file.path.endsWith(".js"))) {
    if (/\/katex-/.test(path)) continue;
    const map = `${path}.map`;
    const packed = await terser().minify(text.replace(/\n\/\/# sourceMappingURL=.*/, ""), {
      module: true,
      ecma: 2020,
      compress: { passes: 3, pure_getters: true, keep_fargs: false },
      sourceMap: { content: readFileSync(map, "utf8"), url: basename(map) },
    });
    writeFileSync(path, packed.code);
    writeFileSync(map, packed.map);
  }
}

/** index.html with the names that the files have got. */
function page(metafile, folder) {
  const outputs = Object.entries(metafile.outputs);
  const entry = outputs.find(([, output]) => output.entryPoint === "src/main.tsx");
  if (!entry) fail("esbuild made no entry");
  const address = (path) => path.slice(folder.length);
  const css = entry[1].cssBundle ?? outputs.find(([path]) => /\/main-[A-Z0-9]+\.css$/.test(path))?.[0];
  const chunks = entry[1].imports.filter((one) => one.kind === "import-statement").map((one) => one.path);
  const head = [
    ...chunks.map((path) => `<link rel="modulepreload" href="${address(path)}" />`),
    `<link rel="stylesheet" href="${address(css)}" />`,
    `<script type="module" src="${address(entry[0])}"></script>`,
    ...(development ? ['<script type="module" src="/@reload.js"></script>'] : []),
  ];
  return readFileSync("index.html", "utf8")
    .replace(/ *<script type="module" src="\/src\/main.tsx"><\/script>\n/, "")
    .replace(/href="\/(src\/fonts\/[^"]+)"/g, (_, source) => {
      const asset = outputs.find(([, output]) => Object.keys(output.inputs)[0] === source);
      return `href="${address(asset[0])}"`;
    })
    .replace("  </head>", head.map((line) => `    ${line}\n`).join("") + "  </head>");
}

/** What a first visit loads, and what the first page loads for whoever is signed in, both held to the limit. */
function report(metafile, folder) {
  const { outputs } = metafile;
  const at = (source) => Object.keys(outputs).find((path) => outputs[path].entryPoint === source);
  const reached = (path, found = new Set()) => {
    if (found.has(path)) return found;
    found.add(path);
    for (const one of outputs[path].imports) if (one.kind === "import-statement") reached(one.path, found);
    return found;
  };
  const packed = (path) => statSync(`${path}.gz`).size;
  for (const path of Object.keys(outputs).filter((path) => path.endsWith(".js"))) {
    console.log(`${String(packed(path)).padStart(8)}  ${basename(path)}`);
  }
  for (const page of ["src/app/entrance.ts", "src/features/calculator/Calculator.tsx"]) {
    const first = new Set([...reached(at("src/main.tsx")), ...reached(at(page))]);
    const size = [join(folder, "theme.js"), ...first].reduce((sum, path) => sum + packed(path), 0);
    console.log(`first load with ${page}: ${(size / 1000).toFixed(1)} kB of JavaScript, gzipped`);
    if (size > firstLoadLimit) fail(`a first load may be ${firstLoadLimit / 1000} kB`);
  }
}
