// A real browser before the real program's pages.
import assert from "node:assert/strict";
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire as requireFrom } from "node:module";
import { join } from "node:path";

import type { Browser, BrowserType, Page } from "playwright-core";

import { kRoot } from "./files";
import { kPassword } from "./served";

const kPackages = join(kRoot, "web/package.json");
const { chromium } = requireFrom(kPackages)("playwright-core") as { chromium: BrowserType };
const kPictures = join(kRoot, "build/web/pictures");

export const kDesk = { width: 1366, height: 768 };
export const kPhone = { width: 360, height: 740 };

export function launch(): Promise<Browser> {
  mkdirSync(kPictures, { recursive: true });
  // Chromium's own sandbox does not run as root; the server's certificate is its own.
  const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  return chromium.launch({ executablePath: process.env["LETOPIS_CHROMIUM"]!, args });
}

// What a page said to its console or asked of another host. A refused question, and
// what a browser clears at log-out, are no faults.
export class Visitor {
  readonly faults: string[] = [];
  private constructor(readonly page: Page) {}

  // A service worker would answer what a test holds back: they are let in only where they are tested.
  static async open(browser: Browser, url: string, viewport = kDesk, serviceWorkers: "allow" | "block" = "block"): Promise<Visitor> {
    const context = await browser.newContext({ viewport, ignoreHTTPSErrors: true, locale: "ru-RU", serviceWorkers });
    const visitor = new Visitor(await context.newPage());
    visitor.page.on("console", (message) => {
      if (!/status of 4\d\d|^Clear-Site-Data header|registration blocked by Playwright/.test(message.text())) visitor.faults.push(message.text());
    });
    visitor.page.on("pageerror", (fault) => visitor.faults.push(fault.message));
    visitor.page.on("request", (request) => {
      if (!request.url().startsWith(new URL(url).origin)) visitor.faults.push(request.url());
    });
    await visitor.page.goto(url);
    return visitor;
  }

  async signIn(login: string, password = kPassword): Promise<void> {
    await this.page.fill("input[name=login]", login);
    await this.page.fill("input[name=password]", password);
    await this.page.keyboard.press("Enter");
  }

  // At the door: a key of one's own by the code of a slip, made in the browser.
  async makeKey(code: string, password: string): Promise<void> {
    await this.page.click("text=У меня листок с кодом");
    await this.page.fill("input[name=code]", code);
    await this.page.keyboard.press("Enter");
    await this.page.waitForSelector("input[name=again]", { timeout: 60_000 });
    await this.page.fill("input[name=password]", password);
    await this.page.fill("input[name=again]", password);
    await this.page.check("input[name=acknowledged]");
    await this.page.click("button.main");
    await this.page.waitForSelector("nav, [role=alert]", { state: "attached", timeout: 60_000 });
    assert.deepEqual(await this.page.locator("[role=alert]").allTextContents(), []);
  }

  // Another address of the same page: "#/printing/copies".
  async goTo(address: string): Promise<void> {
    await this.page.evaluate((to) => { location.hash = to; }, address);
  }

  // No violation of WCAG 2.2 AA or of axe's best practices, and a picture to look at.
  async looksGood(name: string, folder = kPictures): Promise<void> {
    await this.page.screenshot({ path: join(folder, `${name}.png`) });
    // axe is put in as a program of the browser's own: the page's policy would let no other script in.
    const axe = readFileSync(requireFrom(kPackages).resolve("axe-core/axe.min.js"), "utf8");
    await this.page.evaluate(axe);
    const found = await this.page.evaluate(async () => {
      const run = (globalThis as unknown as { axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } }).axe;
      return (await run.run()).violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(" ")}`);
    });
    assert.deepEqual(found, [], name);
    const wider = await this.page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
    assert.equal(wider, false, `${name} is wider than its window`);
  }

  async close(): Promise<void> {
    await this.page.context().close();
    assert.deepEqual(this.faults, []);
  }
}
