import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const script = fileURLToPath(new URL("floors.mjs", import.meta.url));

/** What the check says of an app of these files. */
function checked(files) {
  const folder = mkdtempSync(join(tmpdir(), "floors-"));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const { status, stderr } = spawnSync("node", [script, folder], { encoding: "utf8" });
  rmSync(folder, { recursive: true });
  return { status, stderr };
}

test("imports that go down, or stay in one feature, pass", () => {
  const files = {
    "main.tsx": 'import { App } from "./app/App";',
    "app/App.tsx": 'const page = () => import("../features/plot/Plot");',
    "features/plot/Plot.tsx":
      'import { x } from "./x";\nimport { ask } from "../../api/client";\nimport React from "react";',
    "shared/Tex.test.tsx": 'import { render } from "../testing";',
  };
  assert.deepEqual(checked(files), { status: 0, stderr: "" });
});

test("an import that goes up or across is refused and named, in whichever form it is written", () => {
  const files = {
    "api/pending.ts": 'import { store } from "../shared/store";',
    "shared/Field.tsx": 'const page = import("../app/App");\nimport "../features/plot/Plot";',
    "features/plot/Plot.tsx": 'type Line = typeof import("../history/Line");\nexport { go } from "../../main";',
    "text/index.ts": 'import type {\n  Line,\n} from "../api/math";',
  };
  assert.deepEqual(checked(files), {
    status: 1,
    stderr: `build: imports that go up, or from feature to feature:
src/api/pending.ts names shared/store
src/features/plot/Plot.tsx names features/history/Line
src/features/plot/Plot.tsx names main
src/shared/Field.tsx names app/App
src/shared/Field.tsx names features/plot/Plot
src/text/index.ts names api/math
`,
  });
});
