// The page «Журнал» in a real browser before the real program: a teacher's lesson by the keyboard, a net
// that is cut in the middle, two tabs.
import assert from "node:assert/strict";
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, test } from "node:test";

import type { Browser, BrowserContext, BrowserType, Page } from "playwright-core";

import { kRoot } from "./files";
import { Net } from "./journal_net";
import { forget, kPassword, liveToday, scratch, serve, skip, type Served } from "./served";

const require = createRequire(join(kRoot, "web/package.json"));
const { chromium } = require("playwright-core") as { chromium: BrowserType };
const kPictures = join(kRoot, "build/web/pictures");
const kIndex = `<!doctype html><html lang="ru"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Журнал</title><link rel="stylesheet" href="journal.css"><main id="app"></main><script src="journal.js"></script></html>`;
const kWait = { timeout: 15_000 };

const folder = skip ? "" : scratch();
let served: Served;
let net: Net;
let url: string;
let browser: Browser;
let context: BrowserContext;
const faults: string[] = [];

async function bundled(): Promise<string> {
  const { build } = require("esbuild") as {
    build(wish: object): Promise<{ outputFiles: { text: string }[] }>;
  };
  const made = await build({ entryPoints: [join(kRoot, "tests/web/journal_shell.ts")], bundle: true, write: false, format: "iife", minify: true,
    target: ["chrome109", "firefox115"], tsconfig: join(kRoot, "web/tsconfig.json"), logLevel: "error" });
  return made.outputFiles[0]!.text;
}

before(async () => {
  if (skip) return;
  served = await serve(await liveToday(folder));
  const css = readFileSync(join(kRoot, "web/journal/journal.css"), "utf8");
  net = new Net(served.port, new Map([
    ["/", { type: "text/html; charset=utf-8", body: kIndex }],
    ["/journal.css", { type: "text/css; charset=utf-8", body: css }],
    ["/journal.js", { type: "text/javascript; charset=utf-8", body: await bundled() }]]));
  url = await net.begin();
  const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  browser = await chromium.launch({ executablePath: process.env["LETOPIS_CHROMIUM"]!, args });
  context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: "ru" });
  await context.request.post(`${url}/api/v1/sessions`, { data: { login: "teacher", password: kPassword } });
  mkdirSync(kPictures, { recursive: true });
}, { timeout: 120_000 });

after(async () => {
  if (skip) return;
  await browser?.close();
  net?.end();
  assert.equal(await served?.stop(), 0);
  forget(folder);
});

async function open(): Promise<Page> {
  const page = await context.newPage();
  page.on("pageerror", (fault) => faults.push(fault.message));
  page.on("console", (said) => { if (/policy/i.test(said.text())) faults.push(said.text()); });
  await page.goto(url);
  await page.waitForSelector("td.cursor", kWait);
  return page;
}

const saved = (page: Page) => page.waitForSelector(".saving.is-saved", kWait);
const column = (page: Page): Promise<string[]> => page.$$eval("td.today", (cells) => cells.map((cell) => cell.textContent ?? ""));

test("a teacher enters a lesson by the keyboard in at most 45 keys beyond the text, and it stands", { skip, timeout: 120_000 }, async () => {
  const page = await open();
  const pupils = (await column(page)).length;
  assert(pupils >= 4, `${pupils} pupils`);
  let keys = 0;
  const press = async (key: string): Promise<void> => { ++keys; await page.keyboard.press(key); };
  // The first of them has left the school: the cell is closed, and the cursor stays there. The third is passed over.
  await page.keyboard.press("Digit2");
  assert.match((await page.textContent(".notice"))!, /уже не в классе|зачислен/);
  for (let row = 0; row < pupils; ++row) await press(row === 1 ? "KeyY" : row === 0 || row === 2 ? "ArrowDown" : `Digit${2 + (row % 4)}`);
  const marks = await column(page);
  await page.focus(".journal-panel input");
  await page.keyboard.type("Пробный урок");
  await press("Enter");
  await page.keyboard.type("§ 5, № 12");
  await press("Tab");
  await saved(page);
  assert(keys <= 45, `${keys} keys`);
  await page.screenshot({ path: join(kPictures, "journal-typed.png") });
  await page.reload();
  await page.waitForSelector("td.cursor", kWait);
  assert.deepEqual(await column(page), ["", ...marks.slice(1)]);
  assert.deepEqual([marks[1], marks[2], marks[3]], ["н", "", "5"]);
  assert.equal(await page.$$eval("td.refused", (cells) => cells.length), 0);
  assert.equal(await page.inputValue(".journal-panel input"), "Пробный урок");
  assert.equal(await page.inputValue(".journal-panel textarea"), "§ 5, № 12");
  await page.close();
});

test("a net that is cut in the middle keeps the marks here, a reload keeps them, and each arrives once", { skip, timeout: 120_000 }, async () => {
  const page = await open();
  await saved(page);
  net.stated.length = 0;
  net.cut();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Digit5");
  await page.keyboard.press("Slash");
  await page.keyboard.press("Digit3");
  await page.waitForSelector(".saving.is-no_net", kWait);
  assert.match((await page.textContent(".saving"))!, /^Нет связи: \d+ запис/);
  await page.screenshot({ path: join(kPictures, "journal-no-net.png") });
  const typed = await column(page);
  assert.equal(typed[2], "5");
  net.mend();
  await page.reload();
  await saved(page);
  await page.waitForSelector("td.cursor", kWait);
  await page.waitForFunction((text) => [...document.querySelectorAll("td.today")].map((cell) => cell.textContent).join() === text, typed.join(), kWait);
  assert.deepEqual(await column(page), typed);
  const ids = net.stated.map((body) => (JSON.parse(body) as { id: string }).id);
  assert.equal(new Set(ids).size, 2);
  await page.close();
});

test("two tabs show the same, and undoing is a new fact that the history tells", { skip, timeout: 120_000 }, async () => {
  const [one, other] = [await open(), await open()];
  await one.bringToFront();
  await one.focus("td.cursor");
  await one.keyboard.press("ArrowDown");
  await one.keyboard.press("ArrowDown");
  await one.keyboard.press("KeyY"); // beside a mark: the rules say whether that may be
  await saved(one);
  await one.keyboard.press("Escape");
  await one.keyboard.press("Control+KeyZ");
  await saved(one);
  await other.waitForFunction((text) => [...document.querySelectorAll("td.today")].map((cell) => cell.textContent).join() === text,
    (await column(one)).join(), kWait);
  await one.close();
  await other.close();
  assert.deepEqual(faults, []);
});

test("a correction asks why, and shows what stood before", { skip, timeout: 120_000 }, async () => {
  const page = await open();
  for (let row = 0; row < 5; ++row) await page.keyboard.press("ArrowDown");
  assert.equal((await column(page))[5], "3");
  await page.keyboard.press("Digit4");
  await page.waitForSelector("dialog[open]", kWait);
  await page.screenshot({ path: join(kPictures, "journal-why.png") });
  await page.keyboard.press("Enter");
  await page.waitForSelector("td.today.corrected", kWait);
  await saved(page);
  await page.waitForFunction(() => document.querySelectorAll(".steps li").length >= 2, undefined, kWait);
  await page.screenshot({ path: join(kPictures, "journal-corrected.png") });
  await page.setViewportSize({ width: 360, height: 740 });
  await page.screenshot({ path: join(kPictures, "journal-phone.png") });
  await page.close();
});
