// A table from another program, to go into the cells whole or not at all; and the other way.
import { applied, planEntry, type Deed } from "./deed";
import { readEntry, showEntry, showMark, type Entry } from "./entry_value";
import { closedBy, refusalOf } from "./locks";
import { placesOf, type Block, type Place } from "./selection";
import { standing, type Reason, type Sheet, type SheetCell } from "./sheet";

const kMostCells = 5_000;

export interface Wished {
  place: Place;
  deeds: Deed[];
}
export interface Fault {
  place: Place;
  reason: Reason;
}
export type Pasted = { wished: Wished[] } | { faults: Fault[] };

const sentence = (ru: string, en: string): Reason => ({ ru, en });
const kTooMany = sentence(`Больше ${kMostCells} клеток за один раз не вставляется.`, `No more than ${kMostCells} cells are pasted at once.`);
const kBeyond = sentence("Таблица не помещается: здесь кончаются клетки журнала.", "The table does not fit: the journal's cells end here.");
const kOther = sentence("В клетке уже стоит другая отметка: исправления по одной, с причиной.",
  "Another mark stands here: corrections go one by one, with a reason.");
const unknown = (text: string): Reason =>
  sentence(`«${text.slice(0, 20)}» — не отметка и не пропуск.`, `“${text.slice(0, 20)}” is neither a mark nor an absence.`);

// Lines and tabs, as spreadsheets copy them.
export function cutTable(text: string): string[][] {
  const lines = text.replace(/\r\n?/g, "\n").replace(/\n$/, "").split("\n");
  return lines.map((line) => line.split("\t"));
}

// A table of one cell fills the chosen block; any other begins at its first cell.
function spread(table: string[][], block: Block): { place: Place; text: string }[] {
  const [single] = table.length === 1 && table[0]!.length === 1 ? table[0]! : [];
  if (single !== undefined) return placesOf(block).map((place) => ({ place, text: single }));
  return table.flatMap((line, row) => line.map((text, column) =>
    ({ place: { row: block.top + row, column: block.left + column }, text })));
}

function readCell(text: string): Entry[] | undefined {
  const whole = readEntry(text);
  const entries = whole ? [whole] : text.split("/").map(readEntry);
  return entries.every((entry) => entry !== undefined) ? entries : undefined;
}

function planCell(sheet: Sheet, place: Place, text: string): Deed[] | Reason {
  const column = sheet.columns[place.column];
  if (!column || place.row >= sheet.rows.length) return kBeyond;
  const entries = readCell(text);
  if (!entries) return unknown(text);
  const closed = closedBy(sheet, place);
  if (closed) return closed;
  let cell = sheet.cell(place.row, place.column);
  if (textOf(cell) === text.trim()) return [];
  const deeds: Deed[] = [];
  for (const [index, entry] of entries.entries()) {
    const plan = planEntry(cell, entry, index > 0);
    if (plan.plan === "refused") return plan.reason;
    if (plan.plan === "nothing") continue;
    if (plan.asks || plan.deeds.some((deed) => deed.do === "correct")) return kOther;
    cell = plan.deeds.reduce(applied, cell);
    deeds.push(...plan.deeds);
  }
  return refusalOf(sheet, place, deeds) ?? deeds;
}

// Empty cells of the table leave alone what is there.
export function planPaste(sheet: Sheet, block: Block, text: string): Pasted {
  const cells = spread(cutTable(text), block).filter((cell) => cell.text.trim() !== "");
  if (cells.length > kMostCells) return { faults: [{ place: { row: block.top, column: block.left }, reason: kTooMany }] };
  const wished: Wished[] = [];
  const faults: Fault[] = [];
  for (const { place, text: written } of cells) {
    const planned = planCell(sheet, place, written);
    if (!Array.isArray(planned)) faults.push({ place, reason: planned });
    else if (planned.length > 0) wished.push({ place, deeds: planned });
  }
  return faults.length > 0 ? { faults } : { wished };
}

// What a cell shows, in the words that can be pasted again.
export function textOf(cell: SheetCell): string {
  const marks = standing(cell).map(({ value }) => showMark(value!)).join("/");
  return marks || (cell.absence ? showEntry({ kind: cell.absence.kind }) : "");
}

export function copied(sheet: Sheet, { top, left, bottom, right }: Block): string {
  const lines: string[] = [];
  for (let row = top; row <= bottom; ++row) {
    const cells: string[] = [];
    for (let column = left; column <= right; ++column) cells.push(textOf(sheet.cell(row, column)));
    lines.push(cells.join("\t"));
  }
  return lines.join("\n");
}
