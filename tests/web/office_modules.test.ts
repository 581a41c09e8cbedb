// The office's rooms without a page: forms from schemas, tables of people and lessons, what is next.
import assert from "node:assert/strict";
import { test } from "node:test";

import { commandOf, fieldsOf, openingOf, type CommandSchema } from "../../web/office/command_form";
import { found } from "../../web/office/finding_people";
import { importCommands, previewOf } from "../../web/office/people_import";
import { decodeText, readTable } from "../../web/office/separated_table";
import { stepsOf } from "../../web/office/set_up_steps";
import { clashesOf, readSlots, type Load, type Slot } from "../../web/office/week_grid";

const schema = (properties: object, required: string[]): CommandSchema =>
  ({ do: "something", ru: "", en: "", schema: { properties: properties as never, required } });

test("a form has the fields of its schema, and the command what was entered", () => {
  const form = schema({
    do: { const: "something" }, day: { type: "string", format: "date" }, weekly_hours: { type: "integer" }, start_minute: { type: "integer" },
    school_class: { $ref: "#/$defs/class", "x-description-ru": "класс: номер или название («5А»)" }, safety_briefing: { type: "boolean", default: false },
    order: { type: "object", properties: { number: { type: "string" }, day: { type: "string", format: "date" } }, required: ["number", "day"] },
    lines: { type: "array", items: { type: "object", properties: { grade: { type: "integer" } }, required: ["grade"] } },
  }, ["day", "weekly_hours"]);
  const fields = fieldsOf(form);
  assert.deepEqual(fields.map(({ name, kind }) => `${name}:${kind}`),
    ["day:day", "weekly_hours:hours", "start_minute:time", "school_class:thing", "safety_briefing:check", "order:order", "lines:rows"]);
  assert.equal(fields[3]!.says.ru, "Класс");
  const opened = openingOf(fields, { day: "2026-09-01" });
  assert.deepEqual(commandOf("something", fields, opened), { faults: new Map([["weekly_hours", "missing"]]) });
  const entered = { ...opened, weekly_hours: "2,5", start_minute: "8:30", school_class: "4", lines: [{ grade: "5" }, { grade: " " }] };
  assert.deepEqual(commandOf("something", fields, entered),
    { command: { do: "something", day: "2026-09-01", weekly_hours: 250, start_minute: 510, school_class: 4, lines: [{ grade: 5 }] } });
  const moment = fieldsOf(schema({ noticed: { type: "string", format: "date-time" } }, []));
  assert.deepEqual(commandOf("something", moment, { noticed: "2026-03-11T12:30" }, "+03:00"), { command: { do: "something", noticed: "2026-03-11T12:30:00+03:00" } });
  const wrong = { ...entered, weekly_hours: "много", start_minute: "25:00", order: { number: "7", day: "" } };
  assert.deepEqual(commandOf("something", fields, wrong),
    { faults: new Map([["weekly_hours", "number"], ["start_minute", "time"], ["order.day", "missing"]]) });
});

test("tables are read with tabs, semicolons, commas, quotes and in the old encoding", () => {
  const cells = (text: string): string[][] => {
    const read = readTable(text);
    return "rows" in read ? read.rows.map((row) => row.cells) : [];
  };
  assert.deepEqual(cells("\uFEFFФИО;Класс\r\n\"Иванов; Пётр\";5А\r\n\r\n"), [["ФИО", "Класс"], ["Иванов; Пётр", "5А"]]);
  assert.deepEqual(cells("a\tb, c\n1\t\"два \"\"слова\"\"\nв две строки\""), [["a", "b, c"], ["1", "два \"слова\"\nв две строки"]]);
  assert.deepEqual(readTable("a,b\n\"без конца,1\n"), { fault: "quote" });
  assert.equal(decodeText(new Uint8Array([0xd4, 0xc8, 0xce]).buffer), "ФИО");
});

const known = { classes: ["5А", "5Б"], people: [{ name: "Жуков Борис", class: "5А" }, { name: "Котов Пётр", login: "kotov" }], today: "2026-08-25" };
const preview = (text: string): ReturnType<typeof previewOf> => {
  const read = readTable(text);
  assert.ok("rows" in read);
  return previewOf(read.rows, known);
};

test("[SET-06] every fault of a table of people is told by its row and column, and doubles by name", () => {
  const told = preview([
    "ФИО;Класс;Дата рождения;Эл. почта;Логин;Цвет глаз",
    "Смирнова Анна;5A;04.03.2015;;;",        // with a Latin A
    "Лебедев;5А;;;;",
    "Орлов Иван;7В;31.02.2015;не почта;kotov;",
    "Смирнова Анна;5А;;;;",
    "Жуков Борис;5а;;;;",
  ].join("\n"));
  assert.deepEqual(told.faults.map(({ row, column, code }) => `${row} ${column} ${code}`), [
    "3 ФИО no_name", "4 Класс unknown_class", "4 Дата рождения bad_birth", "4 Эл. почта bad_email", "4 Логин login_twice", "5  twice"]);
  assert.equal(told.faults.at(-1)!.value, "Смирнова Анна (2)");
  assert.deepEqual(told.remarks.map(({ row, code }) => `${row} ${code}`), ["1 column_unread", "6 there"]);
  assert.deepEqual(preview("Класс\n5А").faults.map(({ code }) => code), ["no_heading"]);
});

test("[SET-06] families are entered whole, brothers and sisters with one mother", () => {
  const { people, faults } = preview([
    "Фамилия;Имя;Класс;Мать;Телефон матери;Должность",
    "Смирнова;Анна;5А;Смирнова Ольга Петровна;+7 900 111-22-33;",
    "Смирнов;Илья;5Б;Смирнова Ольга Петровна;+7 (900) 1112233;",
    "Белова;Ирина;;;;завуч; ",
  ].join("\n"));
  assert.deepEqual(faults, []);
  const commands = importCommands(people, { firstDay: "2026-09-01", order: { number: "1-К", day: "2026-08-25" }, consents: true });
  assert.equal(commands.length, 1);
  const { people: rows, links } = commands[0]!.command as unknown as { people: { school_class?: string; roles?: unknown[]; consent: object }[]; links: object[] };
  assert.deepEqual(rows.map(({ school_class: own }) => own), ["5А", undefined, "5Б", undefined]);
  assert.deepEqual(links, [{ child: 0, guardian: 1, relation: "mother" }, { child: 2, guardian: 1, relation: "mother" }]);
  assert.deepEqual(rows[0]!.consent, { said_by: 1 });
  assert.deepEqual(rows[3]!.roles, [{ role: "deputy", first_day: "2026-09-01", order: { number: "1-К", day: "2026-08-25" } }]);
});

test("people are found by the beginnings of their names", () => {
  const people = [{ name: "Орлова Анна Сергеевна" }, { name: "Семёнов Пётр", class: "5А" }];
  assert.deepEqual(found(people, "анн орл").length, 1);
  assert.deepEqual(found(people, "семенов 5а").length, 1);
  assert.deepEqual(found(people, "нна").length, 0);
});

const load = (number: number, teacher: number, schoolClass: number, group?: number): Load => ({
  load: number, teacher, teacher_name: `Учитель ${teacher}`, subject: number, school_class: schoolClass, weekly_hours: 100,
  first_day: "2026-09-01", last_day: "2027-05-31", ...(group === undefined ? {} : { group }),
});
const loads = [load(1, 1, 1), load(2, 2, 1), load(3, 1, 2), load(4, 3, 1, 1), load(5, 4, 1, 2)];
const slot = (of: number, more: Partial<Slot> = {}): Slot => ({ load: of, weekday: 1, bell: 2, parity: "every", ...more });

test("[SET-08] one class, teacher or room cannot be in two lessons at once, two groups of a class can", () => {
  const what = (one: Slot, others: Slot[]): string[] => clashesOf(one, others, loads, []).map((clash) => clash.what);
  assert.deepEqual(what(slot(1), [slot(2)]), ["class"]);
  assert.deepEqual(what(slot(1), [slot(3)]), ["teacher"]);
  assert.deepEqual(what(slot(2, { room: 7 }), [slot(3, { room: 7 })]), ["room"]);
  assert.deepEqual(what(slot(4), [slot(5)]), []);
  assert.deepEqual(what(slot(1), [slot(2, { bell: 3 })]), []);
  assert.deepEqual(what(slot(1, { parity: "odd" }), [slot(2, { parity: "even" })]), []);
});

const arrangement = {
  day: "2026-08-25", years: [], periods: [], days: [], bell_schedules: [], bells_applied: [], rooms: [{ room: 1, name: "101", capacity: 0 }],
  subjects: [{ subject: 1, name: "Математика", short_name: "Мат", safety_briefing: false }], groups: [], loads: [load(1, 1, 1)], timetables: [], documents: [],
};
const classes = [{ school_class: 1, name: "5А", grade: 5, pupils: 0 }];

test("[SET-08] a timetable is read from a table, and what is wrong there is told by row", () => {
  const read = readTable("День;Урок;Класс;Предмет;Кабинет\nпн;2;5А;Мат;101\nпн;2;5а;Математика;\nвтр;3;5А;Физика;9");
  assert.ok("rows" in read);
  const { slots, faults } = readSlots(read.rows, arrangement, classes);
  assert.deepEqual(slots[0], { load: 1, weekday: 1, bell: 2, parity: "every", room: 1 });
  assert.deepEqual(faults.map(({ row, code }) => `${row} ${code}`), ["3 busy", "4 weekday", "4 subject", "4 room"]);
});

test("[SET-16] the list of steps says what is there, what comes next and what waits", () => {
  const states = (school: Parameters<typeof stepsOf>[0]): string => stepsOf(school).map(({ step, state }) => `${step} ${state}`).slice(0, 6).join(", ");
  const empty = { ...arrangement, loads: [], subjects: [], rooms: [] };
  assert.equal(states({ arrangement: empty, classes: [], people: [{ person: 1, roles: [{ role: "director" }] }], waiting: 0 }),
    "profile next, regulation open, staff open, year open, periods waits, bells waits");
  const profile = { name: "Школа № 1", short_name: "Школа", time_zone: "Europe/Moscow", school_days_a_week: 5 };
  const adopted = { title: "Положение", in_force_from: "2026-08-25" };
  assert.match(states({ arrangement: { ...empty, profile, adopted }, classes: [], people: [], waiting: 0 }), /profile done, regulation done, staff next/);
});
