// The service worker: keeps the files of the pages, and nothing else, each under the digest that this very
// version names. A server that gives other bytes for one of them gives none that are run; a new version comes
// only with another list, waits until it is taken, and the page says what has changed.
import { agrees, kCachePrefix, type Pins } from "./pins";

// Put here when the pages are built.
declare const kPins: Pins;

interface Worker {
  skipWaiting(): Promise<void>;
  registration: { scope: string };
  clients: { claim(): Promise<void> };
  addEventListener(kind: "install" | "activate", act: (event: { waitUntil(done: Promise<unknown>): void }) => void): void;
  addEventListener(kind: "fetch", act: (event: { request: Request; respondWith(answer: Promise<Response>): void }) => void): void;
  addEventListener(kind: "message", act: (event: { data: unknown; ports: readonly MessagePort[] }) => void): void;
}
const worker = self as unknown as Worker;

// Several schools may stand under one origin, each below a path of its own.
const prefix = `${kCachePrefix}${worker.registration.scope} `;
const name = `${prefix}${kPins.version}`;

async function take(): Promise<void> {
  const cache = await caches.open(name);
  for (const [file, digest] of Object.entries(kPins.files)) {
    const address = new URL(file, worker.registration.scope);
    const answer = await fetch(address, { cache: "no-cache", credentials: "omit" });
    const bytes = await answer.arrayBuffer();
    if (!answer.ok || !(await agrees(bytes, digest))) throw new Error(`${file} is not what this version names`);
    await cache.put(address, new Response(bytes, { headers: answer.headers }));
  }
}

worker.addEventListener("install", (event) => event.waitUntil(take()));
worker.addEventListener("activate", (event) => event.waitUntil((async () => {
  for (const one of await caches.keys()) if (one.startsWith(prefix) && one !== name) await caches.delete(one);
  await worker.clients.claim();
})()));

worker.addEventListener("message", ({ data, ports }) => {
  if (data === "take") void worker.skipWaiting();
  if (data === "pins") ports[0]?.postMessage(kPins);
});

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const scope = new URL(worker.registration.scope);
  const address = new URL(request.url);
  if (request.method !== "GET" || address.origin !== scope.origin || !address.pathname.startsWith(scope.pathname)) return;
  const file = address.pathname.slice(scope.pathname.length) || "index.html";
  if (!Object.hasOwn(kPins.files, file)) return; // data: never kept, never answered here
  event.respondWith((async () => {
    const kept = await (await caches.open(name)).match(new URL(file, scope));
    return kept ?? fetch(request);
  })());
});
