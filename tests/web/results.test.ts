// The pages «Итоги» and «Печать»: what a table of results says, and what each role does there.
import assert from "node:assert/strict";
import { test } from "node:test";

import { readCheckpoint } from "../../web/results/checkpoint_now";
import { doubtsOf, figuresOf, lacksOf, rowsOf, toSet, type Results } from "../../web/results/class_table";
import { lacking, queryOf, reportTarget } from "../../web/results/report_request";
import { kDesk, kPhone, type Visitor } from "./browser";
import { skip } from "./served";
import { trialMorning } from "./trial_morning";

const kRules = { least_marks: 3, rounds_up_from: 50 };
const whole = { subject: 1, marks: 5, average: 4.2, lessons: 20, missed: 1, proposed: "four" };

test("a result is in doubt for each of its reasons, and for none without one", () => {
  assert.deepEqual(doubtsOf(whole, kRules), []);
  assert.deepEqual(doubtsOf({ ...whole, average: 3.6 }, kRules), ["near"]);
  assert.deepEqual(doubtsOf({ ...whole, marks: 2, proposed: null }, kRules), ["few_marks"]);
  assert.deepEqual(doubtsOf({ ...whole, marks: 0, average: null, proposed: null, given: "passed" }, kRules), []);
  assert.deepEqual(doubtsOf({ ...whole, missed: 14 }, kRules), ["mostly_missed"]);
  assert.deepEqual(doubtsOf({ ...whole, missed: 14, given: "not_attested" }, kRules), ["differs"]);
  assert.deepEqual(doubtsOf({ ...whole, given: "five" }, kRules), ["differs"]);
  assert.deepEqual(doubtsOf({ ...whole, given: "two", proposed: "two" }, kRules), ["two"]);
});

const kTable: Results = {
  class: "5а", school_class: 2, period: 3, periods: [], ...kRules,
  subjects: [{ subject: 1, name: "Музыка", teachers: [{ person: 7, name: "Ильина" }] }],
  pupils: [{ pupil: 9, name: "Яковлев", results: [{ ...whole, given: "four" }] },
    { pupil: 8, name: "Абрамова", results: [whole] }, { pupil: 10, name: "Белый", results: [] }],
};

test("rows stand by name, figures count what was given, and a closing lacks the rest", () => {
  const rows = rowsOf(kTable);
  assert.deepEqual(rows.map(({ name }) => name), ["Абрамова", "Белый", "Яковлев"]);
  assert.deepEqual(figuresOf(rows, 0), { counts: { four: 1 }, without: 1, progress: 100, quality: 100 });
  assert.deepEqual(toSet(rows, 0).map(({ pupil, value }) => [pupil, value]), [[8, "four"]]);
  assert.deepEqual(lacksOf(kTable), [{ subject: 1, name: "Музыка", teachers: ["Ильина"], pupils: ["Абрамова"] }]);
});

test("a report is asked for only what it knows", () => {
  const kind = { report: "report_card", class: "must", subject: "no", person: "may" } as const;
  const form = { year: "", class: " 5а ", subject: "Музыка", person: "17", period: "1 четверть", from: "", to: "" };
  assert.deepEqual(queryOf(kind, form), { class: "5а", pupil: "17", period: "1 четверть" });
  assert.deepEqual(lacking(kind, { ...form, class: "" }), ["class"]);
  assert.equal(reportTarget("due", {}, "pdf", "en"), "api/v1/reports/due.pdf?lang=en");
});

test("a checkpoint's note is read, and what is none is not", () => {
  assert.deepEqual(readCheckpoint("origin\n17\nAAAA\n\n— key sig\n"), { size: "17", root: "AAAA" });
  assert.equal(readCheckpoint("<html>"), undefined);
});

const trial = trialMorning();

const get = <Body>(login: string, target: string): Promise<Body> => trial.told<Body>(login, target);
const open = (login: string, address: string, size = kDesk): Promise<Visitor> => trial.enter(login, address, size);
const results = (login: string, name: string, period = ""): Promise<Results> =>
  get(login, `/api/v1/views/results?class=${encodeURIComponent(name)}${period}`);

test("[JRN-16] a class teacher sees the class in every subject, a teacher the own ones, with averages and forecasts", { skip }, async () => {
  const of_class = (await get<{ roles: { class?: string }[] }>("klassruk", "/api/v1/sessions/current")).roles.find((one) => one.class !== undefined)!.class!;
  for (const [login, size] of [["klassruk", kDesk], ["klassruk", kPhone], ["teacher", kDesk], ["deputy", kDesk]] as const) {
    const told = await results(login, of_class);
    const visitor = await open(login, `#/results/${encodeURIComponent(of_class)}`, size);
    await visitor.page.waitForSelector("tbody tr");
    assert.equal(await visitor.page.locator("tbody tr").count(), told.pupils.length);
    assert.equal(await visitor.page.locator("thead th").count(), told.subjects.length + 1);
    assert.equal(await visitor.page.locator("td.doubtful").count(), rowsOf(told).flatMap(({ cells }) => cells).filter(({ doubts }) => doubts.length > 0).length);
    await visitor.looksGood(`results-${login}-${size.width}`);
    await visitor.close();
  }
  assert.ok((await results("teacher", of_class)).subjects.length < (await results("klassruk", of_class)).subjects.length);
});

test("[JRN-13] a teacher sets a period mark by an order, and it stands in the class's results", { skip }, async () => {
  const { person } = await get<{ person: number }>("teacher", "/api/v1/sessions/current");
  const { classes } = await get<{ classes: { name: string }[] }>("teacher", "/api/v1/views/classes");
  for (const { name } of classes) {
    const asked = await trial.served.ask({ method: "GET", target: `/api/v1/views/results?class=${encodeURIComponent(name)}`,
      headers: { authorization: `Bearer ${await trial.served.signIn("teacher")}` } });
    if (asked.status !== 200) continue;
    const told = JSON.parse(asked.body.toString()) as Results;
    const column = told.subjects.findIndex(({ teachers }) => teachers.some((one) => one.person === person));
    const first = column < 0 ? undefined : toSet(rowsOf(told), column)[0];
    if (first === undefined) continue;
    const visitor = await open("teacher", `#/results/${encodeURIComponent(name)}?period=${told.period}&subject=${encodeURIComponent(told.subjects[column]!.name)}`);
    await visitor.page.waitForSelector("h2");
    await visitor.page.locator(`button[aria-label="Выставить: ${first.name}"]`).click();
    await visitor.page.fill("section.sure input >> nth=0", "14-ОД");
    await visitor.page.fill("section.sure input[type=date]", "2026-03-10");
    await visitor.looksGood("results-sure");
    await visitor.page.click("text=Подтвердить и подписать");
    await visitor.page.waitForSelector("text=Записано отметок: 1");
    await visitor.looksGood("results-subject");
    const now = (await results("deputy", name, `&period=${told.period}`)).pupils.find(({ pupil }) => pupil === first.pupil)!
      .results.find(({ subject }) => subject === told.subjects[column]!.subject)!;
    assert.equal(now.given, first.value);
    await visitor.close();
    return;
  }
  assert.fail("no subject of the teacher's has a proposal");
});

test("[JRN-08] a closed period is opened again by the director's order, and closed again by the deputy's ceremony", { skip }, async () => {
  const closed = (await results("deputy", "5а")).periods.find((one) => one.closed !== undefined)!;
  const address = `#/results/${encodeURIComponent("5а")}?period=${closed.period}`;
  const state = async (): Promise<boolean> => (await results("deputy", "5а")).periods.find(({ period }) => period === closed.period)!.closed !== undefined;

  const director = await open("director", address);
  await director.page.waitForSelector("text=Период закрыт");
  await director.page.fill(".ceremony input >> nth=0", "15-ОД");
  await director.page.fill(".ceremony input[type=date]", "2026-03-11");
  await director.looksGood("results-closed");
  await director.page.click("text=Открыть снова");
  await director.page.waitForFunction(() => !document.querySelector("main")!.textContent!.includes("Период закрыт"));
  assert.equal(await state(), false);
  await director.close();

  const deputy = await open("deputy", address);
  await deputy.page.waitForSelector("text=3. Подпись");
  await deputy.page.waitForSelector(".ceremony code");
  assert.equal(await deputy.page.locator(".ceremony button.main").isDisabled(), true);
  await deputy.page.check(".ceremony input[type=checkbox]");
  await deputy.looksGood("results-ceremony");
  await deputy.page.click("text=Закрыть и подписать");
  await deputy.page.waitForSelector("text=Период закрыт, запись журнала событий №");
  assert.equal(await state(), true);
  await deputy.close();
});

test("[REP-11] a report is shown on the page and taken as a file, and a refusal is told in words", { skip }, async () => {
  for (const [size, name] of [[kDesk, "desk"], [kPhone, "phone"]] as const) {
    const visitor = await open("deputy", `#/printing/summary_sheet?class=${encodeURIComponent("5а")}&shown=1`, size);
    await visitor.page.waitForSelector(".sheet table");
    await visitor.looksGood(`printing-${name}`);
    const target = await visitor.page.getAttribute("a:has-text('PDF')", "href");
    const [status, kind] = await visitor.page.evaluate(async (to) => {
      const told = await fetch(to);
      return [told.status, told.headers.get("content-type")] as const;
    }, target!);
    assert.deepEqual([status, kind], [200, "application/pdf"]);
    await visitor.close();
  }
  const teacher = await open("teacher", `#/printing/class_teacher?class=${encodeURIComponent("5а")}&shown=1`);
  await teacher.page.waitForSelector("main [role=alert]");
  assert.match(await teacher.page.textContent("main [role=alert]") ?? "", /[а-я]/);
  await teacher.looksGood("printing-refused");
  await teacher.close();
});
