// A table from an Excel workbook (ECMA-376, .xlsx): the first sheet that is not hidden, as text divided by tabs, line by
// row, so that it is read as what the clipboard gives.
import { named, readXml, type XmlElement } from "./xml_reader";
import { BadArchive, ZipArchive } from "./zip_archive";

export const kMostWorkbookBytes = 16 << 20;
const kMostRows = 10_000;
const kMostColumns = 200;
const kDay_ms = 86_400_000;
const kFirst1900 = Date.UTC(1899, 11, 30); // what Excel counts days from, its leap day of 1900 included
const kFirst1904 = Date.UTC(1904, 0, 1);
const kDateFormats = new Set([14, 15, 16, 17, 22]); // those of the standard that show a day

// By the first bytes: a ZIP archive, or what Excel wrote before 2007 and wraps a password's secret in, which is no
// table of text either and is refused below.
export const isWorkbook = (bytes: Uint8Array): boolean =>
  [[0x50, 0x4b], [0xd0, 0xcf, 0x11, 0xe0]].some((sign) => sign.every((byte, at) => bytes[at] === byte));

// Throws BadArchive where it is no workbook, or more of one than a school's lists are.
export async function readWorkbook(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  if (bytes.length > kMostWorkbookBytes) throw new BadArchive("too long");
  const archive = new ZipArchive(bytes);
  const part = async (name: string): Promise<XmlElement | undefined> => {
    const text = await archive.text(name);
    return text === undefined ? undefined : readXml(text);
  };
  const book = await part("xl/workbook.xml");
  if (book === undefined) throw new BadArchive("no workbook");
  const sheet = await part(sheetOf(book, await part("xl/_rels/workbook.xml.rels")));
  if (sheet === undefined) throw new BadArchive("no sheet");
  const texts = all(await part("xl/sharedStrings.xml"), "si").map(textOf);
  const days = dateStyles(await part("xl/styles.xml"));
  const is1904 = ["1", "true"].includes(all(book, "workbookPr")[0]?.attributes.get("date1904") ?? "");
  return linesOf(sheet, (cell) => shown(cell, texts, days, is1904 ? kFirst1904 : kFirst1900));
}

const all = (within: XmlElement | undefined, name: string): XmlElement[] => [...named(within, name)];

function sheetOf(book: XmlElement, relations: XmlElement | undefined): string {
  const sheet = all(book, "sheet").find((one) => (one.attributes.get("state") ?? "visible") === "visible");
  const id = [...(sheet?.attributes ?? [])].find(([name]) => name.endsWith(":id"))?.[1];
  const target = all(relations, "Relationship").find((one) => one.attributes.get("Id") === id)?.attributes.get("Target");
  if (!target) throw new BadArchive("no sheet");
  return target.startsWith("/") ? target.slice(1) : `xl/${target}`;
}

// Without the signs of how it is read aloud.
const textOf = ({ children }: XmlElement): string =>
  children.map((one) => (one.name === "t" ? one.text : one.name === "rPh" ? "" : textOf(one))).join("");

// Which styles of cells show a day.
function dateStyles(styles: XmlElement | undefined): boolean[] {
  const own = new Map(all(styles, "numFmt").map(({ attributes }) => [Number(attributes.get("numFmtId")), attributes.get("formatCode") ?? ""]));
  return all(all(styles, "cellXfs")[0], "xf").map(({ attributes }) => {
    const format = Number(attributes.get("numFmtId") ?? 0);
    const code = (own.get(format) ?? "").replace(/"[^"]*"|\[[^\]]*\]|\\./g, "");
    return kDateFormats.has(format) || /[dy]/i.test(code);
  });
}

function shown(cell: XmlElement, texts: readonly string[], days: readonly boolean[], first: number): string {
  const type = cell.attributes.get("t") ?? "n";
  if (type === "inlineStr") return textOf(cell);
  const value = all(cell, "v")[0]?.text ?? "";
  if (type === "s") return texts[Number(value)] ?? "";
  if (type !== "n" || value === "") return value;
  const number = Number(value);
  if (days[Number(cell.attributes.get("s") ?? 0)] && number >= 1) return russianDay(new Date(first + Math.floor(number) * kDay_ms));
  return Number.isInteger(number) ? number.toFixed(0) : value; // a telephone is no 7.9E10
}

const russianDay = (day: Date): string => {
  const [year, month, date] = day.toISOString().slice(0, 10).split("-");
  return `${date}.${month}.${year}`;
};

function linesOf(sheet: XmlElement, show: (cell: XmlElement) => string): string {
  const lines: string[][] = [];
  for (const row of all(sheet, "row")) {
    const number = Number(row.attributes.get("r") ?? lines.length + 1);
    const line: string[] = [];
    for (const cell of all(row, "c")) {
      const column = columnOf(cell.attributes.get("r")) ?? line.length;
      if (column >= kMostColumns) continue; // further right stands no name
      while (line.length < column) line.push("");
      line[column] = show(cell).replace(/\s+/g, " ").trim();
    }
    if (line.every((cell) => cell === "")) continue; // far below a table there are often rows that only look like something
    if (!(number > lines.length && number <= kMostRows)) throw new BadArchive("rows");
    while (lines.length < number - 1) lines.push([]);
    lines.push(line);
  }
  return lines.map((line) => line.map((cell) => (cell.includes('"') ? `"${cell.replaceAll('"', '""')}"` : cell)).join("\t")).join("\n");
}

// "C7" → 2.
function columnOf(reference: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? "")?.[0];
  return letters === undefined ? undefined : [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
