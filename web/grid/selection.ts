// Where the cursor is in a table and which block is chosen; rows and columns count from 0.
import type { Edge } from "./key_decoding";

export interface Extent {
  rows: number;
  columns: number;
}
export interface Place {
  row: number;
  column: number;
}
// The block lies between the cursor and the place where choosing began.
export interface Selection {
  cursor: Place;
  began: Place;
}
export interface Block {
  top: number;
  left: number;
  bottom: number; // inclusive, as `right` is
  right: number;
}

export const samePlace = (one: Place, other: Place): boolean => one.row === other.row && one.column === other.column;

export const at = (cursor: Place): Selection => ({ cursor, began: cursor });

const within = (value: number, count: number): number => Math.max(0, Math.min(count - 1, value));

export function clamp({ row, column }: Place, extent: Extent): Place {
  return { row: within(row, extent.rows), column: within(column, extent.columns) };
}

export interface Step {
  rows: number;
  columns: number;
  extend: boolean;
}

export function moved({ cursor, began }: Selection, { rows, columns, extend }: Step, extent: Extent): Selection {
  const next = clamp({ row: cursor.row + rows, column: cursor.column + columns }, extent);
  return { cursor: next, began: extend ? began : next };
}

function placeOf(edge: Edge, { row }: Place, { rows, columns }: Extent): Place {
  switch (edge) {
    case "row_start": return { row, column: 0 };
    case "row_end": return { row, column: columns - 1 };
    case "table_start": return { row: 0, column: 0 };
    case "table_end": return { row: rows - 1, column: columns - 1 };
  }
}

export function movedTo(edge: Edge, selection: Selection, extend: boolean, extent: Extent): Selection {
  const next = placeOf(edge, selection.cursor, extent);
  return { cursor: next, began: extend ? selection.began : next };
}

export function blockOf({ cursor, began }: Selection): Block {
  return {
    top: Math.min(cursor.row, began.row), bottom: Math.max(cursor.row, began.row),
    left: Math.min(cursor.column, began.column), right: Math.max(cursor.column, began.column),
  };
}

export const isWithin = ({ row, column }: Place, { top, left, bottom, right }: Block): boolean =>
  row >= top && row <= bottom && column >= left && column <= right;

// Row by row.
export function placesOf({ top, left, bottom, right }: Block): Place[] {
  const places: Place[] = [];
  for (let row = top; row <= bottom; ++row)
    for (let column = left; column <= right; ++column) places.push({ row, column });
  return places;
}
