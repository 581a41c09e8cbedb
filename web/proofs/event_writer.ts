// Events into their bytes: the one canonical Cap'n Proto message of each. What the schema has no room for is
// refused, so that whatever is written reads again as it was said (event.ts).
import { fromHex, isPlain, joined, toBytes, toText, type Bytes } from "./bytes";
import {
  kLayout, kMaxCommandEvents, kMaxEventBytes, kMaxListItems, kMaxTextBytes, streamOf, wrongCommand, wrongFact, wrongLog, wrongSize,
  type Envelope, type Value, type Values, type Whole,
} from "./event";
import { Refusal } from "./refusal";
import { schema, type FactSchema, type Field, type Struct } from "./schema";

// Thrown within a writing, and turned into a refusal at its end.
class Wrong extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.code);
  }
}
const wrong = (): never => {
  throw new Wrong(wrongFact());
};

// What a pointer leads to; a struct is as long as what it holds.
type Node = StructNode | Bytes | { structs: StructNode[] } | Bytes[];
interface StructNode {
  data: Bytes; // whole words
  pointers: (Node | null)[];
}

class StructWriter {
  private readonly view: DataView;
  private readonly bytes: Bytes;
  private readonly pointers: (Node | null)[];

  constructor({ data, pointers }: { data: number; pointers: number }) {
    this.bytes = new Uint8Array(8 * data);
    this.view = new DataView(this.bytes.buffer);
    this.pointers = new Array<Node | null>(pointers).fill(null);
  }

  u16(at: number, value: Value): void {
    this.view.setUint16(at, within(value, 0, 0xffff), true);
  }
  u32(at: number, value: Value): void {
    this.view.setUint32(at, within(value, 0, 0xffff_ffff), true);
  }
  i32(at: number, value: Value): void {
    this.view.setInt32(at, within(value, -0x8000_0000, 0x7fff_ffff), true);
  }
  u64(at: number, value: Value): void {
    this.view.setBigUint64(at, withinBig(value, 0n, (1n << 64n) - 1n), true);
  }
  i64(at: number, value: Value): void {
    this.view.setBigInt64(at, withinBig(value, -(1n << 63n), (1n << 63n) - 1n), true);
  }
  bit(at: number, value: Value): void {
    if (typeof value !== "boolean") wrong();
    if (value) this.bytes[at >> 3]! |= 1 << (at & 7);
  }
  point(at: number, node: Node | null): void {
    this.pointers[at] = node;
  }

  // Without zero words at the end of its data and null pointers at the end of its pointers.
  node(): StructNode {
    let words = this.bytes.length / 8;
    while (words > 0 && this.view.getBigUint64(8 * (words - 1), true) === 0n) --words;
    let pointers = this.pointers.length;
    while (pointers > 0 && this.pointers[pointers - 1] === null) --pointers;
    return { data: this.bytes.subarray(0, 8 * words), pointers: this.pointers.slice(0, pointers) };
  }
}

function within(value: Value, least: number, most: number): number {
  return typeof value === "number" && Number.isInteger(value) && value >= least && value <= most ? value : wrong();
}

function withinBig(value: Value, least: bigint, most: bigint): bigint {
  if (typeof value !== "bigint" && !(typeof value === "number" && Number.isSafeInteger(value))) return wrong();
  const big = BigInt(value);
  return big >= least && big <= most ? big : wrong();
}

function structOf(says: Values, shape: Struct): StructNode {
  const to = new StructWriter(shape);
  if (Object.keys(says).length !== shape.fields.length) wrong();
  for (const field of shape.fields) put(to, field, says[field.name]);
  return to.node();
}

function put(to: StructWriter, field: Field, value: Value | undefined): void {
  if (value === undefined || (value === null && !field.optional)) wrong();
  if (value === null) return; // zero, or a null pointer
  const { at } = field;
  if (field.list) return to.point(at, listOf(value!, field));
  switch (field.kind) {
    case "number": return to.u32(at, value === 0 ? wrong() : value!);
    case "day": return to.i32(at, field.optional && value === 0 ? wrong() : value!);
    case "instant": return to.i64(at, value!);
    case "position": return to.u64(at, value!);
    case "bool": return to.bit(at, value!);
    case "u16": return to.u16(at, value!);
    case "u32": return to.u32(at, value!);
    case "word": return to.u16(at, within(value!, 0, schema.enums[field.of!]!.words.length - 1));
    case "text": return to.point(at, textOf(value!));
    case "commitment":
    case "digest": return to.point(at, digestOf(value!));
    case "value": return to.point(at, structOf(valuesOf(value!), schema.values[field.of!]!));
  }
}

function valuesOf(value: Value): Values {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? value : wrong();
}

function textOf(value: Value): Bytes {
  if (typeof value !== "string" || !isPlain(value)) return wrong();
  const bytes = toBytes(value);
  return bytes.length > kMaxTextBytes || toText(bytes) !== value ? wrong() : joined(bytes, new Uint8Array(1));
}

function digestOf(value: Value): Bytes {
  const bytes = typeof value === "string" ? fromHex(value) : undefined;
  return bytes?.length === 32 ? bytes : wrong();
}

function listOf(value: Value, field: Field): Node {
  if (!Array.isArray(value) || value.length > kMaxListItems) return wrong();
  if (field.kind === "digest") return value.map(digestOf);
  return { structs: value.map((one) => structOf(valuesOf(one), schema.values[field.of!]!)) };
}

// Objects in the order in which a walk from the root meets them.
class Segment {
  private bytes: Bytes = new Uint8Array(1024);
  private view = new DataView(this.bytes.buffer);
  private words = 1;

  written(root: StructNode): Bytes {
    this.place(0, root);
    return this.bytes.slice(0, 8 * this.words);
  }

  private place(at: number, node: Node | null): void {
    if (node === null) return;
    if (node instanceof Uint8Array) return this.placeBytes(at, node);
    if (Array.isArray(node)) return this.placePointers(at, node);
    if ("structs" in node) return this.placeStructs(at, node.structs);
    this.placeStruct(at, node);
  }

  // A struct of nothing lies where its pointer does.
  private placeStruct(at: number, node: StructNode): void {
    const words = node.data.length / 8;
    const size = words + node.pointers.length;
    const start = size === 0 ? at : this.take(size);
    this.point(at, start, 0, words | (node.pointers.length << 16));
    this.fill(start, words, node);
    node.pointers.forEach((one, i) => this.place(start + words + i, one));
  }

  private placeBytes(at: number, bytes: Bytes): void {
    const start = this.take(Math.ceil(bytes.length / 8));
    this.point(at, start, 1, (bytes.length << 3) | 2);
    this.bytes.set(bytes, 8 * start);
  }

  private placePointers(at: number, list: readonly Bytes[]): void {
    const start = this.take(list.length);
    this.point(at, start, 1, (list.length << 3) | 6);
    list.forEach((one, i) => this.place(start + i, one));
  }

  // Each as long as the longest, behind a word that says how long.
  private placeStructs(at: number, list: readonly StructNode[]): void {
    const words = Math.max(0, ...list.map(({ data }) => data.length / 8));
    const pointers = Math.max(0, ...list.map((one) => one.pointers.length));
    const start = this.take(1 + list.length * (words + pointers));
    this.point(at, start, 1, ((list.length * (words + pointers)) << 3) | 7);
    this.view.setUint32(8 * start, list.length << 2, true);
    this.view.setUint32(8 * start + 4, words | (pointers << 16), true);
    const placeOf = (i: number): number => start + 1 + i * (words + pointers);
    list.forEach((one, i) => this.fill(placeOf(i), words, one));
    list.forEach((one, i) => one.pointers.forEach((inner, k) => this.place(placeOf(i) + words + k, inner)));
  }

  private fill(start: number, words: number, { data }: StructNode): void {
    if (words > 0) this.bytes.set(data, 8 * start);
  }

  private point(at: number, start: number, kind: 0 | 1, high: number): void {
    this.view.setInt32(8 * at, ((start - at - 1) << 2) | kind, true);
    this.view.setUint32(8 * at + 4, high, true);
  }

  private take(words: number): number {
    const start = this.words;
    this.words += words;
    if (8 * this.words > kMaxEventBytes) throw new Wrong(wrongSize(8 * this.words));
    while (8 * this.words > this.bytes.length) {
      const longer = new Uint8Array(2 * this.bytes.length);
      longer.set(this.bytes);
      this.bytes = longer;
      this.view = new DataView(longer.buffer);
    }
    return start;
  }
}

// What an event says besides its fact; the stream follows from the fact.
export type Stated = Omit<Envelope, "stream">;

// Every field of the fact has to be in `says`, absent ones as null.
export function encodeEvent(stated: Stated, fact: FactSchema, says: Values): Bytes | Refusal {
  try {
    return write(stated, fact, says);
  } catch (fault) {
    if (fault instanceof Wrong) return fault.refusal;
    throw fault;
  }
}

function write({ log, command, index, count, version, author, stated }: Stated, fact: FactSchema, says: Values): Bytes {
  const id = fromHex(log);
  const name = fromHex(command);
  if (id?.length !== 32) throw new Wrong(wrongLog());
  const isPlace = Number.isInteger(index) && Number.isInteger(count) && index >= 0 && index < count && count <= kMaxCommandEvents;
  if (name?.length !== 16 || !isPlace) throw new Wrong(wrongCommand(index, count));
  const body = structOf(says, fact);
  const stream = streamOf(fact, says);
  const root = new StructWriter({ data: kLayout.dataWords, pointers: kLayout.pointers });
  root.u16(kLayout.streamKind, stream[0]);
  root.u16(kLayout.index, index);
  root.u32(kLayout.streamA, stream[1]);
  root.u32(kLayout.streamB, stream[2]);
  root.u32(kLayout.streamC, stream[3]);
  root.u32(kLayout.version, version);
  root.u16(kLayout.count, count);
  root.u16(kLayout.fact, schema.facts.indexOf(fact));
  root.u64(kLayout.commandHigh, bigOf(name.subarray(0, 8)));
  root.u64(kLayout.commandLow, bigOf(name.subarray(8)));
  root.u32(kLayout.author, author);
  root.i64(kLayout.stated, stated);
  root.point(kLayout.logId, id);
  root.point(kLayout.factPointer, body);
  return new Segment().written(root.node());
}

const bigOf = (bytes: Bytes): Whole => new DataView(bytes.buffer, bytes.byteOffset, 8).getBigUint64(0, false);
