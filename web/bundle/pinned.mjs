// Makes the service worker of built pages: its source, with the digests of all files put in.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";

import { build } from "esbuild";

export const kWorker = "service_worker.js";

const digestOf = (bytes) => createHash("sha256").update(bytes).digest("hex");

export function pinsOf(folder) {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile()).map((one) => relative(folder, join(one.parentPath ?? one.path, one.name)))
    .filter((name) => name !== kWorker).sort();
  const files = Object.fromEntries(names.map((name) => [name, digestOf(readFileSync(join(folder, name)))]));
  return { version: digestOf(JSON.stringify(files)), files };
}

export async function pinPages(web, folder) {
  const made = await build({
    entryPoints: [join(web, "pinned/service_worker.ts")], bundle: true, minify: true, write: false, format: "iife",
    target: ["chrome109", "firefox115", "safari16"], tsconfig: join(web, "tsconfig.json"), logLevel: "error",
    define: { kPins: JSON.stringify(pinsOf(folder)) },
  });
  writeFileSync(join(folder, kWorker), made.outputFiles[0].text);
}
