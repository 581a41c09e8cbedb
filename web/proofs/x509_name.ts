// The name of a certificate's subject or issuer (X.501): as its bytes, as text for people, and as it
// is compared.
import { toHex, toText, type Bytes } from "./bytes";
import { DerReader, demand, each, objectId, type Der } from "./der";

export interface Name {
  der: Bytes;
  text: string; // «CN=Иванова И. И.,O=Лицей № 1», RFC 2253 in UTF-8
  compared: string; // equal for names that differ in case and spaces alone
  commonName?: string;
}

const kShortNames: Record<string, string> = {
  "2.5.4.3": "CN", "2.5.4.4": "SN", "2.5.4.5": "serialNumber", "2.5.4.6": "C", "2.5.4.7": "L", "2.5.4.8": "ST",
  "2.5.4.9": "street", "2.5.4.10": "O", "2.5.4.11": "OU", "2.5.4.12": "title", "2.5.4.13": "description",
  "2.5.4.15": "businessCategory", "2.5.4.17": "postalCode", "2.5.4.41": "name", "2.5.4.42": "GN",
  "2.5.4.43": "initials", "2.5.4.46": "dnQualifier", "2.5.4.65": "pseudonym", "2.5.4.97": "organizationIdentifier",
  "0.9.2342.19200300.100.1.1": "UID", "0.9.2342.19200300.100.1.25": "DC", "1.2.840.113549.1.9.1": "emailAddress",
  "1.2.643.3.131.1.1": "INN", "1.2.643.100.1": "OGRN", "1.2.643.100.3": "SNILS", "1.2.643.100.5": "OGRNIP",
};
const kCommonName = "2.5.4.3";

function wide(content: Bytes, width: 2 | 4): string {
  demand(content.length % width === 0);
  let text = "";
  for (let at = 0; at < content.length; at += width) {
    let letter = 0;
    for (let i = 0; i < width; ++i) letter = letter * 256 + content[at + i]!;
    demand(letter <= 0x10ffff && (letter < 0xd800 || letter > 0xdfff));
    text += String.fromCodePoint(letter);
  }
  return text;
}

// Undefined for what a name may hold and is no text.
function textOf({ tag, content }: Der): string | undefined {
  switch (tag) {
    case 0x0c: {
      const text = toText(content);
      demand(text !== undefined);
      return text;
    }
    case 0x1c: return wide(content, 4);
    case 0x1e: return wide(content, 2);
    case 0x12: case 0x13: case 0x14: case 0x16: case 0x1a: return String.fromCharCode(...content);
    default:
      demand(tag === 0x03 || tag === 0x30);
      return undefined;
  }
}

// RFC 2253, but for letters that are not ASCII.
function escaped(text: string): string {
  return [...text].map((letter, at, { length }) => {
    if (/[\u0000-\u001f\u007f]/.test(letter)) return "\\" + toHex(Uint8Array.of(letter.charCodeAt(0))).toUpperCase();
    const first = at === 0 && (letter === "#" || letter === " ");
    return first || (at === length - 1 && letter === " ") || /[,+"\\<>;]/.test(letter) ? "\\" + letter : letter;
  }).join("");
}

const alike = (text: string): string =>
  text.replace(/^[ \t-\r]+|[ \t-\r]+$/g, "").replace(/[ \t-\r]+/g, " ").replace(/[A-Z]/g, (letter) => letter.toLowerCase());

export function readName(value: Der): Name {
  const name: Name = { der: value.whole, text: "", compared: "" };
  const texts: string[] = [];
  const compared: string[][] = [];
  for (const set of each(value.content)) {
    demand(set.tag === 0x31 && set.content.length > 0);
    const parts: string[] = [];
    const ofSet: string[] = [];
    for (const one of each(set.content)) {
      demand(one.tag === 0x30);
      const reader = new DerReader(one.content);
      const kind = objectId(reader.take(0x06));
      const inner = reader.any();
      reader.end();
      const text = textOf(inner);
      const short = kShortNames[kind];
      parts.push(`${short ?? kind}=` +
        (short === undefined || text === undefined ? "#" + toHex(inner.whole).toUpperCase() : escaped(text)));
      ofSet.push(`${kind}=${text === undefined ? toHex(inner.whole) : alike(text)}`);
      if (kind === kCommonName && text !== undefined) name.commonName ??= text;
    }
    texts.unshift(parts.reverse().join("+"));
    compared.push(ofSet.sort());
  }
  name.text = texts.join(",");
  name.compared = JSON.stringify(compared);
  return name;
}
