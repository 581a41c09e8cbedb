// How TypeScript becomes files: the page as one HTML file that needs nothing beside it, and the tests
// as modules for node. The same sources give the same bytes, wherever and whenever they are built.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { build } from "esbuild";

import { kTables } from "./tables.mjs";

export const kWeb = dirname(dirname(fileURLToPath(import.meta.url)));
export const kRoot = dirname(kWeb);

function tables() {
  return {
    name: "tables",
    setup(to) {
      to.onResolve({ filter: /^letopis-/ }, ({ path }) => ({ path, namespace: "table" }));
      to.onLoad({ filter: /.*/, namespace: "table" }, ({ path }) => ({ contents: JSON.stringify(kTables[path](kRoot)), loader: "json" }));
    },
  };
}

const kCommon = {
  bundle: true,
  write: false,
  charset: "utf8",
  legalComments: "none",
  absWorkingDir: kWeb,
  tsconfig: join(kWeb, "tsconfig.json"),
  logLevel: "error",
};

const sha256 = (text) => "sha256-" + createHash("sha256").update(text).digest("base64");

// Puts a text in the place of a mark, which must be there once.
function put(html, mark, text) {
  if (html.split(mark).length !== 2) throw new Error(`the page has no place for ${mark}`);
  return html.replace(mark, () => text);
}

// One file, opened from a disk: script and style stand in it and are named by their digests, so that
// the browser runs these and nothing else.
export async function bundlePage() {
  const script = await build({
    ...kCommon, entryPoints: ["verify/main.ts"], format: "iife", minify: true,
    target: ["chrome109", "firefox115", "safari16"], plugins: [tables()],
  });
  const style = await build({ ...kCommon, entryPoints: ["verify/page.css"], minify: true, loader: { ".css": "css" } });
  const code = script.outputFiles[0].text.trim();
  const looks = style.outputFiles[0].text.trim();
  if (/<\/script|<!--/i.test(code)) throw new Error("the script would end the element that it stands in");
  let html = readFileSync(join(kWeb, "verify/page.html"), "utf8");
  html = put(html, "{script-digest}", sha256(code));
  html = put(html, "{style-digest}", sha256(looks));
  html = put(html, "{style}", looks);
  return put(html, "{script}", code);
}

// Packages that were written for `require` find it in a module, too.
const kRequire = 'import { createRequire as makeRequire } from "node:module"; const require = makeRequire(import.meta.url);';

// A module for node, with everything of ours in it.
export async function bundleModule(entry, to) {
  const made = await build({
    ...kCommon, entryPoints: [entry], format: "esm", platform: "node", target: ["node20"], sourcemap: "inline",
    banner: { js: kRequire }, plugins: [tables()],
  });
  mkdirSync(dirname(to), { recursive: true });
  writeFileSync(to, made.outputFiles[0].text);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const to = process.argv[2] ?? join(kRoot, "build/web/verify.html");
  const page = await bundlePage();
  mkdirSync(dirname(to), { recursive: true });
  writeFileSync(to, page);
  const digest = createHash("sha256").update(page).digest("hex");
  console.log(`${digest}  ${to}  (${Math.ceil(Buffer.byteLength(page) / 1000)} kB)`);
}
