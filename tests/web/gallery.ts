// Every page as each role sees it, at a desk and on a telephone: pictures in build/web/gallery with an index,
// and a list of what is wrong with any of them.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import type { Page } from "playwright-core";

import { kDesk, kPhone, launch, Visitor } from "./browser";
import { kRoot } from "./files";
import { forget, kPassword, liveToday, scratch, serveOverTls, type Served } from "./served";

const kFolder = join(kRoot, "build/web/gallery");
const kRoles = ["director", "deputy", "administrator", "secretary", "psychologist", "inspector", "klassruk", "teacher", "uchenik", "roditel"];
const kEnglish = new Set(["deputy", "teacher", "roditel"]); // seen in both languages
const kMostBelow = 24; // pages that a page's own tabs lead to
const kSizes = { desk: kDesk, phone: kPhone };
type Size = keyof typeof kSizes;

interface Picture { name: string; title: string }

class Gallery {
  readonly faults: string[] = [];
  readonly rooms = new Map<string, Picture[]>();

  // A picture of the page as it is, once nothing on it is on its way.
  async take({ visitor, room, title }: { visitor: Visitor; room: string; title: string }): Promise<void> {
    await settled(visitor.page);
    const name = `${room}/${title.replace(/[^\p{L}\p{N}.-]+/gu, "_")}`;
    mkdirSync(join(kFolder, room), { recursive: true });
    this.rooms.set(room, [...(this.rooms.get(room) ?? []), { name, title }]);
    await visitor.looksGood(name, kFolder).catch((fault: unknown) => this.faults.push(`${name}: ${firstLines(fault)}`));
    this.faults.push(...visitor.faults.splice(0).map((fault) => `${name}: ${fault}`));
  }

  index(): string {
    const figure = ({ name, title }: Picture): string =>
      `<figure><a href="${name}.png"><img src="${name}.png" alt="" loading="lazy"></a><figcaption>${title}</figcaption></figure>`;
    const rooms = [...this.rooms].map(([room, pictures]) => `<section><h2>${room}</h2>${pictures.map(figure).join("\n")}</section>`).join("\n");
    return `<!doctype html><html lang="ru"><meta charset="utf-8"><title>Летопись: все страницы</title>
<style>body{font:16px/1.4 sans-serif;margin:16px;background:#f4f0e8}figure{display:inline-block;margin:6px;vertical-align:top}img{width:320px;height:220px;object-fit:cover;object-position:top;border:1px solid #aab2c0}figcaption{max-width:320px;font-size:14px;overflow-wrap:anywhere}</style>
<h1>Летопись: все страницы</h1>${rooms}</html>\n`;
  }
}

const firstLines = (fault: unknown): string => (fault instanceof Error ? fault.message : String(fault)).split("\n").slice(0, 6).join(" ");

async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => !/Загружается…|Loading…|открывается…/.test(document.querySelector("main")?.textContent ?? ""), undefined, { timeout: 20_000 })
    .catch(() => undefined);
  await page.waitForTimeout(250);
}

const linksIn = (page: Page, where: string): Promise<string[]> =>
  page.$$eval(where, (links) => [...new Set(links.map((link) => link.getAttribute("href") ?? ""))].filter((href) => href.startsWith("#/")));

async function show(page: Page, hash: string): Promise<void> {
  await page.evaluate((to) => { location.hash = to; }, hash);
  await page.waitForTimeout(120);
}

const named = (hash: string): string => decodeURIComponent(hash.replace(/^#\//, "").split("?")[0]!).replaceAll("/", "-") || "first";

// All pages of a person's bar, and those that their own tabs and steps lead to.
async function walk(gallery: Gallery, visitor: Visitor, room: string): Promise<void> {
  const { page } = visitor;
  for (const section of await linksIn(page, "#menu-all a")) {
    await show(page, section);
    await gallery.take({ visitor, room, title: named(section) });
    const below = (await linksIn(page, "main nav a, main [role=tablist] a, main .steps a")).filter((hash) => hash !== section);
    for (const hash of below.slice(0, kMostBelow)) {
      await show(page, hash);
      await gallery.take({ visitor, room, title: named(hash) });
    }
  }
}

async function around(gallery: Gallery, visitor: Visitor, room: string): Promise<void> {
  const { page } = visitor;
  await page.keyboard.press("?");
  await page.waitForSelector("dialog");
  await gallery.take({ visitor, room, title: "help" });
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+k");
  await page.waitForSelector("dialog [role=combobox]");
  await gallery.take({ visitor, room, title: "finder" });
  await page.keyboard.press("Escape");
  await show(page, "#/no_such_page");
  await gallery.take({ visitor, room, title: "no-such-page" });
}

async function visit(gallery: Gallery, url: string, login: string, size: Size): Promise<void> {
  const room = `${login}-${size}`;
  const visitor = await Visitor.open(browser, url, kSizes[size]);
  await visitor.signIn(login, kPassword);
  await visitor.page.waitForSelector("#menu-all", { state: "attached" });
  await walk(gallery, visitor, room);
  await around(gallery, visitor, room);
  if (kEnglish.has(login)) {
    await visitor.page.evaluate(() => { (document.querySelector("header button[lang=en]") as HTMLElement).click(); });
    await walk(gallery, visitor, `${room}-en`);
  }
  if (login === "teacher" || login === "roditel") await without(gallery, visitor, room);
  await visitor.page.context().close();
}

// Without a server, and locked.
async function without(gallery: Gallery, visitor: Visitor, room: string): Promise<void> {
  const { page } = visitor;
  const before = gallery.faults.length;
  await page.route("**/api/**", (route) => route.abort());
  await show(page, "#/school");
  await gallery.take({ visitor, room, title: "no-net" });
  gallery.faults.push(...gallery.faults.splice(before).filter((fault) => !fault.includes("net::ERR_FAILED"))); // that it was cut
  await page.unroute("**/api/**");
}

async function door(gallery: Gallery, url: string, size: Size): Promise<void> {
  const room = `door-${size}`;
  const visitor = await Visitor.open(browser, url, kSizes[size]);
  await visitor.page.waitForSelector("input[name=login]");
  await gallery.take({ visitor, room, title: "door" });
  await visitor.signIn("teacher", "не тот пароль");
  await visitor.page.waitForSelector("[role=alert]");
  await gallery.take({ visitor, room, title: "refused" });
  await visitor.page.click("text=У меня листок с кодом");
  await gallery.take({ visitor, room, title: "code" });
  await visitor.page.context().close();
}

const folder = scratch();
const browser = await launch();
let served: Served | undefined;
const gallery = new Gallery();
try {
  rmSync(kFolder, { recursive: true, force: true });
  served = await serveOverTls(await liveToday(folder), folder);
  const wanted = process.argv.slice(2);
  for (const size of Object.keys(kSizes) as Size[]) {
    if (wanted.length === 0) await door(gallery, served.url(), size);
    for (const login of kRoles.filter((one) => wanted.length === 0 || wanted.includes(one))) await visit(gallery, served.url(), login, size);
  }
  writeFileSync(join(kFolder, "index.html"), gallery.index());
} finally {
  await browser.close();
  await served?.stop();
  forget(folder);
}
const count = [...gallery.rooms.values()].reduce((sum, one) => sum + one.length, 0);
console.log(`${count} pictures: ${join(kFolder, "index.html")}`);
for (const fault of gallery.faults) console.log(`\u001b[31m${fault}\u001b[0m`);
process.exit(gallery.faults.length > 0 ? 1 : 0);
