// How the pages become files: build/web/app, served by `letopis serve` at each school's root. Every
// address in them is relative, so that they stand behind any prefix of a proxy.
import { join } from "node:path";

import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vite";

import { pinPages } from "./bundle/pinned.mjs";
import { kTables } from "./bundle/tables.mjs";

const kWeb = import.meta.dirname;
const kRoot = join(kWeb, "..");

const tables = {
  name: "tables",
  resolveId: (id) => (id in kTables ? `\0${id}` : undefined),
  load: (id) => (id.slice(1) in kTables ? `export default ${JSON.stringify(kTables[id.slice(1)](kRoot))}` : undefined),
};

// After all files are written: the service worker that names them by their digests.
const kOut = join(kRoot, "build/web/app");
const pinned = { name: "pinned", apply: "build", closeBundle: () => pinPages(kWeb, kOut) };

export default defineConfig({
  root: join(kWeb, "app"),
  base: "./",
  plugins: [tables, svelte({ configFile: false }), pinned],
  build: {
    outDir: kOut,
    emptyOutDir: true,
    target: ["chrome109", "firefox115", "safari16"],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 150,
  },
  logLevel: "warn",
});
