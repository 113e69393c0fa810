// Prints pages.conf, which nginx.conf includes: the addresses of the app's pages, each as a pattern that leads to its one
// file. They are those that pages.json names to the service.
//
//   node scripts/nginx-pages.mjs dist/pages.json
import { readFileSync } from "node:fs";

const pages = JSON.parse(readFileSync(process.argv[2], "utf8"));
const literally = (path) => path.replace(/[^\w/-]/g, "\\$&");
console.log("/ /index.html;");
for (const page of pages) console.log(`"~^${literally(page)}(?:/|$)" /index.html;`);
