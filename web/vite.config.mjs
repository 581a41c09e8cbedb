// How the pages become files: build/web/app, served by `letopis serve` at each school's root. Every
// address in them is relative, so that they stand behind any prefix of a proxy.
import { join } from "node:path";

import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vite";

import { makeSchema } from "./bundle/schema.mjs";

const kWeb = import.meta.dirname;
const kRoot = join(kWeb, "..");

// The table of the schema, under the name by which proofs/schema.ts imports it.
const schemaTable = {
  name: "schema-table",
  resolveId: (id) => (id === "letopis-schema" ? "\0letopis-schema" : undefined),
  load: (id) => (id === "\0letopis-schema" ? `export default ${JSON.stringify(makeSchema(kRoot))}` : undefined),
};

export default defineConfig({
  root: join(kWeb, "app"),
  base: "./",
  plugins: [schemaTable, svelte({ configFile: false })],
  build: {
    outDir: join(kRoot, "build/web/app"),
    emptyOutDir: true,
    target: ["chrome109", "firefox115", "safari16"],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 150,
  },
  logLevel: "warn",
});
