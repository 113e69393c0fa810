// Packs what the service serves packed: a file beside each text file, with brotli and with gzip.
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { root } from "./toolchain.mjs";

const zopfli = "/usr/bin/zopfli";
const packed = /\.(js|css|html|svg|json)$/;

export function compress(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) compress(path);
    else if (packed.test(entry.name)) pack(path);
  }
}

function pack(path) {
  const bytes = readFileSync(path);
  writeFileSync(`${path}.gz`, gzip(path, bytes));
  const parameters = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  writeFileSync(`${path}.br`, brotliCompressSync(bytes, { params: parameters }));
}

/** Zopfli, where it is installed, makes gzip's own format a few per cent smaller: it is done once, and read often. */
function gzip(path, bytes) {
  if (!existsSync(zopfli)) return gzipSync(bytes, { level: 9 });
  return execFileSync(zopfli, ["-c", path], { maxBuffer: 16 << 20 });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) compress(join(root, "dist"));
