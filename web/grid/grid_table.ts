// The table that the grid draws: native elements with explicit roles, made once for a page of the
// journal; afterwards only the cells that changed are painted again.
import { showEntry, showMark } from "./entry_value";
import { closedBy } from "./locks";
import type { Place } from "./selection";
import { isCorrected, standing, type Sheet, type SheetCell, type SheetColumn, type SheetRow } from "./sheet";

export interface GridWords {
  pupil: string;
  average: string;
  months: readonly string[]; // twelve, short
  empty: string;
  corrected: string;
  homework: string;
  kept: string;
  refused: string;
  absent: string;
  late: string;
  locked: string;
  number(value: number): string;
}

const kEachRule = 5; // rows between two blue rules, as in the paper book

function element<Name extends keyof HTMLElementTagNameMap>(name: Name, role: string, text = ""): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  made.setAttribute("role", role);
  made.textContent = text;
  return made;
}

function columnClass({ today, locked }: SheetColumn): string {
  return `${today ? " today" : ""}${locked ? " closed" : ""}`;
}

// Runs of columns in one month, each with its heading.
function monthRow(sheet: Sheet, words: GridWords): HTMLTableRowElement {
  const row = element("tr", "presentation");
  row.className = "months";
  const corner = element("th", "presentation");
  corner.className = "corner";
  row.append(corner);
  let before = "";
  for (const { day } of sheet.columns) {
    const month = day.slice(0, 7);
    const heading = element("th", "presentation", month === before ? "" : words.months[Number(day.slice(5, 7)) - 1]!);
    heading.className = month === before ? "month" : "month begins";
    row.append(heading);
    before = month;
  }
  const last = element("th", "presentation");
  last.className = "average";
  row.append(last);
  return row;
}

function dayRow(sheet: Sheet, words: GridWords): HTMLTableRowElement {
  const row = element("tr", "row");
  row.className = "days";
  const corner = element("th", "columnheader", words.pupil);
  corner.className = "corner";
  row.append(corner);
  for (const column of sheet.columns) {
    const heading = element("th", "columnheader", String(Number(column.day.slice(8))));
    heading.className = `day${columnClass(column)}`;
    heading.setAttribute("aria-label", column.locked ? `${column.title}, ${words.locked}` : column.title);
    heading.title = column.title;
    const work = element("i", "presentation", column.work ?? "");
    work.setAttribute("aria-hidden", "true");
    heading.append(work);
    row.append(heading);
  }
  const average = element("th", "columnheader", words.average);
  average.className = "average";
  row.append(average);
  return row;
}

function averageText({ average }: SheetRow, words: GridWords): string {
  return average === null ? "" : words.number(average);
}

function bodyRow(sheet: Sheet, index: number, words: GridWords): HTMLTableRowElement {
  const pupil = sheet.rows[index]!;
  const row = element("tr", "row");
  row.className = (index + 1) % kEachRule === 0 ? "pupil rule" : "pupil";
  row.setAttribute("aria-rowindex", String(index + 2));
  const name = element("th", "rowheader");
  name.className = "name";
  const ordinal = element("span", "presentation", String(index + 1));
  ordinal.className = "ordinal";
  name.append(ordinal, pupil.name);
  if (pupil.note !== undefined) {
    name.classList.add("left");
    name.title = `${pupil.name}: ${pupil.note}`;
    const note = element("span", "presentation", `, ${pupil.note}`);
    note.className = "unseen";
    name.append(note);
  }
  row.append(name);
  for (let column = 0; column < sheet.columns.length; ++column) {
    const cell = element("td", "gridcell");
    cell.tabIndex = -1;
    cell.setAttribute("aria-colindex", String(column + 2));
    paintCell(cell, sheet, { row: index, column }, words);
    row.append(cell);
  }
  const average = element("td", "gridcell", averageText(pupil, words));
  average.className = "average";
  row.append(average);
  return row;
}

// What stands in the cell, for the eye.
export function shownIn(cell: SheetCell): string {
  const marks = standing(cell).map(({ value }) => showMark(value!)).join("/");
  const absence = cell.absence ? showEntry({ kind: cell.absence.kind }) : "";
  return absence && marks ? `${marks}${absence}` : marks || absence;
}

// The same, for the ear: what the eye sees first, and never by colour or a corner alone.
function spokenIn(cell: SheetCell, words: GridWords): string {
  const shown = shownIn(cell);
  const said = shown === "" ? [] : [shown];
  if (cell.absence) said.push(cell.absence.kind === "absent" ? words.absent : words.late);
  if (said.length === 0) said.push(words.empty);
  if (isCorrected(cell)) said.push(words.corrected);
  if (cell.homework) said.push(words.homework);
  if (cell.waiting) said.push(cell.waiting.state === "kept" ? words.kept : words.refused);
  return said.join(", ");
}

export function paintCell(node: HTMLTableCellElement, sheet: Sheet, place: Place, words: GridWords): void {
  const cell = sheet.cell(place.row, place.column);
  const closed = closedBy(sheet, place) !== undefined;
  const values = standing(cell).map(({ value }) => value);
  const classes = ["cell"];
  if (values.includes("two") || values.includes("one")) classes.push("poor");
  if (values.length === 0 && cell.absence) classes.push("away");
  if (values.length > 1) classes.push("several");
  if (isCorrected(cell)) classes.push("corrected");
  if (cell.waiting) classes.push(cell.waiting.state);
  if (closed) classes.push("closed");
  if (sheet.columns[place.column]!.today) classes.push("today");
  node.className = classes.join(" ");
  node.textContent = shownIn(cell);
  node.setAttribute("aria-label", spokenIn(cell, words));
  if (closed) node.setAttribute("aria-readonly", "true");
  node.title = cell.waiting?.state === "refused" ? cell.waiting.reason.ru : "";
}

export interface DrawnTable {
  table: HTMLTableElement;
  cells: HTMLTableCellElement[][];
  averages: HTMLTableCellElement[];
}

export function paintAverage(node: HTMLTableCellElement, row: SheetRow, words: GridWords): void {
  node.textContent = averageText(row, words);
}

export function drawTable(sheet: Sheet, label: string, words: GridWords): DrawnTable {
  const table = element("table", "grid");
  table.className = "journal-grid";
  table.setAttribute("aria-label", label);
  table.setAttribute("aria-rowcount", String(sheet.rows.length + 1));
  table.setAttribute("aria-colcount", String(sheet.columns.length + 2));
  table.style.setProperty("--columns", String(sheet.columns.length));
  const head = element("thead", "rowgroup");
  head.append(monthRow(sheet, words), dayRow(sheet, words));
  const body = element("tbody", "rowgroup");
  const rows = sheet.rows.map((_, index) => bodyRow(sheet, index, words));
  body.append(...rows);
  table.append(head, body);
  const cellsOf = (row: HTMLTableRowElement): HTMLTableCellElement[] => [...row.cells].slice(1, -1);
  return { table, cells: rows.map(cellsOf), averages: rows.map((row) => row.cells[row.cells.length - 1]!) };
}
