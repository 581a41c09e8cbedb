// A table as text: a file of CSV as Excel writes it in Russia (semicolons), in the world (commas), or
// what the clipboard has (tabs). Quotes as RFC 4180 has them.
export interface TableRow {
  number: number;  // the line of the file, as its author counts: from 1
  cells: string[]; // trimmed
}

export const kMostRows = 5_000;

// Rows with something in them; "too_long" where there are more than kMostRows, "quote" where a quoted
// cell never ends.
export function readTable(text: string): { rows: TableRow[] } | { fault: "too_long" | "quote" } {
  const told = text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  const separator = separatorOf(told);
  const rows: TableRow[] = [];
  let cells: string[] = [];
  let cell = "";
  let number = 1;
  let begun = 1;
  let quoted = false;
  const endRow = (): void => {
    cells.push(cell);
    if (cells.some((one) => one.trim() !== "")) rows.push({ number: begun, cells: cells.map((one) => one.trim()) });
    cells = [];
    cell = "";
    begun = number;
  };
  for (let at = 0; at < told.length; ++at) {
    const letter = told[at]!;
    if (letter === "\n") ++number;
    if (quoted) {
      if (letter !== '"') cell += letter;
      else if (told[at + 1] === '"') { cell += '"'; ++at; } else quoted = false;
    } else if (letter === '"' && cell.trim() === "") {
      cell = "";
      quoted = true;
    } else if (letter === separator) {
      cells.push(cell);
      cell = "";
    } else if (letter === "\n") endRow();
    else cell += letter;
    if (rows.length > kMostRows) return { fault: "too_long" };
  }
  if (quoted) return { fault: "quote" };
  endRow();
  return { rows };
}

// What divides the first line most often outside of quotes.
function separatorOf(text: string): string {
  const first = (text.split("\n").find((line) => line.trim() !== "") ?? "").replace(/"[^"]*"/g, "");
  const count = (mark: string): number => first.split(mark).length - 1;
  return ["\t", ";", ","].reduce((best, mark) => (count(mark) > count(best) ? mark : best), "\t");
}

// How two headings, names or classes are compared: case, «ё» and signs do not matter.
export function folded(text: string): string {
  return text.toLowerCase().replace(/ё/g, "е").replace(/[^\p{L}\p{N}]+/gu, "");
}

// "Excel of Russia" without UTF-8: bytes that are no UTF-8 are read as Windows-1251.
export function decodeText(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1251").decode(bytes);
  }
}
