// A development server for those without npm: builds again when a source changes, and reloads the page.
import { createReadStream, existsSync, statSync, watch } from "node:fs";
import { createServer, request } from "node:http";
import { extname, join } from "node:path";
import { proxiedPaths } from "./paths.mjs";
import { fail, root } from "./toolchain.mjs";

const types = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
  ".map": "application/json",
};
const service = new URL(process.env.MATH_SERVICE ?? "http://127.0.0.1:8000");
const port = Number(process.env.PORT ?? 5173);
const folder = "node_modules/.cache/dev";
const proxied = proxiedPaths.map((path) => new RegExp(path));
const pages = new Set();

export async function serve(build) {
  await build(folder);
  let timer;
  let building = Promise.resolve();
  const again = async () => {
    try {
      await build(folder);
      for (const page of pages) page.write("data: reload\n\n");
    } catch (error) {
      console.error(String(error.message ?? error));
    }
  };
  for (const source of ["src", "public", "index.html"]) {
    watch(join(root, source), { recursive: true }, () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        building = building.then(again);
      }, 80);
    });
  }
  const server = createServer(answer);
  server.on("error", (error) => fail(`cannot listen on port ${port}: ${error.message}`));
  server.listen(port, "127.0.0.1", () => {
    console.log(`http://127.0.0.1:${server.address().port} (the service: ${service.origin})`);
  });
}

function answer(incoming, outgoing) {
  const path = new URL(incoming.url, "http://localhost").pathname;
  if (path === "/@reload") return subscribe(outgoing);
  if (path === "/@reload.js") {
    outgoing.writeHead(200, { "content-type": types[".js"] });
    return outgoing.end('new EventSource("/@reload").onmessage = () => location.reload();');
  }
  if (proxied.some((pattern) => pattern.test(incoming.url))) return pass(incoming, outgoing);
  const file = join(folder, path);
  const isFile = !path.includes("..") && existsSync(file) && statSync(file).isFile();
  send(outgoing, isFile ? file : join(folder, "index.html"));
}

function send(outgoing, file) {
  outgoing.writeHead(200, { "content-type": types[extname(file)] ?? "application/octet-stream" });
  createReadStream(file).pipe(outgoing);
}

function subscribe(outgoing) {
  outgoing.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
  outgoing.flushHeaders();
  pages.add(outgoing);
  outgoing.on("close", () => pages.delete(outgoing));
}

function pass(incoming, outgoing) {
  const { hostname, port } = service;
  const onward = request(
    { hostname, port, path: incoming.url, method: incoming.method, headers: incoming.headers },
    (answer) => {
      outgoing.writeHead(answer.statusCode, answer.headers);
      answer.pipe(outgoing);
    },
  );
  onward.on("error", () => {
    outgoing.writeHead(502, { "content-type": "application/json" });
    outgoing.end(
      JSON.stringify({ detail: `No service answers at ${service.origin}`, code: "bad_gateway", request_id: "" }),
    );
  });
  outgoing.on("close", () => onward.destroy());
  incoming.pipe(onward);
}
