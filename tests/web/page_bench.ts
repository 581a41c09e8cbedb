// How soon a page can be used and a key is seen, on a computer slowed six-fold behind 1.5 Mbit/s and 150 ms
// (web.md): figures beside their budgets, for people to read. Nothing fails by time.
import { cpus, loadavg } from "node:os";

import type { CDPSession, Page } from "playwright-core";

import { kDesk, launch, Visitor } from "./browser";
import { forget, kPassword, liveToday, scratch, serveOverTls } from "./served";

const kSlower = 6;
const kDelay_ms = 150;
const kBytesPerSecond = 1_500_000 / 8;
const kKeys = 200;
const kRoles = ["teacher", "roditel", "deputy", "inspector"];

// One's first page is there: its heading, and nothing of it on its way.
const usable = (page: Page): Promise<unknown> => page.waitForFunction(() => document.querySelector("header.in") !== null &&
  document.querySelector("main h1") !== null && !/Загружается…|открывается…/.test(document.querySelector("main")!.textContent ?? ""), undefined, { timeout: 60_000, polling: 20 });

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
  await slowed(page);
  told(`${login}: the door, first visit`, await passed(async () => { await page.goto(url); await page.waitForSelector("input[name=login]"); }), "≤ 1500");
  await page.fill("input[name=login]", login);
  await page.fill("input[name=password]", kPassword);
  told(`${login}: from Enter to the own first page`, await passed(async () => { await page.keyboard.press("Enter"); await usable(page); }), "—");
  await page.waitForFunction(async () => (await navigator.serviceWorker.ready).active !== null, undefined, { timeout: 60_000 }).catch(() => undefined);
  await page.waitForTimeout(2_000);
  told(`${login}: the first page again, pages kept`, await passed(async () => { await page.reload(); await usable(page); }), "≤ 1500");
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
const served = await serveOverTls(await liveToday(folder), folder);
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
