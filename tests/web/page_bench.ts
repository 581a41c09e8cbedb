// How soon a page can be used and a key is seen, on a computer slowed six-fold behind 1.5 Mbit/s and 150 ms
// (web.md): figures beside their budgets, for people to read. Nothing fails by time.
import { cpus, loadavg } from "node:os";

import type { CDPSession, Page } from "playwright-core";

import { kDesk, launch, Visitor } from "./browser";
import { forget, kPassword, liveToday, scratch, serve } from "./served";

const kSlower = 6;
const kDelay_ms = 150;
const kBytesPerSecond = 1_500_000 / 8;
const kKeys = 200;
const kRoles = ["teacher", "roditel", "deputy", "inspector"];

// Within the page, by its own clock: when the door stood there, when Enter was pressed at it, when one's first
// page did. A program outside, slowed like the page, would see them later.
interface Moments { door?: number; enter?: number; page?: number }
function watch(): void {
  const moments: Moments = {};
  (globalThis as unknown as { moments: Moments }).moments = moments;
  const isOnItsWay = (): boolean => /Загружается…|открывается…/.test(document.querySelector("main")?.textContent ?? "");
  const look = (): void => {
    if (moments.door === undefined && document.querySelector("input[name=login]")) mark("door");
    if (moments.page === undefined && document.querySelector("header.in") && document.querySelector("main h1") && !isOnItsWay()) mark("page");
  };
  const mark = (what: "door" | "page"): void => {
    moments[what] = 0;
    requestAnimationFrame(() => { const { port1, port2 } = new MessageChannel(); port1.onmessage = () => { moments[what] = performance.now(); }; port2.postMessage(0); });
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true });
  addEventListener("keydown", ({ key }) => { if (key === "Enter") moments.enter = performance.now(); }, true);
}
async function momentOf(page: Page, what: keyof Moments): Promise<number> {
  const found = await page.waitForFunction((name) => (globalThis as unknown as { moments: Moments }).moments[name] || false, what, { timeout: 60_000, polling: 100 });
  return await found.jsonValue() as number;
}

interface Figure { what: string; took: number; least: string; unit: string }
const figures: Figure[] = [];
const told = (what: string, took: number, least: string, unit = "ms"): void => void figures.push({ what, took: Math.round(took), least, unit });

async function slowed(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions",
    { offline: false, latency: kDelay_ms, downloadThroughput: kBytesPerSecond, uploadThroughput: kBytesPerSecond });
  await session.send("Emulation.setCPUThrottlingRate", { rate: kSlower });
  return session;
}

const passed = async (act: () => Promise<unknown>): Promise<number> => {
  const begun = performance.now();
  await act();
  return performance.now() - begun;
};
const middle = (values: readonly number[], part: number): number => [...values].sort((one, other) => one - other)[Math.floor(values.length * part)]!;

// From the address typed to the field of the log-in, with nothing kept; then from the password to one's first page.
async function first(url: string, login: string): Promise<void> {
  const visitor = await Visitor.open(browser, "about:blank", kDesk, "allow");
  const { page } = visitor;
  await page.addInitScript(watch);
  await slowed(page);
  await page.goto(url);
  told(`${login}: the door, first visit`, await momentOf(page, "door"), "≤ 1500");
  if (process.argv.includes("--trace")) console.log(await page.evaluate(() => performance.getEntriesByType("resource").concat(performance.getEntriesByType("navigation"))
    .map((one) => `${Math.round(one.startTime)} to ${Math.round((one as PerformanceResourceTiming).responseEnd)} ${(one as PerformanceResourceTiming).transferSize} ${one.name}`).join("\n")));
  await page.fill("input[name=login]", login);
  await page.fill("input[name=password]", kPassword);
  await page.keyboard.press("Enter");
  told(`${login}: from Enter to the own first page`, await momentOf(page, "page") - await momentOf(page, "enter"), "—");
  await page.waitForFunction(async () => (await navigator.serviceWorker.ready).active !== null, undefined, { timeout: 60_000 });
  await page.waitForTimeout(4_000); // until it has kept the pages
  await page.reload();
  told(`${login}: the first page again, pages kept`, await momentOf(page, "page"), "≤ 1500");
  await page.context().close();
}

// From a key to the paint that shows it, in a journal of the teacher's own.
async function keys(url: string): Promise<void> {
  const visitor = await Visitor.open(browser, url, kDesk);
  const { page } = visitor;
  await visitor.signIn("teacher");
  await page.waitForSelector("nav", { state: "attached" });
  const session = await slowed(page);
  told("teacher: a journal opens", await passed(async () => {
    await page.evaluate(() => { location.hash = "#/journal"; });
    await page.waitForSelector("td.cursor", { timeout: 60_000 });
  }), "—");
  await session.send("Network.emulateNetworkConditions", { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: -1 });
  await page.focus("td.cursor");
  const took = await page.evaluate(async (count) => {
    const seen: number[] = [];
    for (let at = 0; at < count; ++at) {
      const key = ["ArrowDown", "ArrowRight", "ArrowUp", "ArrowLeft"][at % 4]!;
      const begun = performance.now();
      (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent("keydown", { key, code: key, bubbles: true, cancelable: true }));
      await new Promise<void>((resolve) => { requestAnimationFrame(() => { const { port1, port2 } = new MessageChannel(); port1.onmessage = () => resolve(); port2.postMessage(0); }); });
      seen.push(performance.now() - begun);
    }
    return seen;
  }, kKeys);
  told("teacher: key to paint, half of them", middle(took, 0.5), "≤ 50");
  told("teacher: key to paint, 95 of 100", middle(took, 0.95), "≤ 50");
  await page.context().close();
}

const folder = scratch();
const browser = await launch();
const served = await serve(await liveToday(folder)); // a service worker would not trust a certificate of one's own
try {
  for (const login of kRoles) await first(served.url(), login);
  await keys(served.url());
} finally {
  await browser.close();
  await served.stop();
  forget(folder);
}
console.log(`${cpus()[0]?.model ?? ""}, ${cpus().length} cores, load ${loadavg()[0]!.toFixed(1)}; ${kSlower}-fold slowed, 1.5 Mbit/s, ${kDelay_ms} ms`);
const widest = Math.max(...figures.map(({ what }) => what.length));
for (const { what, took, least, unit } of figures) console.log(`${what.padEnd(widest)}  ${String(took).padStart(6)} ${unit}  ${least}`);
