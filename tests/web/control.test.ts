// The page «Контроль»: what is counted into the map, and each role's way through it in a real browser.
import assert from "node:assert/strict";
import { test } from "node:test";

import type { Schemas } from "../../web/client/contract";
import { isDirection, kDirectionNames, kDirections, kTabs, tabOf } from "../../web/control/directions";
import { itemOfFinding, itemsOfDuty, itemsOfTimetable, stateOf } from "../../web/control/gather";
import { lastDay, mondays, rowsOf, spanUpTo, toneOf, weekOf, type Item } from "../../web/control/heat_map";
import { subjectsOf } from "../../web/control/programme";
import { inOrder, levelOf, mayJudge, standingOf, type Remark } from "../../web/control/remarks";
import { cellTold, noteOpening, placeTold, remarkOpening, stateTold, whatTold } from "../../web/control/telling";
import type { Arrangement } from "../../web/office/things";
import { en as en_audit } from "../../web/words/en_audit";
import { en_control } from "../../web/words/en_control";
import { ru as ru_audit } from "../../web/words/ru_audit";
import { ru_control } from "../../web/words/ru_control";
import { kDesk, kPhone, Visitor } from "./browser";
import { kNoon, skip } from "./served";
import { trialMorning } from "./trial_morning";

const said = { control: ru_control, audit: ru_audit, language: "ru" } as const;
const item = (changed: Partial<Item> = {}): Item =>
  ({ teacher: 9, day: "2026-03-03", what: "topic", state: "lacking", class: "5а", subject: "Алгебра", ...changed });

test("[REP-05] eight whole weeks end with that of the day asked for, whatever the month", () => {
  const span = spanUpTo("2026-03-11");
  assert.deepEqual([span.first, lastDay(span)], ["2026-01-19", "2026-03-15"]);
  assert.equal(mondays(span).length, 8);
  const column = weekOf(span);
  assert.deepEqual(["2026-01-18", "2026-01-19", "2026-03-15", "2026-03-16"].map((day) => column(item({ day }))), [undefined, 0, 7, undefined]);
});

test("[REP-05] a cell counts what is lacking, late or found, and not what is in time; the most faults stand first", () => {
  const names = new Map([[9, "Яковлев Ян"], [8, "Абрамов Илья"], [7, "Белый Кай"]]);
  const items = [
    item(), item({ state: "done" }), item({ state: "late", days: 2, day: "2026-03-02" }), item({ state: "running" }),
    item({ teacher: 8, state: "found", what: "few_marks", day: "2026-02-24" }), item({ teacher: 7, state: "done" }), item({ day: "2025-09-01" }),
  ];
  const span = spanUpTo("2026-03-11");
  const rows = rowsOf(items, 8, names, weekOf(span));
  assert.deepEqual(rows.map(({ name, faults }) => [name, faults]), [["Яковлев Ян", 2], ["Абрамов Илья", 1], ["Белый Кай", 0]]);
  const cell = rows[0]!.cells[6]!;
  assert.equal(cell.faults, 2);
  assert.deepEqual(cell.items.map(({ state }) => state), ["lacking", "late", "running", "done"]);
  assert.equal(rows[0]!.cells[0], undefined);
  assert.deepEqual([0, 1, 2, 3, 5, 6, 40].map(toneOf), [0, 1, 1, 2, 2, 3, 3]);
});

test("[REP-05] a duty is late by the server's word, and counts with each who owes it", () => {
  assert.deepEqual([stateOf({}), stateOf({ done: 5 }), stateOf({ late_days: 0 }), stateOf({ done: 5, late_days: 3 })], ["running", "done", "lacking", "late"]);
  const duty: Schemas["Duty"] = {
    kind: "control_work_marks", roles: ["teacher"], who: [9, 10], about: { class: "5а", subject: "Алгебра", day: "2026-03-02", bell: 3, lesson: 7, lacking: [1, 2] },
    opens: "2026-03-02T11:00:00+03:00", clause: "5.7", due: "2026-03-10T00:00:00+03:00", late_days: 1,
  };
  assert.deepEqual(itemsOfDuty(duty).map(({ teacher, state, count, clause }) => [teacher, state, count, clause]), [[9, "lacking", 2, "5.7"], [10, "lacking", 2, "5.7"]]);
  assert.equal(itemsOfDuty({ ...duty, about: { class: "5а" } })[0]!.day, "2026-03-10");
  assert.deepEqual(itemsOfDuty({ ...duty, who: [] }), []);
});

test("[REP-05] a finding about a class as a whole is its class teacher's, and nobody's where there is none", () => {
  const finding: Schemas["Finding"] = { kind: "day_without_mark", day: "2026-03-02" };
  assert.equal(itemOfFinding(finding, "5а", 11)?.teacher, 11);
  assert.equal(itemOfFinding({ ...finding, teacher: 3 }, "5а", 11)?.teacher, 3);
  assert.equal(itemOfFinding(finding, "5а", undefined), undefined);
});

test("[REP-05] a substituted lesson counts with the teacher whose load it is, and once however many classes share it", () => {
  const lesson = { bell: 2, load: 66, subject: "Геометрия", class: "10а", teacher: 6, teacher_name: "Александрова Любовь Львовна" };
  const days = [{ day: "2026-02-05", lessons: [{ ...lesson, substitution: 70 }, { ...lesson, bell: 3 }, { ...lesson, bell: 4, cancelled: "weather" }] }];
  const seen = new Set<string>();
  const items = itemsOfTimetable(days, new Map([[66, 15]]), seen);
  assert.deepEqual(items.map(({ teacher, what, name }) => [teacher, what, name]),
    [[15, "substituted", "Александрова Любовь Львовна"], [15, "cancelled", undefined]]);
  assert.deepEqual(itemsOfTimetable(days, new Map([[66, 15]]), seen), []);
});

test("[REP-05] all seven directions of R2 3.4.4 have a tab, and no finding is counted in two", () => {
  assert.deepEqual(kTabs.filter((tab) => !isDirection(tab)), ["programme", "remarks", "notes"]);
  const kinds = kDirectionNames.flatMap((name) => [...kDirections[name].findings]);
  assert.equal(new Set(kinds).size, kinds.length);
  assert.equal(kinds.length, 14);
  assert.equal(tabOf("nonsense"), "lessons");
  assert.equal(tabOf("notes"), "notes");
});

test("a programme is asked for each subject that the class or a group of its is taught", () => {
  const arrangement = {
    subjects: [{ subject: 1, name: "Алгебра" }, { subject: 2, name: "Химия" }, { subject: 3, name: "Музыка" }],
    groups: [{ group: 5, school_class: 2, name: "5а-1" }],
    loads: [{ load: 1, subject: 1, school_class: 2 }, { load: 2, subject: 2, group: 5 }, { load: 3, subject: 3, school_class: 4 }, { load: 4, subject: 1, school_class: 2 }],
  } as unknown as Arrangement;
  const classes = [{ name: "5а", school_class: 2, grade: 5, pupils: 3 }];
  assert.deepEqual(subjectsOf({ arrangement, classes }, "5а"), ["Алгебра", "Химия"]);
  assert.deepEqual(subjectsOf({ arrangement, classes }, "6а"), []);
});

const remark = (changed: Partial<Remark> = {}): Remark => ({
  remark: 1, position: 10, made: "2026-03-01T10:00:00+03:00", author: { person: 2 }, teacher: { person: 9 }, level: "deputy", due: "2026-03-11", text: "Темы",
  state: "open", ...changed,
});

test("[REP-05] a remark is overdue after its day and not on it; its own office judges it, once it is settled", () => {
  assert.equal(standingOf(remark(), "2026-03-11"), "open");
  assert.equal(standingOf(remark(), "2026-03-12"), "overdue");
  assert.equal(standingOf(remark({ state: "confirmed" }), "2026-03-12"), "confirmed");
  assert.ok(mayJudge(remark({ state: "settled" }), [{ role: "deputy" }]));
  assert.ok(!mayJudge(remark({ state: "settled" }), [{ role: "director" }]));
  assert.ok(!mayJudge(remark(), [{ role: "deputy" }]));
  assert.equal(levelOf([{ role: "teacher" }, { role: "deputy" }]), "deputy");
  assert.equal(levelOf([{ role: "inspector" }]), undefined);
  const many = [remark(), remark({ remark: 2, state: "confirmed" }), remark({ remark: 3, state: "settled" }), remark({ remark: 4, due: "2026-03-01" })];
  assert.deepEqual(inOrder(many, "2026-03-11").map((one) => one.remark), [3, 4, 1, 2]);
});

test("what stands behind a cell is told in both languages", () => {
  const late = item({ state: "late", days: 2, bell: 3, what: "lesson_record" });
  assert.equal(`${placeTold(late, said)}: ${whatTold(late, said)} ${stateTold(late, said)}`, "3 марта, урок 3 · 5а, Алгебра: запись урока позже срока, на 2 дня");
  assert.equal(stateTold(item({ state: "lacking", days: 5, count: 2 }), said), "нет, срок прошёл, на 5 дней, 2 ученика");
  assert.equal(whatTold(item({ state: "found", what: "few_marks" }), said), ru_audit.finding_few_marks);
  assert.equal(stateTold(item({ state: "found", what: "few_marks", count: 1 }), said), "1 отметка");
  const [row] = rowsOf([late], 1, new Map([[9, "Орлова Жанна Эдуардовна"]]), () => 0);
  assert.equal(cellTold(row!, "неделя с 2 марта", row!.cells[0]!, said), "Орлова Ж.\u00a0Э., неделя с 2 марта: 1 недочёт из 1 записи");
  assert.match(cellTold(row!, "week of 2 March", row!.cells[0]!, { control: en_control, audit: en_audit, language: "en" }), /1 fault of 1 entry$/);
  assert.match(noteOpening("Занятия", "март", [row!], said), /1 учитель\.\nОрлова Ж\.\sЭ\. — 1 недочёт$/);
  assert.match(noteOpening("Занятия", "март", [{ ...row!, faults: 0 }], said), /Недочётов не найдено\.$/);
  const many = remarkOpening(Array.from({ length: 15 }, () => late), said);
  assert.equal(many.split("\n").length, 14);
  assert.match(many, /и ещё 3$/);
});

const trial = trialMorning();

const told = <Body>(login: string, target: string): Promise<Body> => trial.told<Body>(login, `/api/v1/${target}`);

const enter = (login: string, address: string, size = kDesk): Promise<Visitor> => trial.enter(login, address, size);

test("[REP-05] the map of late homework is what the server says is late, teacher by teacher", { skip }, async () => {
  const visitor = await enter("deputy", "#/control/lessons");
  await visitor.page.waitForSelector("tbody tr");
  const today = kNoon.slice(0, 10);
  const span = spanUpTo(today);
  const owed = (await Promise.all(["lesson_record", "topic", "homework"].map((kind) => told<Schemas["Due"]>("deputy", `views/due?done=true&kind=${kind}`))))
    .flatMap(({ rows }) => rows).filter(({ about }) => about.day! >= span.first && about.day! <= lastDay(span) && about.day! <= today);
  const late = owed.filter(({ late_days }) => late_days !== undefined).length;
  const unsaid = (await Promise.all((await told<Schemas["Classes"]>("deputy", "views/classes")).classes.map(({ name }) =>
    told<Schemas["Analysis"]>("deputy", `views/analysis?class=${encodeURIComponent(name)}&from=${span.first}&to=${today}`))))
    .flatMap(({ findings }) => findings).filter(({ kind }) => kind === "no_topic" || kind === "no_homework").length;
  const sums = await visitor.page.locator("td.sum").allTextContents();
  assert.ok(late > 0);
  assert.equal(sums.reduce((all, one) => all + Number(one), 0), late + unsaid);
  assert.deepEqual([...sums].sort((one, other) => Number(other) - Number(one)), sums);
  await visitor.looksGood("control-desk");
  await visitor.close();
});

test("[REP-05] a cell opens its lessons, and a remark made from there reaches the teacher with its day", { skip }, async () => {
  const visitor = await enter("deputy", "#/control/lessons");
  const { page } = visitor;
  await page.waitForSelector("tbody tr");
  const cell = page.locator("td a").filter({ hasText: /^[1-9]/ }).first();
  const faults = Number(await cell.textContent());
  await cell.click();
  await page.waitForSelector("#found");
  assert.match(page.url(), /teacher=\d+&at=2026-\d\d-\d\d/);
  assert.equal(await page.evaluate(() => document.activeElement?.id), "found");
  assert.equal(await page.locator(".panel > ul > li").count(), faults);
  await visitor.looksGood("control-cell-desk");
  await page.click("summary:has-text('Сделать замечание')");
  await page.click(".panel form button.main");
  await page.waitForSelector(".panel form .good");
  const { remarks } = await told<Schemas["Control"]>("deputy", "views/control");
  const made = remarks.reduce((last, one) => (one.position > last.position ? one : last));
  assert.deepEqual([made.state, made.level, made.due], ["open", "deputy", "2026-03-18"]);
  assert.equal(String(made.teacher.person), new URLSearchParams(page.url().split("?")[1]).get("teacher"));
  assert.match(made.text!, /^В журнале найдено:\n— /);
  assert.match(made.text!, /задание|тема|урок/);
  await page.goto(`${trial.served.url()}/#/control/remarks?state=open`);
  await page.waitForSelector("article");
  assert.ok((await page.locator("article").allTextContents()).some((one) => one.includes(made.teacher.name!)));
  await visitor.looksGood("control-remarks-desk");
  await visitor.close();
});

test("[REP-05] a note begins with the map's figures, stands in the log, and is printed", { skip }, async () => {
  const visitor = await enter("deputy", "#/control/frequency?note=1");
  const { page } = visitor;
  await page.waitForSelector("#note");
  const findings = page.locator("textarea").first();
  assert.match(await findings.inputValue(), /^Проверено: Накопляемость, 19 января — 15 марта 2026/);
  await page.click("form button.main");
  await page.waitForSelector("form .warning"); // a note without a conclusion is none
  await page.locator("textarea").nth(1).fill("Усилить опрос.");
  await visitor.looksGood("control-note-desk");
  await page.click("form button.main");
  await page.click("text=Справка записана");
  await page.waitForSelector("article");
  assert.match((await page.locator("article").first().textContent())!, /накопляемость отметок[\s\S]*Усилить опрос\./);
  await visitor.looksGood("control-notes-desk");
  const { notes } = await told<Schemas["Control"]>("director", "views/control");
  const last = notes.at(-1)!;
  assert.deepEqual([last.what, last.from, last.to, last.conclusion], ["marks_density", "2026-01-19", "2026-03-11", "Усилить опрос."]);
  await page.locator("article").first().getByText("Печать справки").click();
  await page.waitForSelector(".sheet");
  assert.match((await page.locator(".sheet").allTextContents()).join(" "), /Усилить опрос\./);
  await visitor.close();
});

test("[JRN-18] the programme of a class is told subject by subject, what lags most first", { skip }, async () => {
  const { classes } = await told<Schemas["Classes"]>("deputy", "views/classes");
  const name = classes.at(-1)!.name;
  const visitor = await enter("deputy", `#/control/programme?class=${encodeURIComponent(name)}`);
  const { page } = visitor;
  await page.waitForSelector("tbody tr");
  const rows = await page.locator("tbody tr").evaluateAll((all) => all.map((row) => [...row.children].map((one) => one.textContent!)));
  for (const [subject, , planned, held] of rows) {
    const { lines } = await told<Schemas["Programme"]>("deputy", `views/programme?class=${encodeURIComponent(name)}&subject=${encodeURIComponent(subject!.split(", ")[0]!)}`);
    assert.ok(lines.some((line) => String(line.planned) === planned && String(line.held) === held), subject);
  }
  const differences = rows.map(([, , planned, held]) => Number(held) - Number(planned));
  assert.deepEqual([...differences].sort((one, other) => one - other), differences);
  await visitor.looksGood("control-programme-desk");
  await visitor.close();
});

test("[REP-05] [JRN-18] a note on the programme names the class and what falls behind", { skip }, async () => {
  const { classes } = await told<Schemas["Classes"]>("deputy", "views/classes");
  const { name } = classes.at(-1)!;
  const visitor = await enter("deputy", `#/control/programme?class=${encodeURIComponent(name)}`);
  const { page } = visitor;
  await page.click("text=Составить справку");
  await page.waitForSelector("#note");
  const behind = await page.locator("td.behind").count();
  assert.ok(behind > 0);
  assert.equal((await page.locator("textarea").first().inputValue()).split("\n").length, 1 + behind);
  await page.locator("textarea").nth(1).fill("Провести уроки до конца четверти.");
  await visitor.looksGood("control-programme-note-desk");
  await page.click("form button.main");
  await page.waitForSelector("text=Справка записана");
  const last = (await told<Schemas["Control"]>("director", "views/control")).notes.at(-1)!;
  assert.deepEqual([last.what, last.class, last.from, last.to], ["programme", name, "2025-09-01", kNoon.slice(0, 10)]);
  await visitor.close();
});

test("[REP-05] plans are those of this year, not of the years before", { skip }, async () => {
  const visitor = await Visitor.open(trial.browser, `${trial.served.url()}/#/control/plans`, kDesk);
  const asked = visitor.page.waitForRequest(/kind=plan&/);
  await visitor.signIn("deputy");
  assert.match((await asked).url(), /from=2025-06-01&to=2026-05-26$/);
  await visitor.page.waitForSelector("tbody tr");
  await visitor.close();
});

test("[REP-05] each direction opens on a telephone, for the inspector too, who makes neither remarks nor notes", { skip }, async () => {
  const visitor = await enter("inspector", "#/control", kPhone);
  const { page } = visitor;
  for (const tab of kTabs) {
    await page.goto(`${trial.served.url()}/#/control/${tab}`);
    await page.waitForSelector("main table tbody tr, main article, main .paper");
    assert.equal(await page.locator("main .warning").count(), 0, tab);
    await visitor.looksGood(`control-${tab}-phone`);
  }
  await page.goto(`${trial.served.url()}/#/control/lessons`);
  await page.locator("td a").filter({ hasText: /^[1-9]/ }).first().click();
  await page.waitForSelector("#found");
  assert.equal(await page.locator("text=Сделать замечание").count(), 0);
  assert.equal(await page.locator("text=Составить справку").count(), 0);
  await visitor.looksGood("control-cell-phone");
  await visitor.close();
});

test("[REP-05] before the year began there is nothing to control, and the page says so", { skip }, async () => {
  const visitor = await enter("director", "#/control/frequency?last=2025-06-30");
  await visitor.page.waitForSelector("main .paper");
  assert.match((await visitor.page.locator("main .paper").textContent())!, /ничего не ожидалось/);
  await visitor.page.goto(`${trial.served.url()}/#/control/frequency?last=2025-09-12`);
  await visitor.page.waitForSelector("tbody tr");
  await visitor.close();
});
