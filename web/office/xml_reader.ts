// The parts of a workbook as a tree of elements: well-formed XML 1.0 with namespaces left out, and no declarations of a
// document's own (what could name files or grow without end). A browser's own parser is closed to pages that allow
// no markup to be made of text.
import { BadArchive } from "./zip_archive";

export interface XmlElement {
  name: string; // without its prefix
  attributes: Map<string, string>; // by their names with prefixes
  children: XmlElement[];
  text: string; // between its children too
}

const kMostDepth = 64;
const kToken = /<(?:!--[^]*?--|\?[^]*?\?|!\[CDATA\[([^]*?)\]\]|(\/)?([^\s\/>!?]+)((?:\s+[^\s=>\/]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/)?)>|([^<]+)/gy;
const kAttribute = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const kEntities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

// Throws BadArchive.
export function readXml(source: string): XmlElement {
  const root: XmlElement = { name: "", attributes: new Map(), children: [], text: "" };
  const open = [root];
  const told = source.replace(/^\uFEFF/, "");
  kToken.lastIndex = 0;
  for (let at = 0; at < told.length; at = kToken.lastIndex) {
    const token = kToken.exec(told);
    if (token === null) throw new BadArchive("no XML");
    const [, literal, closing, name, attributes, empty, text] = token;
    const within = open.at(-1)!;
    if (literal !== undefined) within.text += literal;
    else if (text !== undefined) within.text += unescaped(text);
    else if (closing !== undefined) {
      if (open.length < 2 || within.name !== local(name!)) throw new BadArchive("no XML");
      open.pop();
    } else if (name !== undefined) {
      const element = { name: local(name), attributes: attributesOf(attributes ?? ""), children: [], text: "" };
      within.children.push(element);
      if (empty === undefined) open.push(element);
      if (open.length > kMostDepth) throw new BadArchive("no XML");
    }
  }
  if (open.length !== 1 || root.children.length !== 1) throw new BadArchive("no XML");
  return root.children[0]!;
}

// All below an element that are called so, in their order.
export function* named(within: XmlElement | undefined, name: string): Generator<XmlElement> {
  for (const child of within?.children ?? []) {
    if (child.name === name) yield child;
    yield* named(child, name);
  }
}

const local = (name: string): string => name.slice(name.indexOf(":") + 1);

const attributesOf = (text: string): Map<string, string> =>
  new Map([...text.matchAll(kAttribute)].map(([, name, one, other]) => [name!, unescaped(one ?? other!)]));

const unescaped = (text: string): string => text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex: string | undefined, decimal: string | undefined, name: string | undefined) => {
  const code = hex !== undefined ? parseInt(hex, 16) : decimal !== undefined ? Number(decimal) : undefined;
  if (code !== undefined) return code <= 0x10ffff ? String.fromCodePoint(code) : "\uFFFD";
  return kEntities[name!] ?? whole;
});
