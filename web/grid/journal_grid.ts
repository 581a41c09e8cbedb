// The journal's grid: one tab stop, the whole keyboard, and what it wishes told to its owner. It keeps
// the cursor and nothing else: what stands in a cell is the sheet's.
import { drawTable, paintAverage, paintCell, type DrawnTable, type GridWords } from "./grid_table";
import type { Entry } from "./entry_value";
import { decodeKey, type GridAction } from "./key_decoding";
import { at, blockOf, clamp, isWithin, moved, movedTo, placesOf, type Block, type Extent, type Place, type Selection } from "./selection";
import type { Sheet } from "./sheet";

export type Direction = "down" | "right" | "stay";

// What the grid asks of its owner. `enter` and `withdraw` answer whether the cursor may go on.
export interface GridOwner {
  enter(places: readonly Place[], entry: Entry, second: boolean): boolean;
  withdraw(places: readonly Place[]): void;
  paste(block: Block, text: string): void;
  copy(block: Block): string;
  undo(): void;
  redo(): void;
  moved(place: Place): void;
  other(action: "history" | "help" | "class_teachers_reason"): void;
}

export interface GridSettings {
  label: string;
  words: GridWords;
  direction: Direction;
}

const kRowsOfPage = 10;

export class JournalGrid {
  private drawn!: DrawnTable;
  private selection: Selection = at({ row: 0, column: 0 });
  private second = false;
  private painted: Place[] = [];

  // Requires: the host scrolls. The listeners live as long as the host.
  constructor(private readonly host: HTMLElement, private sheet: Sheet, private readonly owner: GridOwner,
    private settings: GridSettings) {
    this.draw();
    host.addEventListener("keydown", (event) => this.pressed(event));
    host.addEventListener("mousedown", (event) => this.pointed(event));
    host.addEventListener("copy", (event) => this.copied(event));
    host.addEventListener("paste", (event) => this.pasted(event));
  }

  // Another page of the journal; the cursor goes to `cursor`, or to the nearest cell that there is.
  show(sheet: Sheet, settings: GridSettings, cursor: Place): void {
    const focused = this.host.contains(document.activeElement);
    this.sheet = sheet;
    this.settings = settings;
    this.selection = at(clamp(cursor, this.extent()));
    this.draw();
    if (focused) this.focus();
  }

  // The same page, where the owner's sheet now tells something else.
  repaint(sheet: Sheet, places: readonly Place[]): void {
    this.sheet = sheet;
    for (const { row, column } of places) {
      const node = this.drawn.cells[row]?.[column];
      if (node) paintCell(node, sheet, { row, column }, this.settings.words);
    }
    for (const [row, node] of this.drawn.averages.entries()) paintAverage(node, sheet.rows[row]!, this.settings.words);
    this.painted = [];
    this.paintSelection();
  }

  set direction(direction: Direction) {
    this.settings = { ...this.settings, direction };
  }

  get cursor(): Place {
    return this.selection.cursor;
  }

  focus(): void {
    this.nodeAt(this.selection.cursor)?.focus({ preventScroll: true });
    this.nodeAt(this.selection.cursor)?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  goTo(place: Place): void {
    this.select(at(clamp(place, this.extent())), true);
  }

  private extent(): Extent {
    return { rows: this.sheet.rows.length, columns: this.sheet.columns.length };
  }

  private nodeAt({ row, column }: Place): HTMLTableCellElement | undefined {
    return this.drawn.cells[row]?.[column];
  }

  private draw(): void {
    this.drawn = drawTable(this.sheet, this.settings.label, this.settings.words);
    this.host.replaceChildren(this.drawn.table);
    this.painted = [];
    const node = this.nodeAt(this.selection.cursor);
    if (node) node.tabIndex = 0;
    this.paintSelection();
    node?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  private paintSelection(): void {
    for (const place of this.painted) this.nodeAt(place)?.classList.remove("chosen", "cursor");
    const block = blockOf(this.selection);
    this.painted = placesOf(block).concat(this.selection.cursor);
    if (this.painted.length > 2) for (const place of this.painted) this.nodeAt(place)?.classList.add("chosen");
    this.nodeAt(this.selection.cursor)?.classList.add("cursor");
  }

  private select(selection: Selection, focus: boolean): void {
    const before = this.nodeAt(this.selection.cursor);
    if (before) before.tabIndex = -1;
    this.selection = selection;
    this.second = false;
    const node = this.nodeAt(selection.cursor);
    if (node) node.tabIndex = 0;
    this.paintSelection();
    if (focus) this.focus();
    this.owner.moved(selection.cursor);
  }

  private pressed(event: KeyboardEvent): void {
    if (this.sheet.rows.length === 0 || this.sheet.columns.length === 0) return;
    const action = decodeKey(event);
    if (!action) return;
    event.preventDefault();
    this.carryOut(action);
  }

  private carryOut(action: GridAction): void {
    switch (action.do) {
      case "enter": return this.enter(action.entry);
      case "add_second": this.second = true; return;
      case "withdraw": return this.owner.withdraw(placesOf(blockOf(this.selection)));
      case "move": return this.select(moved(this.selection, action, this.extent()), true);
      case "page": return this.select(moved(this.selection,
        { rows: action.rows * kRowsOfPage, columns: 0, extend: action.extend }, this.extent()), true);
      case "edge": return this.select(movedTo(action.edge, this.selection, action.extend, this.extent()), true);
      case "lesson": return this.select(moved(this.selection, { rows: 0, columns: action.by, extend: false }, this.extent()), true);
      case "escape": return this.select(at(this.selection.cursor), true);
      case "undo": return this.owner.undo();
      case "redo": return this.owner.redo();
      case "history":
      case "help":
      case "class_teachers_reason": return this.owner.other(action.do);
    }
  }

  // A single cell's cursor goes on; a block is filled and stays chosen.
  private enter(entry: Entry): void {
    const places = placesOf(blockOf(this.selection));
    const second = this.second;
    this.second = false;
    const goesOn = this.owner.enter(places, entry, second);
    if (!goesOn || places.length > 1 || this.settings.direction === "stay") return;
    const step = this.settings.direction === "down" ? { rows: 1, columns: 0 } : { rows: 0, columns: 1 };
    this.select(moved(this.selection, { ...step, extend: false }, this.extent()), true);
  }

  private pointed(event: MouseEvent): void {
    const node = (event.target as Element).closest<HTMLTableCellElement>("td.cell");
    if (!node || event.button !== 0) return;
    event.preventDefault();
    const row = this.drawn.cells.findIndex((cells) => cells.includes(node));
    const cursor = { row, column: this.drawn.cells[row]!.indexOf(node) };
    this.select(event.shiftKey ? { cursor, began: this.selection.began } : at(cursor), true);
  }

  private copied(event: ClipboardEvent): void {
    event.clipboardData?.setData("text/plain", this.owner.copy(blockOf(this.selection)));
    event.preventDefault();
  }

  private pasted(event: ClipboardEvent): void {
    const text = event.clipboardData?.getData("text/plain");
    event.preventDefault();
    if (text) this.owner.paste(blockOf(this.selection), text);
  }

  // Whether a place is in the chosen block.
  chosen(place: Place): boolean {
    return isWithin(place, blockOf(this.selection));
  }
}
