// The pages installed as an app: kept by their digests, without a net, under a path of their own; what changes
// is said, and no data are kept.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";

import type { Browser, Page } from "playwright-core";

import { kDesk, launch, Visitor } from "./browser";
import { kRoot } from "./files";
import { Net } from "./journal_net";
import { forget, liveToday, scratch, serve, skip, type Served } from "./served";

const folder = scratch();
const kWorker = "/service_worker.js";
const files = new Map<string, { type: string; body: string }>();
let served: Served;
let net: Net;
let url: string;
let browser: Browser;

before(async () => {
  if (skip) return;
  served = await serve(await liveToday(folder));
  net = new Net(served.port, files);
  url = await net.begin();
  browser = await launch();
});
after(async () => {
  await browser?.close();
  net?.end();
  await served?.stop();
  forget(folder);
});

// Whether the page is one that the service worker gave.
async function installed(page: Page): Promise<void> {
  await page.evaluate(async () => { await navigator.serviceWorker.ready; });
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
}
const kept = (page: Page): Promise<string[]> => page.evaluate(async () => {
  const requests = await Promise.all((await caches.keys()).map(async (name) => await (await caches.open(name)).keys()));
  return requests.flat().map((one) => new URL(one.url).pathname).sort();
});

test("the pages stand in the browser and come without a net; data are never kept there", { skip }, async () => {
  const visitor = await Visitor.open(browser, url, kDesk, "allow");
  await installed(visitor.page);
  await visitor.page.waitForSelector("input[name=login]");
  await visitor.signIn("roditel");
  await visitor.page.waitForSelector(".card");
  const names = await kept(visitor.page);
  assert.ok(names.includes("/index.html") && names.some((name) => /^\/assets\/.*\.js$/.test(name)), names.join());
  assert.deepEqual(names.filter((name) => /api|log\//.test(name)), []);
  net.cut();
  await visitor.page.reload();
  await visitor.page.waitForSelector("main [role=alert]:has-text('Нет связи')");
  await visitor.looksGood("installed-no-net");
  net.mend();
  await visitor.page.click("main >> text=Повторить");
  await visitor.page.waitForSelector(".card");
  await visitor.page.click("header >> text=Выйти >> visible=true");
  await visitor.page.waitForSelector("input[name=login]");
  assert.deepEqual((await kept(visitor.page)).filter((name) => /api|log\//.test(name)), []);
  visitor.faults.splice(0, visitor.faults.length, ...visitor.faults.filter((one) => !one.includes("net::ERR")));
  await visitor.close();
});

test("other pages on the server are told by their files and wait until they are taken", { skip }, async () => {
  const visitor = await Visitor.open(browser, url, kDesk, "allow");
  await installed(visitor.page);
  const worker = readFileSync(join(kRoot, "build/web/app/service_worker.js"), "utf8");
  const version = /version:"([0-9a-f]{64})"/.exec(worker)![1]!;
  const icon = /"icon\.svg":"([0-9a-f]{64})"/.exec(worker)![1]!;
  const other = "b".repeat(64);
  // A list that names another icon than the server has is not taken at all.
  files.set(kWorker, { type: "text/javascript; charset=utf-8", body: worker.replace(version, other).replace(icon, "c".repeat(64)) });
  await visitor.page.evaluate(async () => { await (await navigator.serviceWorker.getRegistration())!.update().catch(() => undefined); });
  await visitor.page.waitForTimeout(1_500);
  assert.equal(await visitor.page.locator("text=Файлы страниц на сервере сменились").count(), 0);
  // A list that agrees with what the server has is told and waits.
  const body = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 32 32\"/>";
  const digest = Buffer.from(await crypto.subtle.digest("SHA-256", Buffer.from(body))).toString("hex");
  files.set("/icon.svg", { type: "image/svg+xml", body });
  files.set(kWorker, { type: "text/javascript; charset=utf-8", body: worker.replace(version, other).replace(icon, digest) });
  await visitor.page.evaluate(async () => { await (await navigator.serviceWorker.getRegistration())!.update(); });
  await visitor.page.waitForSelector("text=Файлы страниц на сервере сменились");
  await visitor.page.click("summary:has-text('Какие файлы: 1')");
  await visitor.page.waitForSelector("li:has-text('icon.svg')");
  await visitor.looksGood("pages-changed");
  assert.equal(await visitor.page.evaluate(async () => (await (await fetch("icon.svg")).text()).includes("path")), true);
  await visitor.page.click("text=Перейти на новые");
  await visitor.page.waitForLoadState();
  await visitor.page.waitForFunction(async () => !(await (await fetch("icon.svg")).text()).includes("path"));
  files.clear();
  visitor.faults.splice(0, visitor.faults.length, ...visitor.faults.filter((one) => !/service_?worker/i.test(one)));
  await visitor.close();
});
