// What a person's key means for a cell that already has something in it: which new fact is stated, and
// how it is taken back. Facts are never erased; what undoes one is another.
import type { Entry, MarkWord } from "./entry_value";
import { standing, type Reason, type SheetCell, type SheetMark } from "./sheet";

export type Deed =
  | { do: "give"; ordinal: number; value: MarkWord }
  | { do: "correct"; ordinal: number; from: MarkWord; value: MarkWord }
  | { do: "withdraw"; ordinal: number; from: MarkWord }
  | { do: "note_absence"; kind: "absent" | "late" }
  | { do: "withdraw_absence"; kind: "absent" | "late" };

// `asks`: a reason has to be told first; without it the change is a slip of the hand just made.
export type Planned =
  | { plan: "nothing" }
  | { plan: "deeds"; deeds: Deed[]; asks: boolean }
  | { plan: "refused"; reason: Reason };

const kNothing: Planned = { plan: "nothing" };

const kTwoMarks: Reason = {
  ru: "В клетке две отметки: исправьте или снимите нужную в истории клетки (F2).",
  en: "There are two marks in the cell: correct or withdraw the right one in its history (F2).",
};
const kMostMarks = 2;
const kFull: Reason = {
  ru: "В клетке уже две отметки за урок.",
  en: "The cell already has two marks of this lesson.",
};

const nextOrdinal = ({ marks }: SheetCell): number => 1 + Math.max(0, ...marks.map(({ ordinal }) => ordinal));

function planMark(cell: SheetCell, value: MarkWord, second: boolean): Planned {
  const there = standing(cell);
  if (there.length === 0 || second) {
    if (there.length >= kMostMarks) return { plan: "refused", reason: kFull };
    return { plan: "deeds", deeds: [{ do: "give", ordinal: nextOrdinal(cell), value }], asks: false };
  }
  if (there.length > 1) return { plan: "refused", reason: kTwoMarks };
  const [{ ordinal, value: from, fresh }] = there as [SheetMark & { value: MarkWord }];
  if (from === value) return kNothing;
  return { plan: "deeds", deeds: [{ do: "correct", ordinal, from, value }], asks: !fresh };
}

function planAbsence({ absence }: SheetCell, kind: "absent" | "late"): Planned {
  if (absence?.kind === kind) return kNothing;
  const before: Deed[] = absence ? [{ do: "withdraw_absence", kind: absence.kind }] : [];
  return { plan: "deeds", deeds: [...before, { do: "note_absence", kind }], asks: false };
}

// What an entry typed into the cell means; `second`: after «/».
export const planEntry = (cell: SheetCell, entry: Entry, second: boolean): Planned =>
  entry.kind === "mark" ? planMark(cell, entry.value, second) : planAbsence(cell, entry.kind);

// What Delete means: the one mark is withdrawn, or, where there is none, the absence.
export function planWithdrawal(cell: SheetCell): Planned {
  const there = standing(cell);
  if (there.length > 1) return { plan: "refused", reason: kTwoMarks };
  const [mark] = there;
  if (mark) {
    const deed: Deed = { do: "withdraw", ordinal: mark.ordinal, from: mark.value! };
    return { plan: "deeds", deeds: [deed], asks: !mark.fresh };
  }
  if (!cell.absence) return kNothing;
  return { plan: "deeds", deeds: [{ do: "withdraw_absence", kind: cell.absence.kind }], asks: false };
}

// A mark given again after it was withdrawn stands under another ordinal than at first.
const lastOf = (cell: SheetCell, value: MarkWord): number | undefined =>
  standing(cell).filter((mark) => mark.value === value).at(-1)?.ordinal;

// The fact that takes a deed back, given the cell as it is now.
export function inverseOf(deed: Deed, cell: SheetCell): Deed {
  switch (deed.do) {
    case "give": return { do: "withdraw", ordinal: lastOf(cell, deed.value) ?? deed.ordinal, from: deed.value };
    case "correct": return { ...deed, from: deed.value, value: deed.from };
    case "withdraw": return { do: "give", ordinal: nextOrdinal(cell), value: deed.from };
    case "note_absence": return { do: "withdraw_absence", kind: deed.kind };
    case "withdraw_absence": return { do: "note_absence", kind: deed.kind };
  }
}

// The cell as it will be; what has just been typed shows at once.
export function applied(cell: SheetCell, deed: Deed): SheetCell {
  const { absence, ...rest } = cell;
  switch (deed.do) {
    case "give":
      return { ...cell, marks: [...cell.marks.filter(({ ordinal }) => ordinal !== deed.ordinal),
        { ordinal: deed.ordinal, value: deed.value, struck: [], fresh: true }] };
    case "correct":
    case "withdraw":
      return { ...cell, marks: cell.marks.map((mark) => mark.ordinal !== deed.ordinal ? mark
        : { ...mark, value: deed.do === "correct" ? deed.value : null, struck: [...mark.struck, deed.from] }) };
    case "note_absence": return { ...rest, absence: { kind: deed.kind } };
    case "withdraw_absence": return absence ? rest : cell;
  }
}
