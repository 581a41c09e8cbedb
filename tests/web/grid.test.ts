// The grid's rooms without a page: keys on both layouts, choosing, pasting, and what a key states.
import assert from "node:assert/strict";
import { test } from "node:test";

import { applied, inverseOf, planEntry, planWithdrawal, type Deed } from "../../web/grid/deed";
import { readEntry, showEntry, type Entry } from "../../web/grid/entry_value";
import { decodeKey, type PressedKey } from "../../web/grid/key_decoding";
import { copied, planPaste, textOf } from "../../web/grid/paste";
import { at, blockOf, moved, movedTo, placesOf } from "../../web/grid/selection";
import { kEmptyCell, type Sheet, type SheetCell } from "../../web/grid/sheet";
import { UndoList } from "../../web/grid/undo";

const press = (key: string, code: string, held: Partial<PressedKey> = {}): PressedKey =>
  ({ key, code, ctrlKey: false, shiftKey: false, altKey: false, metaKey: false, ...held });
const five: Entry = { kind: "mark", value: "five" };
const given = (value: "two" | "five" | "three", fresh = false, ordinal = 1): SheetCell =>
  ({ marks: [{ ordinal, value, struck: [], fresh }], homework: false });

function sheetOf(rows: number, columns: number, cells: Record<string, SheetCell> = {}, locked?: number): Sheet {
  return {
    rows: Array.from({ length: rows }, (_, row) => ({ pupil: row + 1, name: `Ученик ${row + 1}`, average: null })),
    columns: Array.from({ length: columns }, (_, column) => ({ key: `l${column}`, day: "2026-03-11", today: false, title: "",
      ...(column === locked ? { locked: { ru: "Период закрыт.", en: "The period is closed.", clause: "5.1" } } : {}) })),
    cell: (row, column) => cells[`${row}.${column}`] ?? kEmptyCell,
  };
}

test("marks and absences are the same keys on both layouts", () => {
  for (const [key, code] of [["5", "Digit5"], ["5", "Numpad5"], ["End", "Numpad5"]] as const)
    if (key === "5") assert.deepEqual(decodeKey(press(key, code)), { do: "enter", entry: five });
  const absent = { do: "enter", entry: { kind: "absent" } };
  const late = { do: "enter", entry: { kind: "late" } };
  assert.deepEqual(decodeKey(press("н", "KeyY")), absent);
  assert.deepEqual(decodeKey(press("Н", "KeyY", { shiftKey: true })), absent);
  assert.deepEqual(decodeKey(press("y", "KeyY")), absent);
  assert.deepEqual(decodeKey(press("о", "KeyJ")), late);
  assert.deepEqual(decodeKey(press("j", "KeyJ")), late);
  // What a key prints goes before where it is: «н» of a phonetic layout lies on N.
  assert.deepEqual(decodeKey(press("н", "KeyN")), absent);
  assert.deepEqual(decodeKey(press("б", "Comma")), { do: "class_teachers_reason" });
  assert.deepEqual(decodeKey(press("/", "Slash")), { do: "add_second" });
  assert.deepEqual(decodeKey(press(".", "Slash")), { do: "add_second" });
  assert.deepEqual(decodeKey(press("х", "BracketLeft")), { do: "lesson", by: -1 });
});

test("what is not the grid's key is left to the browser", () => {
  for (const [key, code, held] of [["Tab", "Tab", {}], ["6", "Digit6", {}], ["т", "KeyN", {}], ["q", "KeyQ", {}],
    ["с", "KeyC", { ctrlKey: true }], ["м", "KeyV", { ctrlKey: true }], ["5", "Digit5", { ctrlKey: true }],
    ["5", "Digit5", { altKey: true }]] as const)
    assert.equal(decodeKey(press(key, code, held)), undefined, `${key} ${code}`);
});

test("undo and redo are where they are on any layout", () => {
  assert.deepEqual(decodeKey(press("я", "KeyZ", { ctrlKey: true })), { do: "undo" });
  assert.deepEqual(decodeKey(press("z", "KeyZ", { ctrlKey: true, shiftKey: true })), { do: "redo" });
  assert.deepEqual(decodeKey(press("н", "KeyY", { ctrlKey: true })), { do: "redo" });
});

test("the cursor stays in the table, and Shift chooses a block", () => {
  const extent = { rows: 3, columns: 4 };
  let selection = moved(at({ row: 0, column: 0 }), { rows: -1, columns: 0, extend: false }, extent);
  assert.deepEqual(selection.cursor, { row: 0, column: 0 });
  selection = moved(selection, { rows: 1, columns: 1, extend: true }, extent);
  assert.deepEqual(blockOf(selection), { top: 0, left: 0, bottom: 1, right: 1 });
  assert.equal(placesOf(blockOf(selection)).length, 4);
  selection = movedTo("table_end", selection, false, extent);
  assert.deepEqual(selection, at({ row: 2, column: 3 }));
});

test("the same mark typed again states nothing", () => {
  assert.deepEqual(planEntry(given("five"), five, false), { plan: "nothing" });
  assert.deepEqual(planEntry({ ...kEmptyCell, absence: { kind: "absent" } }, { kind: "absent" }, false), { plan: "nothing" });
});

test("another mark is a correction, and asks why unless it was just typed", () => {
  const deeds: Deed[] = [{ do: "correct", ordinal: 1, from: "two", value: "five" }];
  assert.deepEqual(planEntry(given("two"), five, false), { plan: "deeds", deeds, asks: true });
  assert.deepEqual(planEntry(given("two", true), five, false), { plan: "deeds", deeds, asks: false });
});

test("a second mark stands beside the first, a third is refused", () => {
  const plan = planEntry(given("three"), five, true);
  assert.deepEqual(plan, { plan: "deeds", deeds: [{ do: "give", ordinal: 2, value: "five" }], asks: false });
  const both = applied(given("three"), { do: "give", ordinal: 2, value: "five" });
  assert.equal(textOf(both), "3/5");
  assert.equal(planEntry(both, five, true).plan, "refused");
  assert.equal(planEntry(both, five, false).plan, "refused");
  assert.equal(planWithdrawal(both).plan, "refused");
});

test("a withdrawn mark leaves its place, and the next one gets another", () => {
  const gone = applied(given("two"), { do: "withdraw", ordinal: 1, from: "two" });
  assert.equal(textOf(gone), "");
  const plan = planEntry(gone, five, false);
  assert.deepEqual(plan, { plan: "deeds", deeds: [{ do: "give", ordinal: 2, value: "five" }], asks: false });
});

test("undoing states the opposite fact, for every deed", () => {
  const cells: [SheetCell, Deed][] = [
    [kEmptyCell, { do: "give", ordinal: 1, value: "five" }],
    [given("two"), { do: "correct", ordinal: 1, from: "two", value: "five" }],
    [given("two"), { do: "withdraw", ordinal: 1, from: "two" }],
    [kEmptyCell, { do: "note_absence", kind: "absent" }],
    [{ ...kEmptyCell, absence: { kind: "late" } }, { do: "withdraw_absence", kind: "late" }],
  ];
  for (const [cell, deed] of cells) {
    const after = applied(cell, deed);
    assert.notEqual(textOf(after), textOf(cell), deed.do);
    assert.equal(textOf(applied(after, inverseOf(deed, after))), textOf(cell), deed.do);
  }
});

test("what was taken back can be done again until something new is done", () => {
  const list = new UndoList<number>();
  list.add(1);
  list.add(2);
  assert.equal(list.takeBack(), 2);
  assert.equal(list.doAgain(), 2);
  assert.equal(list.takeBack(), 2);
  list.add(3);
  assert.equal(list.doAgain(), undefined);
  assert.equal(list.takeBack(), 3);
});

test("a table is pasted whole", () => {
  const pasted = planPaste(sheetOf(3, 3), { top: 0, left: 1, bottom: 0, right: 1 }, "5\tн\r\n3/5\t\r\n");
  assert("wished" in pasted);
  assert.deepEqual(pasted.wished.map(({ place, deeds }) => [place.row, place.column, deeds.map(({ do: what }) => what).join()]),
    [[0, 1, "give"], [0, 2, "note_absence"], [1, 1, "give,give"]]);
  assert.deepEqual(pasted.wished[2]!.deeds[1], { do: "give", ordinal: 2, value: "five" });
});

test("a table with one fault is not pasted at all, and each fault is told", () => {
  const sheet = sheetOf(3, 3, { "1.0": given("two") }, 2);
  const pasted = planPaste(sheet, { top: 0, left: 0, bottom: 0, right: 0 }, "5\t9\t4\n5\n5\n5");
  assert("faults" in pasted);
  assert.deepEqual(pasted.faults.map(({ place, reason }) => [place.row, place.column, reason.clause ?? reason.en.slice(0, 12)]),
    [[0, 1, "“9” is neith"], [0, 2, "5.1"], [1, 0, "Another mark"], [3, 0, "The table do"]]);
});

test("one value fills the chosen block, and what is copied can be pasted", () => {
  const block = { top: 0, left: 0, bottom: 1, right: 1 };
  const pasted = planPaste(sheetOf(2, 2, { "0.0": given("five") }), block, "5");
  assert("wished" in pasted);
  assert.equal(pasted.wished.length, 3);
  assert.equal(copied(sheetOf(2, 2, { "0.0": given("five"), "1.1": { ...kEmptyCell, absence: { kind: "late" } } }), block), "5\t\n\tо");
  for (const text of ["1", "5", "н", "о", "зач", "н/а"]) assert.equal(showEntry(readEntry(text)!), text);
});
