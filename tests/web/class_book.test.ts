// «Посещаемость класса» and «Урок и план» in a real browser: what a class teacher states and what a teacher
// takes from the plan, with what the server tells afterwards.
import assert from "node:assert/strict";
import { test } from "node:test";

import { cellOf, moved, reasonOfKey, shownNoted } from "../../web/classbook/class_book";
import { nextRow, planRows, type Lesson } from "../../web/plan/lesson_plan";
import { kPhone, type Visitor } from "./browser";
import { skip } from "./served";
import { trialMorning } from "./trial_morning";

const kWait = { timeout: 30_000 };
const trial = trialMorning();

interface Attendance {
  pupils: { pupil: number; name: string; days: { day: string; missed: number; lessons: number; late: number; reason: string | null;
    noted: { lesson: number; bell: number; kind: string; author_name: string }[] }[];
    explained?: { from: string; to: string; reason: string; document?: string; author_name: string; recorded: string }[] }[];
  reviews: { from: string; to: string; author_name: string }[];
}

const ask = trial.told.bind(trial);
const attendance = (name: string, from: string, to: string): Promise<Attendance> =>
  ask<Attendance>("klassruk", `/api/v1/views/attendance?${new URLSearchParams({ class: name, from, to })}`);

const open = (login: string, fragment: string, size?: { width: number; height: number }): Promise<Visitor> => trial.enter(login, `#/${fragment}`, size);

async function ownClass(): Promise<string> {
  const session = await ask<{ roles: { role: string; class?: string }[] }>("klassruk", "/api/v1/sessions/current");
  return session.roles.find(({ role }) => role === "class_teacher")!.class!;
}

// A week with an absence, the latest one.
async function weekWithAbsence(name: string): Promise<{ from: string; to: string; row: number; day: string }> {
  for (const from of ["2026-03-09", "2026-03-02", "2026-02-23", "2026-02-16", "2026-02-09", "2026-02-02", "2026-01-26"]) {
    const to = new Date(Date.parse(`${from}T00:00:00Z`) + 5 * 86_400_000).toISOString().slice(0, 10);
    const page = await attendance(name, from, to);
    const row = page.pupils.findIndex(({ days }) => days.some(({ missed }) => missed > 0));
    if (row >= 0) return { from, to, row, day: page.pupils[row]!.days.find(({ missed }) => missed > 0)!.day };
  }
  throw new Error("nobody missed anything since January");
}

test("what a key says, and how a day is told", () => {
  assert.equal(reasonOfKey({ key: "б", code: "Comma" }), "illness");
  assert.equal(reasonOfKey({ key: ",", code: "Comma" }), "illness");
  assert.equal(reasonOfKey({ key: "у", code: "KeyE" }), "excused");
  assert.equal(reasonOfKey({ key: "е", code: "KeyT" }), undefined);
  const noted = [1, 2, 3, 5].map((bell) => ({ lesson: bell, bell, kind: "absent", author_name: "" }))
    .concat({ lesson: 6, bell: 6, kind: "late", author_name: "" });
  assert.equal(shownNoted(noted, { absent: "н", late: "о" }), "н 1–3, 5, о 6");
  assert.equal(cellOf({ days: [] } as never, "2026-03-11").missed, 0);
  assert.deepEqual(moved({ row: 0, column: 5 }, "ArrowRight", 3, 6), { row: 0, column: 5 });
});

test("a plan's line is done when its hours are held, and the next one follows the last", () => {
  const lesson = (number: number, topic?: string): Lesson =>
    ({ lesson: number, day: "2026-03-11", bell: 1, kind: "ordinary", teacher: 1, ...(topic === undefined ? {} : { topic }) });
  const plan = { plan: 1, name: "", topics: [{ topic: "Дроби", hours: 2 }, { topic: "Проценты", hours: 1 }, { topic: "Повторение", hours: 1 }] };
  const rows = planRows(plan, [lesson(1, "Дроби"), lesson(2, "дроби."), lesson(3)]);
  assert.deepEqual(rows.map(({ held, done }) => [held.length, done]), [[2, true], [0, false], [0, false]]);
  assert.equal(nextRow(rows)?.topic, "Проценты");
  assert.equal(nextRow(planRows(plan, [lesson(1, "Дроби")]))?.topic, "Дроби");
  assert.equal(nextRow(planRows(plan, []))?.topic, "Дроби");
});

test("[JRN-05] a class teacher states a reason by a key, and the teacher's entry stays beside it", { skip, timeout: 240_000 }, async () => {
  const name = await ownClass();
  const week = await weekWithAbsence(name);
  const visitor = await open("klassruk", `class_book?day=${week.day}`);
  const { page } = visitor;
  await page.waitForSelector("table td.cell", kWait);
  const before = (await attendance(name, week.from, week.to)).pupils[week.row]!;
  const column = (new Date(`${week.day}T00:00:00Z`).getUTCDay() + 6) % 7;
  await page.locator("tbody tr").nth(week.row).locator("td.cell").nth(column).focus();
  await page.keyboard.press("KeyE");
  await page.waitForSelector("text=Причина записана", kWait);
  await page.keyboard.press("Comma");
  await page.waitForFunction(([row, at]) => document.querySelectorAll("tbody tr")[row!]?.querySelectorAll("td.cell")[at!]
    ?.querySelector(".reason")?.textContent === "б", [week.row, column], kWait);
  const told = (await attendance(name, week.from, week.to)).pupils[week.row]!;
  const day = told.days.find((one) => one.day === week.day)!;
  assert.equal(day.reason, "illness");
  assert.deepEqual(day.noted, before.days.find((one) => one.day === week.day)!.noted);
  assert.equal(told.explained?.length, (before.explained?.length ?? 0) + 2);
  assert.match(await page.textContent("aside") ?? "", /Записали учителя.*Указал классный руководитель.*болезнь/s);
  await visitor.looksGood("class-book-desk");
  await visitor.close();
});

test("[JRN-05] a reason with its document for a span of days, and the week compared", { skip, timeout: 240_000 }, async () => {
  const name = await ownClass();
  const week = await weekWithAbsence(name);
  const visitor = await open("klassruk", `class_book?day=${week.day}`, kPhone);
  const { page } = visitor;
  await page.waitForSelector("table td.cell", kWait);
  const column = (new Date(`${week.day}T00:00:00Z`).getUTCDay() + 6) % 7;
  await page.locator("tbody tr").nth(week.row).locator("td.cell").nth(column).click();
  await page.selectOption("aside select", "excused");
  await page.fill("aside input:not([type=date])", "Заявление родителей");
  await page.click("aside button");
  await page.waitForSelector("text=Причина записана", kWait);
  await page.waitForSelector("aside:has-text('Заявление родителей')", kWait);
  const said = (await attendance(name, week.from, week.to)).pupils[week.row]!.explained!.at(-1)!;
  assert.deepEqual([said.reason, said.document, said.from], ["excused", "Заявление родителей", week.day]);
  await page.click(".review button");
  await page.waitForSelector(".review .good", kWait);
  assert.ok((await attendance(name, week.from, week.to)).reviews.length > 0);
  await visitor.looksGood("class-book-phone");
  await visitor.close();
});

test("a deputy reads the class's attendance and states nothing", { skip, timeout: 240_000 }, async () => {
  const name = await ownClass();
  const week = await weekWithAbsence(name);
  const visitor = await open("deputy", `class_book/${encodeURIComponent(name)}?day=${week.day}`);
  const { page } = visitor;
  await page.waitForSelector("table td.cell", kWait);
  await page.focus("td.cell[tabindex='0']");
  await page.keyboard.press("Comma");
  await page.waitForSelector("[role=alert]:has-text('классный руководитель')", kWait);
  assert.equal(await page.locator("aside form").count(), 0);
  await visitor.close();
});

test("[JRN-18] the plan tells hours planned, held and behind, as the server counts them", { skip, timeout: 240_000 }, async () => {
  const visitor = await open("teacher", "plan");
  const { page } = visitor;
  await page.waitForSelector(".hours", kWait);
  const [name, subject] = await page.$$eval(".tools select", (chosen) => chosen.map((one) => (one as HTMLSelectElement).value)) as [string, string];
  const told = await ask<{ lines: { planned: number; held: number; difference: number; plan?: { topics: unknown[] } }[] }>(
    "teacher", `/api/v1/views/programme?${new URLSearchParams({ class: name, subject })}`);
  const line = told.lines[0]!;
  const numbers = await page.$$eval(".hours dd", (all) => all.map((one) => one.textContent));
  assert.deepEqual(numbers.slice(1, 4), [line.planned, line.held, Math.abs(line.difference)].map(String));
  const lessons = await page.locator("main > table tbody tr, table:last-of-type tbody tr").count();
  assert.ok(lessons > 0);
  await visitor.looksGood("plan-desk");
  await page.setViewportSize(kPhone);
  await visitor.looksGood("plan-phone");
  await visitor.close();
});

test("[JRN-01] a lesson takes its topic from the plan", { skip, timeout: 240_000 }, async () => {
  const timetable = await ask<{ days: { lessons: { load: number; bell: number; class: string; subject: string; group?: string }[] }[] }>(
    "teacher", "/api/v1/views/timetable?from=2026-03-11&to=2026-03-11");
  const { load, bell, class: name, subject } = timetable.days[0]!.lessons.find(({ group }) => group === undefined)!;
  const recorded = await trial.served.ask({ method: "POST", target: "/api/v1/commands",
    headers: { authorization: `Bearer ${await trial.served.signIn("teacher")}`, "content-type": "application/json" },
    body: JSON.stringify({ command: { do: "record_lesson", load, day: "2026-03-11", bell } }) });
  assert.equal(recorded.status, 201, recorded.body.toString());
  const visitor = await open("teacher", `plan/${encodeURIComponent(name)}/${encodeURIComponent(subject)}`);
  const { page } = visitor;
  const take = page.locator("button", { hasText: "Взять из плана" }).first();
  await take.waitFor(kWait);
  await visitor.looksGood("plan-without-topic");
  const topic = (await take.textContent())!.replace(/^Взять из плана: /, "");
  await take.click();
  await page.waitForSelector("text=Тема записана", kWait);
  const journal = await ask<{ lessons: { day: string; topic?: string }[] }>(
    "teacher", `/api/v1/views/journal?${new URLSearchParams({ class: name, subject, from: "2026-03-11", to: "2026-03-11" })}`);
  assert.equal(journal.lessons.at(-1)?.topic, topic);
  await visitor.close();
});
