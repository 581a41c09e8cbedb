// What a browser loads before a screen is there: the entry and that page's own files, with all that they
// import. The least of any measure of speed, and the one that does not wobble.
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { gzipSync } from "node:zlib";

import { kRoot } from "./files";

const kMost_bytes = 60_000; // gzipped
// Which some role meets first (web/app/sections.ts): the others are opened by choice.
const kFirst = new Set(["Today", "Journal", "Diary", "ClassBook", "Access", "Messages", "School"]);
const kApp = join(kRoot, "build/web/app");
const kAssets = join(kApp, "assets");
const skip = existsSync(kAssets) ? false : "the pages are not built";

const read = (name: string): string => readFileSync(join(kAssets, name), "utf8");

// The file and all that it imports at once; what it imports later on is not loaded before it is needed.
function closure(name: string, found = new Set<string>()): Set<string> {
  if (found.has(name)) return found;
  found.add(name);
  for (const [, imported] of read(name).matchAll(/(?:\bfrom|\bimport)\s*["']\.\/([\w.~-]+\.js)["']/g)) closure(imported!, found);
  return found;
}

const weight = (names: Iterable<string>): number => [...names].reduce((sum, name) => sum + gzipSync(read(name), { level: 9 }).length, 0);

test("no role's first screen needs more than 60 kB of gzipped scripts before it is there", { skip }, () => {
  const entry = /assets\/(index-[\w-]+\.js)/.exec(readFileSync(join(kApp, "index.html"), "utf8"))![1]!;
  const sections = readdirSync(join(kRoot, "web/app/pages")).filter((name) => /^[A-Z][A-Za-z]*\.svelte$/.test(name)).map((name) => name.slice(0, -7));
  assert.ok(sections.includes("Journal") && sections.includes("Diary"));
  const sizes = sections.flatMap((section) => {
    const chunk = readdirSync(kAssets).find((name) => name.startsWith(`${section}-`) && name.endsWith(".js"));
    return chunk === undefined ? [] : [[section, weight(closure(chunk, closure(entry)))] as const];
  });
  assert.ok(sizes.length >= 2, "pages are chunks of their own");
  for (const [section, bytes] of sizes) if (kFirst.has(section)) assert.ok(bytes <= kMost_bytes, `${section}: ${bytes} bytes`);
  console.log(sizes.map(([section, bytes]) => `${section}: ${(bytes / 1000).toFixed(1)} kB`).join("; "));
});
