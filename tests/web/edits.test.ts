// Those who oversee a school: edits, the life of a cell and its proof, the check of the log, the archive;
// the real program over TLS, a real browser, and a server whose answers were altered on the way.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";

import type { Browser } from "playwright-core";

import { bundled } from "../../web/audit/edits";
import type { Schemas } from "../../web/client/contract";
import { kDesk, kPhone, launch, Visitor } from "./browser";
import { forget, liveToday, scratch, Served, serveOverTls, skip } from "./served";

const folder = scratch();
let data: string;
let served: Served;
let browser: Browser;

before(async () => {
  if (skip) return;
  data = await liveToday(folder);
  const program = process.env["LETOPIS"]!;
  for (const [name, room] of [["one", "Кабинет 12, сейф"], ["two", "Подвал, шкаф 3"]] as const) {
    mkdirSync(join(folder, name));
    execFileSync(program, ["media", "add", join(folder, name), "--data", data, "--room", room, "--trial"], { stdio: "pipe" });
  }
  execFileSync(program, ["seal", "--data", data, "--medium", join(folder, "one"), "--medium", join(folder, "two"), "--trial"], { stdio: "pipe" });
  served = await serveOverTls(data, folder);
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await served?.stop();
  forget(folder);
});

async function told<Body>(login: string, target: string): Promise<Body> {
  const answer = await served.ask({ method: "GET", target, headers: { authorization: `Bearer ${await served.signIn(login)}` } });
  assert.equal(answer.status, 200, answer.body.toString());
  return JSON.parse(answer.body.toString()) as Body;
}

async function enter(login: string, address: string, size = kDesk): Promise<Visitor> {
  const visitor = await Visitor.open(browser, `${served.url()}/${address}`, size);
  await visitor.page.waitForSelector("input[name=login]");
  await visitor.signIn(login);
  return visitor;
}

const kDrawn = 100; // rows at once (web/app/pages/Edits_board.svelte)
const whole = "api/v1/views/changes?limit=5000";
const rowsOf = async (login = "deputy"): Promise<Schemas["ChangeRow"][]> =>
  (await told<Schemas["Changes"]>(login, `/${whole}`)).rows;
const aCell = async (): Promise<Schemas["ChangeRow"]> =>
  (await rowsOf()).find((row) => row.type === "retake" && row.lesson !== undefined)!;

test("[REP-01] whoever reads the whole school sees its edits, as many as the server tells", { skip }, async () => {
  for (const login of ["deputy", "director", "administrator", "inspector"]) {
    const visitor = await enter(login, "#/edits");
    await visitor.page.waitForSelector(".list .row");
    const rows = visitor.page.locator(".list .row");
    const all = bundled(await rowsOf(login)).length;
    assert.ok(all > kDrawn, String(all));
    assert.equal(await rows.count(), kDrawn, login);
    if (login === "deputy") await visitor.looksGood("edits-desk");
    for (let drawn = kDrawn; drawn < all; drawn += kDrawn) {
      await visitor.page.click(`button:has-text('Показать ещё (${all - drawn})')`);
      await visitor.page.waitForFunction((least) => document.querySelectorAll(".list .row").length > least, drawn);
    }
    assert.equal(await rows.count(), all, login);
    assert.equal(await visitor.page.locator("text=Показать ещё").count(), 0);
    await visitor.close();
  }
});

test("[REP-01] the keys go on past the last row that is drawn", { skip }, async () => {
  const visitor = await enter("deputy", "#/edits");
  const rows = visitor.page.locator(".list .row");
  await rows.nth(kDrawn - 1).click();
  await visitor.page.keyboard.press("KeyJ");
  await visitor.page.waitForFunction((at) => document.activeElement === document.querySelectorAll(".list .row")[at], kDrawn);
  assert.equal(await rows.count(), kDrawn + 1);
  await visitor.close();
});

test("whoever does not is told that the section is not for them", { skip }, async () => {
  for (const login of ["teacher", "roditel"]) {
    for (const page of ["edits", "checking", "archive"]) {
      const visitor = await enter(login, `#/${page}`);
      await visitor.page.waitForSelector("text=Этот раздел вам не открыт");
      await visitor.close();
    }
  }
});

test("[REP-01] facets count what they show, and the address holds them", { skip }, async () => {
  const visitor = await enter("deputy", "#/edits");
  await visitor.page.waitForSelector(".list .row");
  await visitor.page.check("label:has-text('Задним числом') input");
  await visitor.page.waitForFunction(() => location.hash.includes("facet=backdated"));
  const late = bundled(await rowsOf()).filter(({ facets }) => facets.has("backdated"));
  assert.ok(late.length > 0);
  assert.equal(await visitor.page.locator(".list .row").count(), Math.min(kDrawn, late.length));
  assert.equal(await visitor.page.textContent("label:has-text('Задним числом') .count"), String(late.length));
  await visitor.page.check("label:has-text('Понижение') input");
  await visitor.page.click("text=Сбросить отбор");
  await visitor.page.waitForFunction(() => !location.hash.includes("facet"));
  await visitor.page.selectOption("label:has-text('Класс') select", "10а");
  await visitor.page.waitForFunction(() => location.hash.includes("class="));
  await visitor.page.waitForSelector(".list .row");
  const ofClass = await told<Schemas["Changes"]>("deputy", `/${whole}&class=${encodeURIComponent("10а")}`);
  assert.equal(await visitor.page.locator(".list .row").count(), Math.min(kDrawn, bundled(ofClass.rows).length));
  await visitor.close();
});

test("[REP-01] by keys alone: the next edit, its cell's whole life and proof, a request for an explanation", { skip }, async () => {
  const visitor = await enter("deputy", "#/edits?class=10%D0%B0");
  await visitor.page.waitForSelector(".list .row");
  await visitor.page.keyboard.press("KeyJ");
  await visitor.page.keyboard.press("KeyJ");
  await visitor.page.keyboard.press("KeyK");
  await visitor.page.waitForSelector(".detail .proof >> text=Всё сошлось");
  const at = Number(new URLSearchParams(new URL(visitor.page.url()).hash.split("?")[1]).get("at"));
  const row = (await rowsOf()).find(({ position }) => position === at)!;
  assert.equal(await visitor.page.textContent(".detail h2"), row.name);
  const cell = await told<Schemas["Cell"]>("deputy", `/api/v1/cells/${row.lesson}/${row.pupil}`);
  assert.equal(await visitor.page.locator(".detail ol li").count(), cell.steps.length);
  await visitor.looksGood("edits-cell-desk");
  await visitor.page.keyboard.press("KeyC");
  await visitor.page.waitForSelector("textarea");
  await visitor.page.click("text=Отправить замечание");
  await visitor.page.waitForSelector("text=Замечание записано");
  const entry = Number(/№ (\d+)/.exec(await visitor.page.textContent(".done") ?? "")![1]);
  const stands = await told<Schemas["Entry"]>("deputy", `/api/v1/entries/${entry}`);
  assert.deepEqual([stands.fact.fact, (stands.fact as Record<string, unknown>)["teacher"]], ["remark_made", row.author]);
  await visitor.close();
});

test("edits, a cell and the analysis are read on a telephone", { skip }, async () => {
  const row = await aCell();
  const visitor = await enter("deputy", `#/edits?at=${row.position}`, kPhone);
  await visitor.page.waitForSelector(".proof >> text=Всё сошлось");
  await visitor.looksGood("edits-phone");
  await visitor.goTo("#/edits/analysis?week=2026-03-02");
  await visitor.page.waitForSelector("h1:has-text('Анализ')");
  await visitor.page.waitForSelector("section li, .paper");
  await visitor.looksGood("analysis-phone");
  await visitor.close();
});

// One answer of the server, altered on the way.
async function altered(visitor: Visitor, address: string, change: (body: Buffer) => Buffer): Promise<void> {
  await visitor.page.route(address, async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, body: change(await answer.body()) });
  });
}
const inJson = (change: (told: Record<string, unknown>) => void) => (body: Buffer): Buffer => {
  const document = JSON.parse(body.toString()) as Record<string, unknown>;
  change(document);
  return Buffer.from(JSON.stringify(document));
};
function flipped(text: unknown, at: number): string {
  const bytes = Buffer.from(text as string, "base64");
  bytes[at < 0 ? bytes.length + at : at]! ^= 1;
  return bytes.toString("base64");
}

test("[ARC-05] a proof whose answer was altered by one bit reads as refused", { skip }, async () => {
  const row = await aCell();
  const receipt = `**/api/v1/receipts/${row.position}`;
  const attacks: [string, string, (body: Buffer) => Buffer][] = [
    ["a bit of the event", receipt, inJson((one) => { one["entry"] = flipped(one["entry"], -20); })],
    ["a bit of the signature", receipt, inJson((one) => { one["entry"] = flipped(one["entry"], 50); })],
    ["another's key", receipt, inJson((one) => { one["key"] = "11".repeat(32); })],
    ["another entry's enrolment", receipt, inJson((one) => { one["enrolled"] = (one["enrolled"] as number) + 1; })],
    ["a hash of the path", receipt, inJson((one) => { one["proof"] = (one["proof"] as string).replace(/\n([A-Z])/i, (_, letter: string) => `\n${letter === "A" ? "B" : "A"}`); })],
    ["the checkpoint", "**/log/checkpoint", (body) => Buffer.from(body.toString().replace(/\n(\d+)\n/, (_, size: string) => `\n${Number(size) - 1}\n`))],
    ["the mark shown", `**/api/v1/cells/**`, inJson((one) => {
      for (const { position, fact } of one["steps"] as { position: number; fact: Record<string, unknown> }[]) if (position === row.position) fact["value"] = "five";
    })],
  ];
  for (const [what, address, change] of attacks) {
    const visitor = await enter("deputy", "#/archive");
    await visitor.page.waitForSelector("h1:has-text('Архив')");
    await altered(visitor, address, change);
    await visitor.goTo(`#/edits/cell/${row.lesson}/${row.pupil}?at=${row.position}`);
    await visitor.page.waitForSelector(".proof >> text=Не сошлось").catch(() => assert.fail(`${what} was believed`));
    if (what === "a bit of the event") await visitor.looksGood("proof-refused");
    await visitor.close();
  }
});

test("[REP-04] the weekly analysis shows each finding that the server tells, and leads to its cell", { skip }, async () => {
  const week = "from=2026-03-02&to=2026-03-08";
  const { findings } = await told<Schemas["Analysis"]>("deputy", `/api/v1/views/analysis?class=${encodeURIComponent("10а")}&${week}`);
  assert.ok(findings.length > 0);
  const visitor = await enter("deputy", "#/edits/analysis?class=10%D0%B0&week=2026-03-04");
  await visitor.page.waitForSelector("section li");
  assert.equal(await visitor.page.locator("section li").count(), findings.length);
  await visitor.looksGood("analysis-desk");
  const withCell = findings.filter(({ lesson, pupil }) => lesson !== undefined && pupil !== undefined);
  assert.equal(await visitor.page.locator("text=Открыть клетку").count(), withCell.length);
  if (withCell.length > 0) {
    await visitor.page.click("text=Открыть клетку >> nth=0");
    await visitor.page.waitForSelector("h1:has-text('Вся жизнь клетки')");
    await visitor.page.waitForSelector(".proof >> text=Всё сошлось");
  }
  await visitor.close();
});

test("[ARC-05] an inspector's browser checks the log, remembers it, and refuses one that does not go on from it", { skip }, async () => {
  const visitor = await enter("inspector", "#/checking");
  await visitor.page.waitForSelector(".verdict >> text=Прошлой точки нет");
  const [saved] = await Promise.all([visitor.page.waitForEvent("download"), visitor.page.click("text=Сохранить файл доверия")]);
  const trust = readFileSync(await saved.path(), "utf8");
  const key = (await served.ask({ method: "GET", target: "/log/key" })).body.toString().trim();
  assert.ok(trust.startsWith(`log ${key}\n`));
  // The school writes on.
  const token = await served.signIn("deputy");
  const stated = await served.ask({ method: "POST", target: "/api/v1/commands",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: JSON.stringify({ id: "ab".repeat(16), command: { do: "news_posted", section: "staffroom", kind: "news", title: "Совет", text: "В пятницу" } }) });
  assert.equal(stated.status, 201, stated.body.toString());
  await visitor.page.reload();
  await visitor.page.waitForSelector(".verdict >> text=Журнал продолжает прошлую точку");
  await visitor.page.fill("label:has-text('Номер записи') input", "0");
  await visitor.page.click("section[aria-labelledby=entry] button.main");
  await visitor.page.waitForSelector("section[aria-labelledby=entry] .proof >> text=Всё сошлось");
  await visitor.page.fill("textarea", trust);
  await visitor.page.click("text=Взять вставленное");
  await visitor.page.waitForSelector("text=Ключ взят из вашего файла доверия");
  await visitor.looksGood("checking-desk");
  // A tile that is not what it was, and a checkpoint from before.
  await altered(visitor, "**/log/tile/**", (body) => { body[3]! ^= 1; return body; });
  await visitor.page.fill("textarea", trust);
  await visitor.page.click("text=Взять вставленное");
  await visitor.page.waitForSelector(".verdict.bad >> text=Журналу верить нельзя");
  await visitor.looksGood("checking-refused");
  await visitor.close();
});

test("[ARC-05] the offline verifier is handed out with the digest of its very bytes", { skip }, async () => {
  const visitor = await enter("inspector", "#/checking", kPhone);
  await visitor.page.waitForSelector("[data-digest]");
  const [saved] = await Promise.all([visitor.page.waitForEvent("download"), visitor.page.click("text=Взять verify.html")]);
  const bytes = readFileSync(await saved.path());
  assert.equal(await visitor.page.getAttribute("[data-digest]", "data-digest"), createHash("sha256").update(bytes).digest("hex"));
  const file = await served.ask({ method: "GET", target: "/verify.html" });
  assert.deepEqual(file.body, bytes);
  assert.match(file.headers["content-disposition"] ?? "", /^attachment/);
  await visitor.looksGood("checking-phone");
  await visitor.close();
});

test("[ARC-08] the archive's register shows volumes and media with the last check and the next", { skip }, async () => {
  const register = await told<Schemas["Archive"]>("director", "/api/v1/views/archive");
  assert.deepEqual([register.volumes.length, register.media.length], [1, 2]);
  for (const [name, size] of [["desk", kDesk], ["phone", kPhone]] as const) {
    const visitor = await enter("director", "#/archive", size);
    await visitor.page.waitForSelector("section table");
    await visitor.page.waitForSelector(`text=${register.volumes[0]!.name}`);
    await visitor.page.waitForSelector("text=Подвал, шкаф 3");
    await visitor.page.waitForSelector("text=не проверялся");
    await visitor.looksGood(`archive-${name}`);
    await visitor.close();
  }
});

test("[ARC-08] a check that was missed is red, and says so in words", { skip }, async () => {
  const visitor = await enter("director", "#/edits");
  await visitor.page.waitForSelector("main .list");
  await altered(visitor, "**/api/v1/views/archive", inJson((one) => {
    Object.assign((one["volumes"] as object[])[0]!, { checked: "2025-10-01", outcome: "intact", next_check: "2025-12-30", check_missed: true });
  }));
  await visitor.goTo("#/archive");
  await visitor.page.waitForSelector("[role=alert]:has-text('1 том не проверен в срок')");
  await visitor.page.waitForSelector("tr.missed >> text=Пропущена");
  await visitor.looksGood("archive-missed");
  await visitor.close();
});
