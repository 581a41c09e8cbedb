// What a key means in the grid, on the Russian layout and on the Latin one: what it prints counts
// first, then where it is on the keyboard.
import { markOfDigit, type Entry } from "./entry_value";

export interface PressedKey {
  key: string;
  code: string;
  ctrlKey: boolean;
  shiftKey: boolean;
  altKey: boolean;
  metaKey: boolean;
}

export type Edge = "row_start" | "row_end" | "table_start" | "table_end";

export type GridAction =
  | { do: "enter"; entry: Entry }
  | { do: "add_second" }            // the next mark comes beside the one that is there
  | { do: "move"; rows: number; columns: number; extend: boolean }
  | { do: "page"; rows: 1 | -1; extend: boolean }
  | { do: "edge"; edge: Edge; extend: boolean }
  | { do: "withdraw" }
  | { do: "undo" }
  | { do: "redo" }
  | { do: "history" }
  | { do: "help" }
  | { do: "lesson"; by: 1 | -1 }
  | { do: "escape" }
  | { do: "class_teachers_reason" }; // «б», «у»: not a teacher's to state

const kMoves: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1],
};

const kPrinted: Readonly<Record<string, GridAction>> = {
  "н": { do: "enter", entry: { kind: "absent" } },
  "о": { do: "enter", entry: { kind: "late" } },
  "б": { do: "class_teachers_reason" },
  "у": { do: "class_teachers_reason" },
  "/": { do: "add_second" },
  "?": { do: "help" },
  "[": { do: "lesson", by: -1 },
  "]": { do: "lesson", by: 1 },
};

// Where those letters are, for a keyboard that prints Latin ones; the signs, for one that prints Russian ones.
const kLetterPlaces: Readonly<Record<string, string>> = { KeyY: "н", KeyJ: "о", Comma: "б", KeyE: "у" };
const kSignPlaces: Readonly<Record<string, string>> = { Slash: "/", NumpadDivide: "/", BracketLeft: "[", BracketRight: "]" };

function decodeNamed({ key, ctrlKey, shiftKey }: PressedKey): GridAction | undefined {
  const move = kMoves[key];
  if (move) return { do: "move", rows: move[0], columns: move[1], extend: shiftKey };
  switch (key) {
    case "Enter": return { do: "move", rows: shiftKey ? -1 : 1, columns: 0, extend: false };
    case "PageUp": return { do: "page", rows: -1, extend: shiftKey };
    case "PageDown": return { do: "page", rows: 1, extend: shiftKey };
    case "Home": return { do: "edge", edge: ctrlKey ? "table_start" : "row_start", extend: shiftKey };
    case "End": return { do: "edge", edge: ctrlKey ? "table_end" : "row_end", extend: shiftKey };
    case "Delete":
    case "Backspace": return { do: "withdraw" };
    case "F2": return { do: "history" };
    case "F1": return { do: "help" };
    case "Escape": return { do: "escape" };
    default: return undefined;
  }
}

// What Ctrl makes of it; copying and pasting are the browser's own events.
function decodeControlled(pressed: PressedKey): GridAction | undefined {
  if (/^(Home|End)$/.test(pressed.key)) return decodeNamed(pressed);
  if (pressed.code === "KeyZ") return { do: pressed.shiftKey ? "redo" : "undo" };
  return pressed.code === "KeyY" ? { do: "redo" } : undefined;
}

function decodePrinted({ key, code, shiftKey }: PressedKey): GridAction | undefined {
  const mark = markOfDigit(key) ?? (/^Numpad[1-5]$/.test(code) ? markOfDigit(code.slice(-1)) : undefined);
  if (mark) return { do: "enter", entry: mark };
  const printed = kPrinted[key.toLowerCase()];
  if (printed) return printed;
  if (shiftKey) return undefined;
  const isRussian = /^[а-яё.]$/i.test(key);
  const place = isRussian ? kSignPlaces[code] : kLetterPlaces[code];
  return place === undefined ? undefined : kPrinted[place];
}

// Undefined iff the key is not the grid's: the browser keeps it (Tab leaves the grid).
export function decodeKey(pressed: PressedKey): GridAction | undefined {
  if (pressed.altKey) return undefined;
  if (pressed.ctrlKey || pressed.metaKey) return decodeControlled(pressed);
  return decodeNamed(pressed) ?? decodePrinted(pressed);
}
