// What closes a cell: the lesson as a whole, the pupil who was not there, or the term of marks.
import type { Deed } from "./deed";
import type { Place } from "./selection";
import type { Reason, Sheet } from "./sheet";

// Why nothing at all can be entered there; undefined iff something can.
export function closedBy(sheet: Sheet, { row, column }: Place): Reason | undefined {
  return sheet.columns[column]?.locked ?? sheet.closed?.(row, column);
}

// Why these deeds cannot be done there.
export function refusalOf(sheet: Sheet, place: Place, deeds: readonly Deed[]): Reason | undefined {
  const closed = closedBy(sheet, place);
  const marks = sheet.columns[place.column]?.marks_locked;
  if (closed || !marks) return closed;
  const stopped = deeds.some((deed) => deed.do === "give" || (marks.changes && (deed.do === "correct" || deed.do === "withdraw")));
  return stopped ? marks.reason : undefined;
}
