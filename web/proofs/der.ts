// DER (X.690), read strictly: definite lengths in their shortest form, within what is there. A reader
// goes over one level; how deep it goes is for those who read, level by level, never for the bytes.
import { toHex, toText, type Bytes } from "./bytes";

// Thrown where bytes are not what is asked for, and caught by `whole`.
export class NotDer extends Error {}

export interface Der {
  tag: number; // the first byte: class, whether it holds other values, number
  content: Bytes;
  whole: Bytes; // with tag and length
}

export const kTag = {
  boolean: 0x01, integer: 0x02, bits: 0x03, octets: 0x04, none: 0x05, object: 0x06, utf8: 0x0c, utcTime: 0x17,
  time: 0x18, sequence: 0x30, set: 0x31,
} as const;

// The tag of the context's own value of that number, holding other values or not.
export const holding = (number: number): number => 0xa0 + number;
export const bare = (number: number): number => 0x80 + number;

export function demand(holds: boolean): asserts holds {
  if (!holds) throw new NotDer();
}

const kMaxLengthBytes = 4;

export class DerReader {
  private at = 0;

  constructor(private readonly bytes: Bytes) {}

  get empty(): boolean {
    return this.at === this.bytes.length;
  }

  any(): Der {
    const start = this.at;
    const tag = this.byte();
    demand((tag & 0x1f) !== 0x1f);
    let length = this.byte();
    if (length >= 0x80) {
      const count = length - 0x80;
      demand(count >= 1 && count <= kMaxLengthBytes);
      length = 0;
      for (let i = 0; i < count; ++i) length = length * 256 + this.byte();
      demand(length >= 0x80 && length >= 256 ** (count - 1));
    }
    const first = this.at;
    demand(length <= this.bytes.length - first);
    this.at += length;
    return { tag, content: this.bytes.subarray(first, this.at), whole: this.bytes.subarray(start, this.at) };
  }

  // Undefined, and nothing taken, iff another tag comes, or none.
  optional(tag: number): Der | undefined {
    return this.bytes[this.at] === tag ? this.any() : undefined;
  }

  take(tag: number): Der {
    const value = this.optional(tag);
    demand(value !== undefined);
    return value;
  }

  // The level below.
  into(tag: number = kTag.sequence): DerReader {
    return new DerReader(this.take(tag).content);
  }

  end(): void {
    demand(this.empty);
  }

  private byte(): number {
    const byte = this.bytes[this.at++];
    demand(byte !== undefined);
    return byte;
  }
}

export function each(content: Bytes): Der[] {
  const all: Der[] = [];
  for (const reader = new DerReader(content); !reader.empty;) all.push(reader.any());
  return all;
}

function compare(left: Uint8Array, right: Uint8Array): number {
  for (let at = 0; at < left.length && at < right.length; ++at) {
    if (left[at] !== right[at]) return left[at]! - right[at]!;
  }
  return left.length - right.length;
}

// The elements of a SET OF, which stand in the order of their bytes.
export function eachOfSet(content: Bytes): Der[] {
  const all = each(content);
  for (let at = 1; at < all.length; ++at) demand(compare(all[at - 1]!.whole, all[at]!.whole) <= 0);
  return all;
}

export function holdInteger({ content }: Der): void {
  demand(content.length > 0);
  demand(content.length === 1 || content[0] !== (content[1]! & 0x80 ? 0xff : 0));
}

// A whole number without its sign, in hexadecimal without leading zeros but for whole bytes.
export function integerHex(value: Der): string {
  holdInteger(value);
  return toHex(value.content).replace(/^00(?=.)/, "");
}

// Undefined for what is below zero or too large for this.
export function smallInteger(value: Der): number | undefined {
  holdInteger(value);
  if (value.content.length > 6 || value.content[0]! >= 0x80) return undefined;
  return value.content.reduce((sum, byte) => sum * 256 + byte, 0);
}

export function objectId({ content }: Der): string {
  demand(content.length > 0 && content[content.length - 1]! < 0x80);
  const arcs: bigint[] = [];
  let arc = 0n;
  let first = true;
  for (const byte of content) {
    demand(!first || byte !== 0x80);
    arc = (arc << 7n) | BigInt(byte & 0x7f);
    first = byte < 0x80;
    if (!first) continue;
    if (arcs.length === 0) {
      const top = arc < 80n ? arc / 40n : 2n;
      arcs.push(top, arc - 40n * top);
    } else {
      arcs.push(arc);
    }
    arc = 0n;
  }
  return arcs.join(".");
}

// The bits as bytes, and how many of the last byte's are none.
export function bitString({ content }: Der): { bytes: Bytes; unused: number } {
  const unused = content[0] ?? 8;
  demand(unused <= 7 && (content.length > 1 || unused === 0));
  demand(content.length === 1 || (content[content.length - 1]! & ((1 << unused) - 1)) === 0);
  return { bytes: content.subarray(1), unused };
}

const kUtcTime = /^(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)?(?:Z|([+-])(\d\d)(\d\d))$/;
const kTime = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(?:(\d\d)(?:\.\d+)?)?(?:Z|([+-])(\d\d)(\d\d))$/;

// In seconds since 1970. Undefined iff it is no moment of the years 1 to 9999.
export function momentOf({ tag, content }: Der): number | undefined {
  const parts = (tag === kTag.utcTime ? kUtcTime : kTime).exec(toText(content) ?? "");
  if (!parts) return undefined;
  const [year, month, day, hour, minute, second] = parts.slice(1, 7).map((part) => Number(part ?? 0)) as
    [number, number, number, number, number, number];
  const whole = tag === kTag.utcTime ? year + (year < 50 ? 2000 : 1900) : year;
  const [hours, minutes] = [Number(parts[8] ?? 0), Number(parts[9] ?? 0)];
  if (hour > 23 || minute > 59 || second > 59 || hours > 12 || minutes > 59 || whole === 0) return undefined;
  const date = new Date(0);
  date.setUTCFullYear(whole, month - 1, day);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  const ahead = (parts[7] === "-" ? -1 : 1) * (hours * 3600 + minutes * 60);
  return date.getTime() / 1000 + hour * 3600 + minute * 60 + second - ahead;
}

// «2026-06-05 12:30:00 UTC», as `letopis` gives it in sentences.
export const printMoment = (seconds: number): string =>
  new Date(seconds * 1000).toISOString().replace("T", " ").replace(/\.\d+Z$/, " UTC").replace(/^\+00/, "");

// A value whose meaning nobody asks for; what is not of several parts must be one of its kind.
export function holdAny(value: Der): void {
  const { tag, content } = value;
  if (tag >= 0x40 || tag === kTag.sequence || tag === kTag.set) return;
  demand(tag < 0x20 && tag !== 0x10 && tag !== 0x11 && tag !== 0);
  if (tag === kTag.boolean) demand(content.length === 1);
  if (tag === kTag.integer || tag === 0x0a) holdInteger(value);
  if (tag === kTag.bits) bitString(value);
  if (tag === kTag.none) demand(content.length === 0);
  if (tag === kTag.object) objectId(value);
  if (tag === 0x1e) demand(content.length % 2 === 0);
  if (tag === 0x1c) demand(content.length % 4 === 0);
}

// What `read` makes of all the bytes; undefined iff they are not what it asks for.
export function whole<Value>(bytes: Bytes, read: (reader: DerReader) => Value): Value | undefined {
  try {
    const reader = new DerReader(bytes);
    const value = read(reader);
    reader.end();
    return value;
  } catch (fault) {
    if (fault instanceof NotDer) return undefined;
    throw fault;
  }
}
